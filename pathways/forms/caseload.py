"""What the caseload's address may ask for."""

from __future__ import annotations

from paku.kit.query import Query, choice, cursor, ref
from pathways.models.stage import Stage


class CaseloadQuery(Query):
    """`only` narrows to what needs a talk; `worker` is the own worker's public id."""

    worker = ref()
    stage = choice(*Stage.values)
    only = choice("overdue", "silent", "no-step")
    sort = choice("step", "name", "worker", "stage", "contact", "overdue", default="step")
    after = cursor()
