"""The way out: each waiting mail is claimed, said and marked.

At least once; one extra at most for each time that we die between the server's 250 and the mark.
"""

from __future__ import annotations

import logging
import smtplib
from contextlib import suppress
from datetime import date

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from paku.reminders import claims, gate
from paku.reminders.digest import Digest, digest_mail, digests
from paku.reminders.kill_points import Point, reached
from paku.reminders.models import Delivery

log = logging.getLogger(__name__)
MOST_AT_ONCE = 500  # then the next ring goes on, with contents counted anew
ABOUT_THIS_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)


def send_waiting(today: date) -> int:
    """Send what waits; how many went. When the mail server itself fails, the rest wait for the next sweep."""
    sent, post = 0, get_connection()
    contents: dict[int, Digest] = {}
    try:
        for _ in range(MOST_AT_ONCE):
            reached(Point.BEFORE_CLAIM)
            if gate.is_closed():  # a restore may have come between two mails
                break
            delivery = claims.claim_mail()
            if delivery is None:
                break
            reached(Point.AFTER_CLAIM)
            # the first one, or one that another sweeper has planned since we counted
            if delivery.to_id not in contents:
                contents = digests(today)
            sent += _deliver(delivery, contents.get(delivery.to_id), post)
    except (smtplib.SMTPException, OSError):
        log.warning("the mail server cannot be reached; what waits is tried again")
    finally:
        with suppress(smtplib.SMTPException, OSError):
            post.close()
    return sent


def _deliver(delivery: Delivery, digest: Digest | None, post: BaseEmailBackend) -> bool:
    """Whether it went. Raises what the mail server failed with when others would meet the same."""
    if digest is None:
        claims.mark_empty(delivery)
        return False
    try:
        _hand_over(delivery, digest, post)
    except ABOUT_THIS_MAIL as error:
        code = _code(error)
        (claims.mark_refused if code >= 500 else claims.mark_failed)(
            delivery, f"{type(error).__name__} {code}"
        )
        return False
    except (smtplib.SMTPException, OSError) as error:
        claims.mark_failed(delivery, type(error).__name__)
        raise
    except Exception as error:
        log.exception("a digest could not be made")
        claims.mark_crashed(delivery, type(error).__name__)
        return False
    with transaction.atomic():
        marked = claims.mark_sent(delivery)
        reached(Point.BEFORE_COMMIT)
    return marked


def _hand_over(delivery: Delivery, digest: Digest, post: BaseEmailBackend) -> None:
    message = digest_mail(delivery, digest)
    post.open()
    reached(Point.BEFORE_DATA)
    post.send_messages([message])
    reached(Point.AFTER_250)


def _code(error: smtplib.SMTPException) -> int:
    """The gentlest answer that the server gave: below 500 it may take the mail another time."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min(code for code, _text in error.recipients.values())
    return int(getattr(error, "smtp_code", 400))
