"""How long each kind of row lives, said beside the model: `retention = Retention(…)`.

A model without a declaration is an error (a test walks all of them). Rows of other people's models
(sessions, accounts) are declared with `keep`. Of rows that belong to a person the words have figures beside them, by
which the database itself finds what is due: `years` counted from a start that a room has declared with `start`.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model


@dataclass(frozen=True)
class Forgotten:
    """So many years after the day in `field`, or so many days after the moment in it (`paku.kit.forgetting`)."""

    field: str
    years: int = 0
    days: int = 0

    @property
    def words(self) -> str:
        return f"{self.years} y" if self.years else f"{self.days} d"


@dataclass(frozen=True)
class Retention:
    """All in words the privacy officer reads; each must say something.

    owner: who answers for the rows · ground: the law or decision, with section · period: how long,
    counted from what · shred: how a row goes (deleted, key destroyed, with its client …).

    The same to be computed with: `years` and `counted_from`, the name of a start; of the start "event" the row's own
    day is in the field `event`. Or `with_owner`, the label of the model with whose row it goes. Of rows that are
    versions, `replaced_by` names the key to the version before and the day's field: of one that a newer version has
    replaced, the years run from that version's day, and it goes before the newer one. Rows of nobody's file go by
    themselves when they are `forgotten`.
    """

    owner: str
    ground: str
    period: str
    shred: str
    years: int | None = None
    counted_from: str = ""
    event: str = ""
    with_owner: str = ""
    replaced_by: tuple[str, str] | None = None
    forgotten: "Forgotten | None" = None

    def __post_init__(self) -> None:
        for name in ("owner", "ground", "period", "shred"):
            if not getattr(self, name).strip():
                raise ValueError(f"a retention declaration needs its {name}")
        if (self.years is None) is not (not self.counted_from):
            raise ValueError("years are counted from something")
        if (self.counted_from == EVENT) is not bool(self.event):
            raise ValueError("an event has its day in a field")
        if self.years is not None and (
            self.with_owner or f"{self.years} y" not in f"{self.period} {self.ground}"
        ):
            raise ValueError(f"the words say something else than {self.years} years")
        if self.forgotten and self.forgotten.words not in self.period:
            raise ValueError(f"the words say something else than {self.forgotten.words}")

    @property
    def is_computable(self) -> bool:
        return self.years is not None or bool(self.with_owner)


@dataclass(frozen=True)
class Start:
    """From what years are counted. `sql` gives a date or NULL (not begun), where `v_who` holds the keys of the person;
    `words`: what a declaration that counts from it says, one of these."""

    sql: str
    words: tuple[str, ...]


EVENT = "event"
STARTS: dict[str, Start] = {}
# rows that belong to a person without a foreign key, by label: SQL of the row `t`, with `v_refs` of the person
FOUND_BY: dict[str, str] = {}
# rows that go with those that were destroyed: SQL of the row `t`, with `v_gone`, the refs of these
GO_ALONG: dict[str, str] = {}
_others: dict[str, Retention] = {}


def start(name: str, sql: str, *words: str) -> None:
    """Declare from what years may be counted; used by the rooms."""
    STARTS[name] = Start(sql, words)


def found_by(model: str, sql: str) -> None:
    """Declare how rows of a model that has no key to the person are found."""
    FOUND_BY[model.lower()] = sql


def goes_along(model: str, sql: str) -> None:
    """Declare rows that live no longer than what they are about."""
    GO_ALONG[model.lower()] = sql


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
