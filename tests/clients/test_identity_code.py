"""An identity code is optional, behind a click that is logged, corrected with its history (O03, decision 0026)."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from clients.models import Client, IdentityCode
from clients.models.identity_code import fingerprint_of
from paku.audit.models import Entry
from tests.clients.standings import (
    colleague,
    colleague_with_a_reason,
    emergency,
    excluded,
    main_user,
    near_worker,
    officer,
    other_supervisor,
    own,
    pair,
    provider,
    social_worker,
    stranger,
    student,
    substitute,
    supervisor,
)
from tests.desk import Desk
from tests.factories import ARTIFICIAL, CareFactory, IdentityCodeFactory

pytestmark = pytest.mark.django_db
OTHER = "010180-9004"
O03 = {
    own: 200, pair: 200, substitute: 200, provider: 200, social_worker: 200, supervisor: 200, emergency: 200,
    student: 403, near_worker: 403, colleague: 403, colleague_with_a_reason: 403,
    stranger: 404, other_supervisor: 404, excluded: 404, main_user: 404, officer: 404,
}  # fmt: skip


@pytest.fixture
def code(path):
    return IdentityCodeFactory(client=path.client)


def page_of(path):
    return reverse("clients:identity-code", args=[path.client.ref])


def write(desk, path, code, **fields):
    url = reverse("clients:edit-identity-code", args=[path.client.ref])
    sheet = fields.pop("sheet", None)
    return desk.send(url, {"code": code, "seen": "0", **fields}, sheet=sheet)


def in_force(path):
    return [row.code for row in IdentityCode.objects.of(path.client).in_force()]


@pytest.mark.parametrize("standing", O03, ids=lambda standing: standing.__name__)
def test_the_click_shows_by_standing(path, code, standing):
    answer = Desk().sit(standing(path)).post(page_of(path))

    assert answer.status_code == O03[standing]
    assert (ARTIFICIAL in answer.content.decode()) == (O03[standing] == 200)


def test_a_look_tells_only_that_one_is_known_and_the_click_is_on_the_trail(desk, path, code):
    before = desk.get(page_of(path))
    looks = Entry.objects.filter(deed="clients.identity_shown").count()
    after = desk.post(page_of(path))

    assert (ARTIFICIAL in before.content.decode(), looks) == (False, 0)
    assert ARTIFICIAL in after.content.decode()
    assert after["Cache-Control"] == "no-store"
    entry = Entry.objects.get(deed="clients.identity_shown")
    assert (entry.client_refs, entry.sections) == ([path.client.ref], ["identity_code"])
    assert ARTIFICIAL not in desk.get(page_of(path)).content.decode()


def test_without_a_code_the_click_shows_and_logs_nothing(desk, path):
    assert desk.post(page_of(path)).status_code == 200
    assert not Entry.objects.filter(deed="clients.identity_shown").exists()


def test_with_turvakielto_one_first_proves_who_one_is(desk, path, code):
    Client.objects.filter(pk=path.client.pk).update(is_protected=True)
    desk.shows("webauthn", ago=600)
    asked = desk.post(page_of(path))
    desk.shows("webauthn")

    assert (asked.status_code, ARTIFICIAL in asked.content.decode()) == (403, False)
    assert ARTIFICIAL in desk.post(page_of(path)).content.decode()


def test_neither_the_row_nor_the_trail_holds_the_code_itself(desk, path):
    assert write(desk, path, " 010190-999w ").status_code == 303

    with connection.cursor() as cursor:
        cursor.execute("SELECT convert_from(code, 'UTF8'), fingerprint FROM clients_identitycode")
        stored, fingerprint = cursor.fetchone()
    assert ARTIFICIAL not in stored
    assert fingerprint == fingerprint_of(ARTIFICIAL)
    assert in_force(path) == [ARTIFICIAL]
    told = Entry.objects.filter(deed="clients.identity_told").values_list("details", flat=True)
    assert [ARTIFICIAL in str(details) for details in told] == [False]


def test_the_same_sheet_twice_writes_one(desk, path):
    sheet = uuid.uuid4()

    answers = [write(desk, path, ARTIFICIAL, sheet=sheet)["Location"] for _ in range(2)]

    assert answers[0] == answers[1] == page_of(path)
    assert IdentityCode.objects.count() == 1


@pytest.mark.parametrize("typed", ["010190-999X", "310252-308Y", "010594G9032", "1", ""])
def test_what_is_no_code_is_told_beside_the_field(desk, path, typed):
    answer = write(desk, path, typed)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["code"])
    assert answer.context["form"]["code"].value() == typed


def test_in_the_demo_no_real_code_is_taken(desk, path, settings):
    settings.DEMO = True

    assert write(desk, path, "131052-308T").status_code == 422
    assert write(desk, path, ARTIFICIAL).status_code == 303


@pytest.mark.parametrize(("why", "is_wrong"), [("new", False), ("wrong", True)])
def test_a_correction_keeps_the_earlier_code(desk, path, ohjaaja, code, why, is_wrong):
    assert write(desk, path, OTHER, why=why, seen=code.pk).status_code == 303

    earlier = IdentityCode.objects.get(pk=code.pk)
    assert in_force(path) == [OTHER]
    assert (earlier.code, earlier.is_wrong, earlier.ended_by) == (ARTIFICIAL, is_wrong, ohjaaja)


def test_a_wrong_code_can_be_left_without_another_and_is_free_again(desk, path, code):
    assert write(desk, path, "", why="new", seen=code.pk).status_code == 422
    assert write(desk, path, "", why="wrong", seen=code.pk).status_code == 303

    assert in_force(path) == []
    assert IdentityCodeFactory().code == ARTIFICIAL


def test_who_was_slower_is_told_and_nothing_is_overwritten(desk, path, code):
    answer = write(desk, path, OTHER, why="new", seen=code.pk - 1)

    assert (answer.status_code, in_force(path)) == (409, [ARTIFICIAL])


@pytest.mark.parametrize(
    ("tick", "born_on"), [({"takes_birth": "on"}, date(1990, 1, 1)), ({}, None)]
)
def test_the_date_of_birth_comes_only_with_a_tick(desk, path, tick, born_on):
    Client.objects.filter(pk=path.client.pk).update(born_on=None)

    write(desk, path, ARTIFICIAL, **tick)

    assert Client.objects.get(pk=path.client.pk).born_on == born_on


@pytest.mark.parametrize("elsewhere", [True, False], ids=["another team's", "shut out"])
def test_somebody_elses_code_is_answered_alike_whoevers_it_is(desk, path, team, ohjaaja, elsewhere):
    other = CareFactory() if elsewhere else CareFactory(team=team)
    if not elsewhere:
        other.client.exclusions.create(user=ohjaaja, reason="relative", added_by=other.own_worker)
    IdentityCodeFactory(client=other.client)

    answer = write(desk, path, ARTIFICIAL)

    assert (answer.status_code, in_force(path)) == (422, [])
    page = answer.content.decode()
    assert [str(error) for error in answer.context["form"].errors["code"]]
    assert other.client.name not in page
    assert other.own_worker.name not in page
    assert other.client.ref not in Entry.objects.latest("at").client_refs


@pytest.mark.parametrize("standing", [student, colleague, emergency, near_worker])
def test_who_does_not_keep_the_basic_data_or_never_sees_a_code_writes_none(path, standing):
    answer = write(Desk().sit(standing(path)), path, ARTIFICIAL)

    assert (answer.status_code, in_force(path)) == (403, [])
