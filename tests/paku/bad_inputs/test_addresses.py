"""Addresses and their parameters are typed: whatever stands in them is a page of ours or a plain 404."""

import re
import uuid
from urllib.parse import quote

import pytest

from network.models import Step
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.every_address import NOBODY, every_address
from tests.factories import PathFactory, worker
from tests.paku.bad_inputs.addresses import addresses
from tests.paku.bad_inputs.in_turn import turns
from tests.paku.bad_inputs.reading import rows
from tests.paku.kit.bad_inputs import of

pytestmark = pytest.mark.django_db

ODD = [
    "?after=%00&who=%00&stage=%00&worker=%00&client=%00&only=%00&sort=%00&paper=%00&municipality=%00&since=%00",
    "?after=%F0%9F%98%80&worker=1&client=1&paper=1&municipality=%D9%A1%D9%A2%D9%A3&since=0001-01-01&sort=-pk",
    f"?worker={NOBODY}&client={NOBODY}&paper={NOBODY}&municipality=931&until=9999-12-31&stage=closed&who[]=team",
    "?after=gAAAAA" + "A" * 100, "?after=" + "A" * 3000, "?who=team&who=mine&saved=visit&saved=x", "?%s%n%d", "?a=%",
    "?stage=' OR 1=1--&since=2026-02-30&empty&next=//evil.example", "?" + "9" * 5000 + "=" + "9" * 5000, "?after=%FF",
]  # fmt: skip

NO_REFS = [
    "0", "-1", "1e3", "9" * 5000, "x" * 36, "5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a1", "%00", "%F0%9F%98%80",
    "5F0C1F52-6A52-4D30-9D5B-0C8F3A8F6A11", "{5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11}", "..%2f..%2fetc",
]  # fmt: skip
OF_THE_AREA = "/area/"  # improvements and good practices: of no client and of no team, read by whoever works here


def desk_of(role, path):
    return Desk().sit(worker(role, team=path.care.team))


def looks_at_parameters(answer):
    """Django reads the parameters of an address when they are first looked at, and keeps them."""
    return "GET" in vars(answer.wsgi_request)


def answers_to(address):
    """A person named in a parameter is read on the trail only after a reason (302 to where it is asked); papers have
    a pace (429).
    """
    return {200, 302, 400} | ({429} if address.endswith(".pdf") else set())


def test_no_parameter_of_an_address_changes_more_than_the_page():
    path = PathFactory()
    desks = [Desk().sit(path.care.own_worker)]
    desks += [
        desk_of(role, path) for role in (Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.MAIN_USER)
    ]
    inside, asked = list(addresses(path)), set()
    before = rows()
    queries = [case.values[0] for case in of("query_param")] + ODD

    for desk in desks:
        pages = {address: desk.get(address) for address in inside if address not in asked}
        opened = [at for at, page in pages.items() if page.status_code == 200]
        looking = [at for at in opened if looks_at_parameters(pages[at])]
        asked |= set(looking)
        for address in looking:
            for query in queries:
                answer = desk.get(address + query)
                assert answer.status_code in answers_to(address), (desk.user, address, query)
    assert len(asked) > 10
    assert rows() == before


@pytest.mark.parametrize(("value", "expected"), of("id_url"))
def test_an_address_of_nothing_is_the_same_404_as_any(value, expected):
    desk, known = Desk().sit(PathFactory().care.own_worker), []
    absent = desk.get(f"/clients/{uuid.uuid4()}/")
    rooms = ("/clients/", "/paths/", "/visits/", "/steps/", "/notices/", "/cases/")
    for room in rooms:
        raw = value.replace("/cases/", room)
        known += [desk.get(address) for address in (raw, quote(raw, safe="/%."))]

    assert {answer.status_code for answer in known} <= set(expected["status"])
    assert {answer.content for answer in known if answer.status_code == 404} == {absent.content}
    assert all("Location" not in answer for answer in known)


def test_only_a_ref_is_a_ref():
    desk = Desk().sit(PathFactory().care.own_worker)
    with_ref = [address.route for address in every_address() if "<uuid:" in address.route]

    taken = []
    for route, odds in turns(with_ref, NO_REFS, each=3):
        for odd in odds:
            status = desk.get("/" + re.sub(r"<uuid:\w+>", odd, route)).status_code
            if status not in {400, 404, 405}:
                taken.append((route, odd, status))
    assert not taken


def test_bi_171_and_172_by_no_address_can_a_stranger_tell_hidden_from_absent():
    path = PathFactory()
    stranger = Desk().sit(worker(Role.SOCIAL_WORKER))
    inside = list(addresses(path))
    with_ref = [
        address
        for address in inside
        if re.search(r"[0-9a-f-]{36}", address) and str(NOBODY) not in address
    ]
    with_ref = [one for one in with_ref if not one.startswith(OF_THE_AREA)]
    before = rows()

    for address in with_ref:
        absent = re.sub(r"[0-9a-f-]{36}", str(uuid.uuid4()), address)
        for ask in (stranger.get, stranger.post):
            entries = Entry.objects.filter(outcome="denied").count()
            hidden, nothing = ask(address), ask(absent)
            assert (hidden.status_code, hidden.content) == (nothing.status_code, nothing.content), (
                address
            )
            assert hidden.status_code in {404, 405}, address
            if hidden.status_code == 404:
                assert Entry.objects.filter(outcome="denied").count() == entries + 2, address
    assert len(with_ref) >= 15
    assert rows() == before
    assert not Step.objects.exclude(done_on=None).exists()


def test_what_is_refused_is_told_on_the_trail_by_its_ref():
    """The middleware that writes the refusal knows the row by the name `ref` alone."""
    first = {address.name: re.search(r"<uuid:(\w+)>", address.route) for address in every_address()}

    assert {name for name, found in first.items() if found and found[1] != "ref"} == set()


def test_a_signed_out_browser_gets_the_sign_in_page_and_nothing_else():
    path = PathFactory(care__client__last_name="Piiloinen")
    for address in addresses(path):
        for answer in (Desk().get(address), Desk().post(address)):
            # 503: a machine under load may honestly not be ready
            asleep = {503} if address == "/health/ready/" else set()
            assert answer.status_code in {200, 302, 401, 404, 405, 415, 422} | asleep, address
            assert "Piiloinen" not in answer.content.decode(), address
