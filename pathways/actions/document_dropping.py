"""An unfinished document that is not needed goes away; the entry that it was there stays."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.kit.refusals import Refused, Stale
from paku.saving.drafts import key_of
from paku.saving.models import Draft
from pathways.actions.documents import SAVED, tell_of
from pathways.deeds import Deed
from pathways.models.document import Document
from pathways.models.document_told import plain_text

READY = _("A ready document stays: a change is a new version.")


@transaction.atomic(savepoint=False)
def drop(document: Document, *, by: User, seen: int) -> None:
    """Stale when somebody saved it after this person was asked; a ready one stays."""
    model: Any = type(document)
    if document.is_ready:
        raise Refused(READY, code="ready", status=409)
    gone, _models = model.objects.unfinished().filter(pk=document.pk, saves=seen).delete()
    if not gone:
        now = model.objects.select_related("path", "ready_by").filter(pk=document.pk).first()
        raise Stale(SAVED, mine="", theirs=plain_text(now) if now else "")
    Draft.objects.of(by).about(key_of(document.kind, document.ref)).delete()
    tell_of(Deed.DOCUMENT_DROPPED, document, by)
