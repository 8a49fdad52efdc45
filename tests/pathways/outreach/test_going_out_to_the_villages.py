"""S16: outreach, local permanence and mobile work are written down where they happen, without any person."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from clients.models import Municipality
from paku.audit.models import Entry
from pathways.models import OutreachEntry, OutreachTheme
from tests.desk import Desk
from tests.factories import EntryFactory, MembershipFactory, TeamFactory, today, worker
from tests.pathways.outreach.meeting import DIARY, NEW, OUTREACH, errors, round_of

pytestmark = pytest.mark.django_db


def test_a_place_and_a_day_are_enough(desk, ohjaaja, team):
    assert desk.send(NEW, round_of()).url == DIARY

    entry = OutreachEntry.objects.get()
    assert (entry.author, entry.team, entry.on) == (ohjaaja, team, today())
    assert "Muurasjärven kyläkauppa" in desk.get(DIARY).content.decode()


def test_a_round_is_told_with_hours_people_themes_and_where_help_did_not_reach(desk):
    told = {"hours": "3,5", "people_met": "6", "travel_km": "84", "themes": ["money", "loneliness"]}
    desk.send(
        NEW, round_of(**told, breaks_seen="Kela on auki kerran kuussa.", note="Sateinen päivä.")
    )

    entry = OutreachEntry.objects.get()
    assert (entry.hours, entry.people_met, entry.travel_km) == (Decimal("3.5"), 6, 84)
    page = desk.get(DIARY).content.decode()
    for said in ("raha ja toimeentulo", "yksinäisyys", "Kela on auki", "Sateinen", "3,5", "84"):
        assert said.lower() in page.lower()


def test_three_taps_from_any_page(desk):
    assert f'href="{OUTREACH}"' in desk.get("/").content.decode()
    assert f'href="{NEW}"' in desk.get(OUTREACH).content.decode()
    form = desk.get(NEW).context["form"]

    assert [name for name, field in form.fields.items() if field.required] == ["place", "on"]
    assert form["on"].value() == f"{today().day}.{today().month}.{today().year}"


def test_the_municipality_of_the_last_round_is_filled_in(desk, ohjaaja):
    pihtipudas = Municipality.objects.get(code="601")
    EntryFactory(author=ohjaaja, municipality=pihtipudas)
    EntryFactory(author=worker(team=ohjaaja.rights[0].team), on=today())

    assert desk.get(NEW).context["form"]["municipality"].value() == pihtipudas.pk


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"place": "  "}, "place"),
        ({"on": (today() + timedelta(days=1)).isoformat()}, "on"),
        ({"on": "huomenna"}, "on"),
        ({"hours": "25"}, "hours"),
        ({"people_met": "-1"}, "people_met"),
        ({"themes": ["diagnosis"]}, "themes"),
        ({"note": "Tavattiin 131052-308T"}, "note"),
        ({"place": "131052-308T"}, "place"),
        ({"municipality": "99999"}, "municipality"),
    ],
)
def test_a_slip_is_told_beside_the_field_and_nothing_typed_is_lost(desk, wrong, field):
    answer = desk.send(NEW, round_of(breaks_seen="Bussi ei kulje.") | wrong)

    assert errors(answer) == (422, [field])
    assert "Bussi ei kulje." in answer.content.decode()
    assert not OutreachEntry.objects.exists()


def test_two_presses_write_one_round(desk):
    sheet = uuid.uuid4()

    first, second = (desk.send(NEW, round_of(), sheet=sheet) for _ in range(2))

    assert first.url == second.url
    assert OutreachEntry.objects.count() == 1


def test_what_was_left_unfinished_comes_back(desk, ohjaaja):
    desk.leave(f"outreach-entry/{ohjaaja.ref}", {"place": "Kinnulan tori", "themes": ["food"]})

    form = desk.get(NEW).context["form"]
    assert (form["place"].value(), form["themes"].value()) == ("Kinnulan tori", ["food"])
    assert desk.get(f"{NEW}?empty=1").context["form"]["place"].value() is None


def test_only_the_author_corrects(desk, ohjaaja, team):
    mine, anothers = EntryFactory(author=ohjaaja), EntryFactory(author=worker(team=team))
    address = reverse("pathways:outreach-entry", args=[mine.ref])

    assert desk.send(address, round_of(place="Tori", version="1")).status_code == 303
    mine.refresh_from_db()
    assert (mine.place, mine.version) == ("Tori", 2)
    refused = desk.get(reverse("pathways:outreach-entry", args=[anothers.ref]))
    assert refused.status_code == 403


def test_a_correction_does_not_run_over_another(desk, ohjaaja):
    entry = EntryFactory(author=ohjaaja, note="Vanha")
    address = reverse("pathways:outreach-entry", args=[entry.ref])
    desk.send(address, round_of(note="Ensimmäinen", version="1"))

    late = desk.send(address, round_of(note="Toinen", version="1"))

    assert late.status_code == 409
    page = late.content.decode()
    assert "Ensimmäinen" in page
    assert "Toinen" in page


def test_an_ended_theme_is_no_longer_offered_but_stays_readable(desk, ohjaaja):
    EntryFactory(author=ohjaaja, themes=["food"])
    OutreachTheme.objects.filter(code="food").update(until=today() - timedelta(days=1))

    assert "food" not in dict(desk.get(NEW).context["form"].fields["themes"].choices)
    assert "uoka-apu" in desk.get(DIARY).content.decode()


def test_who_works_in_two_teams_says_whose_round_it_was(ohjaaja):
    other = TeamFactory()
    MembershipFactory(user=ohjaaja, team=other)
    desk = Desk().sit(ohjaaja)

    assert errors(desk.send(NEW, round_of())) == (422, ["team"])
    desk.send(NEW, round_of(team=str(other.ref)))

    assert OutreachEntry.objects.get().team == other


def test_the_diary_costs_the_same_for_one_and_for_ten(desk, ohjaaja):
    EntryFactory(author=ohjaaja, themes=["food"])
    one = desk.cost(DIARY)
    EntryFactory.create_batch(9, author=ohjaaja, themes=["money", "food"])

    assert desk.cost(DIARY) == one <= 9


def test_the_trail_tells_that_it_was_written_and_not_what(desk):
    desk.send(NEW, round_of(note="Salainen"))

    entry = Entry.objects.get(deed="pathways.outreach_logged")
    assert (entry.client_refs, entry.details) == ([], {})
