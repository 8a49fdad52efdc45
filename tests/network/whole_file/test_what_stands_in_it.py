"""The whole file as it is given: every chapter, its schema, nobody else's words, and nothing that is others'."""

import json
from datetime import date

import pytest
from django.utils import timezone

from clients.models import Alert, Exclusion, IdentityCode, Meaning
from network.models.member import MemberKind
from network.papers.whole_file import sheets, whole_file
from paku.kit.dates import finnish_date
from paku.printing.whole_file import file_parts
from pathways.models import StageMove
from tests.factories import (
    ConsentFactory,
    IdentityCodeFactory,
    MemberFactory,
    OwnWordsFactory,
    PathBreakFactory,
    PathFactory,
    StandInFactory,
    StepFactory,
    VisitFactory,
    today,
    worker,
)
from tests.network.whole_file.schema import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def value(agreed, path):
    """Made where both this person's and another's file is full."""
    fill(path, "OMA")
    fill(PathFactory(), "VIERAS")
    IdentityCodeFactory(client=path.client)
    return whole_file(path.client, agreed, at=timezone.now())


def fill(path, mark):
    """A sign of its own in every chapter."""
    who = path.client
    who.advice = f"{mark}-neuvo"
    who.save()
    who.contact_points.create(kind="address", value=f"{mark}-kuja 4")
    OwnWordsFactory(client=who, text=f"{mark}-sanat")
    Meaning.objects.create(
        client=who, text=f"{mark}-merkitys", said_on=today(), heard_by=worker(), readers=[path.care.own_worker_id]
    )  # fmt: skip
    Alert.objects.create(
        client=who, kind="other", text=f"{mark}-huomio", reason="Syy", is_told=True, written_by=worker(),
        written_on=today(), review_on=today(), expires_on=today(),
    )  # fmt: skip
    MemberFactory(
        client=who, name=f"{mark}-sisko", kind=MemberKind.CLOSE, role="sisko", tasks="auttaa", phone="+358400000077"
    )  # fmt: skip
    ConsentFactory(client=who, purpose=f"{mark}-lupa")
    StepFactory(client=who, what=f"{mark}-askel")
    VisitFactory(path=path, note=f"{mark}-kirjaus")
    StageMove.objects.create(
        path=path, stage=path.stage, on=today(), why=f"{mark}-siirto", by=worker()
    )
    PathBreakFactory(path=path, consequence=f"{mark}-katko")
    Exclusion.objects.create(
        client=who, user=worker(name=f"{mark}-suljettu"), reason="relative", added_by=worker()
    )
    StandInFactory(client=who, words=f"{mark}-kurkistus")


def test_it_is_as_the_schema_says(value):
    assert faults(json.loads(json.dumps(value))) == []
    assert faults({**value, "version": 2, "more": 1}) != []


@pytest.mark.parametrize(
    "words",
    ["neuvo", "kuja 4", "sanat", "merkitys", "huomio", "sisko", "lupa", "askel", "kirjaus", "siirto", "katko"],
)  # fmt: skip
def test_every_chapter_tells_its_own(value, words):
    assert f"OMA-{words}" in json.dumps(value, ensure_ascii=False)


def test_nothing_of_anybody_else_is_in_it(value):
    assert "VIERAS" not in json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("others", ["suljettu", "kurkistus", "+358400000077"])
def test_what_is_others_is_never_in_it(value, others):
    assert others not in json.dumps(value, ensure_ascii=False)


def test_the_identity_code_is_the_persons_own(value, path):
    code = IdentityCode.objects.get(client=path.client).code
    assert code in json.dumps(value, ensure_ascii=False)


def test_what_is_left_out_for_everybody_is_told(value):
    told = " ".join(one["why"] for one in value["left_out"])
    assert "15 artiklan 4 kohta" in told or "15(4)" in told
    assert "703/2023" in told


def test_a_chapter_left_out_is_told_with_its_reason(agreed, path):
    fill(path, "OMA")
    agreed.left_out, agreed.why_left_out = ["alerts"], "Toisen turvallisuus"
    value = whole_file(path.client, agreed, at=timezone.now())

    assert "OMA-huomio" not in json.dumps(value, ensure_ascii=False)
    assert "alerts" not in [chapter["name"] for chapter in value["chapters"]]
    assert value["left_out"][0]["why"] == "Toisen turvallisuus"


def test_it_is_in_the_chapters_order_and_in_the_language_asked_for(agreed, path):
    fill(path, "OMA")
    names = [part.name for part in file_parts()]
    agreed.language = "en"
    value = whole_file(path.client, agreed, at=timezone.now())

    assert [chapter["name"] for chapter in value["chapters"]] == names
    assert value["chapters"][0]["title"] == "Who I am"


def test_a_day_that_is_the_same_as_in_the_heading_is_on_paper_too(agreed, path):
    PathBreakFactory(path=path, since=today(), until=today())
    value = whole_file(path.client, agreed, at=timezone.now())

    breaks = next(
        chapter
        for sheet in sheets(value)
        for chapter in sheet["chapters"]
        if chapter["name"] == "breaks"
    )
    printed = dict(breaks["groups"][0]["records"][0]["short"])
    assert finnish_date(today()) in printed.values()
    assert len([text for text in printed.values() if text == finnish_date(today())]) == 1


def test_days_are_iso_and_in_words(agreed, path):
    path.client.born_on = date(1961, 5, 7)
    path.client.save()
    value = whole_file(path.client, agreed, at=timezone.now())

    born = value["chapters"][0]["groups"][0]["records"][0]["fields"]["born_on"]
    assert (born["value"], born["text"]) == ("1961-05-07", "7.5.1961")


def test_a_corrected_note_is_told_in_both_its_versions(agreed, path):
    visit = VisitFactory(path=path, note="Ensin näin")
    visit.texts.create(
        version=2, author=worker(name="Kaisa Korjaaja"), note="Sitten näin", reason="nimi väärin"
    )
    visit.version = 2
    visit.save()

    value = whole_file(path.client, agreed, at=timezone.now())

    visits = next(one for one in value["chapters"] if one["name"] == "visits")
    fields = visits["groups"][0]["records"][0]["fields"]
    assert fields["note"]["value"] == "Sitten näin"
    assert "Ensin näin" in fields["earlier"]["value"][0]
    assert "Kaisa Korjaaja" in fields["earlier"]["value"][0]
