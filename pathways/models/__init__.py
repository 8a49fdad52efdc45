"""The path and its moves; visits and what was said on them; questions about openings."""

from pathways.models.alarm import Alarm, AlarmNight
from pathways.models.move import StageMove
from pathways.models.pathway import Pathway
from pathways.models.visit import Visit, VisitStep, VisitText
from pathways.models.visit_kind import VisitKind

__all__ = [
    "Alarm",
    "AlarmNight",
    "Pathway",
    "StageMove",
    "Visit",
    "VisitKind",
    "VisitStep",
    "VisitText",
]
