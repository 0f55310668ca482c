// Runs the site's search under Node: node ask.js SEARCH.js FOLDER < questions (JSON list); prints what was found as JSON.
const fs = require("fs"), path = require("path"), vm = require("vm")
const [script, folder] = process.argv.slice(2)
const context = vm.createContext({ document: {}, console })
vm.runInContext(fs.readFileSync(script, "utf8"), context)
const search = context.policybookSearch
search.load = async function (file) {
  vm.runInContext(fs.readFileSync(path.join(folder, file + ".js"), "utf8"), context)
}
async function main() {
  const answers = []
  for (const question of JSON.parse(fs.readFileSync(0, "utf8"))) {
    const { found, terms } = await search.find(question, false)
    const shown = found.slice(0, 5)
    answers.push({
      urls: shown.map(one => one.place.url),
      scores: shown.map(one => Math.round(one.score)),
      excerpt: shown.length ? await search.excerpt(shown[0], terms) : [],
    })
  }
  process.stdout.write(JSON.stringify(answers))
}
main()
