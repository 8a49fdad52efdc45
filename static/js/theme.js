// Light, dark, or as the device says; and menus that close by themselves. The choice lives in a cookie, so the server
// paints the first page right and nothing is kept in the browser's storages.
//
// Markup: <fieldset data-theme-choices="the cookie's name" hidden> with
// <button data-theme-choice="light|dark|auto" aria-pressed>.

const root = document.documentElement;
const cookie = document.querySelector("[data-theme-choices]")?.dataset.themeChoices;
const secure = location.protocol === "https:" ? "; secure" : "";

function choose(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const age = theme === "auto" ? 0 : 31536000;
  document.cookie = `${cookie}=${theme}; path=/; max-age=${age}; samesite=lax${secure}`;
  show();
}

function show() {
  const now = root.dataset.theme ?? "auto";
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === now));
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-theme-choice]");
  if (button) choose(button.dataset.themeChoice);
});

// An open menu closes when one turns to something else (by hand or by Tab: it would cover what has the focus), or by
// Escape. Without script it stays open, and works.
for (const turning of ["click", "focusin"]) {
  document.addEventListener(turning, (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

for (const choices of document.querySelectorAll("[data-theme-choices]")) choices.hidden = false;
show();
