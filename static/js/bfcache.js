// Nothing of a client stays in the browser.
//
// A page taken from the browser's own memory (back button) is emptied at once and asked again from the server: after
// signing out, or on a shared machine, it may not come back to the screen, not even for a moment and not offline. What
// was typed is in the draft by then. And htmx notes the page's address in sessionStorage even when its history is
// switched off: it is wiped at once.

let emptied = false;

addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  emptied = true;
  document.body.replaceChildren();
  location.reload();
});

// The emptied page has nothing left to ask about; leaving it was asked about when it was left for the first time.
addEventListener("beforeunload", (event) => { if (emptied) event.stopImmediatePropagation(); }, true);

// What a page answers to (a search, a form that came back) would go into the browser's file for its next start, typed
// words and all. Asked again, such a page is simply looked at: nothing is sent twice.
history.replaceState(history.state, "", location.href);

const wipe = () => sessionStorage.removeItem("htmx-current-path-for-history");
for (const name of ["htmx:pushedIntoHistory", "htmx:replacedInHistory", "htmx:afterSettle"]) {
  document.addEventListener(name, () => setTimeout(wipe));
}
addEventListener("load", wipe);
