"""Somebody met before being a client: a nickname, a place, what worries, who takes it. No code, no consent."""

import uuid
from datetime import timedelta

import pytest

from paku.audit.models import Entry
from pathways.models import NeedSign, OutreachContact, OutreachMeeting
from tests.factories import ContactFactory, today, worker
from tests.pathways.outreach.meeting import MEET, OUTREACH, card, errors, url_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(ohjaaja):
    return ContactFactory(author=ohjaaja)


def again(**fields):
    return {"on": today().isoformat(), "said": "", "note": "", **fields}


def test_a_nickname_and_a_place_are_enough(desk, ohjaaja):
    answer = desk.send(MEET, card(ohjaaja))

    contact = OutreachContact.objects.get()
    assert answer.url == url_of("contact", contact)
    assert (contact.taken_by, contact.author, contact.is_urgent) == (ohjaaja, ohjaaja, False)
    assert "Hippu" in desk.get(OUTREACH).content.decode()


def test_somebody_takes_it_at_once(desk, ohjaaja, team):
    colleague = worker(team=team, name="Kerttu Kollega")
    desk.send(MEET, card(colleague, is_urgent="on"))

    contact = OutreachContact.objects.get()
    assert (contact.taken_by, contact.is_urgent) == (colleague, True)
    page = desk.get(OUTREACH).content.decode()
    assert "Kerttu Kollega" in page
    assert "tone-bad" in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"nickname": ""}, "nickname"),
        ({"nickname": "<b>"}, "nickname"),
        ({"nickname": "010180-9004"}, "nickname"),
        ({"place": ""}, "place"),
        ({"said": "Hetuni on 131052-308T"}, "said"),
        ({"met_on": (today() + timedelta(days=1)).isoformat()}, "met_on"),
        ({"taken_by": str(uuid.uuid4())}, "taken_by"),
    ],
)
def test_a_slip_is_told_beside_the_field_and_nothing_typed_is_lost(desk, ohjaaja, wrong, field):
    answer = desk.send(MEET, card(ohjaaja, how_to_find="Kahvilassa aamuisin") | wrong)

    assert errors(answer) == (422, [field])
    assert "Kahvilassa aamuisin" in answer.content.decode()
    assert not OutreachContact.objects.exists()


def test_nobody_of_another_team_is_given_a_contact(desk):
    assert errors(desk.send(MEET, card(worker()))) == (422, ["taken_by"])


def test_two_presses_make_one_contact(desk, ohjaaja):
    sheet = uuid.uuid4()

    first, second = (desk.send(MEET, card(ohjaaja), sheet=sheet) for _ in range(2))

    assert first.url == second.url
    assert OutreachContact.objects.count() == 1


def test_met_again_begins_the_clock_anew(desk, contact):
    answer = desk.send(
        url_of("contact", contact), again(said="Tulen ensi viikolla.", note="Iloinen")
    )

    assert answer.status_code == 303
    contact.refresh_from_db()
    assert contact.last_met_on == today()
    page = desk.get(url_of("contact", contact)).content.decode()
    assert page.index("Tulen ensi viikolla.") < page.index("En saa unta.")
    assert "Iloinen" in page


def test_an_earlier_meeting_remembered_late_does_not_turn_the_clock_back(desk, contact):
    long_ago = (today() - timedelta(days=30)).isoformat()
    desk.send(url_of("contact", contact), again(on=long_ago))

    contact.refresh_from_db()
    assert contact.last_met_on == today() - timedelta(days=7)
    assert OutreachMeeting.objects.count() == 1


def test_what_changes_on_the_way_is_changed_and_what_was_said_is_not(desk, contact, team):
    colleague = worker(team=team)
    sent = card(colleague, place="Kirjasto", version="1", is_urgent="on", said="Jotain muuta")

    assert desk.send(url_of("edit-contact", contact), sent).status_code == 303

    contact.refresh_from_db()
    assert (contact.place, contact.taken_by, contact.is_urgent) == ("Kirjasto", colleague, True)
    assert contact.words == "En saa unta."


def test_a_change_does_not_run_over_another(desk, contact, ohjaaja):
    desk.send(url_of("edit-contact", contact), card(ohjaaja, how_to_find="Torilla", version="1"))

    late = desk.send(
        url_of("edit-contact", contact), card(ohjaaja, how_to_find="Kirjastossa", version="1")
    )

    assert late.status_code == 409
    assert "Torilla" in late.content.decode()
    assert "Kirjastossa" in late.content.decode()


def test_words_that_may_make_a_matter_pending_are_pointed_out_kindly(desk, ohjaaja):
    contact = ContactFactory(author=ohjaaja, words="Sain häädön. Ei mulla muuta hätää oo.")
    calm = ContactFactory(author=ohjaaja, words="Ihan hyvää kuuluu.")

    assert "häädön" in " ".join(desk.get(url_of("contact", contact)).context["signs"])
    assert "703/2023" in desk.get(url_of("contact", contact)).content.decode()
    assert desk.get(url_of("contact", calm)).context["signs"] == []


def test_the_words_to_look_for_are_data(desk, ohjaaja):
    contact = ContactFactory(author=ohjaaja, words="Kissa karkasi.")
    NeedSign.objects.create(code="cat", label_fi="kissa", since=today(), source="kokeilu")

    assert desk.get(url_of("contact", contact)).context["signs"] == ["Kissa"]


def test_an_unfinished_card_and_meeting_come_back(desk, ohjaaja, contact):
    desk.leave(f"outreach-contact/{ohjaaja.ref}", {"nickname": "Masa"})
    desk.leave(f"outreach-meeting/{contact.ref}", {"said": "Kesken jäi"})

    assert desk.get(MEET).context["form"]["nickname"].value() == "Masa"
    assert desk.get(url_of("contact", contact)).context["form"]["said"].value() == "Kesken jäi"


def test_the_list_and_the_contact_cost_the_same_for_one_and_for_ten(desk, ohjaaja, contact):
    OutreachMeeting.objects.create(contact=contact, on=today(), author=ohjaaja)
    one, page = desk.cost(OUTREACH), desk.cost(url_of("contact", contact))
    ContactFactory.create_batch(9, author=ohjaaja)
    for _ in range(9):
        OutreachMeeting.objects.create(contact=contact, on=today(), author=ohjaaja)

    assert desk.cost(OUTREACH) == one <= 9
    assert desk.cost(url_of("contact", contact)) == page <= 9


def test_deleted_by_hand_nothing_of_it_is_left_but_that_it_was(desk, contact):
    OutreachMeeting.objects.create(contact=contact, on=today(), author=contact.author)

    assert desk.get(url_of("delete-contact", contact)).status_code == 200
    assert desk.send(url_of("delete-contact", contact), {}).url == OUTREACH

    assert not OutreachContact.objects.exists()
    assert not OutreachMeeting.objects.exists()
    entry = Entry.objects.get(deed="pathways.contact_deleted")
    assert (entry.client_refs, entry.details) == ([], {"how": "by_hand"})
    assert desk.get(url_of("contact", contact)).status_code == 404
