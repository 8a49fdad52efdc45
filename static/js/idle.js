// A desk that was left locks itself; the text that was being typed stays where it is, out of sight, until its writer
// is back. The server has a clock of its own and trusts none of this.
//
// Markup: <body data-account="ref" data-idle-lock="900"> (seconds) and components/lock.html, a closed <dialog data-lock
// data-here="/account/here/"> with a form [data-unlock], a line [data-lock-said] and a part [data-lock-over].
// Typing, pointing and scrolling tell the server once a minute that somebody is here; autosave does not.
// Unlocking posts the password: 204 go on · 422 {"said": sentence} · 401, 403 there is no session any more: signing in
// in another tab opens this page too, if it is the same person.

const MINUTE = 60_000;
const dialog = document.querySelector("dialog[data-lock]");
const me = document.body.dataset.account;
const tabs = new BroadcastChannel("paku-idle");
let last = Date.now(), told = Date.now();

const isLocked = () => dialog.open || !dialog.isConnected; // a page that was emptied has nothing to hide
const limit = () => Number(document.body.dataset.idleLock) * 1000;

function show(part) {
  for (const name of ["unlock", "lock-over"]) dialog.querySelector(`[data-${name}]`).hidden = name !== part;
}

function lock() {
  if (isLocked()) return;
  document.documentElement.dataset.locked = "";
  dialog.querySelector("[data-unlock]").reset();
  dialog.querySelector("[data-lock-said]").textContent = "";
  show("unlock");
  dialog.showModal();
}

function open(tell = true) {
  last = told = Date.now();
  delete document.documentElement.dataset.locked;
  if (isLocked()) dialog.close();
  if (tell) tabs.postMessage({ me, is: "open" });
}

const post = (url, data) => fetch(url, {
  method: "POST", body: new URLSearchParams(data), redirect: "manual", credentials: "same-origin",
  headers: { "X-CSRFToken": dialog.querySelector("[name=csrfmiddlewaretoken]").value },
});

async function tell() {
  told = Date.now();
  tabs.postMessage({ me, is: "here" });
  const answer = await post(dialog.dataset.here, {}).catch(() => null);
  if (answer?.status === 401) lock();
}

function noticed(event) {
  if (!event.isTrusted || isLocked()) return;
  if (Date.now() - last >= limit()) return lock(); // the machine slept, and this is the first touch after
  last = Date.now();
  if (last - told >= Math.min(MINUTE, limit() / 4)) tell();
}

async function unlock(event) {
  event.preventDefault();
  const said = dialog.querySelector("[data-lock-said]"), form = event.target, button = form.querySelector("[type=submit]");
  if (button.getAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  const answer = await post(form.action, new FormData(form)).catch(() => null);
  button.removeAttribute("aria-disabled");
  if (answer?.status === 204) return open();
  if (answer?.status === 422) said.textContent = (await answer.json()).said;
  else if ([401, 403].includes(answer?.status)) show("lock-over");
  else said.textContent = said.dataset.offline;
  form.elements.namedItem("password").select();
}

function watch() {
  if (!isLocked() && Date.now() - last >= limit()) lock();
  setTimeout(watch, Math.min(5000, limit() / 4));
}

if (dialog && me) {
  for (const name of ["keydown", "pointerdown", "wheel", "touchstart", "scroll", "input"]) {
    addEventListener(name, noticed, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", () => !isLocked() && Date.now() - last >= limit() && lock());
  document.addEventListener("htmx:responseError", ({ detail }) => detail.xhr.status === 401 && lock());
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.querySelector("[data-unlock]").addEventListener("submit", unlock);
  tabs.addEventListener("message", ({ data }) => {
    if (data.me !== me) return;
    if (data.is === "open") open(false);
    else if (!isLocked()) last = Date.now();
  });
  tabs.postMessage({ me, is: "open" }); // this page has just been given to who is signed in
  watch();
}
