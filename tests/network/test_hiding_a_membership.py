"""The client says who may see that somebody is there: from that moment it holds on every page and paper."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext

from network.actions.papers import Wishes
from network.models import MemberTold
from network.models.grounds import all_by
from network.papers.summaries import case_summary
from paku.kit.context import enter
from pathways.card import A4, card
from tests.desk import Desk, as_the_test
from tests.factories import (
    AssignmentFactory,
    BreakGlassFactory,
    ConsentFactory,
    MemberFactory,
    ReferralFactory,
    StandInFactory,
    StepFactory,
    SubstituteFactory,
    TalkFactory,
    TieFactory,
    today,
    worker,
)
from tests.network.membership import page

pytestmark = pytest.mark.django_db
NAME = "Turva Kriisi"


@pytest.fixture
def shelter(path):
    member = MemberFactory(client=path.client, name=NAME, role="turvakoti", visibility="own_worker")
    TieFactory(member=member)
    StepFactory(client=path.client, doer=member, what="Käynti torstaina")
    MemberTold.objects.create(
        client=path.client, member=member, on=today(), role="turvakoti", visibility="own_worker"
    )
    return member


@contextmanager
def _as(user):
    """What the database gives to the user, with no page in between."""
    enter(user.pk)
    yield
    as_the_test()


def readers(path):
    """Everybody who opens the file, and whether they answer for the matter."""
    team = path.care.team
    return {
        "own": (Desk().sit(path.care.own_worker), True),
        "substitute": (Desk().sit(SubstituteFactory(care=path.care).worker), True),
        "supervisor": (Desk().sit(worker("supervisor", team=team)), True),
        "pair": (Desk().sit(AssignmentFactory(care=path.care).worker), False),
        "student": (Desk().sit(AssignmentFactory(care=path.care, student=True).worker), False),
        "colleague": (Desk().sit(StandInFactory(client=path.client).worker), False),
        "emergency": (Desk().sit(BreakGlassFactory(client=path.client).worker), False),
    }


@pytest.mark.parametrize("name", ["members", "map", "member-history"])
def test_only_who_answers_for_the_matter_sees_whom_only_the_own_worker_may_see(path, shelter, name):
    around = readers(path)

    pages = {who: desk.get(page(path, name)) for who, (desk, _answers) in around.items()}
    seen = {who: NAME in answer.content.decode() for who, answer in pages.items()}

    assert {answer.status_code for answer in pages.values()} == {200}
    assert seen == {who: answers for who, (_desk, answers) in around.items()}


def test_the_overview_names_them_to_nobody_else(path, shelter):
    overview = reverse("pathways:client", args=[path.client.ref])
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    html = pair.get(overview).content.decode()

    assert NAME not in html
    assert "Käynti torstaina" in html
    assert NAME in Desk().sit(path.care.own_worker).get(overview).content.decode()


def test_a_step_of_somebody_hidden_is_not_told_as_the_clients_own(path, shelter):
    pair = AssignmentFactory(care=path.care).worker

    with _as(pair):
        step = path.client.steps.with_doer().get()
        assert (step.doer, step.doer_id) == (None, shelter.pk)
        assert step.doer_name != path.client.spoken_name


def test_the_database_gives_no_row_of_them_to_others(path, shelter):
    TalkFactory(one=shelter)
    pair = AssignmentFactory(care=path.care).worker
    tables = ("member", "membertold", "tie", "talk")

    def rows():
        with connection.cursor() as cursor:
            counts = []
            for table in tables:
                column = {"member": "id", "talk": "one_id"}.get(table, "member_id")
                cursor.execute(f"SELECT count(*) FROM network_{table} WHERE {column} = %s", [shelter.pk])  # fmt: skip
                counts.append(cursor.fetchone()[0])
        return counts

    with _as(path.care.own_worker):
        assert rows() == [1, 1, 1, 1]
    with _as(pair):
        assert rows() == [0, 0, 0, 0]


@pytest.mark.parametrize("visibility", ["workers", "own_worker"])
def test_no_paper_names_them_but_their_own(path, visibility):
    hidden = MemberFactory(client=path.client, name=NAME, role="turvakoti", visibility=visibility)
    friend = MemberFactory(
        client=path.client, kind="close", name="Salattu Ystävä", visibility=visibility
    )
    StepFactory(client=path.client, doer=hidden, what="Käynti torstaina")
    partner = MemberFactory(client=path.client, name="Ville Velkaneuvoja")

    def paper(recipient):
        wishes = Wishes(recipient, "tapaaminen", all_by("shl_41", ("steps", "around", "close")))
        made = case_summary(path.client, wishes, today=today())
        return "".join(part.html for part in made.sections)

    text = paper(partner)
    assert (NAME in text, friend.name in text, "Käynti torstaina" in text) == (False, False, True)
    assert NAME in paper(hidden)
    own_card = card(path.client, size=A4, language="fi", today=today())
    assert NAME not in "".join(part.html for part in own_card.sections)


def test_the_turned_screen_does_not_name_them(desk, path, shelter):
    html = desk.get(reverse("pathways:turned", args=[path.ref])).content.decode()

    assert "Käynti torstaina" in html
    assert NAME not in html


def test_workers_here_see_whom_only_they_may_see(path):
    hidden = MemberFactory(client=path.client, visibility="workers")
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    assert hidden.name in pair.get(page(path)).content.decode()


def test_what_they_carry_does_not_vanish_for_the_others(path, shelter):
    carried = [
        reverse("network:referral", args=[ReferralFactory(client=path.client, carried_by=one).ref])
        for one in (shelter, MemberFactory(client=path.client))
    ]

    for who, (desk, answers) in readers(path).items():
        theirs, another = (desk.get(address) for address in carried)
        named = NAME in theirs.content.decode()
        assert (theirs.status_code, named) == (another.status_code, answers), who


def test_a_prohibition_about_them_never_reads_as_one_about_anybody(path, shelter):
    told = {"kind": "prohibition", "scope": "document", "topics": ["steps"]}
    consent = ConsentFactory(client=path.client, member=shelter, **told)
    sheet = reverse("network:change-consent", args=[path.client.ref, consent.ref])

    for who, (desk, answers) in readers(path).items():
        if (answer := desk.get(sheet)).status_code == 200:
            chosen = answer.context["form"]["to"].value()
            assert chosen == (str(shelter.ref) if answers else ""), who

    pair = Desk().sit(AssignmentFactory(care=path.care).worker)
    listed = pair.get(reverse("network:consents", args=[path.client.ref])).content.decode()
    assert gettext("somebody close by") in listed
