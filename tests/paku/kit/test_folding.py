"""Names that a searcher takes for the same have one key, in Python and in the database."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paku.kit.finnish import FinnishSort, finnish_key
from paku.kit.folding import PAKU_FOLD_SQL, folded, mixed_script

SAMPLES = [
    "Åsa-Märtha Ångström-Öhman", "O'Brien-D’Arcy", "Ǩeâlla Šaâʹld Ǥáŋgaviidna", "Мatti Virtanеn",
    "İstanbul ıIiİ ß ẞ", "ŧđʒǯø æ œ þ", "ΑΣ Σίσυφος", "ﬁ Ⅳ ㎏ １２", "%_\\(a+)+$", "", "Ž\u0323\u030c",
]  # fmt: skip
IN_ORDER = ["Aho", "aho", "Čoahkki", "Šaddi", "Virta", "Väinö", "Wirtanen", "Yli", "Ülo", "Zeta", "Žukov",
    "Åke", "Äijälä", "Ääri", "Öhman", "Öljy", "Østby",
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ångström", "ANGSTROM"),
        ("O'Brien", "O’Brien"),
        ("Liisa-Maria", "liisa maria"),
        ("Мatti Virtanеn", "Matti Virtanen"),
        ("Ǥáŋgaviidna", "Gangaviidna"),
    ],
)
def test_what_a_searcher_takes_for_the_same_is_the_same(one: str, other: str):
    assert folded(one) == folded(other)


def test_different_names_stay_different():
    assert len({folded(name) for name in ("Matti", "Maija", "Mati", "Анна", "Aino")}) == 5


@pytest.mark.parametrize(
    ("text", "is_mixed"),
    [("Мatti Virtanеn", True), ("Анна Matti", False), ("Ǩeâlla", False), ("123 !", False)],
)
def test_a_word_of_two_alphabets_is_noticed(text: str, is_mixed: bool):
    assert mixed_script(text) is is_mixed


@pytest.fixture
def fold_in_database(db):
    with connection.cursor() as cursor:
        # the owner makes it in a migration; here it lives in the session only
        cursor.execute(PAKU_FOLD_SQL.replace("FUNCTION paku_fold", "FUNCTION pg_temp.paku_fold"))

        def fold(text: str) -> str:
            cursor.execute("SELECT pg_temp.paku_fold(%s)", [text])
            return cursor.fetchone()[0]

        yield fold


@pytest.mark.parametrize("text", SAMPLES)
def test_the_database_folds_as_python_does(fold_in_database, text: str):
    assert fold_in_database(text) == folded(text)


def test_the_database_folds_every_letter_of_europe_and_its_neighbours_as_python_does(
    fold_in_database,
):
    signs = [
        chr(point)
        for point in [*range(1, 0x700), *range(0x1E00, 0x2200), *range(0xFF00, 0xFFEF)]
        if unicodedata.category(chr(point)) != "Cn"
    ]

    different = [sign for sign in signs if fold_in_database(sign) != folded(sign)]

    assert different == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.text(
        alphabet=st.characters(
            exclude_categories=["Cs", "Cn"], exclude_characters="\x00", max_codepoint=0x2FFF
        )
    )
)
def test_the_database_folds_any_text_as_python_does(fold_in_database, text: str):
    assert fold_in_database(text) == folded(text)


def test_names_stand_in_finnish_order_in_memory():
    assert sorted(set(IN_ORDER), key=finnish_key)[2:] == IN_ORDER[2:]


@pytest.mark.django_db
def test_names_stand_in_finnish_order_in_the_database():
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.all().delete()
    ContentType.objects.bulk_create(
        ContentType(app_label=name, model="x") for name in reversed(IN_ORDER)
    )

    found = ContentType.objects.order_by(FinnishSort("app_label"), "-app_label")

    assert [row.app_label for row in found][2:] == IN_ORDER[2:]
