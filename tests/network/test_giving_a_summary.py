"""Giving a paper: once, told to the trail before a byte has left, and never changed after."""

import uuid
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction

from network.models import Disclosure, Member
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.factories import ConsentFactory, MemberFactory, OwnWordsFactory, today
from tests.network.summaries import page_of, wishes

pytestmark = pytest.mark.django_db


def test_giving_leads_to_the_frozen_bytes_under_a_name_that_tells_nothing(desk, path, partner):
    given = desk.send(page_of(path), wishes(partner))

    paper = Paper.objects.get()
    assert (given.status_code, given.url) == (
        303,
        f"/clients/{path.client.ref}/summary.pdf?paper={paper.ref}",
    )
    handed = desk.get(given.url)
    assert handed.content == bytes(paper.pdf)
    assert sha256(handed.content).hexdigest() == paper.sha256
    assert handed["Content-Disposition"] == f'attachment; filename="paku-{paper.serial}.pdf"'
    assert desk.get(given.url).content == handed.content
    assert Entry.objects.filter(deed="network.paper_opened", object_ref=str(paper.ref)).count() == 2


def test_a_given_paper_stays_as_it_was_whatever_happens_to_the_file(desk, path, partner):
    url = desk.send(page_of(path), wishes(partner, "own_words")).url
    before = desk.get(url).content

    OwnWordsFactory(client=path.client, text="Uusia sanoja", said_on=today())
    Member.objects.filter(pk=partner.pk).update(until=today() - timedelta(days=1))

    assert desk.get(url).content == before
    with pytest.raises(DatabaseError), transaction.atomic():
        Paper.objects.update(pdf=b"x")


def test_the_disclosure_tells_to_whom_why_and_by_what_right(desk, path, partner):
    ConsentFactory(member=partner, topics=["who", "steps"], given_on=date(2026, 3, 5))
    desk.send(page_of(path), wishes(partner, "steps", "who", ground="consent"))

    given = Disclosure.objects.get()
    paper = Paper.objects.get()
    entry = Entry.objects.get(deed="network.paper_given")
    assert (given.member, given.paper, given.by, given.ground) == (
        partner,
        paper,
        desk.user,
        "consent",
    )
    assert (str(given.consent_given_on), given.sections) == ("2026-03-05", ["who", "steps"])
    assert (entry.recipient, entry.ground, entry.reason) == (
        given.recipient,
        "consent",
        "Verkostotapaaminen",
    )
    assert (entry.client_refs, entry.sections) == ([path.client.ref], ["who", "steps"])
    assert entry.details["serial"] == paper.serial
    assert entry.details["sha256"] == paper.sha256
    assert not Entry.objects.filter(
        deed="network.paper_opened"
    ).exists()  # told before a byte has left


def test_a_double_click_gives_one_paper_and_the_same_address_twice(desk, path, partner):
    sheet = uuid.uuid4()

    first, second = (desk.send(page_of(path), wishes(partner), sheet=sheet) for _ in range(2))

    assert (first.url, Paper.objects.count(), Disclosure.objects.count()) == (second.url, 1, 1)


def test_from_one_preview_several_people_may_get_a_paper(desk, path, partner):
    other = MemberFactory(client=path.client, name="Kaisa Kela")
    first = desk.send(page_of(path), wishes(partner, preview="1")).context["form"]
    desk.send(page_of(path), wishes(partner, seen=first["seen"].value()), sheet=first.sheet)

    second = desk.send(page_of(path), wishes(other, preview="1"), sheet=first.sheet).context["form"]
    desk.send(page_of(path), wishes(other, seen=second["seen"].value()), sheet=second.sheet)

    assert {given.member for given in Disclosure.objects.all()} == {partner, other}


def test_when_the_press_is_down_a_plain_sentence_comes_and_nothing_is_left(
    desk, path, partner, settings
):
    settings.PRESS = "unix:///nowhere/press.sock"

    refused = desk.send(page_of(path), wishes(partner))

    assert refused.status_code == 503
    assert "Verkostotapaaminen" in refused.content.decode()
    assert (Paper.objects.count(), Disclosure.objects.count()) == (0, 0)
    assert not Entry.objects.filter(deed="network.paper_given").exists()


def test_earlier_papers_are_listed_with_their_links(desk, path, partner):
    url = desk.send(page_of(path), wishes(partner)).url

    page = desk.get(page_of(path)).content.decode()

    assert url in page
    assert Paper.objects.get().serial in page


def test_handing_over_costs_little(desk, path, partner):
    assert desk.cost(desk.send(page_of(path), wishes(partner)).url) <= 9
