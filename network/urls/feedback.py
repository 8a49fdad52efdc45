"""Addresses of partners' feedback."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import feedback
from paku.audit.words import name_pages

urlpatterns = [
    path("feedback/", feedback.sums, name="feedback"),
    path("feedback/new/", feedback.new_feedback, name="new-feedback"),
    path("feedback/<uuid:ref>/correct/", feedback.correct, name="correct-feedback"),
    path("feedback/form.pdf", feedback.blank_form, name="feedback-form"),
]

name_pages(
    "network",
    {
        "feedback": _("Partners' feedback"),
        "new-feedback": _("Type in a partner's feedback"),
        "correct-feedback": _("Correct a partner's feedback"),
        "feedback-form": _("A blank form for partners' feedback"),
    },
)
