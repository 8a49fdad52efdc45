"""The sheet of a new client: all of it at once, or nothing; what is amiss is told by its field."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from clients.models import Client
from paku.audit.models import Entry
from paku.kit.text import clean_text
from pathways.actions.starting import FirstStep, start
from pathways.models.stage import Stage
from tests.factories import today
from tests.paku.kit.bad_inputs import is_refused, of
from tests.pathways.lists import days, shown, text
from tests.pathways.starting import NEW

pytestmark = pytest.mark.django_db


def test_the_same_sheet_sent_twice_makes_one_client(desk, sheet):
    number = uuid.uuid4()

    answers = [desk.send(NEW, sheet, sheet=number) for _again in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert Client.objects.count() == 1


def test_half_a_sheet_saves_nothing(desk, sheet):
    assert desk.post(NEW, sheet).status_code == 422
    assert not Client.objects.exists()


def test_when_the_last_deed_breaks_nothing_is_left(ohjaaja, team):
    undated = FirstStep("Soitto", None, by_client=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        start(
            person={"nickname": "Masa"},
            team=team,
            own_worker=ohjaaja,
            stage=Stage.OUTREACH,
            matter="Asia",
            on=today(),
            by=ohjaaja,
            first=undated,
        )

    assert not Client.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"nickname": ""}, "nickname"),
        ({"born_on": "31.2.1980"}, "born_on"),
        ({"born_on": shown(days(2))}, "born_on"),
        ({"phone": "12"}, "phone"),
        ({"what": "Soittaa"}, "due_on"),
        ({"due_on": shown(days(7))}, "what"),
        ({"what": "Soittaa", "due_on": "1.1.2020"}, "due_on"),
        ({"stage": "tapering"}, "stage"),
        ({"matter": " "}, "matter"),
        ({"municipality": "99999999999999999999"}, "municipality"),
        ({"village": "x"}, "village"),
    ],
)
def test_an_error_stands_by_its_field_and_everything_typed_stays(desk, sheet, wrong, field):
    response = desk.send(NEW, {**sheet, "how_began": "Naapuri kertoi", **wrong})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Naapuri kertoi" in text(response)
    assert not Client.objects.exists()


@pytest.mark.parametrize(("typed", "expected"), of("person_name"))
def test_a_name_is_kept_or_refused_by_its_field(desk, sheet, typed, expected):
    response = desk.send(NEW, {**sheet, "nickname": "", "last_name": typed})

    if is_refused(expected):
        asked = "last_name" if typed.strip() else "nickname"  # a blank is no name at all
        assert (response.status_code, list(response.context["form"].errors)) == (422, [asked])
        assert not Client.objects.exists()
    else:
        kept = clean_text(typed, multiline=False, limit=100)
        assert (response.status_code, Client.objects.get().last_name) == (303, kept)
