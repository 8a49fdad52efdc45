// A passkey is made, or shown, when its button is pressed; what it answers goes with the form.
//
// Markup: <form data-passkey="get|create" data-options="id of a json_script">, inside it <input type="hidden"
// name="…credential" data-passkey-answer> and <button type="button" data-passkey-ask hidden>; beside them
// <p data-passkey-failed hidden>. Without script, or where the browser has no passkeys, the button stays hidden.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const listed = (given) => (given || []).map((one) => ({ ...one, id: bytes(one.id) }));

function question({ publicKey }) {
  const asked = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  if (asked.excludeCredentials) asked.excludeCredentials = listed(asked.excludeCredentials);
  if (asked.allowCredentials) asked.allowCredentials = listed(asked.allowCredentials);
  return { publicKey: asked };
}

function answer(credential) {
  const said = credential.response;
  const response = { clientDataJSON: text(said.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (said[name]) response[name] = text(said[name]);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function ask(form) {
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  const name = form.querySelector("[name=name]");
  if (name && !name.reportValidity()) return;
  const options = JSON.parse(document.getElementById(form.dataset.options).textContent);
  try {
    const credential = await navigator.credentials[form.dataset.passkey](question(options));
    form.querySelector("[data-passkey-answer]").value = answer(credential);
    form.noValidate = true;
    form.requestSubmit();
  } catch {
    failed.hidden = false;
    failed.focus();
  }
}

// a passkey belongs to a name: a bare number (127.0.0.1) cannot have one
if (window.PublicKeyCredential && !/^[\d.]+$|:/.test(location.hostname)) {
  for (const button of document.querySelectorAll("[data-passkey-ask]")) {
    button.hidden = false;
    button.form.hidden = false;
    button.addEventListener("click", () => ask(button.form));
  }
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) missing.hidden = true;
}
