"""A text that only the application can read, shown by what autosave keeps."""

import pytest
from django.db import connection

from paku.kit.encrypted import EncryptedText


def stored(text):
    return bytes(EncryptedText().get_db_prep_value(text, connection).obj)


def test_what_is_stored_does_not_show_the_text_and_reads_back():
    kept = stored("Äiti soitti 😀")

    assert "Äiti".encode() not in kept
    assert kept != stored("Äiti soitti 😀"), "the same text twice must not look the same"
    assert EncryptedText().from_db_value(kept, None, connection) == "Äiti soitti 😀"


@pytest.mark.parametrize("raw", [b"salaisuus", memoryview(b"salaisuus")])
def test_bytes_are_refused_for_they_would_lie_there_in_clear(raw):
    with pytest.raises(TypeError):
        stored(raw)


def test_nothing_stays_nothing():
    assert EncryptedText().get_db_prep_value(None, connection) is None
    assert EncryptedText().from_db_value(None, None, connection) is None
