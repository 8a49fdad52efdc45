"""The path and its moves; visits and what was said on them; questions about openings."""

from pathways.models.alarm import Alarm, AlarmNight
from pathways.models.border import BorderEvidence, BorderSign, EarlySupportCheck
from pathways.models.break_kind import BreakKind
from pathways.models.move import StageMove
from pathways.models.need_sign import NeedSign
from pathways.models.outreach import OutreachEntry, OutreachTheme
from pathways.models.outreach_contact import OutreachContact, OutreachMeeting
from pathways.models.path_break import PathBreak
from pathways.models.path_end import PathEnd
from pathways.models.pathway import Pathway
from pathways.models.this_worked import ThisWorked
from pathways.models.visit import Visit, VisitStep, VisitText
from pathways.models.visit_kind import VisitKind

__all__ = [
    "Alarm",
    "AlarmNight",
    "BorderEvidence",
    "BorderSign",
    "BreakKind",
    "EarlySupportCheck",
    "NeedSign",
    "OutreachContact",
    "OutreachEntry",
    "OutreachMeeting",
    "OutreachTheme",
    "PathBreak",
    "PathEnd",
    "Pathway",
    "StageMove",
    "ThisWorked",
    "Visit",
    "VisitKind",
    "VisitStep",
    "VisitText",
]
