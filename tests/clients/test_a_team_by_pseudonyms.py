"""A team by pseudonyms: a nickname and a running number, no real name and no identity code (decision 0026)."""

import pytest
from django.db import transaction
from django.urls import reverse

from clients.actions import basics as basic_data
from clients.actions.clients import create_client
from clients.actions.identity_codes import write_identity_code
from clients.actions.names import tell_name
from clients.models import Client
from paku.access.models import Team
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.refusals import Refused
from tests.clients.basics import page_of, sheet
from tests.desk import Desk
from tests.factories import ARTIFICIAL, MembershipFactory, TeamFactory, today, worker
from tests.pathways.starting import NEW, least

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def by_pseudonyms(team):
    team.is_pseudonymous = True
    team.save()


def started(desk, team, **who):
    answer = desk.send(NEW, least(desk.user, team, **who))
    assert answer.status_code == 303
    return Client.objects.latest("pk")


def test_a_new_client_gets_a_running_number_that_no_other_has(desk, team):
    masa, other = (started(desk, team, nickname=name) for name in ("Masa", "Liisa"))

    assert masa.name == f"Masa {masa.running_number}"
    assert masa.spoken_name == "Masa"
    assert other.running_number not in (None, masa.running_number)
    assert masa.name in desk.get("/clients/").content.decode()
    found = desk.post("/clients/", {"q": masa.name}).context["rows"]
    assert [row.ref for row in found] == [masa.ref]


def test_the_sheets_ask_no_real_name_and_no_identity_code(desk, path):
    assert not {"last_name", "first_names", "identity_code"} & set(
        desk.get(NEW).context["form"].fields
    )
    assert not {"last_name", "first_names"} & set(desk.get(page_of(path)).context["form"].fields)


def test_what_is_sent_all_the_same_is_not_written(desk, path):
    known = path.client.name

    answer = desk.send(page_of(path), {**sheet(desk, path), "last_name": "Salainen"})

    assert answer.status_code == 303
    assert Client.objects.get(pk=path.client.pk).name == known


def test_a_name_from_before_stays_when_other_data_are_corrected(desk, path):
    known = path.client.name

    desk.send(page_of(path), sheet(desk, path, needs_plain_language="on"))

    client = Client.objects.get(pk=path.client.pk)
    assert (client.name, client.needs_plain_language) == (known, True)


def test_a_new_nickname_keeps_the_running_number(desk, team):
    masa = started(desk, team, nickname="Masa")
    url = reverse("clients:basics", args=[masa.ref])
    form = desk.get(url).context["form"]
    known = {name: form[name].value() for name in form.fields if name != "submission_id"}
    sent = {name: value for name, value in known.items() if value not in (None, False)}

    assert desk.send(url, {**sent, "nickname": "Matti"}).status_code == 303

    assert sent["nickname"] == "Masa"
    assert Client.objects.get(pk=masa.pk).name == f"Matti {masa.running_number}"


def test_the_actions_refuse_what_no_form_asks(path, ohjaaja, team):
    told = {"seen_version": 1, "contacts": None, "by": ohjaaja, "on": today()}
    tries = [
        lambda: create_client(by=ohjaaja, team=team, nickname="Masa", last_name="Korhonen"),
        lambda: create_client(by=ohjaaja, team=team, nickname="Masa", identity_code=ARTIFICIAL),
        lambda: basic_data.edit_basics(client=path.client, last_name="Salainen", **told),
        lambda: write_identity_code(client=path.client, code=ARTIFICIAL, by=ohjaaja),
        lambda: tell_name(
            client=path.client, text="Entinen", kind="former", since=None, until=None, by=ohjaaja
        ),
    ]

    for attempt in tries:
        with pytest.raises(Refused) as refused, transaction.atomic():
            attempt()
        assert refused.value.code == "pseudonymous"


def test_who_works_in_two_teams_is_told_when_the_chosen_one_is_by_pseudonyms(desk, ohjaaja, team):
    MembershipFactory(user=ohjaaja, team=TeamFactory())

    answer = desk.send(NEW, least(ohjaaja, team, last_name="Korhonen"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["last_name"])


def test_the_main_user_sets_it_after_proving_who_they_are():
    plain = TeamFactory()
    main_user = Desk().sit(worker(Role.MAIN_USER))
    url = reverse("access:team-pseudonyms", args=[plain.ref])

    main_user.shows("webauthn", ago=600)
    assert main_user.send(url, {"to": "pseudonyms"}).status_code == 403
    main_user.shows("webauthn")
    for _ in range(2):
        assert main_user.send(url, {"to": "pseudonyms"}).status_code == 303

    assert Team.objects.get(pk=plain.pk).is_pseudonymous
    assert Entry.objects.filter(deed="access.team_pseudonymous").count() == 1
    assert main_user.send(url, {"to": "somewhere"}).status_code == 422


def test_nobody_else_sets_it(desk, team):
    url = reverse("access:team-pseudonyms", args=[team.ref])

    assert desk.send(url, {"to": "names"}).status_code == 403
    assert Team.objects.get(pk=team.pk).is_pseudonymous
