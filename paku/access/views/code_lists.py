"""Code lists and clocks: one set of pages for all of them, by the register of `paku.access.code_lists`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from paku.access.actions import code_lists as deeds
from paku.access.code_lists import CodeList, Line, known_list, known_lists, lines
from paku.access.doors import requires
from paku.access.forms.code_lists import CodeForm, LastDayForm, TakeBackForm
from paku.access.forms.sheet import SeeOther, Sheet
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted


@requires(May.SET_CLOCKS)
@require_safe
def code_lists(request: Request) -> HttpResponse:
    """Which lists there are."""
    return render(request, "access/code_lists/lists.html", {"lists": known_lists()})


@requires(May.SET_CLOCKS)
@require_safe
def code_list(request: Request, slug: str) -> HttpResponse:
    """One list: what holds now, what is coming, what has been; one statement for any number of values."""
    of = _list(slug)
    found = lines(of.model.objects.all(), request.today)
    context = {
        "of": of,
        "lines": [line for line in found if not line.is_over],
        "ended": [line for line in found if line.is_over],
    }
    return render(request, "access/code_lists/list.html", context)


@requires(May.SET_CLOCKS)
@needs_fresh_sign_in(when=when_posted)
def new_value(request: Request, slug: str) -> HttpResponse:
    """A value that the list has not had."""
    of = _list(slug)
    if not of.grows:
        raise Http404
    form = _form(of)(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        deeds.add_value(
            of=of,
            code=f"own-{form.row.hex[:12]}",
            since=form.cleaned_data["since"],
            written=form.written,
            by=request.user,
        )
        return SeeOther(of.url)
    return _page(request, "access/code_lists/new.html", of, None, form)


@requires(May.SET_CLOCKS)
@needs_fresh_sign_in(when=when_posted)
def value(request: Request, slug: str, code: str) -> HttpResponse:
    """One value with its history, and the sheet on which it is changed from a day."""
    of = _list(slug)
    line = _line(of, code, request.today)
    form = _form(of)(request.POST or None, today=request.today, line=line)
    if form.is_bound and form.is_valid():
        since = form.cleaned_data["since"]
        deeds.change_value(of=of, code=code, since=since, written=form.written, by=request.user)
        return SeeOther(of.url)
    return _page(request, "access/code_lists/value.html", of, line, form)


@requires(May.SET_CLOCKS)
@needs_fresh_sign_in(when=when_posted)
def end_value(request: Request, slug: str, code: str) -> HttpResponse:
    """The last day of a value. A list that does not grow does not shrink either: Paku itself asks for its values."""
    of = _list(slug)
    if not of.grows:
        raise Http404
    line = _line(of, code, request.today)
    form = LastDayForm(request.POST or None, today=request.today, line=line)
    if form.is_bound and form.is_valid():
        until = form.cleaned_data["until"]
        deeds.end_value(of=of, code=code, until=until, by=request.user)
        return SeeOther(of.url)
    return _page(request, "access/code_lists/end.html", of, line, form)


@requires(May.SET_CLOCKS)
@needs_fresh_sign_in(when=when_posted)
def take_back(request: Request, slug: str, code: str) -> HttpResponse:
    """The soonest change that has not begun."""
    of = _list(slug)
    line = _line(of, code, request.today)
    shown = {"since": line.coming[0].since} if line.coming else {}
    form = TakeBackForm(request.POST or None, initial=shown)
    if form.is_bound and form.is_valid():
        since = form.cleaned_data["since"]
        deeds.take_back(of=of, code=code, since=since, today=request.today, by=request.user)
        return SeeOther(of.url)
    return _page(request, "access/code_lists/take_back.html", of, line, form)


def _list(slug: str) -> CodeList:
    found = known_list(slug)
    if found is None:
        raise Http404
    return found


def _line(of: CodeList, code: str, today: date) -> Line:
    found = lines(of.model.objects.filter(code=code), today)
    if not found:
        raise Http404
    return found[0]


def _form(of: CodeList) -> type[CodeForm]:
    found: type[CodeForm] = import_string(of.form) if of.form else CodeForm
    return found


def _page(
    request: Request, name: str, of: CodeList, line: Line | None, form: Sheet
) -> HttpResponse:
    context: dict[str, Any] = {"of": of, "line": line, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, name, context, status=status)
