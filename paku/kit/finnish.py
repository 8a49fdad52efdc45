"""Finnish order, the same on every server and in every index: … z, å, ä, ö.

No build of PostgreSQL that comes as a package has Finnish collation rules, so names are sorted by
an immutable expression: `{ | }` are the three ASCII signs after z. Letters of Sámi and of
neighbours stand with the letter a Finnish register puts them under (š with s, đ with d, ü with y, æ
with ä, ø and õ with ö).
"""

from django.db import models

from paku.kit.folding import PAKU_FOLD_SQL, PAKU_FOLD_UNDO_SQL

__all__ = ["PAKU_FOLD_SQL", "PAKU_FOLD_UNDO_SQL", "FinnishSort", "finnish_key"]

_PLACES = {
    "å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}", "õ": "}", "ü": "y", "ű": "y", "ő": "}",
    "á": "a", "à": "a", "â": "a", "ã": "a", "ą": "a", "ă": "a", "ā": "a", "č": "c", "ç": "c", "ć": "c",
    "đ": "d", "ð": "d", "ď": "d", "é": "e", "è": "e", "ê": "e", "ë": "e", "ę": "e", "ě": "e", "ē": "e",
    "ǥ": "g", "ǧ": "g", "ğ": "g", "ģ": "g", "í": "i", "ì": "i", "î": "i", "ï": "i", "ī": "i", "ı": "i",
    "ǩ": "k", "ķ": "k", "ł": "l", "ļ": "l", "ľ": "l", "ŋ": "n", "ń": "n", "ñ": "n", "ň": "n", "ņ": "n",
    "ó": "o", "ò": "o", "ô": "o", "ō": "o", "ř": "r", "š": "s", "ś": "s", "ş": "s", "ș": "s", "ß": "s",
    "ŧ": "t", "ť": "t", "ț": "t", "ú": "u", "ù": "u", "û": "u", "ů": "u", "ū": "u", "ý": "y", "ÿ": "y",
    "ž": "z", "ź": "z", "ż": "z", "ʒ": "z", "ǯ": "z", "ʹ": "",
}  # fmt: skip
_FROM = "".join(sorted(_PLACES, key=lambda sign: _PLACES[sign] == ""))
_TO = "".join(_PLACES[sign] for sign in _FROM)
_TABLE = str.maketrans(_PLACES)


class FinnishSort(models.Func):
    """`order_by(FinnishSort("last_name"))`, and the same in `models.Index(FinnishSort(…), name=…)`."""

    template = (
        f"translate(lower(%(expressions)s COLLATE \"pg_c_utf8\"), '{_FROM}', '{_TO}') COLLATE \"C\""
    )
    arity = 1
    output_field = models.TextField()


def finnish_key(text: str) -> str:
    """The same order for a list in memory: `sorted(names, key=finnish_key)`."""
    return text.lower().translate(_TABLE)
