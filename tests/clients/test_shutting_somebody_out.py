"""An exclusion is added by one person at once; who reads the list, and who is told (rows 5 and O36–O37)."""

import uuid

import pytest
from django.urls import reverse

from clients.models import Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from tests.clients.shutting_out import READS, by_name, out, page_of
from tests.desk import Desk
from tests.every_address import NOBODY
from tests.factories import worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("standing", READS, **by_name)
def test_who_reads_the_list(path, cousin, standing):
    """O36."""
    out(path.client, cousin)
    seat = Desk().sit(standing(path))

    answer = seat.get(page_of(path.client))

    told = READS[standing]
    names = cousin.name in answer.content.decode()
    assert (answer.status_code, names) == (200 if isinstance(told, str) else told, told == "all")
    if told == "how many":
        assert (answer.context["number"], list(answer.context["rows"])) == (1, [])


@pytest.mark.parametrize("standing", READS, **by_name)
def test_who_adds_at_once(path, cousin, standing):
    """O37: added by one person alone, whatever the sign."""
    seat = Desk().sit(standing(path))

    answer = seat.send(
        page_of(path.client), {"who": "serkku", "worker": cousin.ref, "reason": "relative"}
    )

    added = Exclusion.objects.filter(user=cousin).exists()
    reads = isinstance(READS[standing], str)
    assert (answer.status_code, added) == (303 if reads else READS[standing], reads)


def test_shutting_the_own_worker_out_tells_who_watches(path, esihenkilo, ohjaaja):
    watching = worker(Role.PRIVACY_OFFICER)

    esihenkilo.send(
        page_of(path.client), {"who": "Outi", "worker": ohjaaja.ref, "reason": "acquaintance"}
    )

    told = Delivery.objects.filter(kind="own_worker_shut_out").values_list("to", flat=True)
    assert set(told) == {esihenkilo.user.pk, watching.pk}
    assert page_of(path.client) in esihenkilo.get("/caseload/").content.decode()
    assert page_of(path.client) in Desk().sit(watching).get("/trail/").content.decode()


def test_one_may_shut_oneself_out(path, desk, ohjaaja):
    answer = desk.send(
        page_of(path.client), {"who": "Outi", "worker": ohjaaja.ref, "reason": "relative"}
    )

    assert answer["Location"] == reverse("pathways:board")
    assert desk.get(page_of(path.client)).status_code == 404


def test_a_colleague_is_looked_for_among_all_accounts_in_use(path, desk):
    elsewhere = worker(name="Erkki Etäinen")
    worker(name="Eeva Etäinen", is_active=False)

    answer = desk.send(page_of(path.client), {"who": "etäin", "look": "1", "reason": "relative"})

    assert answer.status_code == 200
    assert [one.user for one in answer.context["form"].found] == [elsewhere]
    assert answer.context["form"]["reason"].value() == "relative"
    assert not Exclusion.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"who": ""}, "who"),
        ({"who": "eiketään"}, "who"),
        ({"worker": ""}, "worker"),
        ({"worker": "ei-viite"}, "worker"),
        ({"worker": str(NOBODY)}, "worker"),
        ({"reason": ""}, "reason"),
        ({"reason": "keksitty"}, "reason"),
    ],
)
def test_what_is_amiss_is_asked_for_again(path, desk, cousin, wrong, field):
    good = {"who": "serkku", "worker": cousin.ref, "reason": "relative"}

    answer = desk.send(page_of(path.client), good | wrong)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Exclusion.objects.exists()


def test_the_same_sheet_twice_and_another_tab_make_one(path, desk, cousin):
    fields, sheet = {"who": "serkku", "worker": cousin.ref, "reason": "relative"}, uuid.uuid4()

    answers = [desk.send(page_of(path.client), fields, sheet=sheet) for _time in range(2)]
    third = desk.send(page_of(path.client), fields)

    assert [answer.status_code for answer in (*answers, third)] == [303, 303, 409]
    assert Exclusion.objects.count() == Entry.objects.filter(deed="clients.excluded").count() == 1


def test_the_trail_names_who_was_shut_out_and_why_as_a_code(path, desk, cousin):
    desk.send(page_of(path.client), {"who": "serkku", "worker": cousin.ref, "reason": "relative"})

    entry = Entry.objects.get(deed="clients.excluded")
    assert entry.client_refs == [path.client.ref]
    assert entry.details == {"worker": str(cousin.ref), "reason": "relative"}
