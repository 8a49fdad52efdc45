// A text area is as tall as its text. Browsers that know `field-sizing` do it alone (css/forms.css).

function fit(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

if (!CSS.supports("field-sizing", "content")) {
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea")) fit(event.target);
  });
  for (const area of document.querySelectorAll("textarea")) fit(area);
}
