"""The code lists of this room that the main user changes, and the words of the language guard."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from paku.access.code_lists import code_list
from paku.kit.today import Today
from paku.saving.looked_at import Word, words_come_from

code_list(
    "themes",
    "pathways.OutreachTheme",
    _("Themes of outreach"),
    _("What people talk about when they are met in outreach."),
)
code_list(
    "needs",
    "pathways.NeedSign",
    _("Words that tell of a need"),
    _(
        "Beginnings of words at which Paku asks whether a matter should be opened (Act 703/2023, section 37)."
    ),
)
code_list(
    "visits",
    "pathways.VisitKind",
    _("Kinds of visit"),
    _("Where and how people are met."),
)
code_list(
    "breaks",
    "pathways.BreakKind",
    _("Kinds of path break"),
    _("Why help did not reach: about the services, never about the person."),
    form="pathways.forms.code_lists.BreakKindForm",
    about="pathways/code_lists/break_kind.html",
)
code_list(
    "signs",
    "pathways.BorderSign",
    _("What speaks for a stage"),
    _("What may be ticked when a path moves to a stage."),
    bound=("stage",),
    about="pathways/code_lists/border_sign.html",
    grows=False,
)
code_list(
    "quality",
    "pathways.QualityItem",
    _("Quality list"),
    _("Twelve sentences that people answer at plan reviews and at the exit."),
    grows=False,
)
code_list(
    "words",
    "pathways.WatchedWord",
    _("Words that the language guard asks about"),
    _(
        "Labels with a kinder offer, abbreviations to be written out, and abbreviations that everybody knows."
        " Paku only offers."
    ),
    form="pathways.forms.code_lists.WatchedWordForm",
    about="pathways/code_lists/word.html",
)


@words_come_from
def watched_words() -> Iterator[Word]:
    """In all three languages: nobody tells in which one a text is written."""
    from pathways.models import WatchedWord

    for row in WatchedWord.objects.on(Today()).order_by("order", "code", "since"):
        pairs = (
            (row.label_fi, row.offer_fi),
            (row.label_sv, row.offer_sv),
            (row.label_en, row.offer_en),
        )
        for said, offer in pairs:
            if said:
                yield Word(row.kind, said, offer)
