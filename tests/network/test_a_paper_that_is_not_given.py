"""A paper that waits for a second person and is not given: the file has changed, the week is over, the door is shut."""

import uuid
from datetime import timedelta

import pytest

from network.models import Disclosure, Member, PaperRequest
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.desk import Desk
from tests.factories import ClientFactory, OwnWordsFactory, today, worker
from tests.network.summaries import decide, page_of, text_of, told_of_papers, wishes

pytestmark = pytest.mark.django_db


def test_a_wrong_reason_comes_back_as_it_was_typed(pair, asked):
    long = "Ei tarvita näin paljon. " * 20

    back = decide(pair, asked, "declined", reason=long)

    assert (back.status_code, list(back.context["form"].errors)) == (422, ["reason"])
    assert long.strip() in back.content.decode()


@pytest.mark.parametrize("outcome", ["", "annettu", "given\x00", "0"])
def test_an_outcome_that_there_is_not_decides_nothing(pair, asked, outcome):
    assert decide(pair, asked, outcome).status_code in (400, 422)
    assert PaperRequest.objects.get().outcome == ""


def test_what_has_changed_since_is_not_given(desk, pair, path, partner):
    url = desk.send(page_of(path), wishes(partner, "own_words", "close")).url
    OwnWordsFactory(client=path.client, text="Nyt haluan muuta.", said_on=today())

    page = pair.get(url)
    decide(pair, url)

    assert "ovat muuttuneet sen jälkeen" in page.content.decode()
    assert b'value="given"' not in page.content
    assert "Nyt haluan muuta." not in page.content.decode()
    assert (PaperRequest.objects.get().outcome, Paper.objects.count()) == ("changed", 0)
    assert told_of_papers(desk.user) == {"paper_fell"}


def test_a_recipient_who_has_left_gets_nothing(pair, asked, partner):
    gone = today() - timedelta(days=1)
    Member.objects.filter(pk=partner.pk).update(since=gone - timedelta(days=9), until=gone)

    page = pair.get(asked)
    decide(pair, asked)

    assert "Saaja ei ole enää asiakkaan verkostossa" in page.content.decode()
    assert (PaperRequest.objects.get().outcome, Paper.objects.count()) == ("changed", 0)


def test_after_a_week_it_is_over(desk, pair, asked):
    late = {"on": today() - timedelta(days=8), "until": today() - timedelta(days=1)}
    PaperRequest.objects.update(**late)

    assert "viikko on kulunut" in pair.get(asked).content.decode()
    assert decide(pair, asked).status_code == 409
    assert not Paper.objects.exists()


def test_of_a_paper_that_waited_some_days_the_day_is_that_of_the_asking(desk, pair, path, partner):
    url = desk.send(page_of(path), wishes(partner, "notes", "path")).url
    row = PaperRequest.objects.get()
    PaperRequest.objects.update(until=today())

    decide(pair, url)

    assert f"{row.on.day}.{row.on.month}.{row.on.year}" in text_of(Paper.objects.get().pdf)


def test_a_double_click_and_two_tabs_give_one_paper(pair, asked):
    sheet = uuid.uuid4()
    for _ in range(2):
        assert pair.send(asked, {"outcome": "given"}, sheet=sheet).status_code == 303
    assert decide(pair, asked).status_code == 303

    assert decide(pair, asked, "declined", reason="Liian myöhään").status_code == 409
    assert (Paper.objects.count(), Disclosure.objects.count()) == (1, 1)


def test_the_same_paper_from_two_tabs_waits_once(desk, path, partner):
    first, second = (desk.send(page_of(path), wishes(partner, "notes")) for _ in range(2))

    assert (first.url, PaperRequest.objects.count()) == (second.url, 1)


def test_agreeing_wants_a_fresh_sign_in_and_declining_does_not(pair, asked):
    pair.shows("webauthn", ago=3600)

    assert decide(pair, asked).status_code == 403
    assert not Paper.objects.exists()
    assert decide(pair, asked, "declined", reason="Liikaa tietoa").status_code == 303


def test_a_stranger_cannot_tell_that_the_request_exists(path, asked):
    stranger = Desk().sit(worker())

    hidden = stranger.get(asked)
    absent = stranger.get(asked.replace(str(PaperRequest.objects.get().ref), str(uuid.uuid4())))

    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert decide(stranger, asked).status_code == 404


def test_a_request_opens_only_at_its_own_client(pair, path, asked):
    other = ClientFactory()

    assert pair.get(asked.replace(str(path.client.ref), str(other.ref))).status_code == 404


def test_when_the_press_is_down_it_goes_on_waiting(pair, asked, settings):
    settings.PRESS = "unix:///nowhere/press.sock"

    assert decide(pair, asked).status_code == 503
    assert (PaperRequest.objects.get().outcome, Disclosure.objects.count()) == ("", 0)


def test_looking_is_on_the_trail_and_costs_little(pair, asked):
    cost = pair.cost(asked)

    assert Entry.objects.filter(deed="network.paper_previewed", actor_ref=pair.user.ref).exists()
    assert cost <= 20
