"""Exclusions as the tests put them, and who reads the list (O36)."""

from django.urls import reverse

from clients.models import Exclusion
from tests.clients.standings import (
    colleague,
    colleague_with_a_reason,
    emergency,
    excluded,
    excluded_officer,
    main_user,
    near_worker,
    officer,
    other_supervisor,
    own,
    provider,
    social_colleague,
    social_worker,
    stranger,
    student,
    supervisor,
)
from tests.factories import worker

READS = {
    own: "how many", provider: "how many", social_worker: "all", supervisor: "all", officer: "all",
    colleague: 403, social_colleague: 403, colleague_with_a_reason: 403, student: 403, near_worker: 403,
    emergency: 403, stranger: 404, other_supervisor: 404, excluded: 404, excluded_officer: 404, main_user: 404,
}  # fmt: skip


by_name = {"ids": lambda standing: standing.__name__}


def page_of(client):
    return reverse("clients:exclusions", args=[client.ref])


def removal_of(exclusion):
    return reverse("clients:exclusion", args=[exclusion.client.ref, exclusion.ref])


def out(client, user, reason="relative"):
    return Exclusion.objects.create(client=client, user=user, reason=reason, added_by=worker())
