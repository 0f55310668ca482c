// Stands before the theme's search: loads it and what it reads when a reader first asks, not with every page,
// and tells the page while that lasts, and when it fails.
(function () {
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, TOLD = 4
  var send = postMessage.bind(self)
  var options = {}, languages
  var asked, loading, loaded, heard
  addEventListener("message", function (event) {
    var message = event.data
    // What stands below hands the theme its messages in our name.
    if (!event.isTrusted) return
    event.stopImmediatePropagation()
    if (message.type === SETUP) {
      options = message.data.options
    } else if (loaded) {
      ask(message.data)
    } else if (loading || message.data) {
      asked = message.data
      loading = loading || load()
    } else {
      send({ type: RESULT, data: { items: [] } })
    }
  })
  // The theme says that it is ready when it can be asked: it was told so before, so that this is for us.
  self.postMessage = function (message) {
    if (message.type === READY) heard()
    else send(message)
  }
  send({ type: READY })
  async function load() {
    send({ type: TOLD, data: "loading" })
    try {
      var response = await fetch("../../../search/texts.json")
      if (!response.ok) throw new Error(response.status)
      var index = await response.json()
      languages = index.config.lang
      if (!self.lunr) importScripts("THEME")
      await new Promise(function (ready, failed) {
        heard = ready
        // The theme asks for what it needs for a language, and doesn't say when that can't be loaded.
        addEventListener("unhandledrejection", failed, { once: true })
        hand({ type: SETUP, data: { config: index.config, docs: index.docs, options: options } })
      })
    } catch (error) {
      loading = undefined
      send({ type: TOLD, data: "failed" })
      return
    }
    loaded = true
    ask(asked)
  }
  // The theme finds all that begins with a word, "whose" for "who": words that say nothing are left out before the
  // last one, and whole words come first, 3210 before 3210P. What is written with marks is left alone.
  function ask(words) {
    if (!/["+~^:*\\]|(^|\s)-/.test(words)) {
      words = words.split(/\s+/).filter(telling).map(function (word) { return word && word + "^9 " + word }).join(" ")
    }
    hand({ type: QUERY, data: words })
  }
  function telling(word, at, all) {
    return at === all.length - 1 || languages.every(function (language) {
      var filter = (language === "en" ? lunr : lunr[language]).stopWordFilter
      return !filter || filter(word.toLowerCase())
    })
  }
  function hand(message) {
    dispatchEvent(new MessageEvent("message", { data: message }))
  }
})()
