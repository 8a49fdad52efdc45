"""Those around the person."""

from datetime import date

import pytest

from network.models.member import MemberKind
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    StepFactory,
    SubstituteFactory,
    VisitFactory,
    worker,
)
from tests.network.summaries import SAYS, page_of, wishes


@pytest.fixture
def deacon(path):
    return MemberFactory(client=path.client, name="Dora Diakoni", role="diakoni", tasks="Ruokajako")


@pytest.fixture
def partner(path):
    """Who gets a paper about a person of whom every section has something to tell."""
    _tell_everything_about(path)
    home = OrganisationFactory(name="Oikeuspalvelut, Viitasaari")
    return MemberFactory(
        client=path.client, name="Ville Velkaneuvoja", organisation=home, tasks=SAYS["around"]
    )


@pytest.fixture
def pair(path):
    """Who works with the person too, at their desk."""
    return Desk().sit(AssignmentFactory(care=path.care).worker)


@pytest.fixture
def asked(desk, path, partner, pair):
    """The address of a paper that waits for a second person: what was talked about lately, asked by the own worker."""
    sent = desk.send(page_of(path), wishes(partner, "notes", "steps"))
    assert sent.status_code == 303
    return sent.url


def _tell_everything_about(path):
    who = path.client
    who.advice, who.born_on = SAYS["advice"], date(1961, 5, 17)
    who.save()
    who.contact_points.create(kind="phone", value="+358409998887")
    who.contact_points.create(kind="address", value="Piilokuja 4")
    OwnWordsFactory(client=who, text=SAYS["own_words"])
    StepFactory(client=who, what=SAYS["steps"])
    VisitFactory(path=path, note=SAYS["notes"])
    SubstituteFactory(care=path.care, worker=worker(name=SAYS["who"], team=path.care.team))
    MemberFactory(
        client=who, kind=MemberKind.CLOSE, name=SAYS["close"], role="sisko", phone="+358401112223"
    )
