// A fact in plain language after an edit, in the words of plain_language.rs; and what a person writes, as data.
const fields = {
  t: ["value", "value_max", "unit", "per", "comparator", "direction", "by", "baseline", "indicator", "role", "section"],
  d: ["relation", "date", "recurrence", "within", "section"],
  a: ["agency", "role", "partners", "task_refs", "section"],
  c: ["type", "number", "date", "issuer", "title", "relation"],
};
const metadata = {
  type: ["type.name", "type.code"],
  number: ["number", "symbol"],
  issued_on: ["issued_on"],
  place: ["place"],
  issuer: ["issuer"],
  parent_issuer: ["parent_issuer"],
  title: ["title"],
  signer: ["signer.authority", "signer.title", "signer.name"],
  recipients: ["recipients"],
};
const choices = {
  "t.comparator": ["eq", "gt", "ge", "lt", "le", "approx"],
  "t.direction": ["", "increase", "decrease", "maintain"],
  "t.role": ["target", "reference"],
  "d.relation": ["before", "by", "on", "during", "from", "recurring"],
  "a.role": ["lead", "coordinate", "responsible"],
  "c.relation": ["implements", "basis", "mentions"],
};
const lists = ["partners", "task_refs", "signer.authority", "recipients"];
const numbers = ["value", "value_max"];
const dates = ["by", "baseline", "date", "issued_on"];
const required = ["value", "agency", "type"];

function number(value) {
  return value.toLocaleString(words.language, { maximumFractionDigits: 20 });
}
function date(edtf) {
  if (edtf.includes("/")) {
    const [from, to] = edtf.split("/");
    if (from === "..") return `${words.until} ${date(to)}`;
    if (to === "..") return `${words.from} ${date(from)}`;
    return `${date(from)} – ${date(to)}`;
  }
  const [year, part, day] = edtf.split("-");
  if (day) return `${day}/${part}/${year}`;
  if (!part) return `${words.year} ${year}`.trim();
  const quarter = ["I", "II", "III", "IV"][part - 33];
  if (quarter) return `${words.quarter} ${quarter}/${year}`;
  if (part === "40") return `${words.first_half} ${year}`;
  if (part === "41") return `${words.second_half} ${year}`;
  return `${words.month} ${part}/${year}`.trim();
}
function say(kind, fact) {
  const horizon = (by) => (by.includes("/") ? date(by) : `${words.by_horizon} ${date(by)}`);
  const spaced = (...parts) => parts.filter(Boolean).join(" ");
  const parts = {
    t: () => [
      spaced(words[fact.comparator], number(fact.value), fact.value_max && `– ${number(fact.value_max)}`, fact.unit, fact.per && `/ ${fact.per}`),
      fact.by && horizon(fact.by),
      words[fact.direction],
      fact.baseline && `${words.compared} ${date(fact.baseline)}`,
      fact.role === "reference" && words.reference,
    ],
    d: () => [
      fact.date?.endsWith("/..") ? date(fact.date) : spaced(words[fact.relation], fact.date && date(fact.date)),
      fact.recurrence,
      fact.within && `${words.within} ${fact.within}`,
    ],
    a: () => [fact.agency, words[fact.role], fact.partners.length > 0 && `${words.with} ${fact.partners.join(", ")}`],
    c: () => [spaced(fact.type, fact.number ?? fact.title), fact.date && `${words.dated} ${date(fact.date)}`, fact.issuer, words[fact.relation]],
  };
  return parts[kind]().filter(Boolean).join(" · ");
}

/** What a field shows when it is edited. */
function written(name, value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join("; ");
  if (numbers.includes(name)) return number(value);
  const day = dates.includes(name) && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  return day ? `${day[3]}/${day[2]}/${day[1]}` : value;
}
/** What was written as the record has it; `undefined` when it cannot be read. */
function read(name, text) {
  const value = text.trim();
  if (lists.includes(name)) return value.split(";").map((part) => part.trim()).filter(Boolean);
  if (value === "") return required.includes(name) ? undefined : name === "indicator" ? "" : null;
  if (numbers.includes(name)) {
    const [thousands, comma] = words.language === "vi" ? [".", ","] : [",", "."];
    const figure = value.replaceAll(thousands, "").replace(comma, ".");
    return /^-?\d+(\.\d+)?$/.test(figure) ? Number(figure) : undefined;
  }
  if (!dates.includes(name)) return value;
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  if (day) return `${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}`;
  const month = /^(\d{1,2})\/(\d{4})$/.exec(value);
  if (month) return `${month[2]}-${month[1].padStart(2, "0")}`;
  const point = String.raw`(\.\.|\d{4}(-\d\d(-\d\d)?)?)`;
  return new RegExp(`^${point}(/${point})?$`).test(value) ? value : undefined;
}
