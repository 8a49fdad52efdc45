"""Making the copy of a whole file, step by step: each step is a transaction of its own, so a worker that is killed
loses one sheet of paper at most, and the next goes on from there. Given and told to the trail with the last step."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone, translation
from django.utils.translation import gettext

from clients.deeds import Deed as ClientDeed
from clients.models import Client, SubjectFile, SubjectRequest
from clients.models.subject_file import FileKind
from clients.models.subject_request import SubjectOutcome
from network.deeds import Deed
from network.models import Disclosure
from network.models.grounds import Ground
from network.papers.whole_file import manuscript, paper, sheets, whole_file
from network.papers.whole_file_letter import letter_section
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.printing.actions.papers import freeze, next_serial
from paku.printing.client import press


def make_whole_files() -> int:
    """All that are being made, the oldest first; how many became whole. What the press refuses is tried at the next
    ring, and the page says why it is late."""
    whole = 0
    for key in (
        SubjectRequest.objects.being_made().order_by("agreed_at").values_list("pk", flat=True)
    ):
        try:
            while step(key):
                pass
        except Refused as refused:
            SubjectRequest.objects.filter(pk=key).update(trouble=refused.code[:40])
            continue
        whole += SubjectRequest.objects.filter(pk=key, outcome=SubjectOutcome.GIVEN).count()
    return whole


@transaction.atomic
def step(key: int) -> bool:
    """The next file of one copy; False when there is nothing more to make, or another worker is at it."""
    held = SubjectRequest.objects.being_made().select_for_update(skip_locked=True, of=["self"])
    request: Any = held.with_people().filter(pk=key).first()
    if request is None:
        return False
    client = Client.objects.with_care().get(pk=request.client_id)
    data: Any = SubjectFile.objects.filter(request=request, kind=FileKind.DATA).first()
    if data is None:
        _begin(request, client)
        return True
    value = json.loads(data.content)
    made = SubjectFile.objects.filter(request=request, kind=FileKind.PART).count()
    if made < request.parts:
        _press(request, client, value, made + 1)
        return True
    _give(request, client, value)
    return False


def forget_whole_files() -> int:
    """The content goes, what it was stays; one entry tells how many and whose."""
    with transaction.atomic():
        over = SubjectFile.objects.to_forget(timezone.now())
        rows = list(over.values_list("pk", "request__client__ref"))
        SubjectFile.objects.filter(pk__in=[key for key, _ref in rows]).update(content=None)
        if rows:
            refs = sorted({ref for _key, ref in rows})
            record(
                ClientDeed.FILES_FORGOTTEN, by=None, clients=refs, purpose="data_subject", details={"files": len(rows)}
            )  # fmt: skip
    return len(rows)


def _begin(request: SubjectRequest, client: Client) -> None:
    """The value first, at one moment; its number and how many parts it will be read on."""
    now = timezone.now()
    value = whole_file(client, request, at=now)
    request.serial = next_serial(timezone.localtime(now).year)
    request.parts = len(sheets(value))
    request.save(update_fields=["serial", "parts"])
    _keep(request, FileKind.DATA, 1, json.dumps(value, ensure_ascii=False, indent=1).encode())


def _press(request: SubjectRequest, client: Client, value: dict[str, Any], number: int) -> None:
    sheet = manuscript(client, request, value, number, on=timezone.localdate())
    pressed = press(sheet.html(), title=sheet.title, lang=sheet.language)
    _keep(request, FileKind.PART, number, pressed.pdf, pages=pressed.pages)


def _give(request: Any, client: Client, value: dict[str, Any]) -> None:
    """The covering letter is frozen and stays for ever; the disclosure and the entry of the trail go with it."""
    files = sorted(SubjectFile.objects.of(request), key=lambda one: one.place)
    names = [chapter["name"] for chapter in value["chapters"]]
    second = request.agreed_by if request.agreed_by_id != request.asked_by_id else None
    with translation.override(request.language):
        told = (letter_section(request, value, files),)
        letter = paper(
            client, request, told, gettext("Covering letter to my whole file"), "letter",
            on=timezone.localdate(),
        )  # fmt: skip
    frozen = freeze(manuscript=letter, by=request.agreed_by, serial=request.serial)
    _keep(request, FileKind.COVER, 1, bytes(frozen.pdf), pages=frozen.pages)
    Disclosure.objects.create(
        client=client, paper=frozen, recipient=letter.recipient, purpose=letter.purpose,
        ground=Ground.WHOLE_FILE, sections=names, by=request.asked_by, agreed_by=second,
    )  # fmt: skip
    request.outcome, request.trouble = SubjectOutcome.GIVEN, ""
    request.decided_by, request.decided_at = request.agreed_by, Now()
    request.save(update_fields=["outcome", "trouble", "decided_by", "decided_at"])
    record(
        Deed.WHOLE_FILE_GIVEN, request, by=request.asked_by, approver=second, client=client.ref,
        purpose="data_subject", recipient=letter.recipient, ground=Ground.WHOLE_FILE, sections=names,
        details={
            "serial": request.serial,
            "files": {one.kind + str(one.number): one.sha256 for one in files},
            "left_out": request.left_out,
            "identity_checked": request.identity_checked,
        },
    )  # fmt: skip


def _keep(
    request: SubjectRequest, kind: str, number: int, content: bytes, *, pages: int = 0
) -> SubjectFile:
    made: SubjectFile = SubjectFile.objects.create(
        request=request, kind=kind, number=number, content=content, size=len(content), pages=pages,
        sha256=sha256(content).hexdigest(),
    )  # fmt: skip
    return made
