"""A contact becomes a client by a deliberate act only: looked for first, then taken in, or joined to one's own."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import Client, OwnWords
from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.models import OutreachContact, OutreachMeeting
from tests.desk import Desk
from tests.factories import AssignmentFactory, ContactFactory, PathFactory, today, worker
from tests.pathways.outreach.meeting import OUTREACH, errors, url_of
from tests.pathways.starting import NEW, WHO

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(ohjaaja, team):
    contact = ContactFactory(author=ohjaaja, nickname="Masa")
    colleague = worker(team=team, name="Kuuli Ensin")
    OutreachMeeting.objects.create(
        contact=contact, on=today(), words="Voisit auttaa.", note="Rohkea", author=colleague
    )
    return contact


@pytest.fixture
def own(ohjaaja, team):
    return PathFactory(care__own_worker=ohjaaja, care__team=team).client


def joined(contact):
    contact.refresh_from_db()
    return contact.client


def test_the_new_client_begins_with_looking_and_with_what_is_known(desk, contact):
    page = desk.get(url_of("contact-client", contact)).content.decode()
    assert f"{NEW}?contact={contact.ref}" in page

    who = desk.get(f"{NEW}?contact={contact.ref}").context["form"]
    assert (who["nickname"].value(), who["contact"].value()) == ("Masa", str(contact.ref))

    whole = desk.post(NEW, {**WHO, "contact": str(contact.ref), "look": "1"}).context["form"]
    assert whole["contact"].value() == str(contact.ref)
    assert "Kyläkauppa" in whole["how_began"].value()
    assert not Client.objects.exists()


def test_each_sheet_that_shows_the_contact_stands_on_the_trail(desk, contact):
    read = Entry.objects.filter(deed="pathways.contact_read", object_ref=contact.ref)

    desk.get(f"{NEW}?contact={contact.ref}")
    assert read.count() == 1
    desk.post(NEW, {**WHO, "contact": str(contact.ref), "look": "1"})
    assert read.count() == 2


def test_what_the_person_said_becomes_their_own_words(desk, contact, sheet, ohjaaja):
    assert desk.send(NEW, {**sheet, "contact": str(contact.ref)}).status_code == 303

    client = joined(contact)
    said = OwnWords.objects.filter(client=client).order_by("said_on")
    assert [(one.text, one.said_on, one.heard_by.name) for one in said] == [
        ("En saa unta.", contact.met_on, ohjaaja.name),
        ("Voisit auttaa.", today(), "Kuuli Ensin"),
    ]
    assert contact.closed_on == today()
    assert Entry.objects.get(deed="pathways.contact_joined").client_refs == [client.ref]


def test_two_presses_take_in_one_client(desk, contact, sheet):
    number = uuid.uuid4()

    for _ in range(2):
        desk.send(NEW, {**sheet, "contact": str(contact.ref)}, sheet=number)

    assert Client.objects.count() == 1
    assert OwnWords.objects.count() == 2


def test_of_two_tabs_the_second_takes_nobody_in(desk, contact, sheet):
    desk.send(NEW, {**sheet, "contact": str(contact.ref)})
    second = desk.send(NEW, {**sheet, "nickname": "Toinen", "contact": str(contact.ref)})

    assert second.status_code == 409
    assert Client.objects.count() == 1


@pytest.mark.parametrize("contact_ref", ["0a7e6c1e-5f0b-4c55-9f0e-0d4f0c9a7b11", "ei ref"])
def test_a_contact_that_is_not_there_makes_no_client(desk, sheet, contact_ref):
    assert desk.send(NEW, {**sheet, "contact": contact_ref}).status_code == 409
    assert not Client.objects.exists()


def test_another_teams_contact_gives_nothing_away(sheet, contact):
    stranger = worker()
    page = Desk().sit(stranger).get(f"{NEW}?contact={contact.ref}")

    assert "Masa" not in page.content.decode()
    assert page.context["form"]["contact"].value() is None


def test_joined_to_a_client_of_ones_own(desk, contact, own):
    answer = desk.send(url_of("contact-client", contact), {"client": str(own.ref)})

    assert answer.url == reverse("clients:own-words", args=[own.ref])
    assert joined(contact) == own
    assert OwnWords.objects.filter(client=own).count() == 2


def test_only_ones_own_clients_are_offered_or_taken(desk, contact, own, team):
    colleagues = PathFactory(care__team=team).client

    names = dict(
        desk.get(url_of("contact-client", contact)).context["form"].fields["client"].choices
    )
    assert set(names) == {"", str(own.ref)}
    refused = desk.send(url_of("contact-client", contact), {"client": str(colleagues.ref)})
    assert errors(refused) == (422, ["client"])
    assert joined(contact) is None


def test_a_student_joins_but_takes_nobody_in(contact, own, team):
    student = worker(Role.STUDENT, team=team)
    AssignmentFactory(care=own.cares.get(), worker=student, part="student", until=today())
    desk = Desk().sit(student)

    assert "?contact=" not in desk.get(url_of("contact-client", contact)).content.decode()
    assert desk.send(url_of("contact-client", contact), {"client": str(own.ref)}).status_code == 303
    assert joined(contact) == own


def test_afterwards_it_is_read_by_those_who_open_the_file_and_no_longer_by_the_team(
    desk, contact, own, team
):
    desk.send(url_of("contact-client", contact), {"client": str(own.ref)})
    colleague = Desk().sit(worker(team=team))

    page = desk.get(url_of("contact", contact)).content.decode()
    assert "Rohkea" in page
    assert reverse("pathways:client", args=[own.ref]) in page
    assert own.name in desk.get(f"{OUTREACH}?show=clients").content.decode()
    assert colleague.get(url_of("contact", contact)).status_code == 404
    assert own.name not in colleague.get(f"{OUTREACH}?show=clients").content.decode()


def test_with_turvakielto_the_place_is_not_told_there(desk, contact, own):
    desk.send(url_of("contact-client", contact), {"client": str(own.ref)})
    Client.objects.filter(pk=own.pk).update(is_protected=True, municipality=None, village=None)

    assert "Kyläkauppa" not in desk.get(url_of("contact", contact)).content.decode()


def test_a_closed_contact_is_not_met_changed_or_joined_again(desk, contact, own, ohjaaja):
    desk.send(url_of("contact-client", contact), {"client": str(own.ref)})
    again = {"on": today().isoformat(), "said": "Uutta", "note": ""}

    assert desk.send(url_of("contact", contact), again).status_code == 409
    assert desk.send(url_of("contact-client", contact), {"client": str(own.ref)}).status_code == 409
    assert desk.get(url_of("edit-contact", contact)).url == url_of("contact", contact)
    assert OwnWords.objects.count() == 2


def test_a_closed_contact_is_deleted_by_hand_and_the_words_stay(desk, contact, own):
    desk.send(url_of("contact-client", contact), {"client": str(own.ref)})

    desk.send(url_of("delete-contact", contact), {})

    assert not OutreachContact.objects.exists()
    assert OwnWords.objects.filter(client=own).count() == 2
    assert Entry.objects.get(deed="pathways.contact_deleted").client_refs == [own.ref]


def test_a_supervisor_takes_in_for_a_colleague_to_whom_alone_the_file_opens(contact, team, sheet):
    desk = Desk().sit(worker(Role.SUPERVISOR, team=team))

    answer = desk.send(NEW, {**sheet, "contact": str(contact.ref)})

    assert answer.status_code == 303
    assert joined(contact) is not None
    assert contact.met_on == today() - timedelta(days=7)
