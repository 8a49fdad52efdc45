// Signing out empties the page at once, with or without a network.
//
// Markup: <form data-sign-out action="/sign-out/" data-leaving data-offline data-unkept> (sentences). What is typed goes
// to the server as a draft first (autosave.js answers "paku:leaving"). Without a network the page is empty, says so, and
// signs out as soon as it can. Without script the form is an ordinary one.

const TRIES = 20, PAUSE = 250, AGAIN = 5000, DOOR = "/sign-in/";
const rest = (time) => new Promise((done) => setTimeout(done, time));

// Whether all that was typed is on the server.
const isKept = () => dispatchEvent(new CustomEvent("paku:leaving", { cancelable: true }));

async function keep() {
  for (let tries = 0; tries < TRIES && navigator.onLine && !isKept(); tries += 1) await rest(PAUSE);
  return isKept();
}

function empty(sentence) {
  const main = document.createElement("main"), line = document.createElement("p");
  main.className = "narrow";
  line.setAttribute("role", "status");
  line.textContent = sentence;
  main.append(line);
  document.body.replaceChildren(main);
  document.title = "Paku";
}

const post = (action, token) => fetch(action, {
  method: "POST", credentials: "same-origin", redirect: "manual",
  body: new URLSearchParams({ csrfmiddlewaretoken: token }),
});

// True when the server knows. A secret that is out of date (a new sign-in in another tab) is renewed once.
async function signOut(action, token) {
  const answer = await post(action, token);
  if (answer.status !== 403) return answer.ok || answer.type === "opaqueredirect";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-sign-out] [name=csrfmiddlewaretoken]")?.value;
  return !fresh || (await post(action, fresh)).type === "opaqueredirect";
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-sign-out]");
  if (!form) return;
  event.preventDefault();
  if (form.dataset.signOut) return; // pressed before
  form.dataset.signOut = "going";
  const { action, dataset: { leaving, offline, unkept } } = form, token = form.elements.csrfmiddlewaretoken.value;
  if (!(await keep()) && navigator.onLine && !confirm(unkept)) {
    form.dataset.signOut = "";
    return;
  }
  empty(navigator.onLine ? leaving : offline);
  while (!(navigator.onLine && (await keep(), await signOut(action, token).catch(() => false)))) {
    empty(offline);
    await rest(AGAIN);
  }
  location.replace(DOOR);
});
