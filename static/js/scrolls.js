// A table that is wider than its place can be scrolled by keyboard and has a name; one that fits is no stop on the way.
//
// Markup: <div class="table-wrap"><table><caption>…</caption> (or an aria-label on the table). Looked at again whenever
// the place or the table changes its width.

const fits = (place) => place.scrollWidth <= place.clientWidth;
const known = new WeakSet();

function tell(place) {
  if (fits(place)) {
    for (const name of ["role", "tabindex", "aria-label"]) place.removeAttribute(name);
    return;
  }
  const table = place.querySelector("table");
  place.setAttribute("role", "region");
  place.setAttribute("tabindex", "0");
  const name = table?.caption?.textContent.trim() || table?.getAttribute("aria-label") || document.querySelector("h1")?.textContent.trim();
  if (name) place.setAttribute("aria-label", name);
}

const widths = new ResizeObserver((changes) => {
  for (const { target } of changes) tell(target.closest(".table-wrap") ?? target);
});

function look() {
  for (const place of document.querySelectorAll(".table-wrap")) {
    if (known.has(place)) continue;
    known.add(place);
    widths.observe(place);
    for (const table of place.querySelectorAll("table")) widths.observe(table);
  }
}

look();
document.addEventListener("htmx:load", look);
