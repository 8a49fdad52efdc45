"""What the tests of changing a partner say again and again."""

from django.urls import reverse

from network.models import DirectoryChange


def edit(row):
    return reverse("network:edit-entry", args=[row.ref])


def organisation(**fields):
    return {"name": "Kela", "kind": "kela", "former_names": "", "phone": "020 634 2650"} | fields


def decide(desk, outcome, **fields):
    change = DirectoryChange.objects.get()
    return desk.send(
        reverse("network:directory-change", args=[change.ref]), {"outcome": outcome, **fields}
    )
