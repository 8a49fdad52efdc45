"""What the tests of ends and returns say again and again."""

from datetime import timedelta

from django.urls import reverse

from pathways.actions.ending import end_path
from pathways.models import Pathway
from tests.factories import VisitFactory, today
from tests.pathways.lists import shown


def end_of(path):
    return reverse("pathways:end", args=[path.ref])


def return_of(path):
    return reverse("pathways:return", args=[path.ref])


def an_end(**fields):
    """Moved away, told today."""
    return {
        "ground": "moved",
        "on": shown(today()),
        "how_it_ended": "Muutti tyttären luo Ouluun.",
        "what_remains": "Oulun aikuissosiaalityö ottaa yhteyttä.",
        **fields,
    }


def a_return(worker, **fields):
    return {
        "stage": "early_support",
        "own_worker": str(worker.ref),
        "on": shown(today()),
        "why": "Kaipaan taas apua.",
        **fields,
    }


def a_try(path, *, days_ago=1):
    """Tried and not met since the last meeting."""
    return VisitFactory(path=path, met=False, on=today() - timedelta(days=days_ago))


def ended(path, *, ground="moved", days_ago=0, **told):
    """As the sheet ends it."""
    end_path(
        path=path,
        ground=ground,
        on=today() - timedelta(days=days_ago),
        by=path.care.own_worker,
        words="Näin kävi.",
        **told,
    )
    return Pathway.objects.get(pk=path.pk)
