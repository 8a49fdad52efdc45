"""What the tests of corrected errands say again and again."""

from __future__ import annotations

from django.urls import reverse


def page(errand, name="correct-errand"):
    return reverse(f"pathways:{name}", args=[errand.ref])


def listed(errand):
    return reverse("pathways:errands", args=[errand.path.client.ref])


def corrected(desk, errand, **fields):
    """The sheet as it was opened, with some of it typed over."""
    form = desk.get(page(errand)).context["form"]
    known = {name: form[name].value() or "" for name in form.fields if name != "submission_id"}
    return {**known, "on": errand.on.isoformat(), "reason": "Kirjoitin väärin", **fields}
