"""What one entry holds: who (as they then were), what, about whom, why; codes and counts, never content."""

import uuid

import pytest

from paku.access.models import User
from paku.access.roles import Role
from paku.audit.deeds import all_deeds, register_deeds, sentence
from paku.audit.models import Entry
from paku.audit.record import record
from paku.audit.words import word
from tests.desk import Desk
from tests.factories import ClientFactory, MembershipFactory, TeamFactory, worker

pytestmark = pytest.mark.django_db


def test_name_role_unit_and_provider_stand_as_they_were():
    by = worker(
        Role.SOCIAL_WORKER,
        name="Anna Aalto",
        team=TeamFactory(name="Pohjoinen", provider="Hyvinvointialue"),
    )
    entry = record("audit.trail_read", by=by)

    User.objects.filter(pk=by.pk).update(name="Anna Virta")

    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.actor_name, kept.actor_role, kept.actor_unit) == (
        "Anna Aalto",
        "social_worker",
        "Pohjoinen",
    )
    assert (kept.provider, kept.actor_ref) == ("Hyvinvointialue", by.ref)


def test_who_holds_two_roles_is_recorded_in_both():
    by = worker(Role.SOCIAL_WORKER)
    MembershipFactory(user=by, role=Role.MAIN_USER)

    assert record("audit.trail_read", by=by).actor_role == "social_worker, main_user"


def test_the_system_is_an_actor_of_its_own():
    entry = record("audit.trail_read", by=None)

    assert (entry.actor_ref, entry.actor_name, entry.actor_role) == (None, "Paku", "system")


def test_every_person_of_a_list_is_on_the_entry():
    shown = [uuid.uuid4() for _ in range(25)]

    entry = record("clients.listed", by=None, clients=iter(shown))

    assert Entry.objects.get(pk=entry.pk).client_refs == shown
    assert list(Entry.objects.about(shown[7])) == [entry]


def test_an_entry_with_a_ground_is_a_disclosure():
    given = record("network.paper_given", by=None, recipient="Kela", ground="consent")
    record("network.read", by=None)

    assert list(Entry.objects.disclosures()) == [given]


def test_the_instant_comes_from_the_databases_clock_and_ids_follow_it():
    first, second = record("a", by=None), record("b", by=None)

    assert first.at <= second.at
    assert first.id < second.id
    assert list(Entry.objects.all()) == [second, first]


def test_every_deed_has_a_sentence_and_an_old_one_shows_its_name():
    assert all(said.strip() and said != value for value, said in all_deeds().items())
    assert sentence("older.than_the_code") == "older.than_the_code"


def test_a_deed_has_one_home():
    from django.db.models import TextChoices

    class Other(TextChoices):
        REFUSED = "audit.refused", "Something else"

    with pytest.raises(ValueError, match="declared twice"):
        register_deeds(Other)


def test_an_unknown_code_shows_itself():
    assert word("ground", "no such law") == "no such law"


def test_the_version_the_second_person_and_the_job_are_on_it():
    client, second = ClientFactory(), worker(Role.SUPERVISOR, name="Eeva")

    entry = record("clients.edited", client, by=None, approver=second)

    assert (entry.version, entry.on_behalf) == (1, "system:test")
    assert (entry.approver_ref, entry.approver_name, entry.approver_role) == (
        second.ref,
        "Eeva",
        "supervisor",
    )


def test_what_a_person_does_is_on_nobodys_behalf_but_under_the_pages_right():
    desk = Desk().sit(worker())

    desk.get("/trail/mine/")

    entry = Entry.objects.get(deed="audit.own_trail_read")
    assert (entry.on_behalf, entry.permission) == ("", "USE_OWN_ACCOUNT")
