"""S19, the errand of a referral: it is asked, allowed, sent, answered, and stays open until the person has got in."""

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from network.models import Referral, ReferralEvent, Step
from network.models.consent_kinds import ConsentKind
from network.models.referral_state import State
from paku.audit.models import Entry
from tests.factories import ConsentFactory, MemberFactory, ReferralFactory, ServiceFactory, today
from tests.network.referrals.loops import a_step, heard, page, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(path):
    return ReferralFactory(client=path.client)


@pytest.fixture
def out(path):
    return ReferralFactory(client=path.client, ago=5)


def line(referral):
    return [event.kind for event in ReferralEvent.objects.along(referral)]


def test_the_whole_loop_from_asking_to_getting_in(desk, path):
    service = ServiceFactory()
    new = reverse("network:new-referral", args=[path.client.ref])
    made = desk.send(new, {"to": service.ref, "asked": "Velat kuntoon.", "carried_by": "own"})
    referral = Referral.objects.get()
    assert (made.status_code, made.url) == (303, page(referral))
    assert referral.carried_by.user == path.care.own_worker

    desk.send(page(referral, "send-referral"), sent())
    desk.send(page(referral, "answer-referral"), heard("received", who="Anu, velkaneuvoja"))
    later = today() + timedelta(days=180)
    desk.send(page(referral, "answer-referral"), heard("queued", expected_on=later.isoformat()))
    desk.send(page(referral, "answer-referral"), heard("started", is_accompanied="yes"))
    referral.refresh_from_db()
    assert (referral.state, referral.is_accompanied, referral.is_open) == ("started", True, True)
    assert referral.expected_on == later

    desk.send(page(referral, "confirm-referral"), {})
    referral.refresh_from_db()
    assert (referral.is_open, referral.confirmed_on) == (False, today())
    kinds = ["draft", "grounded", "sent", "received", "queued", "started", "confirmed"]
    assert line(referral) == kinds
    shown = desk.get(page(referral)).content.decode()
    assert "Anu, velkaneuvoja" in shown
    assert "Velat kuntoon." in shown


def test_sending_is_a_disclosure_on_the_trail_with_its_ground(desk, draft):
    desk.send(page(draft, "send-referral"), sent())

    entry = Entry.objects.get(deed="network.referral_sent")
    assert (entry.ground, entry.recipient) == ("shl_41", draft.to_whom)
    assert "Velkojen" not in str(entry.details)


def test_refused_it_is_closed_only_with_a_new_step(desk, out):
    desk.send(page(out, "answer-referral"), heard("refused", words="Ei ole heidän asiansa."))
    out.refresh_from_db()
    assert (out.is_open, out.wants_new_step) == (True, True)

    answer = desk.send(page(out, "referral-step"), {"step_what_1": ""})
    assert (answer.status_code, Step.objects.count()) == (422, 0)
    desk.send(page(out, "referral-step"), a_step())

    out.refresh_from_db()
    assert (out.is_open, out.new_step) == (False, Step.objects.get())


def test_the_new_step_may_be_agreed_on_the_same_sheet(desk, out):
    desk.send(page(out, "answer-referral"), heard("refused", words="Jono on kiinni.", **a_step()))

    out.refresh_from_db()
    assert (out.is_open, out.new_step.what) == (False, "Kysytään diakoniasta")


def test_the_database_too_closes_nothing_without_getting_in_or_a_new_step(out):
    for state in (State.SENT, State.QUEUED, State.REFUSED, State.STARTED, State.CALLED_OFF):
        started = {"started_on": today()} if state == State.STARTED else {}
        with pytest.raises(DatabaseError), transaction.atomic():
            Referral.objects.filter(pk=out.pk).update(state=state, closed_on=today(), **started)


def test_an_event_is_never_changed(desk, draft):
    desk.send(page(draft, "send-referral"), sent())

    with pytest.raises(DatabaseError), transaction.atomic():
        ReferralEvent.objects.update(words="toisin")


def test_a_draft_that_is_not_wanted_is_closed_at_once_but_what_was_sent_needs_a_step(desk, draft, out):  # fmt: skip
    for referral in (draft, out):
        desk.send(page(referral, "answer-referral"), heard("called_off", words="En jaksa nyt."))
        referral.refresh_from_db()

    assert (draft.is_open, out.is_open) == (False, True)


def test_a_consent_of_the_ledger_carries_it_and_taken_back_it_stops_the_sending(desk, path, draft):
    member = MemberFactory(client=path.client, organisation=draft.organisation)
    consent = ConsentFactory(member=member, kind=ConsentKind.CONTACT)
    only_ground = sent(consent.ref, only="1")
    desk.send(page(draft, "send-referral"), only_ground)
    draft.refresh_from_db()
    assert (draft.state, draft.ground, draft.consent) == ("grounded", "shl_40", consent)
    back = reverse("network:withdraw-consent", args=[path.client.ref, consent.ref])
    desk.send(back, {"withdrawn_on": today().isoformat(), "withdrawn_how": "spoken"})

    answer = desk.send(page(draft, "send-referral"), sent(consent.ref))

    draft.refresh_from_db()
    assert (answer.status_code, draft.state) == (422, "grounded")
    assert list(answer.context["form"].errors) == ["ground"]
    assert desk.get(page(draft)).context["why_not"]
    desk.send(page(draft, "send-referral"), sent())
    draft.refresh_from_db()
    assert (draft.state, draft.ground, draft.consent) == ("sent", "shl_41", None)


def test_a_prohibition_stops_it_and_yields_only_to_the_law(desk, path, draft):
    member = MemberFactory(client=path.client, organisation=draft.organisation)
    ConsentFactory(member=member, prohibition=True)

    refused = desk.send(page(draft, "send-referral"), sent())
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["ground"])

    assert desk.send(page(draft, "send-referral"), sent("703_56")).status_code == 303


def test_a_double_click_sends_it_once_and_the_second_tab_is_told(desk, draft):
    sheet = uuid.uuid4()
    answers = [desk.send(page(draft, "send-referral"), sent(), sheet=sheet) for _click in range(2)]
    other_tab = desk.send(page(draft, "send-referral"), sent())

    assert {answer.status_code for answer in answers} == {303}
    assert (other_tab.status_code, line(draft)) == (409, ["grounded", "sent"])


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"answer": ""}, "answer"),
        ({"answer": "draft"}, "answer"),
        ({"answer": "queued"}, "expected_on"),
        ({"answer": "queued", "expected_on": "1.1.2020"}, "expected_on"),
        ({"answer": "refused"}, "words"),
        ({"answer": "received", "on": "1.1.2020"}, "on"),
        ({"answer": "received", "on": "huomenna"}, "on"),
        ({"answer": "received", "who": "x" * 121}, "who"),
        ({"answer": "refused", "words": "Ei.", "step_what_1": "Soittaa"}, "step_doer_1"),
    ],
)
def test_a_faulty_answer_is_told_beside_the_field_and_kept(desk, out, fields, wrong):
    answer = desk.send(page(out, "answer-referral"), heard(**{"answer": "received", **fields}))

    assert (answer.status_code, wrong in answer.context["form"].errors) == (422, True)
    assert (line(out), Referral.objects.get().state) == ([], "sent")


def test_what_carries_meanwhile_is_words_a_step_or_both(desk, out):
    empty = desk.send(page(out, "referral-meanwhile"), {"words": ""})
    assert list(empty.context["form"].errors) == ["words"]

    desk.send(page(out, "referral-meanwhile"), {"words": "Diakonia ja kahvila.", **a_step()})

    out.refresh_from_db()
    assert (out.meanwhile, out.meanwhile_step) == ("Diakonia ja kahvila.", Step.objects.get())


def test_nothing_carries_meanwhile_when_the_loop_has_closed(desk, path):
    over = ReferralFactory(client=path.client, state=State.CALLED_OFF, closed_on=today())

    answer = desk.send(page(over, "referral-meanwhile"), {"words": "Diakonia.", **a_step()})

    assert (answer.status_code, Step.objects.count()) == (409, 0)
