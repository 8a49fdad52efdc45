"""A key under which names that look or sound alike to a searcher are the same: in Python and in
SQL.

`folded("Åsa-Märtha O’Brien") == "asa martha obrien"`. Case, accents, apostrophes and hyphens go;
Sámi and other Nordic letters become their nearest a–z; letters of Cyrillic and Greek that look like
Latin ones become those, so that a name typed with a foreign "М" meets its twin in the duplicate
check. The key is for search and comparison, never for showing. `PAKU_FOLD_SQL` is the same rule as
an immutable function of the database (a test compares the two sign by sign).
"""

import unicodedata

# one sign to one sign, after decomposition and lower case; what decomposes (å ä ö š ž á ǩ …) needs no row
_SIGNS = {
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ø": "o", "ŧ": "t", "ʒ": "z", "ǥ": "g",
    "ƶ": "z", "ə": "e", "-": " ", "‐": " ", "‑": " ", "‒": " ", "–": " ", "—": " ", "−": " ", "\xa0": " ",
    "а": "a", "в": "b", "е": "e", "һ": "h", "н": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m",
    "о": "o", "р": "p", "с": "c", "ѕ": "s", "т": "t", "у": "y", "х": "x", "ԁ": "d", "ԛ": "q", "ԝ": "w",
    "α": "a", "β": "b", "ε": "e", "ζ": "z", "η": "h", "ι": "i", "κ": "k", "μ": "m", "ν": "n", "ο": "o",
    "ρ": "p", "ς": "σ", "τ": "t", "υ": "y", "χ": "x",
}  # fmt: skip
_DROPPED = (
    "".join(
        chr(point)
        for first, last in ((0x300, 0x36F), (0x483, 0x487), (0x64B, 0x65F), (0x670, 0x670))
        for point in range(first, last + 1)
    )
    + "'’‘ʼʹʻ`´"
)
_DIGRAPHS = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}

_TABLE = str.maketrans(_SIGNS | dict.fromkeys(_DROPPED, "") | _DIGRAPHS)


def folded(text: str) -> str:
    """The search key of a text; the same as `paku_fold(text)` in the database."""
    return unicodedata.normalize("NFKD", text).lower().translate(_TABLE)


def _sql() -> str:
    quoted_from = ("".join(_SIGNS) + _DROPPED).replace("'", "''")
    body = 'lower(normalize(raw, NFKD) COLLATE "pg_c_utf8")'
    body = f"translate({body}, '{quoted_from}', '{''.join(_SIGNS.values())}')"
    for sign, letters in _DIGRAPHS.items():
        body = f"replace({body}, '{sign}', '{letters}')"
    return (
        "CREATE OR REPLACE FUNCTION paku_fold(raw text) RETURNS text"
        f' LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN {body} COLLATE "default"'
    )


PAKU_FOLD_SQL = _sql()
PAKU_FOLD_UNDO_SQL = "DROP FUNCTION IF EXISTS paku_fold(text)"


def mixed_script(text: str) -> bool:
    """True if one word holds letters of two alphabets that look alike (Latin, Cyrillic, Greek)."""
    return any(len(_alphabets(word)) > 1 for word in text.replace("-", " ").split())


def _alphabets(word: str) -> set[str]:
    first_words = {unicodedata.name(sign, "?").split(" ", 1)[0] for sign in word if sign.isalpha()}
    return first_words & {"LATIN", "CYRILLIC", "GREEK"}
