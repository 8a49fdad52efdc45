"""What of this room's rows needs thought when two files become one."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from clients.merges import Merging, clears_the_way, in_words
from clients.models import Admission, Assignment, Exclusion, IdentityCode, OwnWorkerPeriod
from clients.models.assignment import Part
from paku.kit.refusals import Refused
from paku.kit.today import Today

in_words("clients_contactpoint", _("Ways to reach the person"))
in_words("clients_ownwords", _("Own words"))
in_words("clients_clientname", _("Other names"))
in_words("clients_representative", _("Representatives"))


@clears_the_way
def the_own_worker_gets_in(merging: Merging) -> None:
    """Who goes on as own worker is shut out of neither file, and named for each that is restricted."""
    worker = merging.goes_on.own_worker if merging.goes_on else None
    if worker is None:
        return
    if any(worker.pk not in _named(client) for client in _restricted(merging)):
        raise Refused(
            _(
                "The file is open to named workers only. Let the own worker who goes on into it first."
            ),
            code="not_named",
        )
    if Exclusion.objects.in_force().filter(client__in=merging.both, user=worker).exists():
        raise Refused(
            _("The own worker who would go on is shut out of one of the files. Choose the other."),
            code="shut_out",
        )


def let_in_no_more(merging: Merging) -> list[Admission]:
    """Of restricted files only those stay named who are named for each of them: a merge opens no file to anybody."""
    restricted = _restricted(merging)
    if len(restricted) < 2:
        return []
    both = set.intersection(*map(_named, restricted))
    return list(Admission.objects.filter(client__in=restricted).exclude(user__in=both))


def restriction_stays(merging: Merging, left_out: list[Admission]) -> None:
    """Last of all, for the file may close with it to whoever merges."""
    for row in left_out:
        merging.change(row, client_id=merging.absorbed.pk)
    if merging.absorbed.is_restricted and not merging.survivor.is_restricted:
        merging.change(merging.survivor, is_restricted=True)


@clears_the_way
def turvakielto_stays(merging: Merging) -> None:
    """If either has it, both have it: the surviving file, and the row of the absorbed with its place taken away."""
    people = (merging.survivor, merging.absorbed)
    if not any(client.is_protected for client in people):
        return
    for client in people:
        if not client.is_protected:
            merging.change(client, is_protected=True, municipality_id=None, village_id=None)


@clears_the_way
def one_identity_code(merging: Merging) -> None:
    """Of two the permanent one stays in force, of two temporary ones the survivor's; two permanent ones are not of the
    same person, unless one of them was written down wrong, and that is put right first."""
    rows = list(IdentityCode.objects.in_force().filter(client__in=merging.both))
    if len(rows) < 2:
        return
    if not any(row.is_temporary for row in rows):
        raise Refused(
            _("The files have different identity codes. Correct the wrong one first."),
            code="two_identity_codes",
        )
    rows.sort(key=lambda row: (row.is_temporary, row.client_id != merging.survivor.pk))
    for row in rows[1:]:
        merging.change(row, ended_at=now(), ended_by_id=merging.by.pk)


def one_open_care(merging: Merging) -> None:
    """Of two open care relationships one ends today, last of all: with it the file may close to whoever merges. Those
    who walk beside the person in it walk on in the other."""
    going, ending = merging.goes_on, merging.ends
    if going is None or ending is None:
        return
    there = {going.own_worker_id, *_beside(going).values_list("worker", flat=True)}
    for row in _beside(ending):
        if row.worker_id not in there:
            merging.change(row, care_id=going.pk)
            there.add(row.worker_id)
    if merging.stays and ending.own_worker and ending.own_worker_id not in there:
        pair = Assignment.objects.create(
            care=going, worker=ending.own_worker, part=Part.PAIR, since=merging.on
        )
        merging.made(pair)
    for period in OwnWorkerPeriod.objects.filter(care=ending, until=None):
        merging.change(period, until=max(merging.on, period.since))
    merging.change(ending, ended_on=max(merging.on, ending.started_on), ending="merged")


def _beside(care: Any) -> Any:
    return Assignment.objects.not_over(Today()).filter(care=care)


def _restricted(merging: Merging) -> list[Any]:
    return [client for client in (merging.survivor, merging.absorbed) if client.is_restricted]


def _named(client: Any) -> set[int]:
    return set(Admission.objects.filter(client=client).values_list("user", flat=True))
