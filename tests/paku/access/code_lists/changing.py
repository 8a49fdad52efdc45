"""The main user at the set-up, and a clock's sheet as they would fill it in."""

from datetime import timedelta

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import today, worker

TALK = "/set-up/clocks/talk/"


def main_user():
    """With a proof of less than five minutes."""
    return Desk().sit(worker(Role.MAIN_USER)).shows("webauthn", "password")


def a_change(**fields):
    return {
        "days": "10",
        "kind": "law",
        "reason": "Laki muuttui",
        "label_fi": "henkilökohtainen keskustelu",
        "label_sv": "personligt samtal",
        "label_en": "a personal talk",
        "source": "laki 1412/1997 14 d §",
        "since": days_on(5).isoformat(),
        **fields,
    }


def days_on(number):
    return today() + timedelta(days=number)
