"""Sentences are asserted in the language in which the code has them."""

import pytest


@pytest.fixture(autouse=True)
def _reads_english(ohjaaja):
    ohjaaja.language = "en"
    ohjaaja.save()
