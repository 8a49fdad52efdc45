"""Goals: what comes first, where one is with each, and how they have been worded; said, judged, closed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.forms.steps import CLIENT
from network.models import Member, Step
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.refusals import Refused
from paku.kit.strict_post import takes_many
from paku.saving.drafts import key_of
from paku.saving.posts import once
from paku.saving.unfinished import unfinished
from pathways.actions import goals as actions
from pathways.deeds import Deed
from pathways.doors.goals import open_goal, show_goals
from pathways.doors.paths import open_path
from pathways.forms.goal_judging import CloseForm, JudgeForm
from pathways.forms.goals import GoalForm, RewordForm
from pathways.models import DignityCheck, GoalStep, GoalText, Pathway
from pathways.models.dignity import standings


@requires(May.READ_PLAN)
@require_safe
def goals(request: Request, ref: UUID) -> HttpResponse:
    """First what is unmet, then the goals, the open ones first. As many statements for one as for ten."""
    client = open_client(
        request, ref, May.READ_PLAN, deed=Deed.GOALS_READ, sections=("goals", "dignity")
    )
    texts = list(GoalText.objects.of(client).newest().newest_first().with_all())
    context = {
        "client": client,
        "path": Pathway.objects.newest_of(client),
        "goals": [text for text in texts if text.goal.is_open],
        "closed": [text for text in texts if not text.goal.is_open],
        "first": [one for one in standings(DignityCheck.objects.of(client)) if one.is_unmet],
        "may_edit": may_now(request.user, client.relations, May.EDIT_PLAN),
    }
    return render(request, "pathways/goals/goals.html", context)


@requires(May.READ_PLAN)
@require_safe
def goal(request: Request, ref: UUID) -> HttpResponse:
    """One goal with all its wordings and judgements."""
    text, path = open_goal(request, ref, May.READ_PLAN)
    context = {
        "text": text,
        "path": path,
        "client": path.client,
        "judged": text.goal.attainments.select_related("text", "by"),
        "steps": [link.step for link in text.goal.goal_steps.select_related("step__doer")],
        "earlier": text.goal.texts.filter(version__lt=text.version).select_related("author"),
        "may_edit": may_now(request.user, path.relations, May.EDIT_PLAN) and text.goal.is_open,
    }
    return render(request, "pathways/goals/goal.html", context)


@requires(May.EDIT_PLAN)
@takes_many("steps")
def new_goal(request: Request, ref: UUID) -> HttpResponse:
    """Said by the person, on a sheet that keeps what is typed."""
    path = open_path(
        request, ref, May.EDIT_PLAN, deed=Deed.GOALS_READ, sections=("goals", "dignity")
    )
    draft = unfinished(request, key_of("goal", path.ref))
    initial = {**draft.fields, "submission_id": draft.form} if draft else {"owner": CLIENT}
    form = GoalForm(request.POST or None, initial=initial, **_around(request, path))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _write(request, path, form))
    first = [one for one in standings(DignityCheck.objects.of(path.client)) if one.is_unmet]
    more = {"draft": draft, "draft_key": key_of("goal", path.ref), "first": first}
    return _sheet(request, "pathways/goals/form.html", path, form, **more)


@requires(May.EDIT_PLAN)
@takes_many("steps")
def change_goal(request: Request, ref: UUID) -> HttpResponse:
    """Worded anew; the earlier wording stays in the history."""
    text, path = _open_to_change(request, ref)
    around = _around(request, path, owner=text.goal.owner)
    form = RewordForm(request.POST or None, initial=_as_it_is(text, around["steps"]), **around)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _reword(request, text, form))
    return _sheet(request, "pathways/goals/form.html", path, form, text=text)


@requires(May.EDIT_PLAN)
def judge_goal(request: Request, ref: UUID) -> HttpResponse:
    """Two taps: the sentence that is true now, and save."""
    text, path = _open_to_change(request, ref)
    form = JudgeForm(request.POST or None, text=text, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _judge(request, text, form))
    return _sheet(request, "pathways/goals/judge.html", path, form, text=text)


@requires(May.EDIT_PLAN)
def close_goal(request: Request, ref: UUID) -> HttpResponse:
    """Reached, become something else, or let go of."""
    text, path = _open_to_change(request, ref)
    form = CloseForm(request.POST or None, text=text, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _close(request, text, form))
    return _sheet(request, "pathways/goals/close.html", path, form, text=text)


def _open_to_change(request: Request, ref: UUID) -> tuple[GoalText, Any]:
    """A sentence for a goal that has been closed."""
    text, path = open_goal(request, ref)
    if request.method != "POST" and not text.goal.is_open:
        raise Refused(actions.CLOSED, code="goal_closed", status=409)
    return text, path


def _around(request: Request, path: Any, owner: Member | None = None) -> dict[str, Any]:
    """Who may own a goal, and which steps may lead to it."""
    members = list(Member.objects.of(path.client).on(request.today).with_home().named())
    if owner is not None and all(one.pk != owner.pk for one in members):
        members.append(owner)
    return {
        "members": members,
        "steps": list(Step.objects.of(path.client).open().soonest_first()),
        "today": request.today,
        "client_name": path.client.spoken_name,
    }


def _as_it_is(text: GoalText, offered: list[Step]) -> dict[str, Any]:
    linked = set(GoalStep.objects.filter(goal=text.goal).values_list("step", flat=True))
    return {
        **{name: getattr(text, name) for name in actions.WORDS},
        "owner": str(text.goal.owner.ref) if text.goal.owner else CLIENT,
        "since": text.goal.since,
        "version": text.version,
        "steps": [str(step.ref) for step in offered if step.pk in linked],
    }


def _sheet(request: Request, template: str, path: Any, form: Any, **more: Any) -> HttpResponse:
    if request.method == "POST":
        show_goals(request, path, "goals", *(["dignity"] if "first" in more else []))
    context = {"path": path, "client": path.client, "form": form, **more}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _write(request: Request, path: Pathway, form: GoalForm) -> str:
    actions.write_goal(path=path, by=request.user, **form.answers)
    return _goals_of(request, path)


def _reword(request: Request, text: GoalText, form: RewordForm) -> str:
    actions.rewrite_goal(goal=text.goal, by=request.user, **form.answers)
    return _goals_of(request, text.goal.path)


def _judge(request: Request, text: GoalText, form: JudgeForm) -> str:
    actions.judge_goal(goal=text.goal, by=request.user, **form.answers)
    return _goals_of(request, text.goal.path)


def _close(request: Request, text: GoalText, form: CloseForm) -> str:
    actions.close_goal(goal=text.goal, by=request.user, **form.answers)
    return _goals_of(request, text.goal.path)


def _goals_of(request: Request, path: Pathway) -> str:
    messages.success(request, _("Saved."))
    return reverse("pathways:goals", args=[path.client.ref])
