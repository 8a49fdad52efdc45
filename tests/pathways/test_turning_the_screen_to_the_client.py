"""“What next?” on a turned screen: steps, waits and other ways in the client's language, and nothing else."""

import re

import pytest
from django.urls import reverse

from network.models import Service
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    StepFactory,
    VisitFactory,
    worker,
)
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


def turned(path):
    return reverse("pathways:turned", args=[path.ref])


def test_it_tells_who_does_what_by_when_with_the_client_as_you(desk, path):
    partner = MemberFactory(client=path.client, name="Pekka Velkaneuvoja")
    StepFactory(client=path.client, doer=partner, what="Varaa ajan", due_on=days(3))
    StepFactory(client=path.client, what="Soita Kelaan", due_on=days(5))

    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text(desk.get(turned(path)))))

    assert page.index("Varaa ajan") < page.index("Pekka Velkaneuvoja") < page.index("Soita Kelaan")
    assert shown(days(3)) in page


def test_it_shows_nothing_else_of_the_file_and_leads_nowhere_else(desk, path):
    path.client.advice = "Neuvo-merkki"
    path.client.save()
    OwnWordsFactory(client=path.client, text="Sana-merkki")
    VisitFactory(path=path, note="Käynti-merkki")
    MemberFactory(client=path.client, name="Serkku-merkki", role="serkku")

    page = text(desk.get(turned(path)))

    for hidden in (
        "Neuvo-merkki",
        "Sana-merkki",
        "Käynti-merkki",
        "Serkku-merkki",
        path.matter,
        path.client.last_name,
    ):
        assert hidden not in page
    assert "<nav" not in page
    links = set(re.findall(r'<a [^>]*href="([^"]+)"', page))
    assert links <= {path.get_absolute_url(), reverse("access:sign-in")}


def test_the_way_back_is_folded_away_and_the_lock_holds(desk, path):
    page = text(desk.get(turned(path)))

    back = page.index(f'href="{path.get_absolute_url()}"')
    assert page.index("<details") < back < page.index("</details>")
    assert "<details open" not in page
    assert "data-lock" in page
    assert "data-idle-lock" in page
    assert "js/idle" in page


def test_it_tells_the_usual_wait_of_the_services_around_and_other_ways_of_the_same_kind(desk, path):
    debts = OrganisationFactory(name="Oikeuspalveluvirasto", kind="legal")
    parish = OrganisationFactory(name="Seurakunnan velkaneuvonta", kind="legal")
    OrganisationFactory(name="Toinen asia", kind="school")
    Service.objects.create(organisation=debts, name="Talous- ja velkaneuvonta", usual_wait_days=180)
    Service.objects.create(organisation=parish, name="Diakonian neuvonta", usual_wait_days=7)
    MemberFactory(client=path.client, organisation=debts)

    answer = desk.get(turned(path))

    assert [way.service for way in answer.context["waits"]] == ["Talous- ja velkaneuvonta"]
    assert [way.service for way in answer.context["ways"]] == ["Diakonian neuvonta"]
    assert answer.context["waits"][0].wait


@pytest.mark.parametrize(
    ("language", "page"), [("fi", "fi"), ("sv", "sv"), ("en", "en"), ("ar", "fi")]
)
def test_it_speaks_the_clients_language_where_paku_does(desk, path, language, page):
    path.client.contact_language = language
    path.client.save()

    assert f'<html lang="{page}"' in text(desk.get(turned(path)))


def test_turning_the_screen_is_on_the_trail(desk, path):
    desk.get(turned(path))

    entry = Entry.objects.get(deed="pathways.next_turned")
    assert (entry.client_refs, entry.sections) == ([path.client.ref], ["steps", "goals"])


def test_a_colleague_states_a_reason_first_and_a_stranger_finds_nothing(path):
    assert Desk().sit(worker(team=path.care.team)).get(turned(path)).status_code == 403
    assert Desk().sit(worker()).get(turned(path)).status_code == 404


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path):
    def add(count):
        for _ in range(count):
            home = OrganisationFactory(kind="legal")
            Service.objects.create(organisation=home, name="Neuvonta", usual_wait_days=30)
            StepFactory(
                client=path.client, doer=MemberFactory(client=path.client, organisation=home)
            )

    add(1)
    one = desk.cost(turned(path))
    add(9)

    assert desk.cost(turned(path)) == one <= 10
