"""Two people lift the restriction of a file, and it holds until then; the privacy officer is told of all of it."""

import uuid

import pytest
from django.db import IntegrityError
from django.urls import reverse

from clients.actions.restrictions import let_in
from clients.models import Restriction
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from tests.clients.restricting import file_of, named, page_of, restricted
from tests.clients.standings import (
    colleague,
    excluded_officer,
    main_user,
    officer,
    own,
    social_worker,
    stranger,
    supervisor,
)
from tests.desk import Desk
from tests.every_address import NOBODY
from tests.told import kinds_on

pytestmark = pytest.mark.django_db
WHY = {"why": "Työsuhde on päättynyt"}


def lifting_of(client):
    return reverse("clients:lifting", args=[client.ref])


def let_in_supervisor(path):
    leader = supervisor(path)
    let_in(client=path.client, user=leader, by=own(path))
    return leader


@pytest.fixture
def shut(path, desk):
    """A restricted file with its social worker named."""
    social_worker(path)
    return restricted(path, desk)


@pytest.fixture
def asking(shut):
    """The privacy officer, who has asked for the lifting."""
    seat = Desk().sit(officer(shut))
    seat.send(lifting_of(shut.client), WHY)
    return seat


def is_restricted(path):
    path.client.refresh_from_db()
    return path.client.is_restricted


ASKS = {
    officer: 303, let_in_supervisor: 303, own: 403, colleague: 404, supervisor: 404, stranger: 404,
    main_user: 404, excluded_officer: 404,
}  # fmt: skip


@pytest.mark.parametrize("standing", ASKS, ids=lambda standing: standing.__name__)
def test_who_asks_for_the_lifting(shut, standing):
    seat = Desk().sit(standing(shut))

    answer = seat.send(lifting_of(shut.client), WHY)

    assert answer.status_code == ASKS[standing]
    assert Restriction.objects.get().is_asked_to_end == (ASKS[standing] == 303)
    assert is_restricted(shut)


def test_two_people_lift_it_and_it_holds_until_then(shut, asking):
    leader, other = Desk().sit(supervisor(shut)), Desk().sit(officer(shut))

    alone = asking.send(lifting_of(shut.client), {"confirm": "1"})
    assert (alone.status_code, leader.get(file_of(shut.client)).status_code) == (422, 404)
    done = other.send(lifting_of(shut.client), {"confirm": "1"})

    assert (done.status_code, is_restricted(shut), named(shut.client)) == (303, False, set())
    assert leader.get(file_of(shut.client)).status_code == 403  # the team's again, by a reason
    assert Desk().sit(own(shut)).get(file_of(shut.client)).status_code == 200
    lifted = Restriction.objects.get()
    assert (lifted.removal_asked_by, lifted.ended_by) == (asking.user, other.user)


def test_both_turns_are_on_the_trail_the_first_with_its_reason(shut, asking):
    other = Desk().sit(officer(shut))
    other.send(lifting_of(shut.client), {"confirm": "1"})

    asked = Entry.objects.get(deed="clients.lifting_asked")
    lifted = Entry.objects.get(deed="clients.restriction_lifted")
    assert (asked.actor_ref, asked.reason) == (asking.user.ref, WHY["why"])
    assert (lifted.actor_ref, lifted.client_refs) == (other.user.ref, [shut.client.ref])


def test_a_supervisor_who_was_let_in_confirms_and_the_officer_is_told(shut, asking):
    leader = Desk().sit(let_in_supervisor(shut))
    Desk().sit(officer(shut))

    done = leader.send(lifting_of(shut.client), {"confirm": "1"})

    assert (done.status_code, is_restricted(shut)) == (303, False)
    told = set(Delivery.objects.filter(kind="restriction_lifted").values_list("to", flat=True))
    assert asking.user.pk in told
    assert leader.user.pk not in told
    assert "restriction_lifted" in kinds_on(asking.get("/trail/"))


def test_whoever_watches_is_asked_and_the_notice_goes_when_it_is_decided(shut):
    first, second = Desk().sit(officer(shut)), Desk().sit(officer(shut))
    first.send(lifting_of(shut.client), WHY)

    assert [one.to for one in Delivery.objects.filter(kind="lifting_asked")] == [second.user]
    assert first.user.name in second.get("/trail/").content.decode()
    second.send(lifting_of(shut.client), {"keep": "1"})

    told = kinds_on(second.get("/trail/"))
    assert (told, is_restricted(shut)) == ([], True)
    assert Entry.objects.filter(deed="clients.restriction_kept").exists()


def test_a_lifting_that_was_not_asked_for_is_not_confirmed(shut):
    answer = Desk().sit(officer(shut)).send(lifting_of(shut.client), {"confirm": "1"})

    assert (answer.status_code, is_restricted(shut)) == (409, True)


def test_the_same_sheet_and_another_tab_ask_once(shut):
    seat, sheet = Desk().sit(officer(shut)), uuid.uuid4()

    answers = [seat.send(lifting_of(shut.client), WHY, sheet=sheet) for _time in range(2)]
    third = seat.send(lifting_of(shut.client), WHY)

    assert [answer.status_code for answer in answers] == [303, 303]
    assert third.status_code in (409, 422)
    assert Entry.objects.filter(deed="clients.lifting_asked").count() == 1


@pytest.mark.parametrize("why", ["", "x" * 301])
def test_why_is_asked_for_again_and_what_was_typed_stays(shut, why):
    answer = Desk().sit(officer(shut)).send(lifting_of(shut.client), {"why": why})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["why"])
    assert why in answer.content.decode()


def test_a_file_that_was_never_restricted_has_no_such_page(path):
    seat = Desk().sit(officer(path))

    never, nobody = (
        seat.get(lifting_of(path.client)),
        seat.get(reverse("clients:lifting", args=[NOBODY])),
    )

    assert (never.status_code, never.content) == (404, nobody.content)


def test_restricted_anew_it_is_open_to_the_newly_named_only(shut, asking, desk):
    Desk().sit(officer(shut)).send(lifting_of(shut.client), {"confirm": "1"})
    shut.care.assignments.all().delete()

    restricted(shut, desk)

    assert (is_restricted(shut), named(shut.client)) == (True, {own(shut)})
    assert page_of(shut.client) in asking.get("/trail/").content.decode()


def test_the_database_too_wants_another_person(shut, asking):
    with pytest.raises(IntegrityError):
        Restriction.objects.update(ended_by=asking.user, ended_at="2026-01-01T00:00:00Z")
