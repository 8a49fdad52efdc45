"""The path and its moves; visits and what was said on them; questions about openings."""

from pathways.models.agreed_rhythm import AgreedRhythm
from pathways.models.alarm import Alarm, AlarmNight
from pathways.models.asked_naming import AskedNaming
from pathways.models.assessment import Assessment
from pathways.models.attainment import Attainment
from pathways.models.border import BorderEvidence, BorderSign, EarlySupportCheck
from pathways.models.break_kind import BreakKind
from pathways.models.category import Category
from pathways.models.category_talk import CategoryTalk
from pathways.models.check_in import CheckIn
from pathways.models.clock_run import ClockRun
from pathways.models.controlled_exit import ExitItem, ExitReview
from pathways.models.dignity import DignityCheck, DignityTask
from pathways.models.errand import Errand
from pathways.models.errand_before import ErrandBefore
from pathways.models.goal import Goal, GoalStep, GoalText
from pathways.models.good_practice import GoodPractice
from pathways.models.guidance import Guidance
from pathways.models.handover import Handover
from pathways.models.improvement import Improvement
from pathways.models.legal_hold import LegalHold
from pathways.models.move import StageMove
from pathways.models.need_sign import NeedSign
from pathways.models.outreach import OutreachEntry, OutreachTheme
from pathways.models.outreach_contact import OutreachContact, OutreachMeeting
from pathways.models.pair import Pair
from pathways.models.path_break import PathBreak
from pathways.models.path_end import PathEnd
from pathways.models.pathway import Pathway
from pathways.models.plan import Plan
from pathways.models.quality import QualityAnswer, QualityCheck, QualityItem
from pathways.models.reflection import Reflection
from pathways.models.report import ReportQuestion, ReportText, SituationReport
from pathways.models.retention_run import RetentionItem, RetentionRun
from pathways.models.review import Review
from pathways.models.tapering import TaperingLook, TaperingPlan, TaperingStep
from pathways.models.ten_dimensions import OtherMeasure, TenDimensions
from pathways.models.this_worked import ThisWorked
from pathways.models.visit import Visit, VisitStep, VisitText
from pathways.models.visit_kind import VisitKind
from pathways.models.visit_moved import VisitMoved
from pathways.models.watched_word import WatchedWord, WordKind

__all__ = [
    "AgreedRhythm",
    "Alarm",
    "AlarmNight",
    "AskedNaming",
    "Assessment",
    "Attainment",
    "BorderEvidence",
    "BorderSign",
    "BreakKind",
    "Category",
    "CategoryTalk",
    "CheckIn",
    "ClockRun",
    "DignityCheck",
    "DignityTask",
    "EarlySupportCheck",
    "Errand",
    "ErrandBefore",
    "ExitItem",
    "ExitReview",
    "Goal",
    "GoalStep",
    "GoalText",
    "GoodPractice",
    "Guidance",
    "Handover",
    "Improvement",
    "LegalHold",
    "NeedSign",
    "OtherMeasure",
    "OutreachContact",
    "OutreachEntry",
    "OutreachMeeting",
    "OutreachTheme",
    "Pair",
    "PathBreak",
    "PathEnd",
    "Pathway",
    "Plan",
    "QualityAnswer",
    "QualityCheck",
    "QualityItem",
    "Reflection",
    "ReportQuestion",
    "ReportText",
    "RetentionItem",
    "RetentionRun",
    "Review",
    "SituationReport",
    "StageMove",
    "TaperingLook",
    "TaperingPlan",
    "TaperingStep",
    "TenDimensions",
    "ThisWorked",
    "Visit",
    "VisitKind",
    "VisitMoved",
    "VisitStep",
    "VisitText",
    "WatchedWord",
    "WordKind",
]
