"""Every paper that left the house, on one page: to whom, when, what and by what right; narrowed to one recipient."""

import uuid

import pytest
from django.urls import reverse

from network.papers.given import in_words
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.audit.words import word
from paku.printing.sections import kinds
from tests.desk import Desk
from tests.every_address import NOBODY
from tests.factories import (
    AssignmentFactory,
    DisclosureFactory,
    MemberFactory,
    OrganisationFactory,
    worker,
)
from tests.network.summaries import page_of, wishes

pytestmark = pytest.mark.django_db


def given_page(path):
    return reverse("network:given", args=[path.client.ref])


def shown(desk, path, query=""):
    return desk.get(given_page(path) + query).content.decode()


def test_a_row_says_to_whom_what_for_by_what_right_and_who_gave_it(desk, path, partner):
    desk.send(page_of(path), wishes(partner, "steps", "around"))
    paper = path.client.disclosures.get().paper

    page = shown(desk, path)

    for said in (
        "Ville Velkaneuvoja", "Summary", "Verkostotapaaminen", "41 §", "What is agreed; Who walks beside", "English",
        desk.user.name, paper.serial, f"summary.pdf?paper={paper.ref}",
    ):  # fmt: skip
        assert said in page
    assert Entry.objects.filter(deed="network.read", sections=["papers"]).exists()


def test_the_newest_is_first_and_the_rest_stand_on_older_pages(desk, path, deacon):
    rows = [DisclosureFactory(client=path.client, member=deacon) for _ in range(27)]

    first = desk.get(given_page(path))
    older = desk.get(given_page(path) + first.context["older_url"])

    assert [one.disclosure for one in first.context["rows"]] == rows[:1:-1]
    assert [one.disclosure for one in older.context["rows"]] == rows[1::-1]


def test_it_is_narrowed_to_one_member_or_to_everybody_of_an_organisation(desk, path, deacon):
    parish = OrganisationFactory(name="Seurakunta")
    pastor = MemberFactory(client=path.client, name="Paavo Pastori", organisation=parish)
    to_deacon = DisclosureFactory(client=path.client, member=deacon)
    to_pastor = DisclosureFactory(client=path.client, member=pastor)
    letter = DisclosureFactory(
        client=path.client, member=None, organisation=parish, recipient="Seurakunta"
    )

    def found(query):
        return {one.disclosure for one in desk.get(given_page(path) + query).context["rows"]}

    assert found(f"?member={deacon.ref}") == {to_deacon}
    assert found(f"?organisation={parish.ref}") == {to_pastor, letter}
    assert f"?organisation={parish.ref}" in shown(desk, path)


@pytest.mark.parametrize(
    "query", ["?member=x", f"?member={NOBODY}", "?after=x", "?organisation=%00"]
)
def test_a_recipient_that_is_not_there_narrows_nothing(desk, path, deacon, query):
    DisclosureFactory(client=path.client, member=deacon)

    assert len(desk.get(given_page(path) + query).context["rows"]) == 1


def test_nobody_elses_papers_are_there(desk, path):
    DisclosureFactory()

    assert desk.get(given_page(path)).context["rows"] == []


def test_whom_only_the_own_worker_may_see_is_not_named_to_another(desk, path):
    hidden = MemberFactory(client=path.client, name="Salla Salainen", visibility="own_worker")
    given = DisclosureFactory(client=path.client, member=hidden, by=path.care.own_worker)
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)
    sheet = reverse("network:summary-pdf", args=[path.client.ref]) + f"?paper={given.paper.ref}"

    assert "Salla" in shown(desk, path)
    assert "Salla" not in shown(pair, path)
    assert str(given.paper.ref) not in shown(pair, path)
    assert (desk.get(sheet).status_code, pair.get(sheet).status_code) == (200, 404)


def test_a_stranger_cannot_tell_that_there_is_such_a_page(path):
    stranger = Desk().sit(worker())
    nowhere = reverse("network:given", args=[uuid.uuid4()])

    there, not_there = stranger.get(given_page(path)), stranger.get(nowhere)

    assert (there.status_code, there.content) == (404, not_there.content)


def test_who_leads_the_work_sees_the_list_and_states_a_reason_for_a_sheet(path, deacon):
    given = DisclosureFactory(client=path.client, member=deacon)
    leader = worker(Role.SUPERVISOR, team=path.care.team, language="en")

    page = shown(Desk().sit(leader), path)

    assert given.paper.serial in page
    assert f"?paper={given.paper.ref}" not in page


def test_ten_papers_cost_as_much_as_one(desk, path, deacon):
    DisclosureFactory(client=path.client, member=deacon)
    one = desk.cost(given_page(path))
    for number in range(9):
        home = OrganisationFactory(name=f"Järjestö {number}")
        member = MemberFactory(client=path.client, organisation=home)
        DisclosureFactory(client=path.client, member=member, agreed_by=worker())

    assert desk.cost(given_page(path)) == one
    assert one <= 10


def test_every_kind_of_paper_and_all_that_it_tells_has_words(desk):
    assert [kind for kind in kinds() if word("paper", kind) == kind] == []
    assert in_words(["steps", "letters", "map", "steps"]) == [
        "What is agreed",
        "Letters",
        "Who is around me",
    ]
