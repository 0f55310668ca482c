// The search: loads the index when a reader first asks, ranks what it finds, and shows it on the search page.
var policybookSearch = (function () {
  var base = document.currentScript ? document.currentScript.src.replace(/[^\/]*$/, "") : ""
  var version = document.currentScript ? document.currentScript.dataset.version : ""
  var waiting = {}, data = {}
  var own = { stemmer: null, take: take, find: find, excerpt: excerpt, load: load }

  // Data comes as scripts, which load from a disk too.
  function take(what, number, value) {
    data[what + number] = value
  }
  function load(file) {
    return waiting[file] = waiting[file] || new Promise(function (ready, failed) {
      var script = document.createElement("script")
      script.src = base + file + ".js?" + version
      script.onload = ready
      script.onerror = function () {
        delete waiting[file]
        script.remove()
        failed(new Error(file))
      }
      document.head.appendChild(script)
    })
  }
  async function get(what, number, file) {
    await own.load(file)
    return data[what + number]
  }

  // Words as tokens.py splits them.
  var UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff"
  var RUNS = new RegExp("[" + UNSPACED + "]+|[^" + UNSPACED + "]+", "gu")
  var RUN = new RegExp("^[" + UNSPACED + "]{2,}$", "u")
  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/['’‘ʼ]/g, "")
  }
  function split(text) {
    var words = []
    fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").split(" ").filter(Boolean).forEach(function (word) {
      word.match(RUNS).forEach(function (run) {
        if (!RUN.test(run)) return words.push(run)
        for (var at = 0; at < run.length - 1; at++) words.push(run.slice(at, at + 2))
      })
    })
    return words
  }
  function codeKey(code) {
    return code.toLowerCase().replace(/[^\p{L}\p{M}\p{N}.]+/gu, "").replace(/(^|[^0-9.])0+(?=[0-9])/g, "$1")
      .replace(/(\.[0-9]*?)0+(?![0-9])/g, "$1").replace(/^\.+|\.+$/g, "")
  }

  var index, terms, units, groups
  async function prepare() {
    if (index) return
    await own.load("stem")
    var found = await get("index", 0, "index")
    terms = new Map()
    found.terms.forEach(function (shard, number) {
      shard.split(" ").forEach(function (term, at) { terms.set(term, [number, at]) })
    })
    units = []
    found.subjects.forEach(function (subject, number) {
      units.push({ subject: number, unit: 0, url: subject.url, heading: "" })
      subject.units.forEach(function (unit, at) {
        units.push({ subject: number, unit: at + 1, url: subject.url + unit[0], heading: unit[1] })
      })
    })
    groups = new Map()
    found.synonyms.forEach(function (group) {
      group.forEach(function (phrase) { groups.set(phrase, (groups.get(phrase) || []).concat([group])) })
    })
    found.stop = new Set(found.stop)
    index = found
  }
  async function postings(term) {
    var place = terms.get(term)
    if (!place) return []
    var shard = await get("terms", place[0], "terms-" + place[0])
    var row = shard[place[1]], found = [], unit = 0
    for (var at = 0; at < row.length; at += 2) {
      unit += row[at]
      found.push([unit, row[at + 1]])
    }
    return found
  }

  // A word is one edit away when a letter is missing, added, wrong, or two are swapped.
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false
    var from = 0
    while (from < a.length && a[from] === b[from]) from++
    var x = a.slice(from), y = b.slice(from)
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) ||
      (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  }
  // What a word of the question may stand for, each with its weight.
  function alternatives(word, stem, last) {
    var found = new Map()
    function add(phrase, weight) {
      if (weight > (found.get(phrase) || 0)) found.set(phrase, weight)
    }
    if (terms.has(stem)) add(stem, 1)
    if (terms.has(word)) add(word, 1)
    ;(groups.get(stem) || []).forEach(function (group) {
      group.forEach(function (phrase) { add(phrase, phrase === stem ? 1 : 0.7) })
    })
    if (last && word.length > 1) {
      var begun = Array.from(terms.keys()).filter(function (term) { return term !== stem && term.startsWith(word) })
      begun.slice(0, 30).forEach(function (term) { add(term, 0.6) })
    }
    if (!found.size && word.length > 3 && !/^[0-9]+$/.test(word)) {
      terms.forEach(function (_, term) { if (near(stem, term) || near(word, term)) add(term, 0.6) })
      groups.forEach(function (listed, phrase) {
        if (phrase.includes(" ") || !near(stem, phrase)) return
        listed.forEach(function (group) { group.forEach(function (other) { add(other, 0.5) }) })
      })
    }
    return found
  }
  // The question as concepts: a phrase that has synonyms is one, every other word that says something is one.
  function concepts(question, live) {
    var words = split(question)
    var stems = words.map(function (word) { return own.stemmer.stemWord(word) })
    var found = [], at = 0
    var bare = words.filter(function (word) { return !index.stop.has(word) }).length === 0
    while (at < words.length) {
      var length = Math.min(4, words.length - at)
      while (length > 1 && !groups.has(stems.slice(at, at + length).join(" "))) length--
      if (length > 1) {
        var phrase = stems.slice(at, at + length).join(" "), meant = new Map()
        groups.get(phrase).forEach(function (group) {
          group.forEach(function (other) { meant.set(other, other === phrase ? 1.2 : 0.9) })
        })
        found.push(meant)
      } else if (bare || !index.stop.has(words[at])) {
        found.push(alternatives(words[at], stems[at], live && at === words.length - 1 && !/\s$/.test(question)))
      }
      at += length
    }
    return found
  }
  // The score of each unit for a concept: that of its best alternative; a phrase counts where all of it stands.
  async function scores(concept) {
    var best = new Map()
    await Promise.all(Array.from(concept, async function (entry) {
      var lists = await Promise.all(entry[0].split(" ").map(postings)), sums = new Map(), met = new Map()
      lists.forEach(function (list) {
        list.forEach(function (posting) {
          sums.set(posting[0], (sums.get(posting[0]) || 0) + posting[1] / lists.length)
          met.set(posting[0], (met.get(posting[0]) || 0) + 1)
        })
      })
      sums.forEach(function (sum, unit) {
        if (met.get(unit) === lists.length && sum * entry[1] > (best.get(unit) || 0)) best.set(unit, sum * entry[1])
      })
    }))
    return best
  }
  function named(question) {
    var bare = question.replace(/\b(policy|policies|procedure|bylaw|number|no|nr|política|núm)\b\.?/giu, " ")
    var key = codeKey(bare), found = new Map()
    if (!/[0-9]/.test(key) && key.length > 4) return found
    index.subjects.forEach(function (subject, number) {
      var at = subject.codes.indexOf(key)
      if (at >= 0) found.set(number, at === 0 ? 3 : 2)
      else if (key && subject.codes.some(function (code) { return /[0-9]/.test(key) && code.startsWith(key) })) found.set(number, 1)
    })
    return found
  }
  // What answers a question, the best first: [{subject, unit, score}].
  async function find(question, live) {
    await prepare()
    var asked = concepts(question, live), codes = named(question), totals = new Map(), matched = new Map()
    var lists = await Promise.all(asked.map(scores))
    lists.forEach(function (list) {
      list.forEach(function (score, unit) {
        totals.set(unit, (totals.get(unit) || 0) + score)
        matched.set(unit, (matched.get(unit) || 0) + 1)
      })
    })
    var found = []
    units.forEach(function (unit, number) {
      var score = totals.get(number) || 0
      if (asked.length) score *= Math.pow((matched.get(number) || 0) / asked.length, 1.5)
      if (unit.unit === 0) score *= 0.8
      if (index.subjects[unit.subject].language) score *= 0.5 // the same text stands in the manual's language
      if (codes.has(unit.subject)) score += (unit.unit === 0 ? 10000 : 0) * codes.get(unit.subject)
      if (score > 0) found.push({ place: unit, subject: index.subjects[unit.subject], score: score })
    })
    found.sort(function (a, b) { return b.score - a.score })
    found = found.filter(function (one) { return one.score > found[0].score / 10 || one.score > 1000 })
    // Marked in an excerpt are the words asked for, and synonyms that are one word.
    var words = split(question).filter(function (word) { return !index.stop.has(word) })
    var terms = words.concat(words.map(function (word) { return own.stemmer.stemWord(word) }), asked.flatMap(function (one) {
      return Array.from(one.keys()).filter(function (phrase) { return !phrase.includes(" ") })
    }))
    return { found: found, terms: terms }
  }
  // The words of a unit around the first place that was asked for, as [text, marked] pairs.
  async function excerpt(result, wanted) {
    var texts = await get("text", result.place.subject, "text-" + result.place.subject)
    var text = texts[result.place.unit] || "", stems = new Set(wanted), pieces = [], first = -1, at = 0
    text.replace(/[\p{L}\p{M}\p{N}'’]+/gu, function (word, offset) {
      var folded = split(word)
      if (!folded.some(function (one) { return stems.has(one) || stems.has(own.stemmer.stemWord(one)) })) return word
      if (first < 0) first = offset
      if (offset > at) pieces.push([text.slice(at, offset), false])
      pieces.push([word, true])
      at = offset + word.length
      return word
    })
    pieces.push([text.slice(at), false])
    return cut(pieces, first)
  }
  function cut(pieces, first) {
    var LENGTH = 220, start = first > 80 ? first - 60 : 0, at = 0, shown = []
    pieces.forEach(function (piece) {
      var from = Math.max(0, start - at), to = Math.min(piece[0].length, start + LENGTH - at)
      if (from < to) shown.push([piece[0].slice(from, to), piece[1]])
      at += piece[0].length
    })
    if (shown.length && start > 0) shown[0] = ["…" + shown[0][0].replace(/^\S*\s/, " "), shown[0][1]]
    if (shown.length && at > start + LENGTH) shown[shown.length - 1] = [shown[shown.length - 1][0].replace(/\s\S*$/, "") + " …", shown[shown.length - 1][1]]
    return shown
  }
  return own
})()
