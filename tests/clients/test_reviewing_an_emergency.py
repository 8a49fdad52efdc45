"""Each opening in an emergency is looked through by somebody else: was it justified, and why."""

import uuid
from datetime import timedelta

import pytest

from clients.models import BreakGlass, Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.clients.emergencies import GLASS, REVIEWS, outsider, review_of, somebody
from tests.desk import Desk
from tests.factories import BreakGlassFactory, MembershipFactory, today, worker

pytestmark = pytest.mark.django_db
VERDICT = {"was_justified": "yes", "why": "Oli hätä, ja päivystys oli ylikuormittunut."}


@pytest.fixture
def care():
    return somebody()


@pytest.fixture
def begun(care):
    return BreakGlassFactory(client=care.client, worker=worker(name="Nina Naapuri"))


@pytest.fixture
def chief(care):
    return Desk().sit(worker(Role.SUPERVISOR, team=care.team))


@pytest.mark.parametrize(("said", "stored"), [("yes", True), ("no", False)])
def test_the_verdict_and_its_grounds_are_kept(chief, begun, said, stored):
    answer = chief.send(review_of(begun), VERDICT | {"was_justified": said})

    begun.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (303, REVIEWS)
    assert (begun.reviewed_by, begun.was_justified, begun.review) == (
        chief.user,
        stored,
        VERDICT["why"],
    )
    entry = Entry.objects.get(deed="clients.emergency_reviewed")
    assert entry.details == {"was_justified": stored}


@pytest.mark.parametrize("field", ["was_justified", "why"])
def test_nothing_may_be_left_out(chief, begun, field):
    answer = chief.send(review_of(begun), VERDICT | {field: ""})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert BreakGlass.objects.unreviewed().exists()


def test_sent_twice_it_is_one_review(chief, begun):
    number = uuid.uuid4()

    assert [chief.send(review_of(begun), VERDICT, sheet=number).status_code for _ in range(2)] == [
        303,
        303,
    ]
    assert Entry.objects.filter(deed="clients.emergency_reviewed").count() == 1


def test_the_first_review_stands(chief, begun):
    chief.send(review_of(begun), VERDICT)

    second = outsider(Role.PRIVACY_OFFICER).send(
        review_of(begun), {"was_justified": "no", "why": "Eri mieltä"}
    )

    begun.refresh_from_db()
    assert (second.status_code, begun.was_justified) == (409, True)
    assert "Eri mieltä" in second.content.decode()


def test_nobody_reviews_their_own(care):
    officer = worker(Role.PRIVACY_OFFICER)
    MembershipFactory(user=officer, role=Role.INSTRUCTOR)
    own = BreakGlassFactory(client=care.client, worker=officer)
    desk = Desk().sit(officer)

    assert desk.get(review_of(own)).status_code == 403
    assert desk.send(review_of(own), VERDICT).status_code == 403
    assert list(desk.get(REVIEWS).context["rows"]) == []
    assert BreakGlass.objects.unreviewed().exists()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.INSTRUCTOR, 403),
        (Role.SOCIAL_WORKER, 403),
        (Role.STUDENT, 403),
        (Role.NEAR_WORKER, 403),
        (Role.MAIN_USER, 403),
        (Role.SUPERVISOR, 200),
        (Role.PRIVACY_OFFICER, 200),
    ],
)
def test_o35_the_list_is_for_supervisors_and_the_privacy_officer(role, status):
    assert outsider(role).get(REVIEWS).status_code == status


@pytest.mark.parametrize("method", ["get", "post"])
def test_o35_a_supervisor_of_another_team_cannot_tell_that_there_is_one(begun, method):
    desk = outsider(Role.SUPERVISOR)
    absent, hidden = (
        getattr(desk, method)(address)
        for address in (f"{REVIEWS}{uuid.uuid4()}/", review_of(begun))
    )

    assert (absent.status_code, hidden.status_code) == (404, 404)
    assert list(desk.get(REVIEWS).context["rows"]) == []


def test_o35_the_own_worker_and_colleagues_review_nothing(care, begun):
    for user in (care.own_worker, worker(team=care.team)):
        assert Desk().sit(user).send(review_of(begun), VERDICT).status_code in (403, 404)
    assert BreakGlass.objects.unreviewed().exists()


def test_one_to_whom_the_file_is_shut_reviews_nothing(chief, care, begun):
    officer = outsider(Role.PRIVACY_OFFICER)
    for desk in (chief, officer):
        Exclusion.objects.create(
            client=care.client, user=desk.user, reason="relative", added_by=worker()
        )
        assert desk.get(review_of(begun)).status_code == 404
        assert list(desk.get(REVIEWS).context["rows"]) == []


def test_a_reviewer_can_end_what_still_lasts(chief, begun):
    ending = f"{GLASS}{begun.ref}/end/"
    assert ending in chief.get(review_of(begun)).content.decode()

    assert chief.post(ending)["Location"] == review_of(begun)

    assert not BreakGlass.objects.live().exists()
    assert ending not in chief.get(review_of(begun)).content.decode()


def test_those_that_wait_come_first(chief, care, begun):
    done = BreakGlassFactory(
        client=care.client,
        began_at=care.client.created_at + timedelta(hours=1),
        ends_at=care.client.created_at + timedelta(hours=2),
        reviewed_by=chief.user,
        reviewed_at=care.client.created_at,
        was_justified=True,
    )

    assert [row.pk for row in chief.get(REVIEWS).context["rows"]] == [begun.pk, done.pk]


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.PRIVACY_OFFICER])
def test_the_list_costs_the_same_for_one_and_for_ten(care, role):
    desk = Desk().sit(worker(role, team=care.team))
    BreakGlassFactory(client=care.client)
    one = desk.cost(REVIEWS)
    for _more in range(9):
        BreakGlassFactory(client=somebody().client, review_due_on=today())
        BreakGlassFactory(client=care.client)

    assert desk.cost(REVIEWS) == one <= 9


def test_the_privacy_officer_can_follow_what_was_done(care, begun):
    page = outsider(Role.PRIVACY_OFFICER).get(review_of(begun)).content.decode()

    assert f"/trail/?client={care.client.ref}&amp;who={begun.worker.ref}" in page
