"""Words and pictures of paper templates: ``{% load paper %}``."""

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from paku.printing.pictures import img
from paku.printing.text import blocks, breakable

register = template.Library()


@register.filter
def paragraphs(text: str) -> SafeString:
    """A longer text as ``<p>``s with its line ends kept, safe to lay out whatever it holds."""
    return format_html_join("", "<p>{}</p>", ((_lines(block),) for block in blocks(str(text))))


def _lines(block: list[str]) -> SafeString:
    return mark_safe("<br>".join(conditional_escape(line) for line in block))  # noqa: S308 - each line is escaped


@register.filter
def line(text: object) -> str:
    """A name, a title or another short text, with places to break in a very long word."""
    return breakable(str(text))


@register.simple_tag
def picture(svg: str, alt: str, css_class: str = "") -> SafeString:
    """A picture that we drew as SVG, with its words for those who do not see it."""
    return mark_safe(img(str(svg), alt=str(alt), css_class=css_class))  # noqa: S308 - checked and escaped by img


@register.simple_tag
def phone(number: str) -> SafeString:
    """A phone number that is never cut at the end of a line."""
    return format_html('<span class="together">{}</span>', number)
