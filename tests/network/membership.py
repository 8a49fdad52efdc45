"""What the tests of a network's members say again and again."""

from django.urls import reverse

from tests.factories import today


def page(path, name="members", member=None):
    refs = [path.client.ref, *([member.ref] if member else [])]
    return reverse(f"network:{name}", args=refs)


def told(**fields):
    """A sheet about a sister, from today on."""
    return {
        "kind": "close",
        "name": "Sisko Esimerkki",
        "role": "sisko",
        "tasks": "",
        "organisation": "",
        "phone": "",
        "since": today().isoformat(),
        **fields,
    }
