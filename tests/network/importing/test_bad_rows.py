"""Bad rows are told by their line with a sentence, and left out; all the others come in."""

import pytest

from network.models import Organisation, Service
from tests.factories import OrganisationFactory
from tests.network.importing.files import bring_in, looked_at, row, table

pytestmark = pytest.mark.django_db

BAD = [
    ({"phone": "soita joskus"}, "Phone of the service: A phone number holds digits only"),
    ({"phone": "040 12"}, "Phone of the service: "),
    ({"municipalities": "Viitasaari, Tallinna"}, "“Tallinna” is no municipality of the county."),
    ({"usual_wait_days": "puoli vuotta"}, "A wait is told in days, 0–3650."),
    ({"usual_wait_days": "9" * 400}, "A wait is told in days, 0–3650."),
    ({"usual_wait_days": "٣"}, "A wait is told in days, 0–3650."),
    ({"makes_home_visits": "ehkä"}, "Makes home visits: Write yes or no."),
    ({"kind": "diskoteekki"}, "Kind of the service: Write one of these: service,"),
    ({"opening": "=HYPERLINK(A1)"}, "The text begins with “=”, as a formula does."),
    ({"service": "@SUM(A1:A9)"}, "Service: The text begins with “@”, as a formula does."),
    ({"opening": "ti\x0010"}, "is a null character"),
    ({"opening": "ke\ufffdkiviikko"}, "a letter has been lost there"),
    ({"service": "x" * 151}, "at most 150 fit"),
    ({"organisation_name": ""}, "The organisation is missing."),
    ({"service": "", "phone": "0400000601"}, "The name of the service is missing."),
    ({"organisation_name": "Uusi", "organisation_kind": ""}, "so its kind must be told"),
    ({"organisation_kind": "company"}, "something else of the organisation than row 2: Kind of the organisation."),
    ({"service": "Palvelu 0"}, "The same is already on row 2."),
]  # fmt: skip


def twenty(*bad):
    good = [
        row(f"Palvelu {number}", phone="", opening="", usual_wait_days="") for number in range(20)
    ]
    return [*good, *bad]


@pytest.mark.parametrize(("cells", "sentence"), BAD)
def test_one_bad_row_is_told_and_the_others_stay(bringer, cells, sentence):
    _url, page = looked_at(bringer, table(*twenty(row("Huono") | cells)))

    ((where, _title, said),) = page.bad
    assert where == "Row 22"
    assert sentence in said
    assert page.plan.counts["new"] == 21


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('"Seurakunta;parish;Auki', "A quotation mark is not closed"),
        ('"Seura"kunta;parish;Auki', "A quotation mark is not closed"),
        ("Seurakunta;parish", "Cells: 2, headings: 3."),
        ("Seurakunta;parish;Auki;ti;to", "Cells: 5, headings: 3."),
        ("Seurakunta;parish;" + "x" * 9000, "The row is too long to be one."),
    ],
)
def test_a_broken_line_spoils_no_other(bringer, line, sentence):
    whole = table(row("Ruoka-apu")).decode() + line + "\nSeurakunta;parish;Diakonia\n"

    _url, page = looked_at(bringer, whole.encode())

    ((where, _title, said),) = page.bad
    assert (where, [told.title for told in page.new][-1]) == ("Row 3", "Diakonia, Seurakunta")
    assert sentence in said


def test_a_file_with_a_tenth_of_bad_rows_brings_in_the_rest(bringer, second):
    rows = [
        row(f"Palvelu {number}", f"Yhdistys {number % 30}", "association", phone="0400000601")
        for number in range(400)
    ]
    for number in range(0, 400, 10):
        rows[number]["phone"] = "ei ole"

    counts = bring_in(bringer, second, table(*rows))

    assert (counts["bad"], Service.objects.count()) == (40, 360)
    assert Organisation.objects.count() == len({n % 30 for n in range(400) if n % 10})
    assert not Service.objects.filter(phone="").exists()


def test_an_organisation_of_bad_rows_alone_does_not_come(bringer):
    _url, page = looked_at(bringer, table(row("Auki", "Vain huono", phone="?")))

    assert (page.new, len(page.bad)) == ([], 1)


def test_a_service_that_is_another_organisations_is_not_moved(bringer, second):
    bring_in(bringer, second, table(row("Ruoka-apu", service_number="7")))
    OrganisationFactory(name="Kylätalo")

    _url, page = looked_at(bringer, table(row("Ruoka-apu", "Kylätalo", "", service_number="7")))

    ((_where, _title, said),) = page.bad
    assert said == "In the directory this service is another organisation's: Seurakunta."
