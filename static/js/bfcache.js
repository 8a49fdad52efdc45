// Nothing of a client stays in the browser.
//
// A page taken from the browser's own memory (back button) is asked again from the server: after signing out, or on
// a shared machine, it may not come back to the screen. What was typed is in the draft by then. And htmx notes the
// page's address in sessionStorage even when its history is switched off: it is wiped at once.

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

const wipe = () => sessionStorage.removeItem("htmx-current-path-for-history");
for (const name of ["htmx:pushedIntoHistory", "htmx:replacedInHistory", "htmx:afterSettle"]) {
  document.addEventListener(name, () => setTimeout(wipe));
}
addEventListener("load", wipe);
