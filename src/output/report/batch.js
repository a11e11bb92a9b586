"use strict";
// The table of documents: sort by a column, search, keep those with warnings.
(() => {
  const { words } = JSON.parse(document.getElementById("data").textContent);
  const table = document.getElementById("documents");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, text: row.textContent.toLowerCase() }));
  const search = document.getElementById("search");
  const warned = document.getElementById("warned");
  const shown = document.getElementById("shown");

  function filter() {
    const wanted = search.value.toLowerCase().trim().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, text } of rows) {
      const fits = wanted.every((word) => text.includes(word)) && (!warned.checked || "warned" in row.dataset);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = `${words.shown}: ${count}/${rows.length}`;
  }

  function value(row, column, kind) {
    const cell = row.cells[column];
    const text = cell.dataset.v ?? cell.textContent;
    return kind === "number" ? Number(text) : text;
  }

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    head.querySelector("button").addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", down ? "ascending" : "descending");
      const kind = head.dataset.kind;
      const order = new Intl.Collator("vi", { numeric: true });
      const keyed = rows.map((entry) => ({ entry, key: value(entry.row, column, kind) }));
      keyed.sort((a, b) => (kind === "number" ? a.key - b.key : order.compare(a.key, b.key)) * (down ? 1 : -1));
      body.append(...keyed.map(({ entry }) => entry.row));
    });
  });
  search.addEventListener("input", filter);
  warned.addEventListener("change", filter);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== search) {
      event.preventDefault();
      search.focus();
    }
  });
  filter();
})();
