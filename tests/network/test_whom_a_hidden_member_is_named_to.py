"""Whom the client lets only the own worker know hangs on everything there is; no address names them to others.

The walk goes to every address of the product with the refs of the person's file, as those who open the file without
answering for the matter, and as a near-worker.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from network.models import (
    Disclosure,
    MeetingDecision,
    MeetingParty,
    Member,
    PaperRequest,
    Referral,
    Step,
)
from pathways.models import Errand, Goal
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    ConsentFactory,
    MeetingDecisionFactory,
    MemberFactory,
    StandInFactory,
    TalkFactory,
    TieFactory,
    worker,
)
from tests.network.membership import page
from tests.paku.bad_inputs.addresses import addresses

pytestmark = pytest.mark.django_db
NAME = "Turva Kriisi"


@pytest.fixture
def everywhere(path):
    """Every address of a file in which one hidden member does, carries, owns and takes part in all there is."""
    found = list(addresses(path))
    hidden = MemberFactory(
        client=path.client, name=NAME, visibility="own_worker", phone="+358401231231"
    )
    TieFactory(member=hidden)
    TalkFactory(one=hidden)
    Step.objects.filter(client=path.client).update(doer=hidden)
    Goal.objects.filter(path=path).update(owner=hidden)
    Errand.objects.filter(path=path).update(beside=hidden)
    Referral.objects.filter(client=path.client).update(carried_by=hidden)
    MeetingParty.objects.filter(meeting__client=path.client).update(
        member=hidden, view="Hänen sanansa"
    )
    for meeting in path.client.meetings.all():
        MeetingDecisionFactory(meeting=meeting, doer=hidden)
    ConsentFactory(member=hidden)
    for table in (Disclosure, PaperRequest):
        table.objects.filter(client=path.client).update(member=hidden, recipient=NAME)
    return found


def named_at(desk, found):
    """Addresses whose page says the name or the number."""
    words = (NAME, "1231231", "123 1231")
    pages = {address: desk.get(address) for address in found if ".pdf" not in address}
    return [
        address
        for address, answer in pages.items()
        if not answer.streaming
        and any(one in answer.content.decode(errors="ignore") for one in words)
    ]


@pytest.mark.parametrize("who", ["pair", "student", "colleague", "near_worker"])
def test_no_page_names_them_to_who_does_not_answer_for_the_matter(path, everywhere, who):
    reader = {
        "pair": lambda: AssignmentFactory(care=path.care).worker,
        "student": lambda: AssignmentFactory(care=path.care, student=True).worker,
        "colleague": lambda: StandInFactory(client=path.client).worker,
        "near_worker": lambda: (
            AssignmentFactory(
                care=path.care, worker=worker("near_worker"), part="near_worker"
            ).worker
        ),
    }[who]()

    assert named_at(Desk().sit(reader), everywhere) == []


def test_the_own_worker_sees_them_where_they_stand(path, everywhere):
    desk = Desk().sit(path.care.own_worker)
    places = [
        page(path, "members"),
        page(path, "map"),
        reverse("pathways:errands", args=[path.client.ref]),
    ]

    assert named_at(desk, places) == places


def test_a_search_and_a_list_do_not_find_the_person_by_them(path, everywhere):
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    answer = pair.post("/clients/", {"q": "Kriisi"})

    assert path.client.name not in answer.content.decode().split("<main", 1)[1]
    assert Member.objects.filter(name=NAME).exists()
    assert MeetingDecision.objects.filter(doer__name=NAME).exists()
