// A part that belongs to a tick is seen while the tick is there. Without script it is always seen.
//
// Markup: <div data-follows="<id of a checkbox>">. What the part holds is sent all the same; the server knows the tick.

function follow() {
  for (const part of document.querySelectorAll("[data-follows]")) {
    part.hidden = !document.getElementById(part.dataset.follows)?.checked;
  }
}

if (document.querySelector("[data-follows]")) {
  document.addEventListener("change", follow);
  addEventListener("pageshow", follow); // the browser brings ticks back when one comes back to the page
  follow();
}
