"""Own words by question with their history; a new answer stands beside the old."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.actions import clients
from clients.actions.advice import advise
from clients.deeds import Deed
from clients.doors import open_client
from clients.forms.own_words import ADVICE, OwnWordsForm
from clients.models import Advice, Client, OwnWords
from clients.models.own_words import Question
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once


@requires(May.HEAR_CLIENT)
def own_words(request: Request, ref: UUID) -> HttpResponse:
    """Read and add. Nothing here can be changed afterwards: a correction is a new answer."""
    client = open_client(
        request, ref, May.HEAR_CLIENT, deed=Deed.WORDS_READ, sections=("own_words",)
    )
    form = OwnWordsForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _hear(request, client, form))
    context = {"client": client, "form": form, "questions": by_question(client)}
    context["advice"] = list(Advice.objects.of(client).with_people())
    return render(
        request, "clients/own_words/own_words.html", context, status=422 if form.is_bound else 200
    )


def by_question(client: Client) -> list[tuple[str, list[OwnWords]]]:
    """(question, its answers newest first) in the order in which they are asked."""
    answers: dict[str, list[OwnWords]] = {}
    for words in OwnWords.objects.of(client).select_related("heard_by"):
        answers.setdefault(words.question, []).append(words)
    return [
        (str(question.label), answers[question.value])
        for question in Question
        if question.value in answers
    ]


def _hear(request: Request, client: Client, form: OwnWordsForm) -> str:
    said = form.answers
    if said["question"] == ADVICE:
        advise(
            client=client, by=request.user, **{key: said[key] for key in said if key != "question"}
        )
    else:
        clients.hear(client=client, by=request.user, **said)
    return reverse("clients:own-words", args=[client.ref])
