"""Two summaries that rested on the consent which is taken back the day before the meeting: one of the two who received
them has been told, the other not yet."""

from __future__ import annotations

import time
from hashlib import sha256

from clients.models import Client
from network.consents import WITHDRAWAL_TO_TELL, minded_by, to_tell
from network.models import Consent, Disclosure, Member, WithdrawalTold
from network.models.grounds import Ground, Telling
from network.models.withdrawal_told import Told
from network.papers.summaries import SUMMARY, Wishes, case_summary
from paku.access.models import User
from paku.audit.words import codes
from paku.demo.book import Book
from paku.demo.copying import copy_models
from paku.demo.days import at
from paku.demo.trail import Trail
from paku.printing.actions.papers import next_serial
from paku.printing.client import is_up, press
from paku.printing.models import Paper
from paku.reminders.actions.notices import tell

GROUP = "Asumisesta sopivat"
PURPOSE = "Maksusuunnitelmasta ja asumisesta sopiminen"
GIVEN, PATIENCE = 18, 60.0  # days ago; seconds until the press is warm


def tell_papers_given(book: Book) -> int:
    """After the consents of the meetings; how many entries of the trail. Without a press there are no papers."""
    given = Consent.objects.filter(group=GROUP, withdrawn_on=None).first()
    back = Consent.objects.newest().filter(group=GROUP, withdrawn_on__isnull=False).first()
    if given is None or back is None or not _warm():
        return 0
    client = Client.objects.with_care().get(pk=given.client_id)
    by = book.staff.users["tyontekija"]
    trail = Trail(book.staff, book.days, book.chance)
    papers = [
        _give(book, trail, client, given, member, by)
        for member in given.group_members.order_by("name")
    ]
    copy_models(trail.told)
    told = papers[-1]
    WithdrawalTold.objects.create(
        ref=book.chance.ref(), consent=back, disclosure=told, told_on=book.days.today, how=Told.PHONE, by=by
    )  # fmt: skip
    minders = minded_by(to_tell().filter(pk=back.pk), book.days.today)
    tell(WITHDRAWAL_TO_TELL, back.ref, to=minders, today=book.days.today)
    return len(trail.told)


def _give(
    book: Book, trail: Trail, client: Client, consent: Consent, member: Member, by: User
) -> Disclosure:
    on = book.days.ago(GIVEN)
    by_consent = Telling("steps", Ground.CONSENT, consent.given_on)
    wishes = Wishes(member, PURPOSE, (Telling("who", Ground.SHL_41), by_consent))
    sheet = case_summary(client, wishes, today=on).numbered(next_serial(on.year))
    pressed = press(sheet.html(), title=sheet.title, lang=sheet.language)
    when = at(on, 14, 20)
    paper = Paper.objects.create(
        ref=book.chance.ref(), serial=sheet.serial, kind=SUMMARY, client_ref=client.ref, language=sheet.language,
        recipient=sheet.recipient, purpose=sheet.purpose, ground=sheet.ground, ground_detail=sheet.ground_detail,
        sections=[{"name": one.name, "title": one.title, "ground": one.ground} for one in sheet.sections],
        pdf=pressed.pdf, sha256=sha256(pressed.pdf).hexdigest(), pages=pressed.pages, made_by=by, made_at=when,
    )  # fmt: skip
    names = [one.name for one in sheet.sections]
    told = wishes.of(names)
    given = Disclosure.objects.create(
        ref=book.chance.ref(), client=client, member=member, paper=paper, recipient=sheet.recipient, by=by,
        purpose=PURPOSE, ground=sheet.ground, consent_given_on=consent.given_on, sections=names, at=when,
        grounds=[one.as_json for one in told],
    )  # fmt: skip
    given.consents.add(consent)
    trail.tell(
        when, "network.paper_given", by.username, client, paper, sections=names, recipient=sheet.recipient,
        ground=codes(one.ground for one in told), reason=PURPOSE,
        details={"serial": paper.serial, "sha256": paper.sha256},
    )  # fmt: skip
    return given


def _warm() -> bool:
    until = time.monotonic() + PATIENCE
    while not is_up():
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True
