// What is typed goes to the server as a draft, before anybody presses anything.
//
// Markup: <form data-draft-key="visit/<ref>" data-draft-url="/drafts/"> and, inside, components/draft_note.html:
// <p data-draft-note data-saving data-saved data-offline data-failed> (texts; {time} in data-saved).
// Sent: key, form (the sheet's submission_id), body (JSON: name -> text, or a list where a name may hold several).
// 204: safe. 409: that sheet was saved meanwhile (another tab): what is typed from now on gets a new sheet.

const NOT_TYPED = new Set(["csrfmiddlewaretoken", "submission_id", "text_len", "_end"]);
const PAUSE = 1500, RETRY = 5000, KEEPALIVE_LIMIT = 60_000, forms = new Map();

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

function say(form, state, note = form.querySelector("[data-draft-note]")) {
  if (!note) return;
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  note.dataset.state = state;
  note.querySelector("[data-draft-text]").textContent = (note.dataset[state] ?? "").replace("{time}", time);
}

// A uuid4; crypto.randomUUID is missing on plain http, by which the demo may be opened.
function newSheet() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

function later(form, memory, wait) {
  clearTimeout(memory.timer);
  memory.timer = setTimeout(save, wait, form);
}

async function save(form) {
  const memory = forms.get(form);
  const body = typed(form);
  clearTimeout(memory.timer);
  if (memory.stopped || body === memory.safe || body === memory.going) return;
  memory.going = body;
  say(form, "saving");
  const sheet = form.elements.namedItem("submission_id"), token = form.elements.namedItem("csrfmiddlewaretoken")?.value;
  const data = new URLSearchParams({ key: form.dataset.draftKey, form: sheet?.value ?? "", body });
  let state = "offline";
  try {
    const answer = await fetch(form.dataset.draftUrl ?? "/drafts/", {
      method: "POST", body: data, redirect: "manual", credentials: "same-origin",
      headers: { "X-CSRFToken": token ?? "" }, keepalive: String(data).length < KEEPALIVE_LIMIT,
    });
    state = answer.ok ? "saved" : "failed";
    if (answer.status === 409 && sheet) { sheet.value = newSheet(); memory.wait = 0; }
  } catch { /* no network: said below, tried again */ }
  if (memory.going === body) memory.going = null;
  if (state === "saved") memory.safe = body;
  memory.wait = state === "saved" ? RETRY : Math.min((memory.wait ?? RETRY) * 2 + 100, 60_000);
  if (typed(form) === body) say(form, state);
  if (typed(form) !== memory.safe) later(form, memory, state === "saved" ? PAUSE : memory.wait);
}

const resume = () => { for (const memory of forms.values()) memory.stopped = false; };
const flush = () => { for (const form of forms.keys()) form.isConnected ? save(form) : forms.delete(form); };

// A form is known from the first touch; one that was typed into before this script ran has nothing safe yet.
function known({ target: { form }, type }) {
  if (form?.matches("[data-draft-key]") && !forms.has(form)) forms.set(form, { safe: type === "focusin" ? typed(form) : null });
  return forms.get(form);
}
document.addEventListener("focusin", known);
document.addEventListener("input", (event) => known(event) && later(event.target.form, known(event), PAUSE));
document.addEventListener("focusout", (event) => { if (forms.has(event.target.form)) save(event.target.form); });
document.addEventListener("submit", ({ target }) => { if (forms.has(target)) forms.get(target).stopped = true; });
document.addEventListener("htmx:responseError", resume);
document.addEventListener("visibilitychange", () => document.hidden && flush());
for (const name of ["pagehide", "online"]) addEventListener(name, flush);
addEventListener("pageshow", resume);
