// The language guard: while one writes, a label gets a kinder offer and an unknown abbreviation is asked about.
// It never blocks, never sends anything anywhere and never changes a text by itself.
//
// Markup: components/looked_at.html: <div data-looked-at="id of the field" data-words="[[kind, said, instead], …]"
// data-offer data-short data-use>. paku/saving/looked_at.py reckons in the same way for a text that comes back.

const MOST = 5, PAUSE = 600;
let latest = "[]"; // the words stand with the first field of a form
const LETTERS = "\\p{L}\\p{N}_";
const CAPITALS = new RegExp(`(?<![${LETTERS}])[A-ZÅÄÖ]{2,6}(?::[a-zåäö]+)?(?![${LETTERS}])`, "gu");
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function pattern([kind, said]) {
  const words = said.trim().split(/\s+/).map(escape).join("\\s+");
  if (kind === "label") return new RegExp(`(?<![${LETTERS}])${words}\\p{L}*`, "giu");
  return new RegExp(`(?<![${LETTERS}])${words}(?::[a-zåäö]+)?(?![${LETTERS}])`, "gu");
}

function offers(text, words) {
  const known = new Set(words.filter(([kind]) => kind !== "label").map(([, said]) => said)), places = new Map();
  const taken = [];
  const put = (match, instead) => { if (!places.has(match[0])) places.set(match[0], [match.index, instead]); };
  for (const { kind, instead, looks } of words.compiled)
    if (kind !== "allowed") for (const match of text.matchAll(looks)) {
      put(match, instead);
      taken.push([match.index, match.index + match[0].length]);
    }
  for (const match of text.matchAll(CAPITALS)) {
    const isWithin = taken.some(([start, end]) => start <= match.index && match.index < end);
    if (!known.has(match[0].split(":")[0]) && !isWithin) put(match, "");
  }
  return [...places].map(([found, [start, instead]]) => ({ found, start, instead })).sort((a, b) => a.start - b.start).slice(0, MOST);
}

// The text is changed as typing would: other scripts (drafts, growing) hear of it, and Ctrl+Z brings it back.
// It is looked for anew: the text may have moved, and the same letters may stand within another word.
function use(field, words, { found, instead }) {
  const now = offers(field.value, words).find((offer) => offer.found === found);
  if (!now) return;
  const { start } = now;
  const isFirst = found[0] !== found[0].toLowerCase();
  const said = isFirst ? instead[0].toUpperCase() + instead.slice(1) : instead;
  field.focus();
  field.setRangeText(said, start, start + found.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function line(box, field, words, offer) {
  const p = document.createElement("p");
  const sentence = offer.instead ? box.dataset.offer : box.dataset.short;
  p.append(sentence.replace("{found}", offer.found).replace("{instead}", offer.instead), " ");
  if (!offer.instead) return p;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm";
  button.textContent = box.dataset.use;
  button.setAttribute("aria-label", `${box.dataset.use}: ${offer.instead}`);
  button.addEventListener("click", () => use(field, words, offer));
  p.append(button);
  return p;
}

function watch(box) {
  latest = box.dataset.words || latest;
  const field = document.getElementById(box.dataset.lookedAt);
  if (!field) return;
  const words = JSON.parse(latest);
  words.compiled = words.map((word) => ({ kind: word[0], instead: word[2], looks: pattern(word) }));
  let shown = null, waiting = 0;
  const look = () => {
    const found = offers(field.value, words), key = JSON.stringify(found.map(({ found, instead }) => [found, instead]));
    if (key === shown) return; // readers of the screen hear every change
    shown = key;
    box.replaceChildren(...found.map((offer) => line(box, field, words, offer)));
  };
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, PAUSE); });
  look();
}

document.querySelectorAll("[data-looked-at]").forEach(watch);
