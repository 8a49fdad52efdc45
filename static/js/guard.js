// A form that writes tells how much text it sends, and is sent once.
//
// Markup: <form data-guard="note client_words"> (names of the text fields that are counted; none = 0) and, inside,
// <input type="hidden" name="text_len">. The sum is over the named fields' values, in UTF-8 bytes after CRLF and CR
// have become LF. Without script text_len stays empty and the server does not check it.

const REST = 10_000;
const sent = new WeakSet();
const utf8 = new TextEncoder();

function bytes(form) {
  const names = form.dataset.guard.split(/\s+/).filter(Boolean);
  let sum = 0;
  for (const field of form.elements) {
    if (field.disabled || !names.includes(field.name)) continue;
    sum += utf8.encode(field.value.replace(/\r\n?/g, "\n")).length;
  }
  return sum;
}

function hold(form, held) {
  for (const button of form.querySelectorAll("[type=submit]")) {
    if (held) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

function release(form) {
  sent.delete(form);
  hold(form, false);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.guard === undefined) return;
  if (sent.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  const length = form.elements.namedItem("text_len");
  if (length) length.value = String(bytes(form));
  sent.add(form);
  hold(form, true);
  setTimeout(release, REST, form);
}, true);
