// What is typed goes to the server as a draft, before anybody presses anything.
//
// Markup: <form data-draft-key="visit/<ref>" data-draft-url="/drafts/"> and, inside, components/draft_note.html:
// <p data-draft-note data-saving data-saved data-offline data-failed> (texts; {time} in data-saved).
// Sent: key, form (the sheet's submission_id), body (JSON: name -> text, or a list where a name may hold several).
// 204: safe. 403: the form's secret is out of date; the answer carries a new one (renew).
// 409: that sheet was saved meanwhile (another tab): what is typed from now on gets a new sheet.
//
// Known of a form: safe (what the server surely has; null: nothing), going (on its way), sent (given to Save), since
// (the oldest letter not sent yet), trouble (why the last try failed), taken (another tab writes the same sheet).

const NOT_TYPED = new Set(["csrfmiddlewaretoken", "submission_id", "text_len", "_end", "_clock"]);
const PAUSE = 1500, LONGEST = 10_000, SLOW = 1000, PATIENCE = 60_000, KEEPALIVE_LIMIT = 60_000;
const WITH_ERRORS = ".is-invalid, .error-summary", forms = new Map();
const tabs = new BroadcastChannel("paku-drafts");

function typed(form) {
  const body = {};
  for (const [name, value] of new FormData(form)) {
    if (NOT_TYPED.has(name) || typeof value !== "string") continue;
    const same = [...form.elements].filter((field) => field.name === name && field.type !== "radio");
    if (same.length > 1 || same[0]?.multiple) (body[name] ??= []).push(value);
    else body[name] = value;
  }
  return JSON.stringify(body);
}

// A text that stays the same is left alone: readers of the screen hear every change.
function say(form, state, note = form.querySelector("[data-draft-note]")) {
  if (!note) return;
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const line = note.querySelector("[data-draft-text]"), text = (note.dataset[state] ?? "").replace("{time}", time);
  if (line.textContent !== text) line.textContent = text;
  note.dataset.state = state;
}

const sheetOf = (form) => form.elements.namedItem("submission_id");

// A uuid4; crypto.randomUUID is missing on plain http, by which the demo may be opened.
function takeNewSheet(form) {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  sheetOf(form).value = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

// After a new sign-in the page that says no has the secret of today. It is taken only when the same person is signed
// in: on a shared machine a text must not become somebody else's draft.
function renew(html) {
  const answer = new DOMParser().parseFromString(html, "text/html"), name = "csrfmiddlewaretoken";
  const [me, who] = [document, answer].map((page) => page.body.dataset.account);
  const token = answer.querySelector(`[name=${name}]`)?.value;
  if (!token || !me || me !== who) return false;
  for (const field of document.getElementsByName(name)) field.value = token;
  return true;
}

async function send(form, body, again = true) {
  const sheet = sheetOf(form)?.value ?? "", token = form.elements.namedItem("csrfmiddlewaretoken")?.value ?? "";
  const data = new URLSearchParams({ key: form.dataset.draftKey, form: sheet, body });
  const answer = await fetch(form.dataset.draftUrl, {
    method: "POST", body: data, redirect: "manual", credentials: "same-origin", headers: { "X-CSRFToken": token },
    keepalive: String(data).length < KEEPALIVE_LIMIT, signal: AbortSignal.timeout?.(PATIENCE),
  });
  if (answer.ok) tabs.postMessage(sheet);
  if (answer.status === 403 && again && renew(await answer.text())) return send(form, body, false);
  if (answer.status !== 409) return answer.ok ? "saved" : "failed";
  if (forms.get(form).sent === typed(form)) return "saved"; // this very page's own Save was faster
  if (sheet === sheetOf(form).value) takeNewSheet(form);
  return again ? send(form, body, false) : "failed";
}

function later(form, memory, wait) {
  clearTimeout(memory.timer);
  memory.timer = setTimeout(save, wait, form);
}

// One at a time, so that a slow answer never lays an older text over a newer one; in a hurry (the page goes) at once.
async function save(form, hurry = false) {
  const memory = forms.get(form), body = typed(form);
  clearTimeout(memory.timer);
  if (body === memory.safe || body === memory.going || (memory.going && !hurry)) return;
  if (body === memory.sent && Date.now() < memory.quiet) return later(form, memory, PAUSE);
  if (memory.taken) takeNewSheet(form);
  Object.assign(memory, { going: body, since: null, taken: false });
  const slow = setTimeout(say, SLOW, form, "saving");
  const state = await send(form, body).catch(() => "offline");
  clearTimeout(slow);
  memory.safe = state === "saved" && memory.going === body ? body : null;
  if (memory.going === body) memory.going = null;
  memory.trouble = state !== "saved" && state;
  memory.wait = memory.trouble ? Math.min(memory.wait * 2, PATIENCE) : PAUSE;
  if (memory.trouble || typed(form) === body) say(form, state);
  if (typed(form) !== memory.safe) later(form, memory, memory.wait);
}

// What the server gave is safe with it, unless it gave it back with errors or the browser filled it in by itself.
function asServed(form) {
  const refilled = [...form.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
  return !refilled && !form.querySelector(WITH_ERRORS);
}

// A form is known from the first touch; one that was typed into before this script ran has nothing safe yet.
function know(form, touched) {
  if (!form?.matches("[data-draft-key]") || forms.has(form)) return forms.get(form);
  return forms.set(form, { safe: touched && asServed(form) ? typed(form) : null, going: null, wait: PAUSE }).get(form);
}

document.addEventListener("focusin", ({ target: { form } }) => know(form, true));
document.addEventListener("input", ({ target: { form } }) => {
  const memory = know(form, false);
  if (!memory) return;
  memory.since ??= Date.now();
  later(form, memory, Math.max(0, Math.min(PAUSE, memory.since + LONGEST - Date.now())));
});
document.addEventListener("focusout", ({ target: { form } }) => forms.has(form) && save(form));

// Save on a dead network would change the page for the browser's own error: the text stays here until it gets through.
// What is being saved needs no draft; if the page is still here when the quiet is over, it does.
addEventListener("submit", async (event) => {
  const form = event.target, memory = forms.get(form);
  if (!memory) return;
  if (memory.trouble === "offline" || (!navigator.onLine && memory.safe !== typed(form))) {
    event.preventDefault();
    event.stopImmediatePropagation();
    await save(form, true);
    if (memory.safe === typed(form)) form.requestSubmit(event.submitter);
    return;
  }
  memory.sent = typed(form);
  memory.quiet = Date.now() + LONGEST;
  later(form, memory, PAUSE);
}, true);

// Leaving with a text that only this page has asks first.
const unsafe = ([form, memory]) => (memory.trouble || !navigator.onLine) && ![memory.safe, memory.sent].includes(typed(form));
addEventListener("beforeunload", (event) => { if ([...forms].some(unsafe)) event.returnValue = true; });

// Before signing out (sign-out.js): send what is not sent yet; the event is cancelled as long as some text is here only.
addEventListener("paku:leaving", (event) => {
  flush();
  if ([...forms].some(([form, memory]) => ![memory.safe, memory.sent].includes(typed(form)))) event.preventDefault();
});

// Two tabs with one sheet (the second was opened from the draft): what is typed further here gets a sheet of its own.
tabs.addEventListener("message", ({ data: sheet }) => {
  for (const [form, memory] of forms) if (sheetOf(form)?.value === sheet && !memory.sent) memory.taken = true;
});

const flush = () => { for (const form of forms.keys()) save(form, true); };
document.addEventListener("visibilitychange", () => document.hidden && flush());
for (const name of ["pagehide", "online"]) addEventListener(name, flush);

// The browser's own memory of what is typed is a file on its disk; the server has the draft.
for (const form of document.querySelectorAll("[data-draft-key]")) form.autocomplete = "off";

for (const form of document.querySelectorAll(`[data-draft-key]:has(${WITH_ERRORS})`)) {
  know(form, false);
  save(form);
}
