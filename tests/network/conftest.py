"""A client about whom every section of a paper has something to tell."""

import pytest

from network.models.member import MemberKind
from tests.desk import Desk
from tests.factories import (
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    SubstituteFactory,
    VisitFactory,
    worker,
)
from tests.network.summaries import SAYS


@pytest.fixture
def path():
    """A path about which every section has something to tell."""
    path = PathFactory(care__client__advice=SAYS["advice"], care__client__born_on="1961-05-17")
    who = path.client
    who.contact_points.create(kind="phone", value="+358409998887")
    who.contact_points.create(kind="address", value="Piilokuja 4")
    OwnWordsFactory(client=who, text=SAYS["own_words"])
    StepFactory(client=who, what=SAYS["steps"])
    VisitFactory(path=path, note=SAYS["notes"])
    SubstituteFactory(care=path.care, worker=worker(name=SAYS["who"], team=path.care.team))
    MemberFactory(
        client=who, kind=MemberKind.CLOSE, name=SAYS["close"], role="sisko", phone="+358401112223"
    )
    return path


@pytest.fixture
def partner(path):
    home = OrganisationFactory(name="Oikeuspalvelut, Viitasaari")
    return MemberFactory(
        client=path.client, name="Ville Velkaneuvoja", organisation=home, tasks=SAYS["around"]
    )


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)
