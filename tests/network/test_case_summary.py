"""What a case summary tells: what was chosen, in its own language, and never where anybody is."""

from datetime import date

import pytest

from network.models import Member
from paku.printing.models import Paper
from tests.factories import ConsentFactory, OwnWordsFactory, StepFactory, today
from tests.network.summaries import NEVER, SAYS, bare, give, page_of, text_of, wishes

pytestmark = pytest.mark.django_db

HOSTILE = (
    "<script>alert(1)</script>",
    "</template><h1>Muu</h1>",
    "{{ paper.serial }} {% debug %}",
    "&lt;b&gt; & <!-- --> ]]>",
)


@pytest.mark.parametrize(
    "chosen", [set(list(SAYS)[::2]), set(list(SAYS)[1::2])], ids=["some", "the others"]
)
def test_the_paper_tells_what_was_chosen_and_nothing_else(desk, pair, path, partner, chosen):
    give(desk, pair, path, wishes(partner, *chosen))

    told = bare(text_of(Paper.objects.get().pdf))
    assert {part for part, words in SAYS.items() if bare(words) in told} == chosen


def test_every_paper_names_the_recipient_the_purpose_the_day_the_ground_and_the_own_worker(
    desk, path, partner
):
    path.care.own_worker.phone = "+358407654321"
    path.care.own_worker.save()

    ConsentFactory(member=partner, topics=["own_words"], given_on=date(2026, 3, 5))
    desk.send(page_of(path), wishes(partner, ground="consent"))

    paper = Paper.objects.get()
    told = text_of(paper.pdf)
    for words in (
        "Ville Velkaneuvoja, velkaneuvoja, Oikeuspalvelut, Viitasaari", "Verkostotapaaminen",
        "the client's consent, 5.3.2026",
        f"{today().day}.{today().month}.{today().year}", path.care.own_worker.name, "040 765 4321", paper.serial,
        path.care.team.name, path.care.team.provider,
    ):  # fmt: skip
        assert words in told, words


def test_not_even_all_sections_together_tell_where_the_person_or_the_close_ones_are(
    desk, pair, path, partner
):
    give(desk, pair, path, wishes(partner, *SAYS))

    told = text_of(Paper.objects.get().pdf)
    assert [secret for secret in NEVER if secret in told] == []


def test_a_close_person_who_promised_something_is_told_by_role_only(desk, path, partner):
    sister = Member.objects.get(name=SAYS["close"])
    StepFactory(client=path.client, what="Käydä kaupassa", doer=sister)

    desk.send(page_of(path), wishes(partner, "steps"))
    desk.send(page_of(path), wishes(sister, "steps"))

    others, own = (text_of(paper.pdf) for paper in Paper.objects.order_by("pk"))
    assert ("sisko" in others, SAYS["close"] in others) == (True, False)
    assert SAYS["close"] in own


def test_the_paper_speaks_its_own_language_whatever_the_worker_s(desk, path, partner):
    desk.user.language = "sv"
    desk.user.save()

    desk.send(page_of(path), wishes(partner, "steps", language="en"))

    assert "What is agreed" in text_of(Paper.objects.get().pdf)


def test_hostile_text_stays_literal_on_the_page_and_on_paper(desk, path, partner):
    OwnWordsFactory(client=path.client, text="\n".join(HOSTILE), said_on=today())

    page = desk.send(page_of(path), wishes(partner, "own_words", preview="1")).content.decode()
    desk.send(page_of(path), wishes(partner, "own_words"))

    told = bare(text_of(Paper.objects.get().pdf))
    assert page.count("</template>") == 1
    assert [note for note in HOSTILE if note in page] == [
        HOSTILE[2]
    ]  # braces are no markup to a browser
    assert [note for note in HOSTILE if bare(note) not in told] == []
