"""Writing an assessment, a plan or a review: safe from the first letter, saved unfinished, or made ready and locked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from network.models import Member
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.reminders.models import Clock
from paku.saving.drafts import key_of
from paku.saving.models import Draft
from paku.saving.posts import once
from paku.saving.unfinished import unfinished
from pathways.actions import documents
from pathways.doors.documents import KINDS, open_document, show
from pathways.doors.paths import open_path, show_again
from pathways.forms.documents import FORMS, DocumentForm
from pathways.forms.documents.asides import asides_of, groups
from pathways.models import Assessment, Pathway, Plan, Review
from pathways.models.document import Document
from pathways.models.special_support import is_needed, lacks_social_worker
from pathways.models.stage import Stage

RESTS_ON: dict[str, Any] = {"assessment": Assessment, "plan": Plan}


@takes_many("needs", "partners", "close_ones")
@requires(May.EDIT_PLAN)
def new_document(request: Request, ref: UUID, kind: str) -> HttpResponse:
    """An empty sheet, with last time's answers beside it; where one is unfinished already, that one."""
    path = open_path(request, ref, May.EDIT_PLAN, sections=("plan",))
    begun = KINDS[kind].objects.unfinished().filter(path=path).first()
    if begun and request.method != "POST":
        return redirect(f"pathways:edit-{kind}", begun.ref)
    sheet = _Sheet(request, KINDS[kind], path, None)
    if sheet.form.is_bound and sheet.form.is_valid():
        return once(request, sheet.form, sheet.begin)
    if request.method == "POST":
        show_again(request, path)
    return sheet.page()


@takes_many("needs", "partners", "close_ones")
@requires(May.EDIT_PLAN)
def edit_document(request: Request, ref: UUID, kind: str) -> HttpResponse:
    """Any of the person's own workers goes on with it; a ready one is only read."""
    document = open_document(request, kind, ref, May.EDIT_PLAN)
    if document.is_ready and request.method != "POST":
        return redirect(document)
    sheet = _Sheet(request, KINDS[kind], document.path, document)
    if sheet.form.is_bound and sheet.form.is_valid():
        return once(request, sheet.form, sheet.go_on)
    if request.method == "POST":
        show(request, document)
    return sheet.page()


class _Sheet:
    """The form of one document with all that stands round it; three to seven statements."""

    def __init__(self, request: Request, model: Any, path: Pathway, now: Any) -> None:
        self.request, self.model, self.path, self.now = request, model, path, now
        self.key = key_of(model.kind, now.ref if now else path.ref)
        self.draft = unfinished(request, self.key) or self._begun_beside()
        self.is_old = bool(now and self.draft and not self._goes_on(self.draft))
        self.rests_on = self._rests_on()
        self.form: DocumentForm = FORMS[model.kind](
            request.POST or None, initial=self._initial(), today=request.today, **self._choices()
        )

    def begin(self) -> str:
        begun = documents.begin(self.model, path=self.path, **self._given())
        return begun.get_absolute_url()

    def go_on(self) -> str:
        seen = self.form.cleaned_data["seen"] or 0
        return documents.go_on(self.now, seen=seen, **self._given()).get_absolute_url()

    def page(self) -> HttpResponse:
        typed = self.draft.fields if self.draft and self.is_old else {}
        last = self._newest(self.model)
        context = {
            "document": self.now,
            "client": self.path.client,
            "path": self.path,
            "form": self.form,
            "title": self.model.title,
            "groups": groups(self.form, asides_of(last, self.rests_on, typed, self.now)),
            "guarded": " ".join(self.form.guarded),
            "draft": None if self.is_old else self.draft,
            "draft_key": self.key,
            "wants_social_worker": (is_needed(self.now) or is_needed(self.rests_on))
            and lacks_social_worker(self.path, self.request.today),
        }
        status = 422 if self.form.is_bound else 200
        return render(self.request, "pathways/documents/sheet.html", context, status=status)

    def _given(self) -> dict[str, Any]:
        form = self.form
        given = {"answers": form.answers, "finish": form.finishing}
        return {"by": self.request.user, "today": self.request.today, **given}

    def _initial(self) -> dict[str, Any]:
        """What is saved; over it what was typed since, unless somebody has saved after that."""
        names = (*self.model.answers(), "made_with")
        saved = {name: getattr(self.now, name) for name in names} if self.now else {}
        saved["seen"] = self.now.saves if self.now else 0
        if self.draft and not self.is_old:
            saved |= {**self.draft.fields, "submission_id": self.draft.form}
        return saved

    def _choices(self) -> dict[str, Any]:
        """What the plan and the review are offered beyond their own text."""
        if not self.model.rests_on:
            return {}
        code = "plan_review"
        if self.path.stage == Stage.INTENSIVE_SUPPORT:
            code = "plan_review_intensive"
        term = Clock.objects.terms(self.request.today).get(code)
        found: dict[str, Any] = {
            self.model.rests_on[0]: self.rests_on,
            "next_review": term.last_day(self.request.today) if term else None,
        }
        if self.model is Plan:
            members = Member.objects.of(self.path.client).on(self.request.today)
            found["members"] = list(members.with_home().named())
        return found

    def _rests_on(self) -> Document | None:
        """A plan goes on from the newest assessment; a review stays of the plan that it was begun of."""
        if not self.model.rests_on:
            return None
        kept = self.now.plan if isinstance(self.now, Review) else None
        return kept or self._newest(RESTS_ON[self.model.rests_on[0]])

    def _newest(self, model: Any) -> Document | None:
        """The newest ready one of the person's, of an earlier path too; not an earlier version of this very one."""
        found = model.objects.ready().filter(path__client=self.path.client_id)
        if self.now and model is self.model:
            found = found.exclude(thread=self.now.thread)
        return found.first()

    def _begun_beside(self) -> Draft | None:
        """What this person typed on a new sheet while somebody else saved this one: it is shown beside that."""
        is_begun = self.now and not self.now.is_ready
        return (
            unfinished(self.request, key_of(self.model.kind, self.path.ref)) if is_begun else None
        )

    def _goes_on(self, draft: Draft) -> bool:
        """From the text that is saved now; else somebody has saved after it was begun."""
        return draft.key == self.key and str(draft.fields.get("seen", "")) == str(self.now.saves)
