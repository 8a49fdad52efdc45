"""What the tests of the basic data say again and again."""

from django.urls import reverse

from paku.audit.models import Entry


def page_of(path):
    return reverse("clients:basics", args=[path.client.ref])


def sheet(desk, path, **fields):
    """The form as it was opened, with some of its fields typed over; ticks are sent only when set."""
    form = desk.get(page_of(path)).context["form"]
    known = {name: form[name].value() for name in form.fields if name != "submission_id"}
    sent = {name: value for name, value in (known | fields).items() if value not in (None, False)}
    return {name: getattr(value, "pk", value) for name, value in sent.items()}


def reached(client):
    return list(client.contact_points.values_list("kind", "value", "note"))


def edits():
    return [entry.details["fields"] for entry in Entry.objects.filter(deed="clients.edited")]
