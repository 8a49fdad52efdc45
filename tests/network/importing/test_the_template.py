"""The template for a table reads back as what it says, and every column has its own name in every language."""

import pytest
from django.conf import settings
from django.utils.translation import override

from network.importing.fields import COLUMNS, heading
from network.models import DirectoryImport
from tests.factories import OrganisationFactory, UserFactory
from tests.network.importing.files import IMPORTS, looked_at, row, table

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_template_can_be_brought_as_it_is(bringer, language):
    bringer.user.language = language
    bringer.user.save()

    answer = bringer.get(f"{IMPORTS}template.csv")
    _url, page = looked_at(bringer, answer.content)

    assert answer["Content-Disposition"] == 'attachment; filename="paku-directory.csv"'
    assert (page.bad, page.plan.unknown) == ([], [])
    assert [told.title for told in page.new] == [
        "Viitasaaren seurakunta",
        "Ruoka-apu, Viitasaaren seurakunta",
    ]
    assert (
        len(page.new[1].changes)
        == len([column for column in COLUMNS if column.of == "service"]) - 1
    )


def test_no_two_columns_share_a_name():
    for language, _name in settings.LANGUAGES:
        with override(language):
            names = {
                heading(name) for column in COLUMNS for name in {column.key, str(column.label)}
            }
            said = [heading(str(column.label)) for column in COLUMNS]
        assert len(set(said)) == len(said)
        assert len(names) >= len(COLUMNS)


def test_ten_files_cost_what_one_costs(bringer):
    def add(count):
        for number in range(count):
            who = UserFactory()
            DirectoryImport.objects.create(
                source="csv", file_name=f"{number}.csv", content=b"x", size=1, brought_by=who,
                sha256=f"{DirectoryImport.objects.count():064x}",
            )  # fmt: skip

    add(1)
    one = bringer.cost(IMPORTS)
    add(9)

    assert bringer.cost(IMPORTS) == one


def test_a_big_directory_costs_what_a_small_one_costs(bringer):
    OrganisationFactory()
    url, _page = looked_at(bringer, table(row()))
    one = bringer.cost(url)
    OrganisationFactory.create_batch(9)

    assert bringer.cost(url) == one
