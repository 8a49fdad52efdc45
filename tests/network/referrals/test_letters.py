"""Letters about one matter: what is looked at is what goes, on the letter's own ground, and it is written down."""

import pytest
from django.urls import reverse

from network.actions import letters as deeds
from network.models import Disclosure, PaperRequest
from network.models.organisation import OrganisationKind
from network.papers.letters import ANSWER, KELA_STATEMENT, Letter, manuscript_of
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.factories import (
    ConsentFactory,
    MemberFactory,
    OrganisationFactory,
    ReferralFactory,
    today,
)
from tests.network.referrals.loops import page
from tests.network.summaries import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def silent(path):
    return ReferralFactory(client=path.client, ago=16)


@pytest.fixture
def kela():
    return OrganisationFactory(name="Kela", kind=OrganisationKind.KELA)


def a_letter(organisation, **fields):
    return {"organisation": organisation.ref, "body": "", "language": "fi", **fields}


def looked_at(desk, address, fields):
    answer = desk.send(address, {**fields, "preview": "1"})
    assert answer.status_code == 200, answer.context["form"].errors
    return answer.context["paper"], {**fields, "seen": answer.context["form"]["seen"].value()}


def test_a_ready_letter_asks_for_an_answer_and_stands_on_the_referrals_line(desk, path, silent):
    address = page(silent, "letter-answer")
    paper, fields = looked_at(desk, address, a_letter(silent.organisation))
    assert "1301/2014 40 §" in paper.html()
    assert silent.asked in paper.html()
    assert not Paper.objects.exists()

    given = desk.send(address, fields)

    told = Disclosure.objects.get()
    assert (given.status_code, told.referral, told.ground) == (303, silent, "shl_41")
    assert told.recipient == str(silent.organisation)
    pdf = desk.get(given.url)
    assert b"".join(pdf.streaming_content if pdf.streaming else [pdf.content]).startswith(b"%PDF")
    assert told.paper.serial in desk.get(page(silent)).content.decode()
    assert Entry.objects.get(deed="network.paper_given").ground == "shl_41"


def test_nothing_is_given_that_was_not_looked_at(desk, silent):
    answer = desk.send(page(silent, "letter-answer"), a_letter(silent.organisation))

    assert (answer.status_code, Paper.objects.exists()) == (409, False)


def test_a_statement_to_kela_needs_the_person_heard_first(desk, path, kela):
    address = reverse("network:letter-kela-statement", args=[path.client.ref])
    bare = desk.send(address, a_letter(kela, body="Vuokra on kohtuullinen.", preview="1"))
    assert (bare.status_code, list(bare.context["form"].errors)) == (422, ["heard_on"])

    fields = a_letter(
        kela, body="Vuokra on kohtuullinen.", heard_on=today().isoformat(), heard_words="Totta."
    )
    paper, _fields = looked_at(desk, address, fields)
    assert "Totta." in paper.html()
    assert paper.ground == "tt_15"


@pytest.mark.parametrize(
    ("name", "ground"), [("letter-take-part", "shl_41"), ("letter-kela-meeting", "tt_14d")]
)
def test_each_letter_stands_on_its_own_section_of_law(desk, path, kela, name, ground):
    address = reverse(f"network:{name}", args=[path.client.ref])
    empty = desk.send(address, a_letter(kela, preview="1"))
    assert list(empty.context["form"].errors) == ["body"]

    _paper, fields = looked_at(desk, address, a_letter(kela, body="Tavataan keskiviikkona."))
    desk.send(address, fields)

    assert Disclosure.objects.get().ground == ground


def test_a_prohibition_stops_the_letter(desk, path, silent):
    member = MemberFactory(client=path.client, organisation=silent.organisation)
    ConsentFactory(member=member, prohibition=True)

    answer = desk.send(page(silent, "letter-answer"), a_letter(silent.organisation, preview="1"))

    assert (answer.status_code, Paper.objects.exists()) == (422, False)


def test_the_letter_of_a_person_with_turvakielto_waits_for_a_second_person(desk, pair, path, silent):  # fmt: skip
    path.client.is_protected = True
    path.client.save()
    address = page(silent, "letter-answer")
    _paper, fields = looked_at(desk, address, a_letter(silent.organisation, body="Kiireellinen."))

    waits = desk.send(address, fields)

    asked = PaperRequest.objects.get()
    assert (waits.status_code, asked.kind, Disclosure.objects.exists()) == (303, ANSWER, False)
    assert "Kiireellinen." in pair.get(waits.url).context["paper"].html()
    assert decide(pair, waits.url, "given").status_code == 303
    given = Disclosure.objects.get()
    assert (given.referral, given.agreed_by) == (silent, pair.user)


def test_a_hostile_word_in_a_letter_is_only_a_word(desk, path, kela):
    bad = "<script>alert(1)</script><img src='file:///etc/passwd'>"
    letter = Letter(KELA_STATEMENT, kela, "fi", {"body": bad, "heard_on": today().isoformat()})
    paper = manuscript_of(path.client, letter, today=today())
    given = deeds.give(
        client=path.client, letter=letter, manuscript=paper, by=desk.user, today=today()
    )

    assert "<script>" not in paper.html()
    assert bytes(given.paper.pdf).startswith(b"%PDF")
