"""What the tests of referrals say again and again."""

from __future__ import annotations

from django.urls import reverse

from network.models.grounds import Ground
from tests.factories import today


def page(referral, name="referral"):
    return reverse(f"network:{name}", args=[referral.ref])


def sent(ground=Ground.SHL_41, **fields):
    return {"ground": str(ground), "how": "letter", "on": today().isoformat(), **fields}


def heard(answer, **fields):
    return {"answer": answer, "on": today().isoformat(), **fields}


def a_step(**fields):
    return {
        "step_what_1": "Kysytään diakoniasta",
        "step_doer_1": "client",
        "step_due_1": today().isoformat(),
        **fields,
    }
