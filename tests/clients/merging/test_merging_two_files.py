"""One person, one number: two files become one, and everything of both is in it."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from clients.models import Assignment, Client, ContactPoint, Exclusion, Merge, OwnWords
from clients.models.search import Wanted, search_clients
from network.models import Step
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from paku.saving.models import Draft
from pathways.models import Pathway, Visit
from pathways.models.stage import Ending
from tests.clients.merging.two_files import anew, merged, page_of, sheet
from tests.desk import Desk
from tests.factories import OwnWordsFactory, StepFactory, VisitFactory, today, worker

pytestmark = pytest.mark.django_db


def test_every_row_of_the_other_file_comes_along(esa, this, other):
    OwnWordsFactory(client=other.client, text="Haaveilen moposta")
    ContactPoint.objects.create(client=other.client, kind="phone", value="+358400000011")
    step = StepFactory(client=other.client)
    visit = VisitFactory(path=other)

    assert merged(esa, this, other).status_code == 303

    assert OwnWords.objects.get().client_id == this.client_id
    assert ContactPoint.objects.get().client_id == this.client_id
    assert Step.objects.get(pk=step.pk).client_id == this.client_id
    assert Visit.objects.get(pk=visit.pk).path.client_id == this.client_id


def test_no_table_is_forgotten(esa, this, other):
    """Whatever room made it: nothing but the file's own row, and what tells of the merge, hangs on it afterwards."""
    merged(esa, this, other)

    with connection.cursor() as cursor:
        cursor.execute("SELECT rel, col FROM paku_hanging()")
        hanging = cursor.fetchall()
        assert len(hanging) > 15
        for table, column in hanging:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [other.client_id])
            assert cursor.fetchone()[0] == 0, table


def test_every_table_of_a_client_leads_new_rows_to_the_survivor(this):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rel FROM paku_hanging() h WHERE col = 'client_id' AND NOT EXISTS ("
            " SELECT 1 FROM pg_trigger t WHERE t.tgrelid = h.rel::regclass AND t.tgname = 'to_the_survivor')"
        )
        assert cursor.fetchall() == []


def test_one_care_relationship_goes_on_and_the_other_ends_on_its_ground(esa, this, other):
    merged(esa, this, other, goes_on=str(other.care.ref))

    care = anew(this).care
    assert care.pk == other.care_id
    this.refresh_from_db()
    other.refresh_from_db()
    assert (this.ended_on, this.ending) == (today(), Ending.MERGED)
    assert (other.ended_on, other.client_id) == (None, this.client_id)
    assert Pathway.objects.open().count() == 1


def test_the_other_own_worker_goes_on_as_the_pair_and_is_told(esa, this, other):
    merged(esa, this, other)

    pair = Assignment.objects.get(care=this.care)
    assert (pair.worker, pair.part) == (other.care.own_worker, "pair")
    told = Delivery.objects.filter(kind="files_merged").values_list("to", flat=True)
    assert set(told) == {this.care.own_worker_id, other.care.own_worker_id}
    assert "Virtanen Marie" in Desk().sit(other.care.own_worker).get("/").content.decode()


def test_who_does_not_stay_leaves_their_promises_to_the_one_who_goes_on(esa, this, other):
    doer = other.client.members.get(user=other.care.own_worker)
    step = StepFactory(client=other.client, doer=doer)

    merged(esa, this, other, stays="")

    step.refresh_from_db()
    assert step.doer.user == this.care.own_worker
    assert not Assignment.objects.exists()
    assert "Virtanen Marie" in Desk().sit(other.care.own_worker).get("/").content.decode()


def test_a_draft_of_a_visit_on_the_ended_path_is_of_the_one_that_goes_on(esa, this, other):
    Desk().sit(other.care.own_worker).leave(f"visit/{other.ref}", {"note": "Kesken"})

    merged(esa, this, other)

    assert Draft.objects.get().key == f"visit/{this.ref}"


def test_a_name_that_is_not_chosen_still_finds_the_person(esa, this, other):
    merged(esa, this, other, keep_first_names="this")

    hits = search_clients(esa.user, Wanted.from_text("Marie Virtanen"))
    assert [hit.client_id for hit in hits] == [this.client_id]


def test_what_only_the_other_file_knows_is_kept_unasked(esa, this, other):
    Client.objects.filter(pk=other.client_id).update(born_on=date(1980, 3, 5))

    merged(esa, this, other)

    assert anew(this).born_on == date(1980, 3, 5)


def test_long_texts_are_kept_both(esa, this, other):
    Client.objects.filter(pk=this.client_id).update(advice="Soita aamulla")
    Client.objects.filter(pk=other.client_id).update(advice="Älä soita illalla")

    merged(esa, this, other, keep_advice="both")

    assert anew(this).advice == "Soita aamulla\n\nÄlä soita illalla"


def test_the_log_of_both_is_found_under_either_name(esa, this, other):
    Desk().sit(other.care.own_worker).get(reverse("pathways:client", args=[other.client.ref]))
    merged(esa, this, other)

    for ref in (this.client.ref, other.client.ref):
        deeds = set(Entry.objects.about(ref).values_list("deed", flat=True))
        assert {"clients.opened", "clients.merged"} <= deeds


def test_only_who_may_merge_both_gets_the_page(team, this, other):
    sheet_of = sheet(this, other)
    for desk, status in (
        (Desk().sit(worker(team=team)), 403),
        (Desk().sit(worker(Role.SOCIAL_WORKER, team=team)), 403),
        (Desk().sit(this.care.own_worker), 403),
        (Desk().sit(worker(Role.SUPERVISOR)), 404),
        (Desk().sit(worker(Role.MAIN_USER)), 404),
        (Desk().sit(worker(Role.PRIVACY_OFFICER)), 404),
    ):
        assert desk.get(page_of(this, other)).status_code == status
        assert desk.send(page_of(this, other), sheet_of).status_code == status
    assert not Merge.objects.exists()


def test_bad_sheets_come_back_with_everything_typed(esa, this, other):
    for wrong in ({"why": ""}, {"sure": ""}, {"goes_on": "nobody"}, {"keep_first_names": "x"}):
        answer = merged(esa, this, other, **({"why": "Kertoi itse"} | wrong))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))
    assert not Merge.objects.exists()


def test_an_excluded_own_worker_cannot_be_the_one_who_goes_on(esa, this, other):
    Exclusion.objects.create(
        client=other.client, user=this.care.own_worker, reason="relative", added_by=esa.user
    )

    assert merged(esa, this, other).status_code == 422

    assert merged(esa, this, other, goes_on=str(other.care.ref)).status_code == 303
    assert Exclusion.objects.get().client_id == this.client_id
