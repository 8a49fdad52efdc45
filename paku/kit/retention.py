"""How long each kind of row lives, said beside the model: `retention = Retention(…)`.

A model without a declaration is an error (a test walks all of them). Rows of other people's models
(sessions, accounts) are declared with `keep`.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model


@dataclass(frozen=True)
class Retention:
    """All in words the privacy officer reads; each must say something.

    owner: who answers for the rows · ground: the law or decision, with section · period: how long,
    counted from what · shred: how a row goes (deleted, key destroyed, with its client …).
    """

    owner: str
    ground: str
    period: str
    shred: str

    def __post_init__(self) -> None:
        for name in ("owner", "ground", "period", "shred"):
            if not getattr(self, name).strip():
                raise ValueError(f"a retention declaration needs its {name}")


_others: dict[str, Retention] = {}


def keep(model: str, retention: Retention) -> None:
    """Declare for a model that is not ours, by its label: `keep("sessions.Session", Retention(…))`."""
    _others[model.lower()] = retention


def declared_retention() -> dict[type[Model], Retention | None]:
    """Every model with a table, and its declaration or None."""
    return {
        model: _declared(model)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }


def undeclared() -> list[str]:
    """Labels of the models nobody has declared, in order; empty when all is well."""
    return sorted(
        model._meta.label for model, found in declared_retention().items() if found is None
    )


def _declared(model: type[Model]) -> Retention | None:
    """A row that only links two others lives as long as the one that holds the link."""
    holder: Any = model._meta.auto_created or model
    found = getattr(holder, "retention", None)
    return found if isinstance(found, Retention) else _others.get(holder._meta.label_lower)
