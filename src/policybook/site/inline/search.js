// Stands before the theme's search, and loads it and what it reads when a reader first asks: not with every page.
(function () {
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  var setup, asked, loading
  addEventListener("message", function (event) {
    var message = event.data
    // What stands below hands the theme its messages in our name, once all is loaded.
    if (!event.isTrusted || (loading && asked === undefined)) return
    event.stopImmediatePropagation()
    if (message.type === SETUP) {
      setup = message
      postMessage({ type: READY })
    } else if (message.type === QUERY && (loading || message.data)) {
      asked = message
      loading = loading || load()
    } else {
      postMessage({ type: RESULT, data: { items: [] } })
    }
  })
  async function load() {
    try {
      var response = await fetch("../../../search/texts.json")
      if (!response.ok) throw new Error(response.status)
      setup.data.docs = await response.json()
      importScripts("THEME")
    } catch (error) {
      loading = undefined
      throw error
    }
    hand(setup)
    // The theme is ready when it has the processor next: until then a reader may have asked for more.
    setTimeout(function () {
      var last = asked
      asked = undefined
      hand(last)
    })
  }
  function hand(message) {
    dispatchEvent(new MessageEvent("message", { data: message }))
  }
})()
