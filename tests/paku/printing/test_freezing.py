"""What was given out stays as it was."""

from hashlib import sha256

import pytest
from django.db import DatabaseError, connection, transaction

from paku.audit.models import Entry
from paku.kit.refusals import Refused
from paku.printing.actions.papers import freeze
from paku.printing.deeds import Deed
from paku.printing.handing import hand_over
from paku.printing.models import Paper
from tests.factories import worker
from tests.paku.printing.conftest import RunningPress
from tests.paku.printing.inspector import text_of
from tests.paku.printing.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def frozen(the_press: RunningPress, settings: object) -> Paper:
    settings.PRESS = the_press.address  # type: ignore[attr-defined]
    return freeze(manuscript=a_paper(serial=""), by=worker())


def test_a_frozen_paper_holds_its_bytes_its_number_and_what_was_told(frozen: Paper) -> None:
    kept = Paper.objects.get(ref=frozen.ref)

    assert kept.sha256 == sha256(bytes(kept.pdf)).hexdigest()
    assert kept.serial.startswith("2026-")
    assert f"Paku {kept.serial}" in text_of(bytes(kept.pdf))
    assert kept.sections[0] == {"name": "own-words", "title": "Omin sanoin", "ground": "consent"}
    assert (kept.pages, kept.recipient, kept.language) == (1, "Kela, Viitasaari", "fi")


def test_it_is_on_the_trail_without_a_word_of_its_content(frozen: Paper) -> None:
    entry = Entry.objects.get(deed=Deed.PAPER_FROZEN)

    assert entry.client_refs == [frozen.client_ref]
    assert entry.details == {"serial": frozen.serial}
    assert entry.sections == ["own-words", "path", "steps", "notes"]


def test_two_papers_never_share_a_number(frozen: Paper) -> None:
    assert freeze(manuscript=a_paper(), by=frozen.made_by).serial != frozen.serial


@pytest.mark.parametrize(
    "sql", ["UPDATE printing_paper SET recipient = 'x'", "DELETE FROM printing_paper"]
)
def test_nobody_changes_or_deletes_it(frozen: Paper, sql: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)

    assert Paper.objects.get().recipient == "Kela, Viitasaari"


def test_it_is_handed_over_as_a_file_that_nothing_keeps(frozen: Paper) -> None:
    response = hand_over(frozen)

    assert response.content == bytes(frozen.pdf)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="paku-{frozen.serial}.pdf"'
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_damaged_copy_is_not_handed_over(frozen: Paper) -> None:
    frozen.pdf = b"%PDF" + bytes(frozen.pdf)[5:]

    with pytest.raises(Refused):
        hand_over(frozen)


def test_without_a_press_nothing_is_kept_and_the_sentence_is_plain(settings: object) -> None:
    settings.PRESS = "unix:///nowhere/press.sock"  # type: ignore[attr-defined]

    with pytest.raises(Refused) as refused, transaction.atomic():
        freeze(manuscript=a_paper(), by=worker())

    assert (refused.value.status, refused.value.code) == (503, "press_down")
    assert not Paper.objects.exists()
