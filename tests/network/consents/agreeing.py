"""What the tests of consents say again and again."""

from django.urls import reverse

from tests.factories import today


def page(path, name="consents", consent=None):
    return reverse(f"network:{name}", args=[path.client.ref, *([consent.ref] if consent else [])])


def agreed(member, **fields):
    """A spoken consent to tell one member of what is agreed."""
    return {
        "kind": "meeting",
        "to": str(member.ref),
        "topics": ["steps"],
        "words": "",
        "purpose": "Velkojen suunnittelu yhdessä",
        "how": "spoken",
        "given_on": today().isoformat(),
        "valid_until": "",
        "explained_by": "Outi Ohjaaja",
        **fields,
    }


def taken_back(**fields):
    return {
        "withdrawn_on": today().isoformat(),
        "withdrawn_how": "spoken",
        "withdrawn_why": "",
        **fields,
    }
