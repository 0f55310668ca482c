// Answers, line by line, what a function of the search makes of a text: node functions.js SEARCH.js < ["name", "text"] lines.
const fs = require("fs"), readline = require("readline"), vm = require("vm")
const source = fs.readFileSync(process.argv[2], "utf8").replace("  return own\n})()", "  own.split = split; own.codeKey = codeKey; return own\n})()")
const context = vm.createContext({ document: {} })
vm.runInContext(source, context)
readline.createInterface({ input: process.stdin }).on("line", line => {
  const [name, text] = JSON.parse(line)
  process.stdout.write(JSON.stringify(context.policybookSearch[name](text)) + "\n")
})
