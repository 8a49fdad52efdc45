"""Making two files of one person one, and dividing them again: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.merges import Merging, clear_the_way
from clients.merging import let_in_no_more, one_open_care, restriction_stays
from clients.models import Client, ClientName, Merge, NotSame
from clients.models.merge import UNDO_LASTS
from clients.models.name import NameKind
from clients.notices import MERGED, UNMERGED
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.reminders.actions.notices import tell

NO_WAY_BACK = {
    "undone": _("This merge has been undone already."),
    "late": _("A merge can be undone for 30 days, and they are over."),
    "later": _("One of the files has been merged again since. Undo the later merge first."),
}


@transaction.atomic(savepoint=False)
def merge(
    *,
    survivor: Client,
    absorbed: Client,
    fields: Mapping[str, Any],
    goes_on: int | None,
    stays: bool,
    why: str,
    on: date,
    by: User,
) -> Merge:
    """Two clients fetched `with_care`. `fields`: columns of the surviving client that take another value;
    `goes_on`: the key of the open care relationship that stays open, when both have one. Refused when one of them was
    merged in the meantime, or when the merge would shut the own worker out of the file."""
    cares = [client.care for client in (survivor, absorbed) if client.care]
    going = next((care for care in cares if care.pk == goes_on), cares[0] if cares else None)
    ends = next((care for care in cares if going and care.pk != going.pk), None)
    told = {care.own_worker_id for care in cares if care.own_worker_id} - {by.pk}
    key = _begin(survivor, absorbed, by, why, ends.own_worker_id if ends else None)
    made = Merge(pk=key, ref=_ref(key), survivor=survivor, absorbed=absorbed)
    merging = Merging(key, survivor, absorbed, going, ends, stays, on, by)
    clear_the_way(merging)
    if fields:
        merging.change(survivor, **fields)
    _keep_names(merging, fields)
    left_out = let_in_no_more(merging)
    one_open_care(merging)
    merging.move_rows()
    restriction_stays(merging, left_out)
    record(Deed.MERGED, made, by=by, clients=[survivor.ref, absorbed.ref], reason=why)
    tell(MERGED, made.ref, to=told, today=on)
    return made


@transaction.atomic(savepoint=False)
def undo(*, merge: Merge, on: date, by: User) -> None:
    """Within thirty days. What was written after the merge stays with the surviving file."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT paku_undo_merge(%s, %s, %s)", [merge.pk, by.pk, UNDO_LASTS.days])
            (answer,) = cursor.fetchone()
    except IntegrityError:
        raise Refused(
            _(
                "The merge cannot be undone any more: what has been written since hangs on both files."
                " Start a file of its own for the other person."
            ),
            code="no_way_back",
        ) from None
    if answer:
        raise Refused(NO_WAY_BACK[answer], code=f"merge_{answer}")
    refs = [merge.survivor.ref, merge.absorbed_ref]
    record(Deed.UNMERGED, merge, by=by, clients=refs)
    told = {key for key in (merge.by_id, merge.ended_worker_id) if key and key != by.pk}
    tell(UNMERGED, merge.ref, to=told, today=on)


@transaction.atomic(savepoint=False)
def tell_apart(*, client: Client, other: Client, by: User) -> None:
    """They are two people: nobody is asked about them again. Twice is the same as once."""
    one, two = sorted((client.pk, other.pk))
    NotSame.objects.bulk_create([NotSame(one_id=one, other_id=two, by=by)], ignore_conflicts=True)
    record(Deed.TOLD_APART, client, by=by, clients=[client.ref, other.ref])


@transaction.atomic(savepoint=False)
def tell_apart_no_more(*, client: Client, other: Client, by: User) -> None:
    """The mark was a mistake."""
    one, two = sorted((client.pk, other.pk))
    if NotSame.objects.filter(one=one, other=two).delete()[0]:
        record(Deed.TOLD_APART_NO_MORE, client, by=by, clients=[client.ref, other.ref])


def _begin(survivor: Client, absorbed: Client, by: User, why: str, told: int | None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT paku_begin_merge(%s, %s, %s, %s, %s, %s)",
            [survivor.pk, absorbed.pk, by.pk, absorbed.name, why, told],
        )
        (key,) = cursor.fetchone()
    if key is None:
        raise Refused(
            _("Somebody has merged one of these files meanwhile. Look at them again."),
            code="merged_meanwhile",
            status=409,
        )
    return int(key)


def _ref(key: int) -> Any:
    return Merge.objects.values_list("ref", flat=True).get(pk=key)


def _keep_names(merging: Merging, fields: Mapping[str, Any]) -> None:
    """A name that was not chosen is still found by search."""
    survivor, absorbed = merging.survivor, merging.absorbed
    now = {
        name: fields.get(name, getattr(survivor, name))
        for name in ("last_name", "first_names", "nickname")
    }
    in_use = {f"{now['last_name']} {now['first_names']}".strip(), now["nickname"]}
    for client in (survivor, absorbed):
        whole = f"{client.last_name} {client.first_names}".strip()
        for text in {whole[:100], client.nickname} - in_use - {""}:
            row = ClientName(
                client=survivor, text=text, kind=NameKind.MERGED, written_by=merging.by
            )
            row.save(force_insert=True)
            merging.made(row)
            in_use.add(text)
