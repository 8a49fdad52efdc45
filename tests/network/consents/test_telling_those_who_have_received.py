"""A consent is taken back: whom to tell is shown until each has been told, on the page and on the own worker's day."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from network.actions import consents as deeds
from network.models import Consent, WithdrawalTold
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from paku.reminders.planning import write_notices
from tests.desk import Desk
from tests.factories import (
    ConsentFactory,
    DisclosureFactory,
    MemberFactory,
    ReferralFactory,
    SubstituteFactory,
    today,
    worker,
)
from tests.network.consents.agreeing import page, taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def consent(deacon):
    deacon.phone = "+358401234567"
    deacon.save()
    return ConsentFactory(member=deacon, topics=["steps"])


@pytest.fixture
def given(path, deacon, consent):
    return DisclosureFactory(client=path.client, member=deacon, rests_on=[consent])


@pytest.fixture
def withdrawn(desk, path, consent, given):
    desk.send(page(path, "withdraw-consent", consent), taken_back())
    return Consent.objects.newest().get()


def mark(path, withdrawn, given):
    return reverse("network:withdrawal-told", args=[path.client.ref, withdrawn.ref, given.ref])


def said(**fields):
    return {"told_on": today().isoformat(), "how": "phone", **fields}


def on_the_day_of(user):
    return "tell those who have received" in Desk().sit(user).get("/").content.decode()


def test_it_is_shown_with_paper_day_and_work_number_until_it_is_marked(desk, path, given, withdrawn):  # fmt: skip
    before = desk.get(page(path)).content.decode()
    answer = desk.send(mark(path, withdrawn, given), said())
    after = desk.get(page(path)).content.decode()

    told = WithdrawalTold.objects.get()
    assert "not everybody has been told" in before
    assert given.paper.serial in before
    assert "tel:+358401234567" in before
    assert (answer.status_code, answer.url) == (303, page(path))
    assert (told.consent, told.disclosure, told.how, told.by) == (
        withdrawn,
        given,
        "phone",
        desk.user,
    )
    assert "not everybody has been told" not in after
    assert "by telephone" in after
    entry = Entry.objects.get(deed="network.withdrawal_told")
    assert (entry.recipient, entry.details["serials"]) == (given.recipient, [given.paper.serial])


def test_all_papers_of_one_recipient_are_told_of_at_once(desk, path, deacon, consent, given):
    DisclosureFactory(client=path.client, member=deacon, rests_on=[consent])
    deeds.withdraw(consent=consent, by=desk.user, withdrawn_on=today(), withdrawn_how="spoken")

    desk.send(mark(path, Consent.objects.newest().get(), given), said())

    assert WithdrawalTold.objects.count() == 2


def test_a_close_person_is_told_too_but_their_number_is_not_shown(desk, path):
    sister = MemberFactory(client=path.client, kind="close", phone="+358407654321")
    consent = ConsentFactory(member=sister)
    DisclosureFactory(client=path.client, member=sister, rests_on=[consent])

    deeds.withdraw(consent=consent, by=desk.user, withdrawn_on=today(), withdrawn_how="spoken")

    shown = desk.get(page(path)).content.decode()
    assert "Mark as told" in shown
    assert "7654321" not in shown


def test_the_own_worker_has_it_on_their_day_until_all_have_been_told(desk, path, given, withdrawn):
    assert on_the_day_of(desk.user)

    desk.send(mark(path, withdrawn, given), said())

    assert not on_the_day_of(desk.user)


def test_whoever_minds_the_person_later_is_told_in_the_morning(path, withdrawn):
    substitute = SubstituteFactory(care=path.care).worker
    substitute.language = "en"
    substitute.save()

    write_notices(today())

    assert on_the_day_of(substitute)
    assert Delivery.objects.filter(kind="withdrawal_to_tell", channel="app").count() == 2


def test_what_ran_out_by_itself_and_what_was_forbidden_need_not_be_told(desk, path, deacon):
    ended = ConsentFactory(member=deacon, valid_until=today() - timedelta(days=1))
    DisclosureFactory(client=path.client, member=deacon, rests_on=[ended])
    forbidden = ConsentFactory(member=deacon, prohibition=True)

    deeds.withdraw(consent=forbidden, by=desk.user, withdrawn_on=today(), withdrawn_how="spoken")

    assert "not everybody has been told" not in desk.get(page(path)).content.decode()
    assert not Delivery.objects.filter(kind="withdrawal_to_tell").exists()


def test_what_was_sent_by_it_and_is_on_its_way_is_shown_too(desk, path, consent):
    referral = ReferralFactory(client=path.client, ago=3, consent=consent, ground="shl_40")

    deeds.withdraw(consent=consent, by=desk.user, withdrawn_on=today(), withdrawn_how="spoken")

    assert f"/referrals/{referral.ref}/" in desk.get(page(path)).content.decode()


def test_a_double_click_marks_once_and_another_tab_is_told_that_it_is_done(desk, path, given, withdrawn):  # fmt: skip
    sheet = uuid.uuid4()
    twice = [desk.send(mark(path, withdrawn, given), said(), sheet=sheet) for _ in range(2)]
    other_tab = desk.send(mark(path, withdrawn, given), said())

    assert [one.status_code for one in twice] == [303, 303]
    assert (other_tab.status_code, WithdrawalTold.objects.count()) == (409, 1)


@pytest.mark.parametrize(
    "fields",
    [{"told_on": "1.1.2035"}, {"told_on": "1.1.2001"}, {"told_on": ""}, {"told_on": "x\x00"}, {"how": ""},
     {"how": "smoke"}],
)  # fmt: skip
def test_what_is_not_whole_is_asked_for(desk, path, given, withdrawn, fields):
    answer = desk.send(mark(path, withdrawn, given), said(**fields))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(fields))
    assert not WithdrawalTold.objects.exists()


def test_nothing_is_marked_of_what_stands_or_of_what_did_not_rest_on_it(
    desk, path, deacon, consent, given
):
    other = DisclosureFactory(client=path.client, member=deacon)
    standing = desk.send(mark(path, consent, given), said())
    deeds.withdraw(consent=consent, by=desk.user, withdrawn_on=today(), withdrawn_how="spoken")

    foreign = desk.send(mark(path, Consent.objects.newest().get(), other), said())

    assert (standing.status_code, foreign.status_code) == (404, 404)


def test_a_stranger_cannot_tell_that_there_is_somebody_to_tell(path, given, withdrawn):
    stranger = Desk().sit(worker())
    nowhere = reverse("network:withdrawal-told", args=[uuid.uuid4(), uuid.uuid4(), uuid.uuid4()])

    there, not_there = stranger.get(mark(path, withdrawn, given)), stranger.get(nowhere)

    assert (there.status_code, there.content) == (404, not_there.content)


def test_ten_to_tell_cost_as_much_as_one(desk, path, consent, withdrawn):
    one = desk.cost(page(path))
    for _ in range(9):
        DisclosureFactory(member=MemberFactory(client=path.client), rests_on=[consent])

    assert desk.cost(page(path)) == one
