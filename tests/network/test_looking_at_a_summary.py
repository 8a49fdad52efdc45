"""Choosing what a paper tells, and looking at exactly what goes before anything is given."""

import re
from html import unescape

import pytest

from network.models import Disclosure, Member
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.factories import (
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    StepFactory,
    VisitFactory,
    today,
)
from tests.network.summaries import SAYS, bare, page_of, text_of, wishes

pytestmark = pytest.mark.django_db


def fill(path, partner, times):
    for _ in range(times):
        member = MemberFactory(client=path.client, organisation=OrganisationFactory())
        StepFactory(client=path.client, doer=member)
        VisitFactory(path=path)


def test_the_page_offers_the_clients_own_network_and_suggests_what_is_not_sensitive(
    desk, path, partner
):
    page = desk.get(page_of(path))

    form = page.context["form"]
    offered = [
        ref for _group, members in form.fields["recipient"].choices[1:] for ref, _name in members
    ]
    assert set(offered) == {str(member.ref) for member in Member.objects.of(path.client)}
    assert {part.name for part, ticked in form.rows if ticked} == {*SAYS, "goals"} - {
        "advice",
        "close",
        "notes",
    }
    assert all(str(part.shows) for part, _ticked in form.rows)
    assert not Paper.objects.exists()


def test_the_preview_says_word_for_word_what_the_paper_says_and_freezes_nothing(
    desk, path, partner
):
    ordinary = [name for name in SAYS if name not in ("close", "notes")]
    shown = desk.send(page_of(path), wishes(partner, *ordinary, preview="1"))

    assert not Paper.objects.exists()
    assert not Disclosure.objects.exists()
    sheet = shown.content.decode().split("shadowrootmode")[1].split("</template>")[0]
    desk.send(page_of(path), wishes(partner, *ordinary, seen=shown.context["form"]["seen"].value()))
    told = bare(text_of(Paper.objects.get().pdf))
    said = [SAYS[name] for name in ordinary]
    assert [words for words in said if bare(words) not in bare(unescape(sheet))] == []
    for words in re.findall(r">([^<>]+)<", sheet):
        if "This copy" not in words:  # it tells the serial
            assert bare(unescape(words)) in told, words


def test_the_preview_is_on_the_trail_with_its_sections(desk, path, partner):
    desk.send(page_of(path), wishes(partner, "steps", "who", preview="1"))

    entry = Entry.objects.get(deed="network.paper_previewed")
    assert (entry.client_refs, entry.sections, entry.ground) == (
        [path.client.ref],
        ["who", "steps"],
        "",
    )


def test_what_changed_after_the_look_is_shown_again_before_anything_is_given(desk, path, partner):
    shown = desk.send(page_of(path), wishes(partner, "own_words", preview="1"))
    OwnWordsFactory(client=path.client, text="Nyt haluan muuta.", said_on=today())

    again = desk.send(
        page_of(path), wishes(partner, "own_words", seen=shown.context["form"]["seen"].value())
    )

    assert (again.status_code, again.context["has_changed"]) == (409, True)
    assert "Nyt haluan muuta." in again.content.decode()
    assert not Paper.objects.exists()
    given = desk.send(
        page_of(path), wishes(partner, "own_words", seen=again.context["form"]["seen"].value())
    )
    assert given.status_code == 303


def test_without_a_consent_written_down_it_is_no_ground_and_everything_typed_stays(
    desk, path, partner
):
    asked = desk.send(page_of(path), wishes(partner, "steps", ground="consent"))

    page = asked.content.decode()
    assert (asked.status_code, list(asked.context["form"].errors)) == (422, ["ground"])
    assert f"/clients/{path.client.ref}/consents/give/?to={partner.ref}" in page
    assert "Verkostotapaaminen" in page
    assert [part.name for part, ticked in asked.context["form"].rows if ticked] == ["steps"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("ground", ""), ("ground", "luulen niin"), ("sections", []), ("sections", ["hetu"]), ("purpose", " "),
     ("recipient", ""), ("recipient", "0"), ("language", "xx"), ("purpose", "a" * 201)],
)  # fmt: skip
def test_nothing_is_given_without_ground_section_purpose_and_recipient(
    desk, path, partner, field, value
):
    asked = desk.send(page_of(path), wishes(partner, **{field: value}))

    assert (asked.status_code, list(asked.context["form"].errors)) == (422, [field])
    assert not Paper.objects.exists()


def test_sections_with_nothing_to_tell_are_named_and_a_paper_of_nothing_is_not_made(desk, path):
    member = MemberFactory(client=path.client)

    shown = desk.send(page_of(path), wishes(member, "steps", "who", preview="1"))
    asked = desk.send(page_of(path), wishes(member, "steps", "notes"))

    titles = {part.name: part.title for part, _ticked in shown.context["form"].rows}
    assert shown.context["silent"] == [titles["steps"]]
    assert (asked.status_code, list(asked.context["form"].errors)) == (422, ["sections"])


def test_without_a_network_there_is_nobody_to_give_a_paper_to(desk, path):
    page = desk.get(page_of(path))

    assert (page.status_code, 'name="recipient"' in page.content.decode()) == (200, False)


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path, partner):
    desk.send(page_of(path), wishes(partner))
    fill(path, partner, 1)
    one = desk.cost(page_of(path))
    fill(path, partner, 9)
    for _ in range(3):
        desk.send(page_of(path), wishes(partner))

    assert desk.cost(page_of(path)) == one <= 12


def test_a_preview_of_everything_costs_the_same_for_one_and_for_ten(desk, path, partner):
    def cost():
        with desk.counted() as queries:
            assert desk.send(page_of(path), wishes(partner, *SAYS, preview="1")).status_code == 200
        return len(queries)

    cost()  # the first page of a session also saves the session
    fill(path, partner, 1)
    one = cost()
    fill(path, partner, 9)

    assert cost() == one
