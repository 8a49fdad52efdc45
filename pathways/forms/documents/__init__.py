"""The sheets of the assessment, the plan and the review, by kind."""

from pathways.forms.documents.assessment import AssessmentForm
from pathways.forms.documents.document import DocumentForm
from pathways.forms.documents.plan import PlanForm
from pathways.forms.documents.review import ReviewForm

FORMS: dict[str, type[DocumentForm]] = {
    form.model.kind: form for form in (AssessmentForm, PlanForm, ReviewForm)
}

__all__ = ["FORMS", "AssessmentForm", "DocumentForm", "PlanForm", "ReviewForm"]
