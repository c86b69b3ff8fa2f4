// Filters for the table of verdicts: by verdict, by file and by the callback's name.
"use strict";
const form = document.querySelector(".filters");
const rows = Array.from(document.querySelectorAll("tr[data-verdicts]"));

function apply() {
  const verdicts = Array.from(form.querySelectorAll("input[type=checkbox]:checked"),
    (box) => box.value);
  const file = form.elements.file.value.trim().toLowerCase();
  const name = form.elements.name.value.trim().toLowerCase();
  let shown = 0;
  for (const row of rows) {
    const fits = row.dataset.verdicts.split(" ").some((verdict) => verdicts.includes(verdict)) &&
      row.dataset.file.toLowerCase().includes(file) &&
      row.dataset.name.toLowerCase().includes(name);
    row.hidden = !fits;
    shown += fits;
  }
  form.querySelector("output").textContent = `${shown} of ${rows.length} callbacks`;
}

if (rows.length) {
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  // A browser may keep what was filled in before.
  apply();
}
