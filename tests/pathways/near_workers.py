"""A near-worker with a client named to them, whose file is full of what is not theirs to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from network.models import Member, Step
from paku.access.models import User
from paku.access.roles import Role
from pathways.models import Pathway, Visit
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    worker,
)

# the mark of everything that a near-worker may not read
NOT_THEIRS = "Kätketty"
NUMBER, CLOSE_NUMBER = "+358400000031", "+358400000032"


@dataclass(frozen=True)
class Beside:
    """What the tests ask about."""

    path: Pathway
    near: User
    own_visit: Visit
    others_visit: Visit
    own_step: Step
    others_step: Step
    close: Member

    @property
    def page(self) -> str:
        return f"/clients/{self.path.client.ref}/"


def beside(*, is_protected: bool = False) -> Beside:
    path = PathFactory(
        care__client__first_names="Aino",
        care__client__last_name="Nimetty",
        care__client__born_on=date(1980, 3, 5),
        care__client__advice=f"{NOT_THEIRS}neuvo",
        care__client__is_protected=is_protected,
        matter=f"{NOT_THEIRS}asia",
        how_began=f"{NOT_THEIRS}alku",
    )
    client = path.client
    near = worker(Role.NEAR_WORKER, name="Jaana Järjestö")
    AssignmentFactory(care=path.care, worker=near, part="near_worker")
    OwnWordsFactory(client=client, text=f"{NOT_THEIRS}sanat")
    client.contact_points.create(kind="phone", value=NUMBER)
    client.contact_points.create(kind="address", value="Koivukuja 3")
    close = MemberFactory(
        client=client, kind="close", name=f"{NOT_THEIRS}sisko", phone=CLOSE_NUMBER, visibility="own_worker"
    )  # fmt: skip
    MemberFactory(
        client=client, name=f"{NOT_THEIRS}kumppani", tasks=f"{NOT_THEIRS}tehtävä", visibility="workers"
    )  # fmt: skip
    MemberFactory(client=client, name="Dora Diakoni", tasks=f"{NOT_THEIRS}ruokajako")
    MemberFactory(
        client=client, kind="close", name="Veli Vierellä", role="veli", phone=CLOSE_NUMBER
    )
    MemberFactory(
        client=client, kind="worker", name="Tiina Tuki", role=f"{NOT_THEIRS}rooli", tasks=NOT_THEIRS
    )
    me = MemberFactory(client=client, kind="worker", user=near, name=near.name)
    return Beside(
        path=path,
        near=near,
        own_visit=VisitFactory(path=path, worker=near, note="Kävimme torilla."),
        others_visit=VisitFactory(path=path, note=f"{NOT_THEIRS}kirjaus"),
        own_step=StepFactory(client=client, doer=me, what="Saattaa pankkiin"),
        others_step=StepFactory(client=client, what=f"{NOT_THEIRS}askel"),
        close=close,
    )
