"""An account: what is told of the person, and finding one."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paku.access.forms.sheet import Sheet
from paku.access.models import User
from paku.kit import widgets
from paku.kit.fields import CleanCharField, EmailField, NameField, PhoneField
from paku.kit.fields.text import SearchField
from paku.kit.query import Query, choice, cursor, ref
from paku.kit.refusals import BadText

TAKEN = _("This user name is already in use.")
SPELLING = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}", re.ASCII)


class UserNameField(CleanCharField):
    """Small letters a–z, digits, dot, hyphen and underscore: the same on every keyboard."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=60, widget=widgets.exact_line(), **kwargs)

    def read(self, text: str) -> str:
        text = text.lower()
        if text and not SPELLING.fullmatch(text):
            raise BadText(
                _("Use 2–60 signs: the letters a–z, digits, dot, hyphen or underscore."),
                code="spelling",
            )
        return text


class UserForm(Sheet):
    """What can be corrected later on. `seen` is the fingerprint of what the form was filled in for."""

    name = NameField(label=_("Name"), limit=120)
    title = NameField(label=_("Title"), limit=80, required=False)
    phone = PhoneField(
        label=_("Phone"), required=False, help_text=_("Clients see it as the own worker's number.")
    )
    email = EmailField(label=_("E-mail"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    seen = CleanCharField(limit=64, required=False, widget=forms.HiddenInput)


class NewUserForm(UserForm):
    """A new account also has a user name, which stays."""

    field_order = ("username", "name", "title", "phone", "email", "language")
    username = UserNameField(
        label=_("User name"), help_text=_("For signing in. It cannot be changed later.")
    )

    def clean_username(self) -> str:
        """Accounts are no secret to the main user: a taken name is said plainly."""
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username=username).exclude(ref=self.row).exists():
            raise ValidationError(TAKEN, code="taken")
        return username


class FindForm(forms.Form):
    """Sent by POST: names never stand in an address."""

    q = SearchField(label=_("Name or user name"), required=True)


class RegisterQuery(Query):
    """What the register of users shows."""

    state = choice("active", "roleless", "ended", default="active")
    team = ref()
    after = cursor()
