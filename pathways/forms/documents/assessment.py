"""The sheet of a service need assessment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pathways.forms.documents.document import DocumentForm, chosen, day, line, said
from pathways.models import Assessment
from pathways.models.assessment import CloseNetwork, Dependants, SpecialSupport, SupportNeed


class AssessmentForm(DocumentForm):
    """Special support is decided before the assessment is ready, and a yes tells its ground and day."""

    model = Assessment
    needed = (
        "situation_worker",
        "need_for",
        "needs_client",
        "needs_worker",
        "strengths_client",
        "client_view",
        "conclusions",
        "rights_explained_on",
    )
    past = ("special_on", "rights_explained_on")

    situation_client = said(Assessment, "situation_client", rows=4)
    situation_worker = said(Assessment, "situation_worker", rows=4)
    need_for = chosen(Assessment, "need_for")
    needs = forms.MultipleChoiceField(
        label=_("Support is needed for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(need.value, capfirst(need.label)) for need in SupportNeed],
    )
    needs_client = said(Assessment, "needs_client")
    needs_worker = said(Assessment, "needs_worker")
    special_support = chosen(Assessment, "special_support")
    special_ground = said(
        Assessment,
        "special_ground",
        rows=2,
        help_text=_("Special difficulty in seeking and getting services. Old age is no ground."),
    )
    special_on = day(Assessment, "special_on")
    services_client = said(Assessment, "services_client")
    services_worker = said(Assessment, "services_worker")
    necessary_services = said(Assessment, "necessary_services", rows=2)
    necessary_from = day(Assessment, "necessary_from")
    necessary_for = line(Assessment, "necessary_for")
    strengths_client = said(Assessment, "strengths_client")
    strengths_worker = said(Assessment, "strengths_worker")
    own_worker_client = said(Assessment, "own_worker_client", rows=2)
    own_worker_worker = said(Assessment, "own_worker_worker", rows=2)
    dependants = chosen(Assessment, "dependants")
    dependants_words = said(Assessment, "dependants_words", rows=2)
    close_network = chosen(Assessment, "close_network")
    close_network_ground = line(Assessment, "close_network_ground")
    close_view_by = line(Assessment, "close_view_by")
    close_view = said(Assessment, "close_view")
    client_view = said(Assessment, "client_view")
    conclusions = said(Assessment, "conclusions", rows=4)
    rights_explained_on = day(Assessment, "rights_explained_on")

    def clean_special_support(self) -> str:
        return self.cleaned_data["special_support"] or SpecialSupport.NOT_ASSESSED

    def clean_dependants(self) -> str:
        return self.cleaned_data["dependants"] or Dependants.NOT_ASKED

    def clean_close_network(self) -> str:
        return self.cleaned_data["close_network"] or CloseNetwork.NOT_MAPPED

    def missing(self, data: dict[str, Any]) -> list[str]:
        names = super().missing(data)
        if data.get("special_support") == SpecialSupport.NOT_ASSESSED:
            names.append("special_support")
        if data.get("special_support") == SpecialSupport.YES:
            names += [name for name in ("special_ground", "special_on") if not data.get(name)]
        if data.get("close_network") == CloseNetwork.GROUND and not data.get(
            "close_network_ground"
        ):
            names.append("close_network_ground")
        return names
