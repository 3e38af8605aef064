"use strict"
const at = id => document.getElementById(id)
const every = (selector, within = document) => [...within.querySelectorAll(selector)]
const data = JSON.parse(at("data").textContent)
const order = ["fail", "error", "known failure", "not verified", "pass"]
const worse = (one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome)
const slug = topic => topic.replaceAll(" ", "_")

for (const check of data.checks) {
  const family = check.family = data.families[check.family]
  check.id = family.id + check.case
  check.contract = data.cites[check.cites]
  check.resource = data.resources[check.operation] ?? family.resource
  check.topic = slug(family.topic)
  const said = [check.known, check.reason, check.expected, check.received]
  check.text = [check.id, family.requirement, check.contract, ...said].join(" ").toLowerCase()
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

function mark(cell, outcome, text) {
  cell.dataset.worst = outcome
  cell.textContent = text
  return cell
}

/* The filter: cells count what matches, rows without a match go. */

function wanted() {
  const outcome = document.querySelector("#filter input:checked").value
  const words = at("search").value.toLowerCase().split(/\s+/).filter(Boolean)
  return check => (!outcome || check.outcome === outcome) && words.every(word => check.text.includes(word))
}

function counted(checks) {
  const counts = new Map()
  for (const check of checks) {
    for (const row of new Set([check.resource, check.operation])) {
      const key = `${row}/${check.topic}`
      const count = counts.get(key) ?? counts.set(key, {}).get(key)
      count[check.outcome] = (count[check.outcome] ?? 0) + 1
    }
  }
  return counts
}

function countInCells(checks) {
  const counts = counted(checks)
  for (const cell of every("td .cell")) {
    const key = cell.hash.slice(1)
    const count = counts.get(key)
    cell.hidden = !count
    if (!count) continue
    const found = order.filter(outcome => count[outcome])
    mark(cell, found[0], count[found[0]])
    cell.ariaLabel = `${key.replace("/", ", ")}: ${found.map(one => `${count[one]} ${one}`).join(", ")}`
  }
  for (const row of every("tbody tr")) row.hidden = !row.querySelector(".cell:not([hidden])")
}

function showFailures(checks) {
  const ids = new Set(checks.map(check => check.id))
  for (const detail of every(".failures .check")) detail.hidden = !ids.has(detail.dataset.check)
  for (const group of every(".failures .cause, .failures article, .failures")) {
    const inside = every(".check", group)
    group.hidden = inside.length > 0 && inside.every(detail => detail.hidden)
  }
}

function filter() {
  const checks = data.checks.filter(wanted())
  const narrow = checks.length < data.checks.length
  document.querySelector("table").classList.toggle("filtered", narrow)
  countInCells(checks)
  showFailures(checks)
  at("nothing").hidden = checks.length > 0
  at("found").textContent = narrow ? `${checks.length.toLocaleString("en")} of ${data.checks.length.toLocaleString("en")}` : ""
}

/* The panel: the checks of a cell, a row, or one check; the fragment of the address says which. */

function command(text) {
  const copy = element("button", { type: "button", className: "copy live", textContent: "Copy" })
  return element("div", { className: "command" }, element("pre", { textContent: text }), copy)
}

function facts(check) {
  const known = every(".failures .check").find(detail => detail.dataset.check === check.id)
  if (known) return known.querySelector(".facts").cloneNode(true)
  const list = element("dl", { className: "facts" })
  const rows = {
    Known: check.known, Reason: check.reason, Expected: check.expected, Received: check.received,
    Contract: check.contract,
    Took: `${check.seconds} s, ${check.requests === 1 ? "1 request" : `${check.requests} requests`}`,
    "Judge again": command(data.rerun.join(check.id)),
  }
  for (const [name, value] of Object.entries(rows)) {
    if (value) list.append(element("div", {}, element("dt", {}, name), element("dd", {}, value)))
  }
  return list
}

function entry(check, open) {
  const title = check.case.slice(1) || check.id.split("/").at(-1)
  const cell = mark(element("span", { className: "cell" }), check.outcome, check.outcome)
  const made = element("details", { className: "check" }, element("summary", {}, cell, title))
  made.addEventListener("toggle", () => {
    if (made.children.length > 1) return
    made.append(facts(check), element("p", { className: "about" }, element("a", { href: `#${check.id}` }, "Link to this check")))
  })
  made.open = open
  return made
}

function requirement(checks, chosen) {
  const { id, requirement, level } = checks[0].family
  const about = element("p", { className: "about" }, element("span", { className: "level" }, level), " ", element("code", {}, id))
  const entries = checks.map(check => entry(check, check === chosen))
  return element("article", {}, element("h3", {}, requirement), about, ...entries)
}

function show(title, about, checks, chosen) {
  at("panel-title").textContent = title
  at("panel-about").textContent = about
  const groups = Map.groupBy(checks.toSorted(worse), check => check.family)
  at("panel-checks").replaceChildren(...[...groups.values()].map(group => requirement(group, chosen)))
  if (!at("panel").open) at("panel").showModal()
  at("panel").scrollTop = 0
  every("details[open]", at("panel"))[0]?.scrollIntoView({ block: "center" })
}

function chosen() {
  const key = decodeURIComponent(location.hash.slice(1))
  const one = data.checks.find(check => check.id === key)
  const [row, topic] = one ? [one.operation ?? one.resource, one.topic] : key.split("/")
  const checks = data.checks.filter(check =>
    (check.operation === row || check.resource === row) && (!topic || check.topic === topic))
  return { row, topic, checks, one }
}

function follow() {
  const { row, topic, checks, one } = chosen()
  if (!checks.length) return at("panel").close()
  const title = topic ? `${row}, ${topic.replaceAll("_", " ")}` : row
  const about = [data.operations[row], checks.length === 1 ? "1 check" : `${checks.length} checks`]
  const worst = checks.toSorted(worse)[0]
  show(title, about.filter(Boolean).join(": "), checks, one ?? (worst.outcome === "pass" ? undefined : worst))
}

async function copy(button) {
  const text = button.previousElementSibling
  try {
    await navigator.clipboard.writeText(text.textContent)
    button.textContent = "Copied"
  } catch {
    getSelection().selectAllChildren(text)
    button.textContent = "Selected"
  }
  setTimeout(() => { button.textContent = "Copy" }, 1500)
}

function fold(button, folded) {
  button.closest("tbody").classList.toggle("folded", folded)
  button.ariaExpanded = String(!folded)
}

at("filter").addEventListener("submit", event => event.preventDefault())
at("filter").addEventListener("input", filter)
at("close").addEventListener("click", () => at("panel").close())
at("panel").addEventListener("click", event => { if (event.target === at("panel")) at("panel").close() })
at("panel").addEventListener("close", () => {
  if (chosen().checks.length) history.replaceState(null, "", "#")
})
at("unfold").addEventListener("click", () => {
  const open = at("unfold").ariaPressed === "false"
  at("unfold").ariaPressed = String(open)
  for (const button of every(".fold")) fold(button, !open)
})
document.addEventListener("click", event => {
  if (event.target.matches(".copy")) copy(event.target)
  if (event.target.matches(".fold, .fold *")) fold(event.target.closest(".fold"), event.target.closest(".fold").ariaExpanded === "true")
})
addEventListener("hashchange", follow)
document.documentElement.classList.add("scripted")
follow()
