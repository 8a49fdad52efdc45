"""Who they are and what they have taken on is put right; two people at once are told of each other."""

import pytest

from paku.audit.models import Entry
from tests.network.membership import page

pytestmark = pytest.mark.django_db


def corrected(desk, path, member, **fields):
    """The edit form as it was opened, with some of its fields typed over."""
    form = desk.get(page(path, "edit-member", member)).context["form"]
    known = {name: form[name].value() or "" for name in form.fields if name != "submission_id"}
    return known | fields


def test_a_member_is_corrected_and_the_trail_names_the_fields_only(desk, path, deacon):
    fields = corrected(desk, path, deacon, tasks="Kahvit torstaisin", phone="040 111 2223")

    assert desk.send(page(path, "edit-member", deacon), fields).status_code == 303

    deacon.refresh_from_db()
    assert (deacon.name, deacon.tasks) == ("Dora Diakoni", "Kahvit torstaisin")
    entry = Entry.objects.get(deed="network.member_changed")
    assert entry.details == {"fields": ["tasks", "phone"]}


def test_nothing_changed_leaves_no_deed(desk, path, deacon):
    answer = desk.send(page(path, "edit-member", deacon), corrected(desk, path, deacon))

    assert answer.status_code == 303
    assert not Entry.objects.filter(deed="network.member_changed").exists()


def test_who_comes_second_sees_both_texts(desk, path, deacon):
    mine = corrected(desk, path, deacon, tasks="Minun teksti")
    desk.send(
        page(path, "edit-member", deacon), corrected(desk, path, deacon, tasks="Toisen teksti")
    )

    answer = desk.send(page(path, "edit-member", deacon), mine)

    html = answer.content.decode()
    assert answer.status_code == 409
    assert all(text in html for text in ("Minun teksti", "Toisen teksti"))
    deacon.refresh_from_db()
    assert deacon.tasks == "Toisen teksti"
