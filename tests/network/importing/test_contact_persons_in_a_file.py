"""A file names contact persons: three columns beside the organisation, and nobody is taken away."""

import pytest

from network.models import ContactPerson, Organisation
from tests.factories import ContactPersonFactory, OrganisationFactory
from tests.network.importing.files import bring_in, changes, looked_at, row, table

pytestmark = pytest.mark.django_db


def person(name="Maija Meikäläinen", title="diakonissa", phone="040 000 0602"):
    return {"contact_person": name, "contact_title": title, "contact_phone": phone}


def contact(**columns):
    return {f"organisation_{name}": value for name, value in person(**columns).items()}


def persons():
    return [(one.name, one.title, one.phone) for one in ContactPerson.objects.order_by("name")]


def test_a_row_names_one_and_other_rows_others(bringer, second):
    rows = [row(**contact()), row("Diakonia", **contact(name="Olli Oja", title="", phone=""))]

    bring_in(bringer, second, table(*rows))

    assert persons() == [("Maija Meikäläinen", "diakonissa", "+358400000602"), ("Olli Oja", "", "")]
    assert Organisation.objects.count() == 1


def test_a_known_person_gets_a_new_number_and_the_others_stay(bringer, second):
    home = OrganisationFactory(name="Seurakunta", kind="parish")
    ContactPersonFactory(organisation=home, name="Maija Meikäläinen", title="diakonissa", phone="")
    ContactPersonFactory(organisation=home, name="Olli Oja", title="", phone="+358400000603")

    bring_in(bringer, second, table(row(**contact(title=""))))

    assert persons() == [
        ("Maija Meikäläinen", "diakonissa", "+358400000602"),
        ("Olli Oja", "", "+358400000603"),
    ]


def test_the_dry_run_shows_who_there_would_be(bringer):
    _url, page = looked_at(bringer, table(row(**contact())))

    told = changes(page.new[0])["Contact persons"]
    assert told == ("", "Maija Meikäläinen, diakonissa, 040 000 0602")


def test_the_same_file_again_changes_nothing(bringer, second):
    bring_in(bringer, second, table(row(**contact())))

    _url, page = looked_at(bringer, table(row(**contact())))

    assert not page.plan.does_something


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"name": ""}, "The name of the contact person is missing."),
        ({"phone": "12x"}, "Phone of the contact person: "),
        ({"name": "=A1"}, "Contact person: "),
        ({"title": "x" * 81}, "Title of the contact person: "),
    ],
)
def test_what_cannot_be_is_left_out_by_its_line(bringer, columns, sentence):
    _url, page = looked_at(bringer, table(row(), row("Diakonia", **contact(**columns))))

    ((where, title, said),) = page.bad
    assert (where, title) == ("Row 3", "Diakonia, Seurakunta")
    assert said.startswith(sentence)


def test_two_rows_do_not_say_two_things_of_one_person(bringer):
    rows = [row(**contact()), row("Diakonia", **contact(phone="040 000 0699"))]

    _url, page = looked_at(bringer, table(*rows))

    assert [where for where, _title, _said in page.bad] == ["Row 3"]
