"""One limiter for every path on which a secret may be guessed: password, code, unlocking, an old password.

A path asks `admit()` before it looks at the secret, calls `count()` when the secret was wrong and `forgive()` when the
person has shown who they are. All count in the same places: per account, per address, for all of Paku together; each
slows down by a wait that grows with every failure. Tries made while waiting are not looked at and do not count.
Codes are short, so they have a narrower bucket too (ASVS 6.6.3): after five wrong ones none for a quarter of an hour.

Nobody is locked out: in a browser in which the person has signed in before, only that browser's own failures count,
so a stranger who guesses elsewhere costs the right person nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from paku.access import devices
from paku.access.models.attempt import Attempt
from paku.audit.facts import address_of

REMEMBERED = timedelta(hours=1)
LONGEST_SECRET = 1024


@dataclass(frozen=True, slots=True)
class Bucket:
    """`free` failures cost nothing; the next waits `first`, each further one twice as long, at most `most`."""

    free: int
    first: timedelta
    most: timedelta

    def wait(self, failures: int) -> timedelta:
        if failures < self.free:
            return timedelta()
        return min(self.first * 2 ** min(failures - self.free, 20), self.most)


ACCOUNT = Bucket(free=5, first=timedelta(minutes=1), most=timedelta(minutes=15))
ADDRESS = Bucket(free=30, first=timedelta(seconds=5), most=timedelta(minutes=5))
CODES = Bucket(free=5, first=timedelta(minutes=15), most=timedelta(minutes=15))
EVERYWHERE = Bucket(free=300, first=timedelta(seconds=1), most=timedelta(seconds=30))
ANY = Bucket(
    free=0, first=timedelta(), most=timedelta()
)  # what codes have cost, to whoever types no code

TOO_MANY = _("There have been too many tries, so Paku waits. Try again at %(time)s.")
ONE_AT_A_TIME = _("Another try with this name is under way. Try again in a moment.")


def admit(request: HttpRequest, name: str, *, code: bool = False) -> None:
    """Before the secret is looked at. Raises ValidationError with the sentence while there is something to wait for."""
    who, device = who_is(name), devices.known(request, who_is(name))
    if not _first_in(who + device):
        raise ValidationError(ONE_AT_A_TIME, code="one_at_a_time")
    until = _until(who, device, address_of(request), code=code)
    if until:
        time = date_format(timezone.localtime(until), "H.i.s")
        raise ValidationError(TOO_MANY, code="too_many_tries", params={"time": time})


def count(request: HttpRequest, name: str, *, code: bool = False) -> None:
    """The secret was wrong. In the request's transaction, which a form with errors does not roll back."""
    match = request.resolver_match
    Attempt.objects.create(
        who=who_is(name),
        device=devices.known(request, who_is(name)),
        address=address_of(request),
        path=(match.view_name if match else "")[:60],
        of_code=code,
    )


def forgive(request: HttpRequest, name: str) -> None:
    """Who they are has been shown in full. Only the place in which this browser counts is emptied."""
    who = who_is(name)
    Attempt.objects.filter(who=who, device=devices.known(request, who)).delete()
    Attempt.objects.filter(at__lt=timezone.now() - REMEMBERED).delete()


def who_is(name: str) -> str:
    """Also for a name that nobody has: it is slowed like any other."""
    typed = name.strip().lower()
    return salted_hmac("paku.access.limiter", typed, algorithm="sha256").hexdigest()


def _first_in(place: str) -> bool:
    """Guesses sent side by side would all see the same count: one at a time for each account and device."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [place])
        return bool(cursor.fetchone()[0])


SUMS = """
SELECT statement_timestamp(),
  count(*) FILTER (WHERE who = %(who)s AND device = %(device)s),
  max(at) FILTER (WHERE who = %(who)s AND device = %(device)s),
  count(*) FILTER (WHERE of_code AND who = %(who)s AND device = %(device)s),
  max(at) FILTER (WHERE of_code AND who = %(who)s AND device = %(device)s),
  count(*) FILTER (WHERE device = '' AND address = %(address)s::inet),
  max(at) FILTER (WHERE device = '' AND address = %(address)s::inet),
  count(*) FILTER (WHERE device = ''), max(at) FILTER (WHERE device = '')
FROM access_attempt WHERE at > statement_timestamp() - %(remembered)s
"""


def _until(who: str, device: str, address: str | None, *, code: bool) -> datetime | None:
    """Until when this browser waits with this name; None when it need not."""
    asked: dict[str, Any] = {
        "who": who,
        "device": device,
        "address": address,
        "remembered": REMEMBERED,
    }
    with connection.cursor() as cursor:
        cursor.execute(SUMS, asked)
        now, *sums = cursor.fetchone()
    own = (ACCOUNT, CODES if code else ANY)
    buckets = own if device else (*own, ADDRESS, EVERYWHERE)
    ends = [
        last + bucket.wait(failures)
        for bucket, failures, last in zip(buckets, sums[0::2], sums[1::2], strict=False)
        if last
    ]
    latest = max(ends, default=now)
    return latest if latest > now else None


def is_endless(secret: str) -> bool:
    """Whether the secret is longer than any that can have been chosen: it is not worth a hash."""
    return len(secret) > LONGEST_SECRET
