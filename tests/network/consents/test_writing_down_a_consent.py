"""What the person allows or forbids is written down, and changed by a new version."""

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from network.models import Consent
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    ConsentFactory,
    MemberFactory,
    OrganisationFactory,
    StandInFactory,
    today,
    worker,
)
from tests.network.consents.agreeing import agreed, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def deacon(path):
    return MemberFactory(client=path.client, name="Dora Diakoni")


def test_it_is_written_down_with_everything_that_was_said(desk, path, deacon):
    until = (today() + timedelta(days=200)).isoformat()

    answer = desk.send(
        page(path, "give-consent"), agreed(deacon, valid_until=until, words="Puhelut")
    )

    made = Consent.objects.get()
    assert (answer.status_code, answer.url) == (303, page(path))
    assert (made.member, made.topics, made.words, made.by) == (
        deacon,
        ["steps"],
        "Puhelut",
        desk.user,
    )
    entry = Entry.objects.get(deed="network.consent_given")
    assert entry.details == {"kind": "meeting", "topics": ["steps"], "how": "spoken"}
    assert "Dora Diakoni" in desk.get(page(path)).content.decode()


def test_nothing_is_chosen_beforehand(desk, path, deacon):
    form = desk.get(page(path, "give-consent")).context["form"]

    assert [form[name].value() for name in ("kind", "how", "topics", "scope")] == [None] * 4


def test_for_a_group_with_its_members(desk, path, deacon):
    others = MemberFactory(client=path.client)
    sent = agreed(deacon, to="group", group="Verkostotapaaminen", group_members=[str(deacon.ref)])

    desk.send(page(path, "give-consent"), sent)

    made = Consent.objects.get()
    assert (made.group, list(made.group_members.all())) == ("Verkostotapaaminen", [deacon])
    assert others not in made.group_members.all()


def test_for_whoever_works_in_an_organisation(desk, path, deacon):
    home = OrganisationFactory()

    desk.send(page(path, "give-consent"), agreed(deacon, to=str(home.ref)))

    assert Consent.objects.get().organisation == home


def test_a_prohibition_of_everything_to_anybody(desk, path, deacon):
    sent = agreed(deacon, kind="prohibition", to="anybody", scope="registrar", topics=["steps"])

    desk.send(page(path, "give-consent"), sent)

    made = Consent.objects.get()
    assert (made.scope, made.topics, made.to_whom) == ("registrar", [], "")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": ""}, "kind"), ({"kind": "yes"}, "kind"), ({"to": ""}, "to"), ({"to": str(uuid.uuid4())}, "to"),
        ({"to": "anybody"}, "to"), ({"to": "group", "group_members": []}, "group"), ({"topics": ["x" * 60]}, "topics"),
        ({"to": "group", "group": "Ryhmä"}, "group_members"), ({"topics": ["hetu"]}, "topics"),
        ({"kind": "prohibition"}, "scope"), ({"kind": "prohibition", "scope": "document", "topics": []}, "topics"),
        ({"purpose": " "}, "purpose"), ({"purpose": "a" * 201}, "purpose"), ({"how": ""}, "how"),
        ({"given_on": "eilen"}, "given_on"), ({"given_on": "1.1.2035"}, "given_on"),
        ({"valid_until": "1.1.2020"}, "valid_until"), ({"explained_by": ""}, "explained_by"),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_asked_for_and_what_was_typed_stays(desk, path, deacon, fields, field):
    answer = desk.send(page(path, "give-consent"), agreed(deacon, words="Myös puhelut", **fields))

    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)
    assert "Myös puhelut" in answer.content.decode()
    assert not Consent.objects.exists()


def test_without_a_tick_it_is_told_in_words_what_is_meant(desk, path, deacon):
    bare = desk.send(page(path, "give-consent"), agreed(deacon, topics=[]))
    said = desk.send(page(path, "give-consent"), agreed(deacon, topics=[], words="Vain puhelut"))

    assert (list(bare.context["form"].errors), said.status_code) == (["topics"], 303)


def test_somebody_elses_member_cannot_be_chosen(desk, path):
    answer = desk.send(page(path, "give-consent"), agreed(MemberFactory()))

    assert list(answer.context["form"].errors) == ["to"]


def test_a_double_click_writes_it_down_once(desk, path, deacon):
    sheet = uuid.uuid4()
    for _ in range(2):
        desk.send(page(path, "give-consent"), agreed(deacon), sheet=sheet)

    assert Consent.objects.count() == 1


def test_a_change_is_a_new_version_and_the_earlier_one_stays(desk, path, deacon):
    first = ConsentFactory(member=deacon, purpose="Ensin näin")

    desk.send(page(path, "change-consent", first), agreed(deacon, topics=["path"]))

    second = Consent.objects.newest().get()
    first.refresh_from_db()
    assert (second.replaces, second.thread, second.topics) == (first, first.thread, ["path"])
    assert (first.topics, first.purpose) == (["steps"], "Ensin näin")
    assert "Ensin näin" in desk.get(page(path)).content.decode()


def test_two_who_change_the_same_version_do_not_both_win(desk, path, deacon):
    first = ConsentFactory(member=deacon)
    desk.send(page(path, "change-consent", first), agreed(deacon, topics=["path"]))

    late = desk.send(page(path, "change-consent", first), agreed(deacon, purpose="Toinen ikkuna"))

    assert late.status_code == 409
    assert "Toinen ikkuna" in late.content.decode()
    assert Consent.objects.count() == 2


def test_the_database_changes_no_version(path, deacon):
    consent = ConsentFactory(member=deacon)

    with pytest.raises(DatabaseError), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(topics=["path"])
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentFactory(member=deacon, withdrawn_on=today(), withdrawn_how="spoken")


def test_a_colleague_reads_after_a_reason_and_writes_nothing_down(path, deacon):
    ConsentFactory(member=deacon, purpose="Luettava tarkoitus")
    colleague = worker(team=path.care.team)
    StandInFactory(client=path.client, worker=colleague)
    desk = Desk().sit(colleague)

    assert "Luettava tarkoitus" in desk.get(page(path)).content.decode()
    assert desk.get(page(path, "give-consent")).status_code == 403
    assert desk.send(page(path, "give-consent"), agreed(deacon)).status_code == 403


def test_to_a_stranger_the_pages_do_not_exist(path, deacon):
    consent = ConsentFactory(member=deacon)
    desk = Desk().sit(worker())

    nowhere = desk.get(f"/clients/{uuid.uuid4()}/consents/")
    for name in ("change-consent", "withdraw-consent", "consent-pdf"):
        assert desk.get(page(path, name, consent)).status_code == 404
    assert desk.get(page(path)).content == nowhere.content


def test_a_consent_of_another_client_is_not_found_under_this_one(desk, path):
    assert desk.get(page(path, "withdraw-consent", ConsentFactory())).status_code == 404
