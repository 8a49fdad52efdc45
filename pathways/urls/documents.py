"""Addresses of the assessment, the plan and the review: the same six for each."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import document_dropping, document_sheets, documents

KINDS = {"assessment": "assessments", "plan": "plans", "review": "reviews"}


def _of(kind: str, many: str) -> list[URLPattern]:
    told = {"kind": kind}
    return [
        path(
            f"paths/<uuid:ref>/{many}/new/", document_sheets.new_document, told, name=f"new-{kind}"
        ),
        path(f"{many}/<uuid:ref>/", documents.document, told, name=f"read-{kind}"),
        path(f"{many}/<uuid:ref>/edit/", document_sheets.edit_document, told, name=f"edit-{kind}"),
        path(f"{many}/<uuid:ref>/version/", documents.follow, told, name=f"follow-{kind}"),
        path(
            f"{many}/<uuid:ref>/throw-away/",
            document_dropping.drop_document,
            told,
            name=f"drop-{kind}",
        ),
        path(f"{many}/<uuid:ref>/official/", documents.official, told, name=f"official-{kind}"),
    ]


urlpatterns = [
    path("clients/<uuid:ref>/plan/", documents.plan_page, name="plan"),
    *(pattern for kind, many in KINDS.items() for pattern in _of(kind, many)),
]

name_pages(
    "pathways",
    {
        "plan": _("Assessments and plans"),
        "new-assessment": _("A new service need assessment"),
        "read-assessment": _("Service need assessment"),
        "edit-assessment": _("Write a service need assessment"),
        "follow-assessment": _("A new version of a service need assessment"),
        "drop-assessment": _("Throw an unfinished assessment away"),
        "drop-plan": _("Throw an unfinished plan away"),
        "drop-review": _("Throw an unfinished review away"),
        "official-assessment": _("A service need assessment for the official record"),
        "new-plan": _("A new client plan"),
        "read-plan": _("Client plan"),
        "edit-plan": _("Write a client plan"),
        "follow-plan": _("A new version of a client plan"),
        "official-plan": _("A client plan for the official record"),
        "new-review": _("A new review of the plan"),
        "read-review": _("Review of the plan"),
        "edit-review": _("Write a review of the plan"),
        "follow-review": _("A new version of a review of the plan"),
        "official-review": _("A review of the plan for the official record"),
    },
)
