"""Actors on the path and what stood in the way (row S3): whose service it was, until when, what helped, what worked."""

from __future__ import annotations

import pytest
from django.urls import reverse

from network.models import Service
from paku.audit.models import Entry
from pathways.models import PathBreak, Pathway, ThisWorked
from tests.factories import (
    OrganisationFactory,
    PathBreakFactory,
    ThisWorkedFactory,
    today,
)
from tests.pathways.breaks.sheets import a_break, it_is_over, over_page, sheet_for
from tests.pathways.lists import days, shown

pytestmark = pytest.mark.django_db


def first_page(path):
    return reverse("pathways:client", args=[path.client.ref])


def worked_page(path):
    return reverse("pathways:new-worked", args=[path.ref])


@pytest.fixture
def debt_counselling():
    home = OrganisationFactory(name="Oikeuspalveluvirasto")
    return Service.objects.create(organisation=home, name="Velkaneuvonta")


def test_the_actor_is_a_service_or_an_organisation_of_the_directory_or_free_words(
    desk, path, debt_counselling
):
    home = debt_counselling.organisation
    listed = [{"actor": f"s-{debt_counselling.ref}"}, {"actor": f"o-{home.ref}"}]
    for told in [*listed, {"actor_words": "Kyläkauppa"}]:
        assert desk.send(sheet_for(path), a_break(**told)).status_code == 303

    found = [one.actor for one in PathBreak.objects.told().order_by("pk")]
    assert found == ["Oikeuspalveluvirasto: Velkaneuvonta", "Oikeuspalveluvirasto", "Kyläkauppa"]


def test_two_answers_to_whose_service_are_one_too_many(desk, path, debt_counselling):
    told = a_break(actor=f"s-{debt_counselling.ref}", actor_words="Kyläkauppa")

    answer = desk.send(sheet_for(path), told)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["actor_words"])


def test_the_path_tells_all_of_it_and_the_first_page_what_lasts(desk, path):
    PathBreakFactory(path=path, actor_words="Kela", effect=2, workaround="Soitetaan yhdessä")
    PathBreakFactory(
        path=path, actor_words="Nova", until=days(-2), what_helped="Kimppakyyti sisaren kanssa"
    )
    ThisWorkedFactory(path=path, what="Kirjaston digituki")

    way = desk.get(path.get_absolute_url()).content.decode()
    first = desk.get(first_page(path)).content.decode()

    for told in (
        "Kela",
        "Soitetaan yhdessä",
        "Nova",
        "Kimppakyyti sisaren kanssa",
        "Kirjaston digituki",
    ):
        assert told in way
    assert way.index("Kela") < way.index("Nova")
    assert ("Kela" in first, "Nova" in first) == (True, False)


def test_a_break_is_over_with_what_helped_and_leaves_the_first_page(desk, path):
    lasting = PathBreakFactory(path=path)
    assert over_page(lasting) in desk.get(first_page(path)).content.decode()
    assert desk.get(over_page(lasting)).context["form"]["until"].value() == shown(today())

    answer = desk.send(over_page(lasting), it_is_over(what_helped="Pop-up-päivä"))

    assert (answer.status_code, answer["Location"]) == (303, f"{first_page(path)}?saved=over")
    lasting.refresh_from_db()
    assert (lasting.until, lasting.what_helped, lasting.over_by) == (
        today(),
        "Pop-up-päivä",
        desk.user,
    )
    assert over_page(lasting) not in desk.get(first_page(path)).content.decode()
    assert Entry.objects.get(deed="pathways.break_over").client_refs == [path.client.ref]


@pytest.mark.parametrize("ahead", [1, -11])
def test_it_is_over_neither_tomorrow_nor_before_it_began(desk, path, ahead):
    lasting = PathBreakFactory(path=path)

    answer = desk.send(
        over_page(lasting), it_is_over(until=shown(days(ahead)), what_helped="Sisko")
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["until"])
    assert "Sisko" in answer.content.decode()
    assert PathBreak.objects.get().is_open


def test_two_tabs_end_it_once_and_the_second_is_told(desk, path):
    lasting = PathBreakFactory(path=path)
    desk.send(over_page(lasting), it_is_over(what_helped="Ensimmäinen"))

    second = desk.send(over_page(lasting), it_is_over(what_helped="Toinen"))

    assert (second.status_code, "Toinen" in second.content.decode()) == (409, True)
    assert PathBreak.objects.get().what_helped == "Ensimmäinen"


def test_a_slip_of_the_finger_stays_readable_and_is_no_obstacle(desk, path):
    slip = PathBreakFactory(path=path, since=today())

    desk.send(over_page(slip), it_is_over(is_mistake="on"))

    assert not PathBreak.objects.open().exists()
    assert desk.get(path.get_absolute_url()).context["breaks"][0][0].is_mistake
    assert Entry.objects.filter(deed="pathways.break_mistaken").count() == 1


def test_a_break_may_still_be_over_when_the_path_has_ended(desk, path):
    lasting = PathBreakFactory(path=path)
    Pathway.objects.update(ended_on=today(), ending="coping")

    assert desk.send(over_page(lasting), it_is_over()).status_code == 303


def test_what_worked_is_written_in_a_few_words(desk, path, debt_counselling):
    told = {"what": "Mentiin yhdessä", "on": shown(today()), "actor": f"s-{debt_counselling.ref}"}

    answer = desk.send(worked_page(path), {**told, "actor_words": "", "place": "m-931"})

    assert answer["Location"] == f"{path.get_absolute_url()}?saved=worked"
    found = ThisWorked.objects.told().get()
    assert (found.what, found.actor, found.place) == (
        "Mentiin yhdessä", "Oikeuspalveluvirasto: Velkaneuvonta", "Viitasaari",
    )  # fmt: skip
    assert desk.send(worked_page(path), {**told, "what": " "}).status_code == 422
