"""What the tests of naming who walks beside say again and again."""

from django.urls import reverse

from pathways.models import AskedNaming
from tests.pathways.lists import days, shown, text

WHY = "Asuu samassa kylässä ja käy siellä muutenkin."


def new_for(path):
    return reverse("pathways:name-beside", args=[path.client.ref])


def end_of(row):
    return reverse("pathways:end-beside", args=[row.care.client.ref, row.ref])


def file_of(path):
    return f"/clients/{path.client.ref}/"


def named(user, part="near_worker", since=0, until=None):
    last = "" if until is None else shown(days(until))
    return {"worker": f"{part}/{user.ref}", "since": shown(days(since)), "until": last}


def page_of(asked):
    return reverse("pathways:asked-naming", args=[asked.client.ref, asked.ref])


def asked_by(desk, path, near, **more):
    answer = desk.send(new_for(path), named(near, until=9) | {"why": WHY, **more})
    assert answer.status_code == 303, text(answer)
    return AskedNaming.objects.waiting().get(worker=near)
