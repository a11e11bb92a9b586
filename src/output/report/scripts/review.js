// Corrections that become gold: facts marked right or wrong, edited, added from selected words, and downloaded.
const kinds = { t: "targets", d: "deadlines", a: "assignments", c: "citations" };
const facts = new Map();
for (const [kind, list] of Object.entries(kinds)) for (const fact of record[list]) facts.set(fact.id, { kind, fact });
for (const field of Object.keys(metadata)) facts.set(`m-${field}`, { kind: "m", field, fact: record.document });
const adder = document.getElementById("add");
let unsaved = false;

// ------------------------------------------------------------ right, wrong, edited
function progress() {
  const done = aside.querySelectorAll(".card[data-state]").length;
  document.getElementById("reviewed").textContent = `${words.reviewed}: ${done}/${facts.size}`;
}
function mark(card, value) {
  // the same mark again takes it back
  if (card.dataset.state === value && value !== "edited") delete card.dataset.state;
  else card.dataset.state = value;
  for (const button of card.querySelectorAll(".review button")) button.setAttribute("aria-pressed", String(button.dataset.state === card.dataset.state));
  unsaved = true;
  progress();
}
function review(what) {
  const card = current && document.getElementById(`f-${current}`);
  if (!card || !facts.has(current)) return;
  if (what === "edit") edit(card);
  else mark(card, what);
}
aside.addEventListener("click", (event) => {
  const button = event.target.closest(".review button");
  if (!button) return;
  current = button.closest(".card").dataset.f;
  review(button.dataset.do);
});

// ------------------------------------------------------------ edit
function get(fact, path) {
  return path.split(".").reduce((value, part) => value?.[part], fact);
}
function put(fact, path, value) {
  const [first, rest] = path.split(".");
  if (rest) (fact[first] ??= {})[rest] = value;
  else fact[first] = value;
}
function input(kind, name, value) {
  const options = choices[`${kind}.${name}`];
  if (options) {
    const field = document.createElement("select");
    for (const option of options) field.append(new Option(option === "eq" ? words.equal : words[option] ?? "–", option, false, option === (value ?? "")));
    return field;
  }
  const field = document.createElement(["indicator", "title", "recipients"].includes(name) ? "textarea" : "input");
  field.value = written(name, value);
  if (dates.includes(name)) field.placeholder = words.date_forms;
  if (lists.includes(name)) field.placeholder = words.list_form;
  field.addEventListener("input", () => field.setCustomValidity(""));
  return field;
}
function edit(card, added) {
  if (card.querySelector("form")) return card.querySelector("form").elements[0].focus();
  const { kind, field: own, fact } = facts.get(card.dataset.f);
  const names = kind === "m" ? metadata[own] : fields[kind];
  const form = document.createElement("form");
  for (const name of names) {
    const label = document.createElement("label");
    label.textContent = words[`f_${name.replace(".", "_")}`];
    const field = input(kind, name, get(fact, name));
    field.name = name;
    field.id = label.htmlFor = `edit-${card.dataset.f}-${name}`;
    form.append(label, field);
  }
  const end = document.createElement("div");
  end.className = "end";
  const save = document.createElement("button");
  save.textContent = words.save;
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.textContent = words.cancel;
  const close = () => {
    form.remove();
    if (added) remove(card);
    else card.focus();
  };
  cancel.addEventListener("click", close);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  end.append(save, cancel);
  form.append(end);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = names.map((name) => [form.elements[name], name, read(name, form.elements[name].value)]);
    const unread = values.find(([, , value]) => value === undefined);
    if (unread) {
      unread[0].setCustomValidity(words.unreadable);
      return unread[0].reportValidity();
    }
    for (const [, name, value] of values) put(fact, name, value);
    if (kind === "m") card.querySelector("p").replaceWith(Object.assign(document.createElement("p"), { textContent: values.map(([, name, value]) => written(name, value)).filter(Boolean).join(" · ") }));
    else card.querySelector("h3").textContent = say(kind, fact);
    if (kind === "t") card.querySelector(".what")?.replaceChildren(fact.indicator);
    searched.delete(card);
    form.remove();
    mark(card, "edited");
    card.focus();
  });
  card.append(form);
  form.elements[0].focus();
}

// ------------------------------------------------------------ add
function offset(node, at) {
  const p = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p[data-s]");
  if (!p) return null;
  const before = document.createRange();
  before.selectNodeContents(p);
  before.setEnd(node, at);
  return Number(p.dataset.s) + [...before.toString()].length;
}
/** The selected words of one paragraph, without the blanks around them. */
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount || !text.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const from = offset(range.startContainer, range.startOffset);
  const to = offset(range.endContainer, range.endOffset);
  const all = range.toString();
  // a third click selects up to the beginning of the next paragraph
  const length = [...all].length;
  if (from === null || (to !== from + length && !(range.endOffset === 0 && to === from + length + 1))) return null;
  const chosen = all.trim();
  const start = from + [...all].length - [...all.trimStart()].length;
  return chosen === "" ? null : { start, end: start + [...chosen].length, chosen };
}
document.addEventListener("selectionchange", () => {
  adder.hidden = selected() === null;
});
function section(at) {
  return record.sections.findLast((s) => s.span.start <= at && at < s.span.end)?.id ?? null;
}
adder.addEventListener("pointerdown", (event) => event.preventDefault());
adder.addEventListener("click", (event) => {
  const kind = event.target.dataset.kind;
  const chosen = selected();
  if (kind && chosen) add(kind, chosen);
});
function add(kind, { start, end, chosen }) {
  const list = record[kinds[kind]];
  const fact = { id: `${kind}+${facts.size}`, section: section(start), text: chosen, span: { start, end } };
  for (const name of fields[kind]) fact[name] ??= lists.includes(name) ? [] : choices[`${kind}.${name}`]?.[0] || null;
  if (kind === "t") fact.indicator = "";
  if (kind === "a") fact.agency = chosen;
  // a figure at the beginning of the words is likely the value
  if (kind === "t") fact.value = read("value", /^-?[\d.,]*\d/.exec(chosen)?.[0] ?? "") ?? null;
  const at = list.findIndex((other) => other.span.start > start);
  const next = at < 0 ? null : document.getElementById(`f-${list[at].id}`);
  list.splice(at < 0 ? list.length : at, 0, fact);
  facts.set(fact.id, { kind, fact });
  const card = document.getElementById("new-card").content.firstElementChild.cloneNode(true);
  card.id = `f-${fact.id}`;
  card.dataset.f = fact.id;
  card.querySelector("q").textContent = chosen;
  document.getElementById(`panel-${kind}`).insertBefore(card, next);
  getSelection().removeAllRanges();
  mark(card, "edited");
  show(fact.id, "facts");
  edit(card, true);
}
function remove(card) {
  const { kind, fact } = facts.get(card.dataset.f);
  facts.delete(fact.id);
  record[kinds[kind]].splice(record[kinds[kind]].indexOf(fact), 1);
  card.remove();
  progress();
}

// ------------------------------------------------------------ download
function gold() {
  const right = (id) => document.getElementById(`f-${id}`)?.dataset.state !== "wrong";
  const own = (fact, names) => Object.fromEntries(names.map((name) => [name, fact[name] ?? (lists.includes(name) ? [] : null)]));
  const keep = (kind) => record[kinds[kind]].filter((fact) => right(fact.id)).map((fact) => own(fact, [...fields[kind], "text", "span", "section"]));
  const said = {};
  for (const [field, paths] of Object.entries(metadata)) {
    for (const name of new Set(paths.map((path) => path.split(".")[0]))) {
      const value = record.document[name] ?? null;
      said[name] = right(`m-${field}`) ? value : lists.includes(name) ? [] : null;
    }
  }
  return {
    source: { path: record.source.path },
    document: said,
    sections: record.sections.map((s) => own(s, ["id", "kind", "heading", "text"])),
    targets: keep("t"),
    deadlines: keep("d"),
    assignments: keep("a"),
    citations: keep("c"),
  };
}
document.getElementById("download").addEventListener("click", () => {
  const file = new Blob([JSON.stringify(gold(), null, 1) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${record.source.path.split("/").pop().split(".")[0]}.gold.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  unsaved = false;
});
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
progress();
follow();
