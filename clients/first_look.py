"""What stands beside the name before all else: alerts in force, and whether there is a picture. One statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from clients.models import Alert, Client, Picture
from clients.models.alert import AlertKind


@dataclass(frozen=True, slots=True)
class ShownAlert:
    """An alert as it stands on the first page."""

    kind: Any
    text: str
    by: str
    review_on: date
    expires_on: date


@dataclass(frozen=True, slots=True)
class FirstLook:
    """`picture` is its ref, or None."""

    alerts: list[ShownAlert]
    picture: UUID | None


def first_look(client: Client) -> FirstLook:
    """Of a client who came through a door."""
    mine = OuterRef("pk")
    alerts = (
        Alert.objects.in_force()
        .filter(client=mine)
        .order_by("kind", "pk")
        .values(
            said=JSONObject(
                kind="kind",
                text="text",
                by=F("written_by__name"),
                review_on="review_on",
                expires_on="expires_on",
            )
        )
    )
    pictures = Picture.objects.filter(client=mine).values("ref")
    found = (
        Client.objects.filter(pk=client.pk)
        .order_by()
        .values_list(ArraySubquery(alerts), Subquery(pictures))
        .first()
    )
    said, picture = found or ([], None)
    return FirstLook([_shown(one) for one in said], picture)


def _shown(said: dict[str, Any]) -> ShownAlert:
    return ShownAlert(
        kind=AlertKind(said["kind"]).label,
        text=said["text"],
        by=said["by"],
        review_on=date.fromisoformat(said["review_on"]),
        expires_on=date.fromisoformat(said["expires_on"]),
    )
