// A text area is as tall as its text. Browsers that know `field-sizing` do it alone (css/forms.css).

function fit(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

function fitAll(within) {
  for (const area of within.querySelectorAll("textarea")) fit(area);
}

if (!CSS.supports("field-sizing", "content")) {
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea")) fit(event.target);
  });
  document.addEventListener("htmx:load", (event) => fitAll(event.target));
  fitAll(document);
}
