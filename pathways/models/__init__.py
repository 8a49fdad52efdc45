"""The path and its moves; visits and what was said on them."""

from pathways.models.move import StageMove
from pathways.models.pathway import Pathway
from pathways.models.visit import Visit, VisitStep, VisitText
from pathways.models.visit_kind import VisitKind

__all__ = ["Pathway", "StageMove", "Visit", "VisitKind", "VisitStep", "VisitText"]
