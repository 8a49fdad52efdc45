"""Nobody gets at a person's data through their papers who may not open the file."""

import uuid
from datetime import timedelta
from hashlib import sha256

import pytest
from django.urls import reverse

from network.models import Disclosure
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    PathFactory,
    StepFactory,
    SubstituteFactory,
    today,
    worker,
)
from tests.network.summaries import page_of, wishes

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner(path):
    StepFactory(client=path.client)
    return MemberFactory(client=path.client)


@pytest.fixture
def given(path, partner):
    """A paper of the client that was given; what stands on it is told elsewhere."""
    by, pdf = path.care.own_worker, b"%PDF-1.7 Soittaa Kelaan"
    paper = Paper.objects.create(
        serial="2026-900001", kind="summary", client_ref=path.client.ref, language="fi", recipient=partner.name,
        purpose="Tapaaminen", ground="shl_41", pdf=pdf, sha256=sha256(pdf).hexdigest(), pages=1, made_by=by,
    )  # fmt: skip
    Disclosure.objects.create(
        client=path.client, member=partner, paper=paper, recipient=partner.name, purpose="Tapaaminen",
        ground="shl_41", by=by,
    )  # fmt: skip
    return paper


def pdf_of(path, paper):
    return f"{reverse('network:summary-pdf', args=[path.client.ref])}?paper={paper.ref}"


WHO = {
    "somebody of another team": (lambda path: worker(), 404),
    "a social worker of another team": (lambda path: worker(Role.SOCIAL_WORKER), 404),
    "a colleague of the same team": (lambda path: worker(team=path.care.team), 403),
    "the privacy officer": (lambda path: worker(Role.PRIVACY_OFFICER), 404),
    "the main user": (lambda path: worker(Role.MAIN_USER), 404),
    "a near-worker with the client": (lambda path: AssignmentFactory(care=path.care, near_worker=True).worker, 403),
    "a student with the client": (lambda path: AssignmentFactory(care=path.care, student=True).worker, 403),
}  # fmt: skip


@pytest.mark.parametrize(("who", "status"), WHO.values(), ids=WHO)
def test_those_who_may_not_neither_look_nor_give_nor_open(path, partner, given, who, status):
    desk = Desk().sit(who(path))
    before = Entry.objects.filter(ground="shl_41").count()

    answers = [
        desk.get(page_of(path)),
        desk.send(page_of(path), wishes(partner, "steps", preview="1")),
        desk.send(page_of(path), wishes(partner, "steps")),
        desk.get(pdf_of(path, given)),
    ]

    assert [answer.status_code for answer in answers] == [status] * 4
    assert not any(b"Soittaa Kelaan" in answer.content for answer in answers)
    assert Paper.objects.count() == 1
    assert Entry.objects.filter(ground="shl_41").count() == before
    assert Entry.objects.filter(deed="audit.refused", actor_ref=desk.user.ref).count() == 4


def test_the_supervisor_sees_what_was_given_but_makes_a_paper_only_for_a_reason(
    path, partner, given
):
    desk = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))

    page = desk.get(page_of(path)).content.decode()

    assert given.serial in page
    assert 'name="sections"' not in page
    assert desk.send(page_of(path), wishes(partner, "steps")).status_code == 403
    assert desk.get(pdf_of(path, given)).status_code == 403
    assert Paper.objects.count() == 1


def test_who_is_not_signed_in_is_asked_to(path, given):
    answers = [Desk().get(page_of(path)), Desk().get(pdf_of(path, given))]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert all(answer.url.startswith("/sign-in/") for answer in answers)


@pytest.mark.parametrize("part", ["own worker", "pair", "substitute"])
def test_those_who_work_with_the_person_open_the_paper(path, given, part):
    user = {
        "own worker": lambda: path.care.own_worker,
        "pair": lambda: AssignmentFactory(care=path.care).worker,
        "substitute": lambda: SubstituteFactory(care=path.care).worker,
    }[part]()

    assert Desk().sit(user).get(pdf_of(path, given)).content == bytes(given.pdf)


def test_a_paper_opens_only_at_its_own_client(desk, path, given):
    other = PathFactory(care__own_worker=desk.user, care__team=path.care.team)

    hidden = desk.get(pdf_of(other, given))
    absent = desk.get(pdf_of(other, given).replace(str(given.ref), str(uuid.uuid4())))

    assert (hidden.status_code, hidden.content) == (404, absent.content)


@pytest.mark.parametrize(
    "query", ["", "?paper=", "?paper=1", "?paper=%00", "?paper=x&paper=y", "?muu=1"]
)
def test_an_address_without_a_paper_leads_nowhere(desk, path, given, query):
    papers = reverse("network:summary-pdf", args=[path.client.ref])

    assert desk.get(papers + query).status_code == 404


def test_a_member_of_another_clients_network_cannot_be_a_recipient(desk, path):
    foreign = MemberFactory()

    refused = desk.send(page_of(path), wishes(foreign, "steps"))

    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["recipient"])
    assert not Disclosure.objects.exists()


def test_one_who_has_left_the_network_cannot_be_a_recipient(desk, path):
    gone = MemberFactory(client=path.client, until=today() - timedelta(days=1))
    MemberFactory(client=path.client)

    refused = desk.send(page_of(path), wishes(gone, "steps"))

    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["recipient"])
    assert not Disclosure.objects.exists()


def test_to_a_given_paper_nothing_can_be_posted(desk, path, given):
    assert desk.post(pdf_of(path, given)).status_code == 405


def test_what_is_handed_over_is_kept_by_no_cache(desk, path, given):
    answer = desk.get(pdf_of(path, given))

    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "application/pdf"
