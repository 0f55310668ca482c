// Says in words what becomes of a search: that it is loading, that it can't be loaded; and says it aloud too.
(function () {
  var QUERY = 2, TOLD = 4
  var own = document.currentScript.dataset
  var shown = document.querySelector(".md-search-result__meta")
  var field = document.querySelector(".md-search__input")
  var aloud = document.querySelector(".md-search [role=status]")
  var begun, pause
  function tell(what) { shown.textContent = own[what] }
  // The theme's own search is a worker, and the only one.
  window.Worker = class extends Worker {
    constructor(address, options) {
      super(address, options)
      var search = begun = this
      this.addEventListener("message", function (event) { if (event.data.type === TOLD) tell(event.data.data) })
      this.addEventListener("error", function () { tell("failed") })
      window.addEventListener("online", function () {
        if (shown.textContent === own.failed) search.postMessage({ type: QUERY, data: field.value })
      })
    }
  }
  addEventListener("load", function () { if (!begun) tell("failed") })
  // Once a reader stops typing: a screen reader would else begin anew with each letter.
  function speak() {
    clearTimeout(pause)
    pause = setTimeout(function () {
      var how = document.querySelector(".md-search-result__link") ? ". " + own.how : ""
      aloud.textContent = field.value && shown.textContent + how
    }, 700)
  }
  new MutationObserver(speak).observe(shown, { childList: true })
  field.addEventListener("input", speak)
})()
