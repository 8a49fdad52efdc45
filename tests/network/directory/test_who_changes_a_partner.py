"""Row O46: what cannot be asked for, who neither asks nor agrees, and what stays on the trail."""

import pytest
from django.urls import reverse

from network.models import DirectoryChange
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import DirectoryChangeFactory, OrganisationFactory, worker
from tests.network.directory.changing import decide, edit, organisation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": ""}, "name"),
        ({"kind": "bank"}, "kind"),
        ({"phone": "12x"}, "phone"),
        ({"name": "a{b"}, "name"),
    ],
)
def test_what_cannot_be_is_told_so_beside_the_field(asker, fields, wrong):
    answer = asker.send(reverse("network:new-organisation"), organisation(**fields))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])
    assert not DirectoryChange.objects.exists()


def test_nothing_other_is_nothing_to_ask(asker):
    kela = OrganisationFactory(name="Kela", kind="kela")

    assert asker.send(edit(kela), organisation(phone="")).status_code == 422


@pytest.mark.parametrize(
    "role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.NEAR_WORKER, Role.PRIVACY_OFFICER]
)
def test_others_neither_ask_nor_agree(role):
    change, kela = DirectoryChangeFactory(), OrganisationFactory(name="Kela", kind="kela")
    desk = Desk().sit(worker(role))
    addresses = [
        edit(kela),
        reverse("network:directory-change", args=[change.ref]),
        "/network/changes/",
    ]

    assert [desk.get(address).status_code for address in addresses] == [403, 403, 403]


def test_both_are_on_the_trail_and_no_word_of_it(asker, second):
    asker.send(reverse("network:new-organisation"), organisation())
    decide(second, "agreed")

    deeds = [
        entry.deed
        for entry in Entry.objects.filter(deed__startswith="network.change").order_by("pk")
    ]
    assert deeds == ["network.change_asked", "network.change_agreed"]
    assert not any("634" in str(entry.details) for entry in Entry.objects.all())


def test_ten_that_wait_cost_what_one_costs(asker):
    DirectoryChangeFactory()
    one = asker.cost("/network/changes/")
    for number in range(9):
        DirectoryChangeFactory(told={"name": f"Yhdistys {number}"})

    assert asker.cost("/network/changes/") == one
