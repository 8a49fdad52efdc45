"""What the tests of naming who walks beside say again and again."""

from django.urls import reverse

from tests.pathways.lists import days, shown


def new_for(path):
    return reverse("pathways:name-beside", args=[path.client.ref])


def end_of(row):
    return reverse("pathways:end-beside", args=[row.care.client.ref, row.ref])


def file_of(path):
    return f"/clients/{path.client.ref}/"


def named(user, part="near_worker", since=0, until=None):
    last = "" if until is None else shown(days(until))
    return {"worker": f"{part}/{user.ref}", "since": shown(days(since)), "until": last}
