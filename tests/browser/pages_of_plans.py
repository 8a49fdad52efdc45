"""Addresses of a person's plan, and of two files of one person, with something on each of them to look at."""

from clients.models import Merge
from pathways.models import Pathway
from tests.factories import (
    AssessmentFactory,
    AttainmentFactory,
    CategoryTalkFactory,
    GoalFactory,
    PathFactory,
    PlanFactory,
    QualityCheckFactory,
    TenDimensionsFactory,
)


def pages_of_documents(path: Pathway) -> list[str]:
    """A ready plan with its official text, an unfinished assessment, and the sheets of a new one."""
    ready, begun = PlanFactory(path=path), AssessmentFactory(path=path, unfinished=True)
    return [
        f"/clients/{path.client.ref}/plan/",
        f"/paths/{path.ref}/plans/new/",
        f"/paths/{path.ref}/reviews/new/",
        f"/plans/{ready.ref}/",
        f"/plans/{ready.ref}/version/",
        f"/plans/{ready.ref}/official/",
        f"/assessments/{begun.ref}/edit/",
        f"/assessments/{begun.ref}/throw-away/",
    ]


def pages_of_goals(path: Pathway) -> list[str]:
    """Goals with a judgement, the measures with a line each, the dignity check, and their sheets."""
    goal = GoalFactory(path=path)
    AttainmentFactory(goal=goal)
    TenDimensionsFactory(path=path)
    CategoryTalkFactory(path=path)
    QualityCheckFactory(path=path)
    file, way, own = f"/clients/{path.client.ref}/", f"/paths/{path.ref}/", f"/goals/{goal.ref}/"
    return [
        *(f"{file}{name}/" for name in ("goals", "measures", "dignity", "quality", "categories")),
        *(
            f"{way}{name}/"
            for name in (
                "goals/new",
                "measures/new",
                "measures/other",
                "dignity/new",
                "quality/new",
                "categories/new",
            )
        ),
        *(f"{own}{name}" for name in ("", "change/", "judge/", "close/")),
    ]


def pages_of_merging(path: Pathway) -> list[str]:
    """The two files that may be of one person, side by side, and a merge that can be undone."""
    care, client = path.care, path.client
    other, gone = (
        PathFactory(care__own_worker=care.own_worker, care__team=care.team).client for _ in range(2)
    )
    merge = Merge.objects.create(
        survivor=client, absorbed=gone, absorbed_ref=gone.ref, name=gone.name, why="sama ihminen",
        by=care.own_worker,
    )  # fmt: skip
    file = f"/clients/{client.ref}/"
    return [
        "/clients/duplicates/",
        f"{file}same/",
        f"{file}same/{other.ref}/",
        f"{file}merges/{merge.ref}/undo/",
    ]
