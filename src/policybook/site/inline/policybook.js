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
  var aloud = document.createElement("div")
  aloud.className = "pb-unseen"
  aloud.setAttribute("role", "status")
  document.body.appendChild(aloud)
  function copy(text, button) {
    function done() {
      var was = button.textContent
      if (was === own.copied) return
      button.textContent = aloud.textContent = own.copied
      setTimeout(function () {
        button.textContent = was
        aloud.textContent = ""
      }, 2000)
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
  // A paper copy says where it is from, also where nobody has said where the site will stand.
  document.querySelectorAll(".pb-address:empty").forEach(function (place) {
    place.textContent = location.href.split("#")[0]
  })
  document.querySelectorAll(".pb-print").forEach(function (button) {
    button.hidden = false
    button.addEventListener("click", function () { window.print() })
  })
  // The menu: a button works the theme's switch, and has the focus again when the menu is closed.
  var opener = null
  document.querySelectorAll("button[data-toggle-for]").forEach(function (button) {
    var toggle = document.getElementById(button.dataset.toggleFor)
    button.hidden = false
    function tell() {
      button.setAttribute("aria-expanded", String(toggle.checked))
      if (toggle.checked || opener !== button) return
      opener = null
      button.focus()
    }
    tell()
    toggle.addEventListener("change", tell)
    button.addEventListener("click", function () {
      toggle.click()
      if (!toggle.checked) return
      opener = button
      document.querySelector(".md-sidebar--primary .md-nav__list a").focus()
    })
  })
  document.addEventListener("keydown", function (event) {
    var drawer = document.getElementById("__drawer")
    if (event.key === "Escape" && drawer && drawer.checked) drawer.click()
  })
  // Light and dark: a button works the theme's radio buttons, and bears the name of the one it would choose.
  document.querySelectorAll(".pb-colours").forEach(function (button) {
    function tell() {
      var label = document.querySelector("[data-md-component=palette] label:not([hidden])")
      button.hidden = !label
      if (!label) return
      button.title = label.title
      button.setAttribute("aria-label", label.title)
      button.innerHTML = label.innerHTML
      return label
    }
    document.querySelectorAll("[data-md-component=palette] input").forEach(function (input) {
      input.addEventListener("change", function () { setTimeout(tell) })
    })
    button.addEventListener("click", function () {
      var label = tell()
      if (label) label.click()
    })
    tell()
    document.addEventListener("DOMContentLoaded", function () { setTimeout(tell) })
  })
  // A control beside each provision that copies its permanent link.
  if (navigator.clipboard) {
    document.querySelectorAll("article :is(h2, h3, h4, h5, h6)[id], .pb-provision[id], .pb-items > li[id]").forEach(function (place) {
      var button = document.createElement("button")
      button.type = "button"
      button.className = "pb-link"
      button.textContent = "¶"
      button.title = own.copy
      button.setAttribute("aria-label", own.copy + ": " + place.id)
      button.addEventListener("click", function () {
        copy(location.href.split("#")[0] + "#" + place.id, button)
      })
      place.insertBefore(button, /^H/.test(place.tagName) ? null : place.firstChild)
    })
  }
})()
