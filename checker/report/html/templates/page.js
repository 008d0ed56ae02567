"use strict";
// Filters, sorting, and links into folded parts. The page says everything without it.
(() => {
  const form = document.getElementById("filters");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const findings = all(".finding");
  const rows = all("tr.fact");
  const panels = all(".panel");
  const words = new Map();

  const textOf = (element) => {
    if (!words.has(element)) words.set(element, element.textContent.toLowerCase());
    return words.get(element);
  };

  // What the form asks for: every word of the search, one of the ticked severities, and each choice made.
  const asked = () => {
    const data = new FormData(form);
    return {
      query: document.getElementById("q").value.toLowerCase().split(/\s+/).filter(Boolean),
      severity: new Set(data.getAll("severity")),
      choices: ["family", "report", "speaker"].filter((name) => data.get(name)).map((name) => [name, data.get(name)]),
      settled: document.getElementById("settled")?.checked ?? true,
    };
  };

  const everySeverity = 3;
  const fits = (element, want) => {
    const { severity, state } = element.dataset;
    if (severity === "none" ? want.severity.size < everySeverity : !want.severity.has(severity)) return false;
    if (!want.settled && state && state !== "active") return false;
    if (!want.choices.every(([name, key]) => element.dataset[name].split(" ").includes(key))) return false;
    return want.query.every((word) => textOf(element).includes(word));
  };

  const show = () => {
    const want = asked();
    const count = (elements) => elements.filter((element) => !(element.hidden = !fits(element, want))).length;
    const found = count(findings);
    const facts = count(panels);
    for (const row of rows) row.hidden = document.getElementById(row.querySelector("th a").hash.slice(1)).hidden;
    document.getElementById("nothing").hidden = found > 0 || findings.length === 0;
    document.getElementById("shown").textContent =
      `${found} of ${findings.length} findings, ${facts} of ${rows.length} facts shown`;
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, findings.length > 100 ? 120 : 0);
  });
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  const box = document.getElementById("filter-box");
  box.hidden = false;
  box.open = !matchMedia("(max-width: 56rem)").matches;
  show();

  // The heads of the fact table become buttons that sort by their column, and the other way at the second press.
  const table = document.getElementById("fact-table");
  const valueOf = (row, column, kind) => {
    const cell = row.cells[column];
    if (kind === "text") return cell.textContent.trim().toLowerCase();
    return cell.dataset.value === "" ? Infinity : Number(cell.dataset.value);
  };
  const sortBy = (head, column) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    const kind = head.dataset.sort;
    const keyed = rows.map((row, place) => ({ row, place, key: valueOf(row, column, kind) }));
    keyed.sort((a, b) => {
      const order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
      const last = kind === "number" && (a.key === Infinity || b.key === Infinity);
      return (up || last ? order : -order) || a.place - b.place;
    });
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    table.tBodies[0].append(...keyed.map(({ row }) => row));
  };
  for (const [column, head] of [...(table?.tHead.rows[0].cells ?? [])].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sortBy(head, column));
    head.replaceChildren(button);
  }

  // A link into something folded up opens it; one to something filtered away shows all again.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]") && !target.closest("form")) {
      form.reset();
      show();
      setTimeout(() => target.scrollIntoView());
    }
    const folded = target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
