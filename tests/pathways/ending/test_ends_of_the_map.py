"""Every stage may be the last, on every ground; and an ended path neither moves nor ends again (row S1)."""

import pytest
from django.db import transaction

from paku.kit.refusals import Refused
from pathways.actions.ending import end_path
from pathways.actions.moves import WrongTurn, move_path
from pathways.forms.ending import GROUNDS
from pathways.models import Pathway
from pathways.models.stage import Ending, Stage
from tests.factories import PathFactory, today
from tests.pathways.leaving import a_try, ended

pytestmark = pytest.mark.django_db

RECEIPT = {"received_by": "Kelan neuvonta", "received_on": today()}


@pytest.mark.parametrize("here", list(Stage))
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_path_ends_from_any_stage_on_any_ground(here, ground):
    path = PathFactory(stage=here)
    a_try(path)

    ended(path, ground=ground, **(RECEIPT if ground == Ending.PASSED_ON else {}))

    kept = Pathway.objects.select_related("care").get(pk=path.pk)
    assert (kept.stage, kept.ending, kept.ended_on) == (here, ground, today())
    assert (kept.care.ended_on, kept.care.ending) == (today(), ground)


@pytest.mark.parametrize("there", list(Stage))
def test_from_an_end_no_move_leads_anywhere(there):
    path = ended(PathFactory())

    with pytest.raises(WrongTurn):
        move_path(
            path=path,
            to=there,
            on=today(),
            why="",
            what_next="",
            carried_by="",
            by=path.care.own_worker,
        )


@pytest.mark.parametrize(
    ("ground", "code"), [(Ending.PASSED_ON, "no_receipt"), (Ending.NOT_REACHED, "not_tried")]
)
def test_two_grounds_need_what_they_say(ground, code):
    path = PathFactory()

    with pytest.raises(Refused) as refused, transaction.atomic():
        end_path(path=path, ground=ground, on=today(), by=path.care.own_worker)

    assert (refused.value.code, Pathway.objects.get().is_open) == (code, True)


def test_a_path_ends_once():
    path = ended(PathFactory())

    with pytest.raises(Refused) as refused, transaction.atomic():
        end_path(path=path, ground=Ending.COPING, on=today(), by=path.care.own_worker)

    assert (refused.value.code, Pathway.objects.get().ending) == ("path_ended", "moved")
