"""Who may act for the person: name, contact data, competence, from day to day (703/2023 38 §)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import Client, Representative
from tests.clients.standings import colleague, near_worker, stranger, student
from tests.desk import Desk
from tests.factories import RepresentativeFactory, today

pytestmark = pytest.mark.django_db
PHONE = "+358400000042"


def address(name, path, *more):
    return reverse(f"clients:{name}", args=[path.client.ref, *more])


def name(desk, path, **fields):
    told = {
        "kind": "guardian",
        "name": "Eeva Edunvalvoja",
        "competence": "raha-asiat",
        "since": "1.3.2026",
    }
    return desk.send(address("new-representative", path), told | fields)


def test_a_representative_is_named_with_the_matters_they_may_act_in(desk, path):
    answer = name(desk, path, phone="040 0000042")

    assert answer["Location"] == address("representatives", path)
    page = desk.get(answer["Location"]).content.decode()
    assert "Eeva Edunvalvoja" in page
    assert "raha-asiat" in page
    assert Representative.objects.get().phone == PHONE


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": " "}, "name"), ({"competence": ""}, "competence"), ({"kind": "aunt"}, "kind"),
     ({"phone": "1"}, "phone"), ({"until": "1.2.2026"}, "until"), ({"since": "eilen"}, "since")],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_told_beside_its_field(desk, path, wrong, field):
    answer = name(desk, path, **wrong)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Representative.objects.exists()


def test_one_whose_day_has_passed_stays_readable_apart(desk, path):
    row = RepresentativeFactory(client=path.client, since=today() - timedelta(days=9))
    yesterday = today() - timedelta(days=1)
    end = address("end-representative", path, row.ref)

    answer = desk.send(end, {"until": f"{yesterday.day}.{yesterday.month}.{yesterday.year}"})

    assert answer.status_code == 303
    context = desk.get(address("representatives", path)).context
    assert (context["now"], context["over"]) == ([], [row])
    assert (
        desk.send(end, {"until": f"{today().day}.{today().month}.{today().year}"}).status_code
        == 409
    )


def test_with_turvakielto_no_number_stands_on_the_page(desk, path):
    RepresentativeFactory(client=path.client, phone=PHONE, contacts="Kotikuja 3")
    before = desk.get(address("representatives", path)).content.decode()
    Client.objects.filter(pk=path.client.pk).update(is_protected=True)
    after = desk.get(address("representatives", path)).content.decode()

    assert ("Kotikuja 3" in before, "Kotikuja 3" in after) == (True, False)
    assert "Eeva Edunvalvoja" in after


@pytest.mark.parametrize(("standing", "reads", "writes"), [
    (student, 200, 303), (colleague, 403, 403), (near_worker, 403, 403), (stranger, 404, 404),
])  # fmt: skip
def test_who_reads_and_who_writes(path, standing, reads, writes):
    seat = Desk().sit(standing(path))

    assert seat.get(address("representatives", path)).status_code == reads
    assert name(seat, path).status_code == writes


def test_ten_cost_what_one_costs(desk, path):
    RepresentativeFactory(client=path.client)
    one = desk.cost(address("representatives", path))
    RepresentativeFactory.create_batch(9, client=path.client)

    assert desk.cost(address("representatives", path)) == one
