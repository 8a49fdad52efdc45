"""How long rows live is said beside every model."""

import pytest

from paku.kit import retention
from paku.kit.retention import Retention

DECLARED = Retention(owner="clients", ground="703/2023 annex", period="10 y", shred="delete")


def test_a_declaration_says_everything():
    with pytest.raises(ValueError, match="ground"):
        Retention(owner="clients", ground=" ", period="10 y", shred="delete")


def test_a_model_of_others_is_undeclared_until_it_is_declared(monkeypatch):
    monkeypatch.setattr(retention, "_others", {})
    assert "contenttypes.ContentType" in retention.undeclared()

    retention.keep("contenttypes.ContentType", DECLARED)

    assert "contenttypes.ContentType" not in retention.undeclared()
    assert DECLARED in retention.declared_retention().values()
