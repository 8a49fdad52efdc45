"""What the tests of meaning and faith say again and again."""

from django.urls import reverse

from tests.factories import today

SECRET = "Rukoilen iltaisin lapsenlapsen puolesta"


def page_of(path):
    return reverse("clients:meaning", args=[path.client.ref])


def readers_of(path, telling):
    return reverse("clients:meaning-readers", args=[path.client.ref, telling.ref])


def told(**fields):
    return {"text": SECRET, "said_on": today().isoformat(), **fields}
