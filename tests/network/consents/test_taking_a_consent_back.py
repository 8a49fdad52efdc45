"""Taken back in one step; the page tells who has already received what. The client's own copy. Ends are told of."""

import uuid
from datetime import timedelta

import pytest

from network.models import Consent, Disclosure
from paku.audit.models import Entry
from paku.kit.dates import finnish_date
from paku.reminders.models import Clock
from paku.reminders.sources import nudges_for
from tests.desk import Desk
from tests.factories import (
    CareFactory,
    ConsentFactory,
    MemberFactory,
    StandInFactory,
    SubstituteFactory,
    today,
    worker,
)
from tests.network.consents.agreeing import page, taken_back
from tests.network.summaries import page_of, text_of, wishes

pytestmark = pytest.mark.django_db


@pytest.fixture
def consent(partner):
    return ConsentFactory(member=partner, topics=["steps"], purpose="Velat kuntoon")


@pytest.fixture
def sister(path):
    return MemberFactory(client=path.client, kind="close")


def ends_of(user, on=None):
    return [one for one in nudges_for(user, on or today()) if one.kind == "consent_ends"]


def test_it_is_taken_back_in_one_step_and_no_reason_is_asked(desk, path, consent):
    answer = desk.send(page(path, "withdraw-consent", consent), taken_back())

    now = Consent.objects.newest().get()
    assert (answer.status_code, answer.url) == (303, page(path))
    assert (now.withdrawn_on, now.withdrawn_how, now.by) == (today(), "spoken", desk.user)
    assert (now.replaces, now.purpose, now.topics) == (consent, "Velat kuntoon", ["steps"])
    assert Entry.objects.filter(deed="network.consent_withdrawn").count() == 1


def test_the_page_then_tells_whom_to_tell(desk, path, partner, consent):
    desk.send(page_of(path), wishes(partner, "steps", ground="consent"))
    serial = Disclosure.objects.get().paper.serial
    before = desk.get(page(path, "withdraw-consent", consent)).content.decode()
    desk.send(page(path, "withdraw-consent", consent), taken_back())

    after = desk.get(page(path)).content.decode()

    assert serial in before
    assert "Whom to tell" in after
    assert after.index("Whom to tell") < after.index(serial)


def test_who_may_not_see_the_papers_given_does_not_see_them_here(desk, path, partner, consent):
    desk.send(page_of(path), wishes(partner, "steps", ground="consent"))
    colleague = StandInFactory(client=path.client, worker=worker(team=path.care.team)).worker

    shown = Desk().sit(colleague).get(page(path)).content.decode()

    assert "Velat kuntoon" in shown
    assert Disclosure.objects.get().paper.serial not in shown


@pytest.mark.parametrize(
    "fields",
    [{"withdrawn_on": "1.1.2035"}, {"withdrawn_on": "1.1.2001"}, {"withdrawn_on": ""}, {"withdrawn_how": ""},
     {"withdrawn_why": "a" * 301}],
)  # fmt: skip
def test_what_is_not_whole_is_asked_for(desk, path, consent, fields):
    answer = desk.send(page(path, "withdraw-consent", consent), taken_back(**fields))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(fields))
    assert Consent.objects.count() == 1


def test_taken_back_twice_is_once(desk, path, consent):
    sheet = uuid.uuid4()
    for _ in range(2):
        desk.send(page(path, "withdraw-consent", consent), taken_back(), sheet=sheet)
    other_tab = desk.send(page(path, "withdraw-consent", consent), taken_back())

    assert (other_tab.status_code, Consent.objects.count()) == (409, 2)


def test_the_clients_own_copy_tells_it_in_plain_words_and_is_written_down(desk, path, consent):
    printed = desk.send(page(path, "consent-pdf", consent), {})

    copy = Disclosure.objects.get()
    handed = desk.get(printed.url)
    told = text_of(copy.paper.pdf)
    assert (printed.status_code, handed.content) == (303, bytes(copy.paper.pdf))
    assert "Velat kuntoon" in told
    assert (copy.ground, copy.member, list(copy.consents.all())) == ("703_58", None, [consent])
    assert Entry.objects.get(deed="network.consent_printed").details["serial"] == copy.paper.serial
    assert "Nobody has received a paper by this yet" in desk.get(page(path)).content.decode()


def test_an_address_without_its_paper_is_nothing(desk, path, consent):
    assert desk.get(page(path, "consent-pdf", consent)).status_code == 404
    foreign = f"{page(path, 'consent-pdf', consent)}?paper={uuid.uuid4()}"
    assert desk.get(foreign).status_code == 404


@pytest.mark.parametrize(("days", "is_told"), [(15, False), (14, True), (8, True), (7, False)])
def test_the_own_worker_is_reminded_two_weeks_before_for_a_week(path, desk, sister, days, is_told):
    ConsentFactory(member=sister, valid_until=today() + timedelta(days=days))

    assert bool(ends_of(desk.user)) is is_told


def test_the_substitute_is_reminded_when_there_is_one(path, desk, sister):
    ConsentFactory(member=sister, valid_until=today() + timedelta(days=14))
    substitute = SubstituteFactory(care=path.care).worker

    assert (len(ends_of(substitute)), len(ends_of(desk.user))) == (1, 0)


def test_nobody_is_reminded_of_what_was_taken_back_or_of_a_closed_relationship(path, desk, sister):
    ends = today() + timedelta(days=14)
    consent = ConsentFactory(member=sister, valid_until=ends)
    desk.send(page(path, "withdraw-consent", consent), taken_back())
    ConsentFactory(valid_until=ends, member=MemberFactory())

    assert ends_of(desk.user) == []


def test_who_has_come_back_has_their_own_worker_reminded_once_and_nobody_of_before(
    path, desk, sister
):
    before = CareFactory(client=path.client, team=path.care.team, ended_on=today())
    ConsentFactory(member=sister, valid_until=today() + timedelta(days=14))

    assert (len(ends_of(desk.user)), ends_of(before.own_worker)) == (1, [])


def test_how_long_before_is_a_clock(path, desk, sister):
    Clock.objects.filter(code="consent_ends").update(days=30)
    ConsentFactory(member=sister, valid_until=today() + timedelta(days=30))

    assert len(ends_of(desk.user)) == 1


def test_ten_consents_cost_as_much_as_one(desk, path, partner, consent):
    one = desk.cost(page(path))
    ConsentFactory.create_batch(9, member=partner)

    assert desk.cost(page(path)) == one


def test_the_page_tells_until_when(desk, path, partner):
    until = today() + timedelta(days=60)
    ConsentFactory(member=partner, valid_until=until)

    assert finnish_date(until) in desk.get(page(path)).content.decode()
