"""How a name sounds to a Finnish ear: one short key for spellings that are said alike.

`sounded("Wikström") == sounded("Vickström") == "vikstrom"`. Finns write down by ear: k for ck, v for w, t for d, one
letter for two. The rules (decision 0028) go from the first to the last; `PAKU_SOUND_SQL` is the same list as an
immutable function of the database (a test compares the two). The key finds, it never shows and never decides:
Kari and Karri share one, and are offered as names that sound alike, no more.
"""

from __future__ import annotations

import re
import unicodedata

from paku.kit.folding import folded

# before the letters lose their marks: Swedish å is said as o; č and its like would become k
_SPOKEN = {"å": "o", "č": "ts", "ŋ": "ng"}
_RULES = (
    ("^[dghl]j", "j"),  # Hjelm, Ljung, Gjerde
    ("^hv", "v"),
    ("w", "v"),
    ("sch|skj|stj|sj|sh", "s"),  # Sjöberg, Natasha
    ("ph", "f"),
    ("th", "t"),
    ("([dgkbr])h", "\\1"),
    ("ch|ck|q(?=v)", "k"),
    ("qu", "kv"),
    ("q", "k"),
    ("x", "ks"),
    ("tz", "ts"),
    ("z", "s"),
    ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("ij(?=[aeiouy])", "i"),  # Maija
    ("([^aeiouy])y(?=[aeou])", "\\1j"),  # Katya
    ("([^aeiouy])(y|ie)$", "\\1i"),  # Henry, Marie
    ("f(?=s|$)", "v"),  # Gustaf
    ("([aeiouy])v(?=[^aeiouyv])", "\\1u"),  # Jovnna
    ("([aeiouy])h$", "\\1"),  # Sarah
    ("d", "t"),
    ("g", "k"),
    ("b", "p"),
    ("(.)\\1+", "\\1"),
)
_COMPILED = tuple((re.compile(pattern), said) for pattern, said in _RULES)
SHORTEST = 2


def sounded(word: str) -> str:
    """The key of one word."""
    spoken = unicodedata.normalize("NFC", word).lower()
    for sign, said in _SPOKEN.items():
        spoken = spoken.replace(sign, said)
    return _said(folded(spoken))


def sounds(text: str) -> tuple[str, ...]:
    """The keys of all words of a text, in order of the alphabet; the same as `paku_sounds(text)`."""
    spoken = unicodedata.normalize("NFC", text).lower()
    for sign, said in _SPOKEN.items():
        spoken = spoken.replace(sign, said)
    found = {_said(word) for word in folded(spoken).split()}
    return tuple(sorted(key for key in found if len(key) >= SHORTEST))


def _said(word: str) -> str:
    for pattern, said in _COMPILED:
        word = pattern.sub(said, word)
    return word


def _sql() -> tuple[str, str]:
    one = "word"
    for pattern, said in _RULES:
        one = f"regexp_replace({one}, '{pattern}', '{said}', 'g')"
    spoken = 'lower(normalize(raw, NFC) COLLATE "pg_c_utf8")'
    for sign, said in _SPOKEN.items():
        spoken = f"replace({spoken}, '{sign}', '{said}')"
    head = "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN"
    heard = (
        'ARRAY(SELECT DISTINCT paku_sound(w) COLLATE "C" AS heard'
        " FROM regexp_split_to_table(paku_fold(@spoken), '\\s+') w"
        " WHERE length(paku_sound(w)) >= @shortest ORDER BY heard)"
    )
    every = heard.replace("@spoken", spoken).replace("@shortest", str(SHORTEST))
    return (
        f"CREATE OR REPLACE FUNCTION paku_sound(word text) RETURNS text {head} {one}",
        f"CREATE OR REPLACE FUNCTION paku_sounds(raw text) RETURNS text[] {head} {every}",
    )


PAKU_SOUND_SQL, PAKU_SOUNDS_SQL = _sql()
