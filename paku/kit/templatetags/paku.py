"""What every page says the same way: dates, days, phones, texts, pictures."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from paku.kit import dates
from paku.kit.phones import shown_phone

register = template.Library()

NBSP = "\xa0"


@register.filter
def finnish_date(day: date | datetime | None) -> str:
    """`{{ visit.on|finnish_date }}` → 5.3.2026; empty for none."""
    return dates.finnish_date(day) if isinstance(day, date) else ""


@register.filter
def long_date(day: date | None) -> str:
    """`{{ step.due_on|long_date }}` → maanantaina 3. elokuuta 2026; empty for none."""
    return dates.long_date(day) if day else ""


@register.filter
def days(number: int | None) -> str:
    """`{{ since|days }}` → today, yesterday, 5 days ago, in 2 days; empty for none."""
    return dates.days_ago(number) if isinstance(number, int) else ""


@register.filter
def phone(stored: str | None) -> str:
    """A number that rings when it is touched: `{{ worker.phone|phone }}`."""
    if not stored:
        return ""
    number = "".join(sign for sign in stored if sign in "+0123456789")
    return format_html('<a href="tel:{}">{}</a>', number, shown_phone(stored).replace(" ", NBSP))


@register.filter
def phone_number(stored: str | None) -> str:
    """The number as one reads it aloud, without a link: 040 000 0012."""
    return shown_phone(stored).replace(" ", NBSP) if stored else ""


@register.filter
def text_lines(text: Any) -> SafeString:
    """A typed text as paragraphs and line breaks, escaped once. Nothing in it is ever markup."""
    paragraphs = (part.split("\n") for part in _paragraphs(str(text or "")))
    return format_html_join(
        "\n",
        "<p>{}{}</p>",
        (
            (first, format_html_join("", "<br>{}", ((line,) for line in rest)))
            for first, *rest in paragraphs
        ),
    )


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """`{% icon "phone" %}` is decoration; `{% icon "phone" label=_("Phone") %}` speaks to screen
    readers. A sign from static/icons/sprite.svg.
    """
    return _sign(str(name), str(label))


@register.simple_tag
def pill(tone: str, text: Any, icon: str = "") -> SafeString:
    """A short status word; always words, never colour alone. Tones: good, warn, bad, info, quiet."""
    sign = _sign(icon, "") if icon else ""
    return format_html('<span class="pill tone-{}">{}{}</span>', tone, sign, text)


@register.simple_tag
def stage_chip(stage: str, label: Any, since: Any = "") -> SafeString:
    """The stage of a path: sign, words and a quiet colour; `since` is a short text, e.g. "34 days"."""
    days_there = format_html(' <span class="since">· {}</span>', since) if since else ""
    sign = _sign(f"stage-{stage}", "")
    return format_html(
        '<span class="chip" data-stage="{}">{}{}{}</span>', stage, sign, label, days_there
    )


@lru_cache(maxsize=256)  # a page has up to sixty of them, of some thirty kinds
def _sign(name: str, label: str) -> SafeString:
    spoken = format_html('role="img" aria-label="{}"' if label else 'aria-hidden="true"', label)
    href = f"{static('icons/sprite.svg')}#{name}"
    return format_html(
        '<svg class="icon" {} focusable="false"><use href="{}"></use></svg>',
        spoken,
        href,
    )


def _paragraphs(text: str) -> list[str]:
    """Parted by blank lines; a line of spaces is blank."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return [part.strip("\n") for part in lines.split("\n\n") if part.strip("\n")]
