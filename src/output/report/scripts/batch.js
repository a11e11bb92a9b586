// The table of documents: sort by a column, search, keep a year or those with warnings.
const table = document.getElementById("documents");
const heads = [...table.tHead.rows[0].cells];
const rows = [...table.tBodies[0].rows].map((row) => ({ row, has: searchable(row.textContent), year: row.cells[2].dataset.v?.slice(0, 4) ?? "" }));
const search = document.getElementById("search");
const warned = document.getElementById("warned");
const year = document.getElementById("year");
const shown = document.getElementById("shown");

// where the table becomes a list, each figure bears the name of its column
heads.forEach((head, n) => table.style.setProperty(`--head-${n + 1}`, JSON.stringify(head.textContent.trim())));
table.style.setProperty("--sort", JSON.stringify(`${words.sort}:`));
for (const name of [...new Set(rows.map((entry) => entry.year))].filter(Boolean).sort().reverse()) year.append(new Option(name));

function filter() {
  const fits = matcher(search.value);
  let count = 0;
  for (const { row, has, year: own } of rows) {
    row.hidden = !fits(has) || (warned.checked && !("warned" in row.dataset)) || (year.value !== "" && year.value !== own);
    count += row.hidden ? 0 : 1;
  }
  shown.textContent = `${words.shown} ${count.toLocaleString(words.language)}/${rows.length.toLocaleString(words.language)}`;
  document.getElementById("unfound").hidden = count > 0 || rows.length === 0;
}
function sort(head, column) {
  const down = head.getAttribute("aria-sort") !== (head.dataset.kind === "number" ? "descending" : "ascending");
  const ascending = down !== (head.dataset.kind === "number");
  for (const other of heads) other.setAttribute("aria-sort", "none");
  head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const order = new Intl.Collator("vi", { numeric: true });
  const value = ({ row }) => row.cells[column].dataset.v ?? row.cells[column].textContent;
  const keyed = rows.map((entry) => ({ row: entry.row, key: value(entry) }));
  // what is empty comes last in both orders
  keyed.sort((a, b) => (a.key === "") - (b.key === "") || order.compare(a.key, b.key) * (ascending ? 1 : -1));
  table.tBodies[0].append(...keyed.map(({ row }) => row));
}
heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => sort(head, column)));
search.addEventListener("input", filter);
for (const choice of [warned, year]) choice.addEventListener("change", filter);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target === search) search.blur();
  if (event.key !== "/" || typing(event)) return;
  event.preventDefault();
  search.focus();
});
filter();
