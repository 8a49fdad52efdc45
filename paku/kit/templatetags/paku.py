"""What every page says the same way: dates, days, phones, texts, pictures."""

from datetime import date, datetime
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
    readers.
    """
    href = f"{static('icons/sprite.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"/></svg>', label, href
        )
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}"/></svg>', href
    )


def _paragraphs(text: str) -> list[str]:
    """Parted by blank lines; a line of spaces is blank."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return [part.strip("\n") for part in lines.split("\n\n") if part.strip("\n")]
