// Copying a text that stands on the page: into the field that is asked again, or to the clipboard.
//
// Markup: <button type="button" hidden data-copy-text="<id of the text>" data-copy-into="<id of the field>"> and
// <button type="button" hidden data-copy-out="<id of a textarea>" data-copied="…"> with a <span data-copy-word> inside.
// Without script the buttons stay hidden and the text is selected by hand. What stands in the field stays; the copied
// text comes after it.

for (const button of document.querySelectorAll("[data-copy-into], [data-copy-out]")) button.hidden = false;

function copyInto(button) {
  const text = document.getElementById(button.dataset.copyText).textContent.trim();
  const field = document.getElementById(button.dataset.copyInto);
  const between = field instanceof HTMLTextAreaElement ? "\n" : " ";
  field.value = field.value.trim() ? `${field.value.trimEnd()}${between}${text}` : text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

// Plain http (the demo) has no clipboard of its own: then the selected text is copied in the old way.
async function copyOut(button) {
  const area = document.getElementById(button.dataset.copyOut);
  area.focus();
  area.select();
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(area.value);
    else if (!document.execCommand("copy")) return;
  } catch {
    return;
  }
  button.querySelector("[data-copy-word]").textContent = button.dataset.copied;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-copy-into], [data-copy-out]");
  if (!button) return;
  if (button.dataset.copyInto) copyInto(button);
  else copyOut(button);
});
