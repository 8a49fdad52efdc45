"""A file tells pop-up days, dated or by a rule; days that stand there stay, and no day comes twice."""

from datetime import date, time

import pytest

from network.models import PopUpDay, PopUpSeries, Service
from tests.factories import OrganisationFactory, ServiceFactory
from tests.network.importing.files import bring_in, changes, looked_at, row, table

pytestmark = pytest.mark.django_db

HALL = "Pihtipudas: kunnantalo, 10–14"


def days(cell):
    return row(pop_up_days=cell)


def dates():
    return [one.on for one in PopUpDay.objects.order_by("on")]


def test_dated_days_come_in(bringer, second):
    bring_in(bringer, second, table(days(f"{HALL}, 1.12.2026 15.12.2026")))

    first = PopUpDay.objects.order_by("on").first()
    assert dates() == [date(2026, 12, 1), date(2026, 12, 15)]
    assert (first.place, first.municipality.code) == ("kunnantalo", "601")
    assert (first.opens_at, first.closes_at) == (time(10), time(14))


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("joka ti 1.12.2026–15.12.2026", [(12, 1), (12, 8), (12, 15)]),
        ("joka 2. ti 1.12.2026–31.12.2026", [(12, 1), (12, 15), (12, 29)]),
        ("ti 1.12.2026-8.12.2026", [(12, 1), (12, 8)]),
        ("kuukauden 1. ja viimeinen ke 1.12.2026–31.12.2026", [(12, 2), (12, 30)]),
        ("varje tis 1.12.2026–8.12.2026", None),
        ("varje ti 1.12.2026–8.12.2026", [(12, 1), (12, 8)]),
        ("every 2. tue 1.12.2026–15.12.2026", [(12, 1), (12, 15)]),
    ],
)
def test_days_come_by_a_rule(bringer, rule, found):
    _url, page = looked_at(bringer, table(days(f"{HALL}, {rule}")))

    if found is None:
        assert page.bad[0][2].endswith("The rule names one weekday, as in the template.")
    else:
        (told,) = page.plan.new[1].record.values["pop_up_days"]
        series = PopUpSeries(
            rhythm=told[4], every=told[5], weekday=told[6], nths=told[7],
            since=date.fromisoformat(told[8]), until=date.fromisoformat(told[9]),
        )  # fmt: skip
        assert [(day.month, day.day) for day in series.dates()] == found


@pytest.mark.parametrize(
    "cell",
    [
        "Pihtipudas kunnantalo",
        "Atlantis: satama, 10–14, 1.12.2026",
        f"{HALL}, 31.2.2026",
        f"{HALL}, joskus",
        "Pihtipudas: kunnantalo, 14–10, 1.12.2026",
        "Pihtipudas: kunnantalo, 25–26, 1.12.2026",
        f"{HALL}, ti 31.12.2026–1.12.2026",
        f"{HALL}, ti 1.12.2026–1.12.2030",
        f"{HALL}, ti ke 1.12.2026–31.12.2026",
        f"{HALL}, joka 0. ti 1.12.2026–31.12.2026",
        f"{HALL}, kuukauden ti 1.12.2026–31.12.2026",
        f"{HALL}, kuukauden 7. ti 1.12.2026–31.12.2026",
        f"{HALL}, joka ٢ ti 1.12.2026–31.12.2026",
        f"{HALL}, joka {'9' * 5000} ti 1.12.2026–31.12.2026",
        f"{HALL}, su 1.12.2026–2.12.2026",
        f"Pihtipudas: {'x' * 121}, 10–14, 1.12.2026",
    ],
)
def test_what_is_no_day_is_left_out_by_its_line(bringer, cell):
    _url, page = looked_at(bringer, table(row("Diakonia"), days(cell)))

    assert [(where, title) for where, title, _said in page.bad] == [
        ("Row 3", "Ruoka-apu, Seurakunta")
    ]
    assert page.bad[0][2].startswith("Pop-up days: ")


def test_the_same_file_again_tells_no_day_twice(bringer, second):
    told = table(days(f"{HALL}, joka ti 1.12.2026–15.12.2026 | {HALL}, 24.11.2026"))
    bring_in(bringer, second, told)

    _url, page = looked_at(bringer, told)

    assert not page.plan.does_something
    assert PopUpDay.objects.count() == 4


def test_a_dated_day_that_a_rule_has_told_is_there_already(bringer, second):
    bring_in(bringer, second, table(days(f"{HALL}, joka ti 1.12.2026–15.12.2026")))

    _url, page = looked_at(bringer, table(days(f"{HALL}, 8.12.2026")))

    assert not page.plan.does_something


def test_days_that_the_file_does_not_name_stay(bringer, second):
    home = OrganisationFactory(name="Seurakunta", kind="parish")
    service = ServiceFactory(organisation=home, name="Ruoka-apu")
    bring_in(bringer, second, table(days(f"{HALL}, 1.12.2026")))

    _url, page = looked_at(bringer, table(days(f"{HALL}, 8.12.2026")))
    before, after = changes(page.changed[0])["Pop-up days"]
    bring_in(bringer, second, table(days(f"{HALL}, 8.12.2026")))

    assert (before, after) == (f"{HALL}, 1.12.2026", f"{HALL}, 1.12.2026 | {HALL}, 8.12.2026")
    assert dates() == [date(2026, 12, 1), date(2026, 12, 8)]
    assert Service.objects.get().pk == service.pk
