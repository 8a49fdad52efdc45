"""Bad input BI-089: an identity code in free text is asked about once; it is taken out, or left in on purpose."""

import json
import re
import uuid

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from paku.saving.models import Draft
from pathways.models import Visit, VisitText
from tests.desk import Desk
from tests.factories import PathFactory, VisitFactory, today
from tests.paku.bad_inputs.reading import typed_in
from tests.paku.kit.bad_inputs import ENTRIES, value_of

pytestmark = pytest.mark.django_db

TOLD = next(value_of(entry) for entry in ENTRIES if entry["id"] == "BI-089")
CODE = "010190-999W"
both_texts = pytest.mark.parametrize("field", ["note", "client_words"])


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def sheet(**fields):
    return {
        "kind": "home",
        "met": "yes",
        "on": f"{today():%d.%m.%Y}",
        "present": "client",
        **fields,
    }


def new_visit(path):
    return reverse("pathways:new-visit", args=[path.ref])


def ticks(answer):
    """Which ticks “on purpose” the page offers."""
    return set(re.findall(r'name="(\w+)_on_purpose"', answer.content.decode()))


def warned(answer):
    return {
        name
        for name, errors in answer.context["form"].errors.as_data().items()
        if any(error.code == "identity_code" for error in errors)
    }


@both_texts
def test_it_is_asked_about_beside_its_field_and_the_text_stays(desk, path, field):
    answer = desk.send(new_visit(path), sheet(**{field: TOLD}))

    assert (answer.status_code, Visit.objects.count()) == (422, 0)
    assert (warned(answer), ticks(answer)) == ({field}, {field})
    assert typed_in(answer)[field] == TOLD
    assert f'id="id_{field}_error"' in answer.content.decode()


@both_texts
def test_left_in_on_purpose_it_is_saved_as_it_was_typed(desk, path, field):
    number = uuid.uuid4()
    desk.send(new_visit(path), sheet(**{field: TOLD}), sheet=number)

    confirmed = sheet(**{field: TOLD, f"{field}_on_purpose": "on"})
    answer = desk.send(new_visit(path), confirmed, sheet=number)

    assert answer.status_code == 303
    assert getattr(VisitText.objects.get(), field) == TOLD


@both_texts
def test_taken_out_it_is_saved_without_a_further_word(desk, path, field):
    number = uuid.uuid4()
    desk.send(new_visit(path), sheet(**{field: TOLD}), sheet=number)

    answer = desk.send(new_visit(path), sheet(**{field: "Ilman tunnusta."}), sheet=number)

    assert answer.status_code == 303
    assert getattr(VisitText.objects.get(), field) == "Ilman tunnusta."


@pytest.mark.parametrize(
    "text", ["Soitin 040 123 4567.", "Tilattu 010190-1234 kpl", "lasku 010190-999A", ""]
)
def test_what_is_no_identity_code_is_not_asked_about(desk, path, text):
    assert ticks(desk.get(new_visit(path))) == set()
    assert desk.send(new_visit(path), sheet(note=text)).status_code == 303


@pytest.mark.parametrize("text", ["0101\u200b90-999W", "tunnus 010190–999w.", f"({CODE})"])
def test_a_code_is_seen_as_it_would_be_stored(desk, path, text):
    assert warned(desk.send(new_visit(path), sheet(note=text))) == {"note"}


def test_a_tick_for_one_text_does_not_speak_for_the_other(desk, path):
    both = sheet(note=TOLD, client_words=TOLD, note_on_purpose="on")

    answer = desk.send(new_visit(path), both)

    assert (answer.status_code, warned(answer)) == (422, {"client_words"})
    assert ticks(answer) == {"note", "client_words"}


def test_a_tick_stays_ticked_when_something_else_is_amiss(desk, path):
    answer = desk.send(new_visit(path), sheet(note=TOLD, note_on_purpose="on", minutes="paljon"))

    assert (answer.status_code, warned(answer)) == (422, set())
    assert re.search(r'name="note_on_purpose"[^>]*checked', answer.content.decode())


def test_the_draft_stays_until_the_visit_is_saved_and_brings_the_text_back(desk, path):
    number = uuid.uuid4()
    left = {"key": f"visit/{path.ref}", "form": str(number), "body": json.dumps({"note": TOLD})}
    desk.post("/drafts/", left)

    desk.send(new_visit(path), sheet(note=TOLD), sheet=number)

    assert Draft.objects.get().fields == {"note": TOLD}
    assert typed_in(desk.get(new_visit(path)))["note"] == TOLD
    desk.send(new_visit(path), sheet(note=TOLD, note_on_purpose="on"), sheet=number)
    assert not Draft.objects.exists()


def test_nothing_of_the_text_stands_on_the_trail_or_in_the_log(desk, path, caplog):
    desk.send(new_visit(path), sheet(note=TOLD))
    desk.send(new_visit(path), sheet(note=TOLD, note_on_purpose="on"))

    assert VisitText.objects.get().note == TOLD
    assert CODE not in str(list(Entry.objects.values())) + caplog.text


@both_texts
def test_a_correction_asks_the_same(field):
    visit = VisitFactory()
    desk, address = Desk().sit(visit.worker), reverse("pathways:correct-visit", args=[visit.ref])
    told = {"note": "", "client_words": "", "reason": "tarkennus", "version": 1, field: TOLD}

    asked = desk.send(address, told)
    saved = desk.send(address, {**told, f"{field}_on_purpose": "on"})

    assert (asked.status_code, warned(asked), ticks(asked)) == (422, {field}, {field})
    assert saved.status_code == 303
    assert getattr(VisitText.objects.newest().get(visit=visit), field) == TOLD
