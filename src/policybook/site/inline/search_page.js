// The search page: shows what is found while somebody types, and keeps the question in the address.
(function () {
  var place = document.querySelector(".pb-search-page")
  if (!place) return
  var form = place.querySelector("form"), field = form.querySelector("input")
  var told = place.querySelector("[role=status]"), list = place.querySelector("ol"), more = place.querySelector(".pb-more")
  var words = place.dataset, asked = 0, SHOWN = 10
  place.hidden = false

  function element(name, text, language) {
    var made = document.createElement(name)
    if (text) made.textContent = text
    if (language) made.lang = language
    return made
  }
  async function entry(result, terms) {
    var item = element("li"), subject = result.subject, spoken = subject.language || words.language
    var link = element("a", (subject.code + " " + subject.title), spoken)
    link.href = words.root + result.place.url
    if (result.place.heading) link.textContent = result.place.heading
    var name = element("p")
    name.append(link)
    item.append(name)
    var about = element("p")
    if (result.place.heading) about.append(element("span", subject.code + " " + subject.title, spoken), " · ")
    about.append(subject.status)
    item.append(about)
    var pieces = await policybookSearch.excerpt(result, terms)
    var text = element("p", "", spoken)
    pieces.forEach(function (piece) { text.append(piece[1] ? element("mark", piece[0]) : piece[0]) })
    if (pieces.length) item.append(text)
    return item
  }
  async function show(live) {
    var question = field.value.trim(), turn = ++asked
    if (!question) {
      told.textContent = ""
      list.replaceChildren()
      more.hidden = true
      return
    }
    var late = setTimeout(function () { told.textContent = words.loading }, 300)
    try {
      var answer = await policybookSearch.find(field.value, live)
      var entries = await Promise.all(answer.found.slice(0, SHOWN).map(function (one) { return entry(one, answer.terms) }))
      if (turn !== asked) return
      list.replaceChildren.apply(list, entries)
      var count = answer.found.length
      told.textContent = (count === 0 ? words.none : count === 1 ? words.one : words.many).replace("{n}", String(count)).replace("{words}", question)
      more.hidden = count <= SHOWN
    } catch (error) {
      if (turn === asked) told.textContent = words.failed
    } finally {
      clearTimeout(late)
    }
  }
  var pause
  field.addEventListener("input", function () {
    clearTimeout(pause)
    SHOWN = 10
    pause = setTimeout(function () { show(true) }, 150)
  })
  form.addEventListener("submit", function (event) {
    event.preventDefault()
    clearTimeout(pause)
    SHOWN = 10
    history.replaceState(null, "", "?q=" + encodeURIComponent(field.value.trim()))
    show(false)
  })
  more.addEventListener("click", function () {
    SHOWN += 20
    var first = list.children.length
    show(false).then(function () {
      var link = list.children[first] && list.children[first].querySelector("a")
      if (link) link.focus()
    })
  })
  field.value = new URLSearchParams(location.search).get("q") || ""
  if (field.value) show(false)
})()
