"""A paper with a sensitive section, or about somebody whose data is guarded: one asks, another looks and agrees."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from network.models import Disclosure, PaperRequest
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.desk import Desk
from tests.factories import StandInFactory, today, worker
from tests.network.summaries import SAYS, bare, decide, page_of, text_of, told_of_papers, wishes

pytestmark = pytest.mark.django_db


def test_asking_gives_nothing_yet(desk, path, asked):
    row = PaperRequest.objects.get()
    page = desk.get(asked)

    assert asked == reverse("network:paper-request", args=[path.client.ref, row.ref])
    assert (row.asked_by, row.sections, row.until) == (
        desk.user,
        ["steps", "notes"],
        today() + timedelta(days=7),
    )
    assert not Paper.objects.exists()
    assert not Disclosure.objects.exists()
    assert not Entry.objects.filter(deed="network.paper_given").exists()
    assert b'value="given"' not in page.content
    assert b'value="withdrawn"' in page.content


def test_the_second_person_sees_the_very_sheet_and_agreeing_gives_it(desk, pair, path, asked):
    sheet = pair.get(asked).content.decode().split("shadowrootmode")[1].split("</template>")[0]

    agreed = decide(pair, asked)

    given, paper = Disclosure.objects.get(), Paper.objects.get()
    assert (agreed.status_code, agreed.url) == (303, asked)
    assert (given.by, given.agreed_by, given.sections) == (desk.user, pair.user, ["steps", "notes"])
    assert bare(SAYS["notes"]) in bare(sheet)
    told = bare(text_of(paper.pdf))
    words = [said for said in re.findall(r">([^<>]+)<", sheet) if "This copy" not in said]
    assert [said for said in words if bare(unescape(said)) not in told] == []
    assert f"paper={paper.ref}" in desk.get(asked).content.decode()


def test_both_names_stand_on_the_entry_of_the_trail(desk, pair, asked):
    decide(pair, asked)

    entry = Entry.objects.get(deed="network.paper_given")
    agreed = Entry.objects.get(deed="network.paper_agreed")
    assert (entry.actor_ref, entry.approver_ref) == (desk.user.ref, pair.user.ref)
    assert (entry.actor_name, entry.approver_name) == (desk.user.name, pair.user.name)
    assert (agreed.actor_ref, agreed.request) == (pair.user.ref, entry.request)
    assert entry.permission == "GIVE_PROTECTED_PAPER"


@pytest.mark.parametrize("mark", ["is_protected", "is_restricted"])
def test_every_paper_of_a_guarded_person_needs_two(desk, path, partner, mark):
    if mark == "is_restricted":
        path.client.admissions.create(user=desk.user, admitted_by=desk.user)
    setattr(path.client, mark, True)
    path.client.municipality = path.client.village = None
    path.client.save()

    sent = desk.send(page_of(path), wishes(partner, "own_words"))

    assert (sent.status_code, PaperRequest.objects.count(), Paper.objects.count()) == (303, 1, 0)


def test_an_ordinary_paper_goes_with_one(desk, path, partner):
    desk.send(page_of(path), wishes(partner, "own_words", "steps"))

    assert (PaperRequest.objects.count(), Paper.objects.count()) == (0, 1)


def test_the_preview_tells_that_two_are_needed_and_who_may_be_the_second(desk, pair, path, partner):
    shown = desk.send(page_of(path), wishes(partner, "close", preview="1"))

    assert shown.context["needs_two"]
    assert pair.user in shown.context["seconds"]
    assert desk.user not in shown.context["seconds"]
    assert not PaperRequest.objects.exists()


def test_nobody_agrees_to_what_they_asked_for(desk, asked):
    answers = [decide(desk, asked), decide(desk, asked, "declined", reason="Ei käy")]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert (PaperRequest.objects.get().outcome, Paper.objects.count()) == ("", 0)


def test_the_one_who_asked_takes_it_back_and_nobody_else(desk, pair, asked):
    assert decide(pair, asked, "withdrawn").status_code == 403
    assert decide(desk, asked, "withdrawn").status_code == 303

    assert PaperRequest.objects.get().outcome == "withdrawn"
    assert decide(pair, asked).status_code == 409
    assert not Paper.objects.exists()


def test_declining_is_said_with_a_reason_and_told_to_the_one_who_asked(desk, pair, asked):
    empty = decide(pair, asked, "declined", reason=" ")
    decide(pair, asked, "declined", reason="Velkaneuvoja ei tarvitse käyntien tekstejä.")

    assert (empty.status_code, list(empty.context["form"].errors)) == (422, ["reason"])
    assert "paper_declined" in told_of_papers(desk.user)
    assert "Velkaneuvoja ei tarvitse" in desk.get(asked).content.decode()
    assert "Velkaneuvoja ei tarvitse" in desk.get("/").content.decode()
    assert not Paper.objects.exists()


def test_they_are_told_who_may_agree_and_then_the_one_who_asked(desk, pair, path, asked):
    lead = worker(Role.SUPERVISOR, team=path.care.team)
    stranger = worker()
    before = (
        told_of_papers(pair.user),
        told_of_papers(desk.user),
        told_of_papers(stranger),
        told_of_papers(lead),
    )
    waits = pair.get("/").content.decode()
    decide(pair, asked)

    assert before == ({"paper_waits"}, set(), set(), set())  # the lead came to the team later
    assert asked in waits
    assert asked not in pair.get("/").content.decode()
    assert told_of_papers(desk.user) == {"paper_agreed"}
    assert asked in desk.get("/").content.decode()


def test_the_supervisor_is_told_and_agrees_after_a_reason(desk, path, partner):
    lead = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))
    url = desk.send(page_of(path), wishes(partner, "notes")).url

    shut = lead.get(url)
    StandInFactory(client=path.client, worker=lead.user)

    assert url in lead.get("/caseload/").content.decode()
    assert shut.status_code == 403
    assert "/stand-in/" in shut.content.decode()
    assert (decide(lead, url).status_code, Paper.objects.count()) == (303, 1)
