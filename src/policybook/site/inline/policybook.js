(function () {
  var own = document.currentScript.dataset
  var today
  try {
    today = new Intl.DateTimeFormat("en-CA", { timeZone: own.zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date())
  } catch (error) {
    today = new Date().toISOString().slice(0, 10)
  }
  // What depends on today: of the words for each stretch of days, show those of the reader's day.
  document.querySelectorAll(".pb-clock").forEach(function (clock) {
    var shown = null
    Array.prototype.forEach.call(clock.children, function (one) {
      if (shown === null || one.dataset.from <= today) shown = one
    })
    Array.prototype.forEach.call(clock.children, function (one) { one.hidden = one !== shown })
  })
  function copy(text, button) {
    function done() {
      var was = button.textContent
      button.textContent = own.copied
      setTimeout(function () { button.textContent = was }, 2000)
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, function () {})
  }
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    button.hidden = !navigator.clipboard
    button.addEventListener("click", function () {
      copy(document.getElementById(button.dataset.copy).innerText.trim(), button)
    })
  })
  // What stood on a day: the row of the table whose days it is among.
  document.querySelectorAll(".pb-day").forEach(function (field) {
    var answer = field.querySelector("output")
    field.hidden = false
    field.querySelector("input").addEventListener("input", function () {
      var day = this.value
      answer.textContent = ""
      if (!day) return
      var rows = Array.prototype.slice.call(document.querySelectorAll(".pb-days [data-from]"))
      var row = rows.find(function (one) { return one.dataset.from <= day })
      if (row) answer.innerHTML = row.lastElementChild.innerHTML
      else answer.textContent = answer.dataset.before
    })
  })
  document.querySelectorAll(".pb-print").forEach(function (button) {
    button.hidden = false
    button.addEventListener("click", function () { window.print() })
  })
  document.querySelectorAll("button[data-toggle-for]").forEach(function (button) {
    button.hidden = false
    button.addEventListener("click", function () { document.getElementById(button.dataset.toggleFor).click() })
  })
  // A control beside each provision that copies its permanent link.
  if (navigator.clipboard) {
    document.querySelectorAll(".pb-provision[id], .pb-items > li[id]").forEach(function (place) {
      var button = document.createElement("button")
      button.type = "button"
      button.className = "pb-link"
      button.textContent = "¶"
      button.title = own.copy
      button.setAttribute("aria-label", own.copy + ": " + place.id)
      button.addEventListener("click", function () {
        copy(location.href.split("#")[0] + "#" + place.id, button)
      })
      place.appendChild(button)
    })
  }
})()
