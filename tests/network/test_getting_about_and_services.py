"""S22: how the person gets about, and copes with services on the net, told for each apart."""

import uuid

import pytest

from network.models import EServiceAbility, Mobility
from network.models.mobility import Way
from paku.audit.models import Entry
from tests.clients.standings import colleague, near_worker, stranger
from tests.desk import Desk
from tests.factories import today
from tests.network.ways import address, lives_in, service

pytestmark = pytest.mark.django_db


def tell(desk, path, *ways, **fields):
    day = f"{today().day}.{today().month}.{today().year}"
    return desk.send(address("mobility", path), {"ways": list(ways), "told_on": day, **fields})


def answer_all(desk, path, *, sheet=None, **changes):
    """The sheet as it is opened, with some answers typed over."""
    form = desk.get(address("abilities", path)).context["form"]
    known = {name: form[name].value() for name in form.fields if name != "submission_id"}
    day = f"{today().day}.{today().month}.{today().year}"
    sent = {key: value for key, value in known.items() if value is not None} | {"told_on": day}
    return desk.send(address("abilities", path), sent | changes, sheet=sheet)


def test_there_are_ten_ways_and_several_may_be_told_at_once(desk, path):
    assert len(Way) == 10

    assert (
        tell(desk, path, "bus", "lift", words="Linja-auto kulkee koulupäivinä").status_code == 303
    )

    page = desk.get(address("coping", path))
    assert page.context["mobility"].ways == ["bus", "lift"]
    assert "Linja-auto kulkee koulupäivinä" in page.content.decode()


def test_a_new_answer_stands_before_the_earlier_one(desk, path):
    tell(desk, path, "car")
    tell(desk, path, "no_car")

    context = desk.get(address("coping", path)).context
    assert context["mobility"].ways == ["no_car"]
    assert [row.ways for row in context["earlier"]] == [["car"]]
    with pytest.raises(TypeError):
        Mobility.objects.first().save()


@pytest.mark.parametrize("ways", [(), ("none", "bus"), ("horse",)])
def test_who_gets_nowhere_goes_by_nothing_and_one_way_at_least_is_told(desk, path, ways):
    answer = tell(desk, path, *ways)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["ways"])
    assert not Mobility.objects.exists()


def test_each_service_on_the_net_is_told_apart_and_only_what_changed_is_written(desk, path):
    debts = service("Sähköinen talousneuvonta", needs_digital_identity=True)
    service("Ruokajako")
    first = answer_all(desk, path, ability_omakela="with_help", helper_omakela="sisko",
                       **{f"ability_{debts.pk}": "no_means"})  # fmt: skip
    answer_all(desk, path, ability_omakela="alone", helper_omakela="")

    assert first.status_code == 303
    told = list(
        EServiceAbility.objects.order_by("pk").values_list("common", "service", "ability", "helper")
    )
    assert set(told[:2]) == {
        ("omakela", None, "with_help", "sisko"),
        ("", debts.pk, "no_means", ""),
    }
    assert told[2:] == [("omakela", None, "alone", "")]
    shown = {
        row.place: row.ability for row in desk.get(address("coping", path)).context["abilities"]
    }
    assert shown == {"omakela": "alone", str(debts.pk): "no_means"}


def test_the_same_sheet_twice_is_written_once(desk, path):
    sheet = uuid.uuid4()
    form = {
        "told_on": f"{today().day}.{today().month}.{today().year}",
        "seen": "0",
        "ability_bank": "alone",
    }

    answers = [desk.send(address("abilities", path), form, sheet=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert EServiceAbility.objects.count() == 1
    assert desk.send(address("abilities", path), form | {"ability_bank": "not"}).status_code == 409


def test_a_helper_helps_with_something(desk, path):
    answer = answer_all(desk, path, helper_bank="veli")

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["helper_bank"])


@pytest.mark.parametrize("standing", [colleague, near_worker, stranger])
def test_it_is_for_those_to_whom_the_network_is_open(path, standing):
    seat = Desk().sit(standing(path))
    status = 404 if standing is stranger else 403

    pages = [address(name, path) for name in ("coping", "mobility", "abilities")]
    assert [seat.get(page).status_code for page in pages] == [status] * 3
    assert tell(seat, path, "bus").status_code == status
    assert not Mobility.objects.exists()


def test_the_trail_tells_that_it_was_told_and_not_what(desk, path):
    tell(desk, path, "none", words="Ei uskalla lähteä")

    entry = Entry.objects.get(deed="network.mobility_told")
    assert entry.client_refs == [path.client.ref]
    assert "uskalla" not in str(entry.details)


def test_ten_services_cost_what_one_costs(desk, path):
    lives_in(path, "Viitasaari")
    service("Palvelu 0", "Viitasaari", needs_digital_identity=True)
    pages = [address(name, path) for name in ("coping", "abilities")]
    one = [desk.cost(page) for page in pages]
    for number in range(1, 10):
        service(f"Palvelu {number}", "Jyväskylä", "Viitasaari", needs_digital_identity=True)

    assert [desk.cost(page) for page in pages] == one
