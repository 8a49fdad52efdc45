"""What is asked before a new client is made: who is it, and is the person here already?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.forms.identity_code import code_field
from clients.forms.names import NamesForm
from clients.models.search import Wanted
from paku.kit.fields import CleanCharField, PhoneField


class WhoForm(NamesForm):
    """Some name; a date of birth and a number help to tell whether the person is here already."""

    says_what_is_needed = True

    phone = PhoneField(label=_("Phone"), required=False)
    identity_code = code_field(
        help_text=_("Only if it is known. Found only whole, and shown nowhere.")
    )
    contact = CleanCharField(required=False, widget=forms.HiddenInput)  # ref, if met in outreach

    def __init__(self, *args: Any, by_pseudonyms: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by_pseudonyms:
            self.leave_out_real_names()
            del self.fields["identity_code"]

    @property
    def code(self) -> str:
        return self.cleaned_data.get("identity_code", "")

    @property
    def wanted(self) -> Wanted:
        """Last name and the first of the first names: the others may be missing from the earlier file."""
        data = self.cleaned_data
        name = (
            f"{data.get('last_name', '')} {data.get('first_names', '').partition(' ')[0]}".strip()
            or data["nickname"]
        )
        return Wanted.named(name, phone=data["phone"], born_on=data["born_on"])

    @property
    def asked(self) -> str:
        """For the trail's keyed hash."""
        return " ".join(
            str(self.cleaned_data.get(name) or "")
            for name in ("last_name", "first_names", "nickname", "born_on", "phone")
        )
