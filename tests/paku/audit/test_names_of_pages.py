"""A refused page stands on the trail by its address's name, and is read by what people call it."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from paku.access.roles import Role
from paku.audit.record import record
from paku.audit.words import word
from tests.desk import Desk
from tests.every_address import every_address
from tests.factories import PathFactory, worker

# answered before the trail is asked: the load balancer's own; and the sign-in pages under their other names
WITHOUT_REFUSALS = {"health:live", "health:ready", "account_login", "openid_connect_callback"}
NAMES = sorted({address.name for address in every_address()} - WITHOUT_REFUSALS)


def test_every_address_is_called_something():
    said = {name: word("page", name) for name in NAMES}

    assert not {name: words for name, words in said.items() if not words or ":" in words}
    assert not {name for name, words in said.items() if words == name}


@pytest.mark.django_db
def test_the_trail_tells_a_refused_page_in_words():
    path, stranger = PathFactory(), Desk().sit(worker(Role.SOCIAL_WORKER))
    stranger.get(reverse("clients:trail"))
    stranger.get(reverse("pathways:new-visit", args=[path.ref]))
    officer = Desk().sit(worker(Role.PRIVACY_OFFICER))

    page = officer.get(reverse("clients:trail"), {"only": "refusals"}).content.decode()

    assert "clients:trail" not in page
    assert "pathways:new-visit" not in page
    with override("fi"):
        for name in ("clients:trail", "pathways:new-visit"):
            assert f"Sivu: {word('page', name)}<" in page


@pytest.mark.django_db
def test_an_address_that_is_no_more_shows_its_old_name():
    entry = record("audit.refused", by=None, outcome="denied", details={"page": "rooms:gone"})

    assert entry.page == "rooms:gone"
    assert record("audit.refused", by=None, outcome="denied").page == ""
