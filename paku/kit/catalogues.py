"""Message catalogues with Babel alone: kept up to date, compiled, and searched for faults.

A catalogue is `<locale>/<language>/LC_MESSAGES/django.po`, sorted, without line numbers, so that a
change shows only what changed. English is the source and has none.
"""

import os
import re
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("fi", "sv")
_NAMED = re.compile(r"%\((\w+)\)|\{(\w+)\}")


def path_of(locale: Path, language: str) -> Path:
    """Where a language's catalogue lies."""
    return locale / language / "LC_MESSAGES" / "django.po"


def read(locale: Path, language: str) -> Catalog:
    """The catalogue of a language; an empty one if there is none yet."""
    path = path_of(locale, language)
    if not path.exists():
        return Catalog(locale=language, project="Paku", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django", abort_invalid=True)


def merge(template: Catalog, locale: Path, language: str) -> Catalog:
    """Write the language's catalogue with exactly the marked strings, translations kept."""
    old = read(locale, language)
    new = Catalog(locale=language, project="Paku", version="1", fuzzy=False, header_comment="")
    for message in template:
        if message.id:
            kept = old.get(_key(message), message.context)
            translated = kept.string if kept and _fits(message, kept) else ""
            flags = {flag for flag in kept.flags if flag == "fuzzy"} if kept else set()
            new.add(message.id, translated, context=message.context, flags=flags)
    path = path_of(locale, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(_HEADER[language])
        for_file = BytesIO()
        write_po(for_file, new, sort_output=True, no_location=True, omit_header=True, width=100)
        file.write(for_file.getvalue())
    return new


_HEADER = {
    language: (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    ).encode()
    for language in LANGUAGES
}


def compile_all(locale: Path) -> list[Path]:
    """Write each `.mo` beside its `.po`; unfinished messages stay English."""
    made = []
    for language in LANGUAGES:
        target = path_of(locale, language).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        compiled = BytesIO()
        write_mo(compiled, read(locale, language))
        _put(target, compiled.getvalue())
        made.append(target)
    return made


def _put(target: Path, content: bytes) -> None:
    """Whole or not at all: whoever reads it meanwhile gets the old one, and a kill half-way leaves the old one."""
    handle, name = tempfile.mkstemp(suffix=target.suffix, dir=target.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        made.chmod(0o644)
        made.replace(target)
    except BaseException:
        made.unlink()
        raise


def faults(template: Catalog, catalogue: Catalog) -> list[str]:
    """What is missing, doubtful or broken, one line each, by its English text."""
    lines = []
    for message in template:
        if message.id:
            found = catalogue.get(_key(message), message.context)
            fault = _fault(message, found)
            if fault:
                lines.append(f"{fault}: {_key(message)!r}")
    wanted = {(_key(message), message.context) for message in template if message.id}
    lines += [
        f"no longer used: {_key(message)!r}"
        for message in catalogue
        if message.id and (_key(message), message.context) not in wanted
    ]
    return lines


def _fault(message: Message, found: Message | None) -> str:
    if found is None or not _fits(message, found) or not all(_strings(found.string)):
        return "missing"
    if found.fuzzy:
        return "fuzzy"
    ids = _strings(message.id)
    whole = set().union(*(_placeholders(text) for text in ids))
    for number, text in enumerate(_strings(found.string)):
        # “every day” may be said of one without its number, as in English
        of_this_form = _placeholders(ids[min(number, len(ids) - 1)])
        if _placeholders(text) not in (whole, of_this_form):
            return "placeholders differ"
    return ""


def _placeholders(text: str) -> set[str]:
    return {percent or brace for percent, brace in _NAMED.findall(text)} | {
        f"%{sign}" for sign in re.findall(r"%([sd])", text)
    }


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def _key(message: Message) -> str:
    return _strings(message.id)[0]


def _fits(message: Message, found: Message) -> bool:
    return len(_strings(message.id)) == len(_strings(found.id))
