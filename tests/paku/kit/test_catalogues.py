"""Message catalogues: what is marked is found, what is translated stays, what is wrong is named."""

from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError
from django.core.management import CommandError, call_command

from paku.kit import catalogues

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
a = _("Saved")
b = ngettext("%(n)d day", "%(n)d days", 2)
c = pgettext("month", "May")
d = _(a)
"""
PAGE = """<ul>
    <li>{% translate "Search" %}
  <li>it's "5 < 6" 0x_ {{ _("Close") }}
{% blocktranslate trimmed count n=n %}one {{ n }} step{% plural %}{{ n }} steps{% endblocktranslate %}"""
FOUND = {"Saved", "%(n)d day", "May", "Search", "Close", "one %(n)s step"}
TRANSLATED = {
    "Saved": "Tallennettu",
    "%(n)d day": ("%(n)d päivä", "%(n)d päivää"),
    "May": "toukokuu",
    "Search": "Haku",
    "Close": "Sulje",
    "one %(n)s step": ("%(n)s askel", "%(n)s askelta"),
}


@pytest.fixture
def product(tmp_path: Path, settings) -> Path:
    (tmp_path / "clients").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "clients" / "a.py").write_text(PYTHON)
    (tmp_path / "templates" / "a.html").write_text(PAGE)
    settings.ROOT = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    return tmp_path


def ids(catalogue) -> set[str]:
    return {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalogue
        if message.id
    }


def translate(product: Path, **changes: object) -> None:
    from babel.messages.pofile import write_po

    for language in catalogues.LANGUAGES:
        catalogue = catalogues.read(product / "locale", language)
        for message in catalogue:
            if message.id:
                key = message.id[0] if isinstance(message.id, tuple) else message.id
                message.string = (TRANSLATED | changes)[key]
        with catalogues.path_of(product / "locale", language).open("wb") as file:
            write_po(file, catalogue)


def test_every_marked_string_is_found_in_code_and_pages(product: Path):
    call_command("messages", "update", verbosity=0)

    assert ids(catalogues.read(product / "locale", "fi")) == FOUND
    assert catalogues.read(product / "locale", "sv").get("May", "month") is not None


def test_an_update_keeps_translations_drops_what_is_gone_and_changes_nothing_twice(product: Path):
    call_command("messages", "update")
    translate(product)
    (product / "clients" / "a.py").write_text('_ = str\na = _("Saved")\nb = _("New")\n')

    call_command("messages", "update")

    once = catalogues.path_of(product / "locale", "fi").read_bytes()
    call_command("messages", "update")
    assert catalogues.path_of(product / "locale", "fi").read_bytes() == once
    assert ids(catalogues.read(product / "locale", "fi")) == {
        "Saved",
        "New",
        "Search",
        "Close",
        "one %(n)s step",
    }
    assert catalogues.read(product / "locale", "fi").get("Saved").string == "Tallennettu"


def test_a_finished_catalogue_passes_and_compiles(product: Path):
    import gettext

    call_command("messages", "update")
    translate(product)

    call_command("messages", "check")
    call_command("messages", "compile")

    with catalogues.path_of(product / "locale", "fi").with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.gettext("Saved") == "Tallennettu"
    assert compiled.ngettext("%(n)d day", "%(n)d days", 2) == "%(n)d päivää"
    assert compiled.pgettext("month", "May") == "toukokuu"


def test_a_catalogue_is_compiled_whole_or_stays_as_it_was(product: Path):
    """Somebody may be reading it, and the next one may be broken."""
    call_command("messages", "update")
    translate(product)
    call_command("messages", "compile")
    catalogue = catalogues.path_of(product / "locale", "fi")
    compiled = catalogue.with_suffix(".mo")
    before, beside = compiled.read_bytes(), sorted(compiled.parent.iterdir())

    with compiled.open("rb") as reading:
        translate(product, Search="Etsi tarkemmin")
        call_command("messages", "compile")
        assert reading.read() == before
    after = compiled.read_bytes()
    catalogue.write_text(catalogue.read_text() + "msgid broken")
    with pytest.raises(PoFileError):
        call_command("messages", "compile")

    assert before != after == compiled.read_bytes()
    assert sorted(compiled.parent.iterdir()) == beside
    assert compiled.stat().st_mode & 0o777 == catalogue.stat().st_mode & 0o777


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"Search": ""}, "missing: 'Search'"),
        ({"%(n)d day": ("%(n)d päivä", "")}, "missing: '%(n)d day'"),
        ({"%(n)d day": ("%(n)d päivä", "%(m)d päivää")}, "placeholders differ: '%(n)d day'"),
        ({"%(n)d day": ("päivä", "%(n)d päivää")}, "placeholders differ: '%(n)d day'"),
    ],
)
def test_what_is_missing_or_broken_is_named(product: Path, changes: dict, fault: str):
    call_command("messages", "update")
    translate(product, **changes)

    with pytest.raises(CommandError, match="2 faults") as error:
        call_command("messages", "check")

    assert f"fi: {fault}" in str(error.value)


def test_a_doubtful_or_forgotten_message_is_named(product: Path):
    call_command("messages", "update")
    translate(product)
    path = catalogues.path_of(product / "locale", "fi")
    path.write_text(path.read_text().replace('msgid "Search"', '#, fuzzy\nmsgid "Search"'))
    (product / "clients" / "b.py").write_text('from x import _\n_("Newest")\n')
    (product / "clients" / "a.py").write_text("")

    with pytest.raises(CommandError) as error:
        call_command("messages", "check")

    assert "fi: fuzzy: 'Search'" in str(error.value)
    assert "sv: missing: 'Newest'" in str(error.value)
    assert "fi: no longer used: 'May'" in str(error.value)
