"""A client's file whose every text can be recognised wherever it comes out."""

from __future__ import annotations

from typing import Any

from pathways.models import Visit
from tests.factories import (
    MemberFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
)

MARKED = "Kanarialintu"


def a_marked_file() -> Any:
    """A path whose client's every text holds one word that is found nowhere else."""
    path = PathFactory(
        care__client__last_name=MARKED,
        care__client__first_names=MARKED,
        care__client__nickname=MARKED,
    )
    OwnWordsFactory(client=path.client, text=MARKED)
    VisitFactory(path=path, note=MARKED)
    StepFactory(client=path.client, what=MARKED)
    MemberFactory(client=path.client, name=MARKED)
    return path


def pages_of(path: Any) -> list[str]:
    file, way = f"/clients/{path.client.ref}/", f"/paths/{path.ref}/"
    visit, step = Visit.objects.get(path=path), path.client.steps.get()
    return [
        file, f"{file}own-words/", f"{file}summary/", f"{file}steps/new/", way, f"{way}move/", f"{way}visits/new/",
        f"/visits/{visit.ref}/", f"/visits/{visit.ref}/correct/", f"/steps/{step.ref}/done/",
        f"{file}basics/", f"{file}network/", f"{file}network/add/", "/", "/clients/",
    ]  # fmt: skip
