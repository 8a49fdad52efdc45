"""The set-up's pages by their addresses, and sheets as a person would fill them in."""

from django.urls import reverse

from paku.access.models import RoleRequest
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import today


def fresh(user):
    """At a desk, with a proof of less than five minutes."""
    return Desk().sit(user).shows("webauthn", "password")


def page(name, *about):
    return reverse(f"access:{name}", args=[one.ref for one in about])


def a_user(**fields):
    return {
        "username": "uusi.tekija",
        "name": "Uuno Uusi",
        "title": "sosiaaliohjaaja",
        "phone": "040 123 4567",
        "email": "uuno@Example.org",
        "language": "fi",
        **fields,
    }


def a_right(team, **fields):
    return {
        "right": "instructor/arranging",
        "team": team.ref,
        "since": today().isoformat(),
        "until": "",
        **fields,
    }


def asked(desk, subject, team, **fields):
    """The request that the desk's user makes for the subject."""
    answer = desk.send(page("ask-right", subject), a_right(team, **fields))
    assert answer.status_code == 303, answer.context["form"].errors
    return RoleRequest.objects.latest("pk")


def deeds():
    """What is on the trail, without the readings."""
    return [
        deed
        for deed in Entry.objects.order_by("pk").values_list("deed", flat=True)
        if deed not in ("access.register_read", "audit.refused")
    ]
