"""A paper of made-up people, with one of everything a section may hold."""

from datetime import date
from uuid import UUID

from django.template import engines
from django.utils.safestring import SafeString

from paku.printing.manuscripts import Contact, Manuscript
from paku.printing.sections import Section

WORDS = """{% load paper %}<blockquote class="words"><p class="asked">Mistä unelmoit?</p>
<div class="said">{{ text|paragraphs }}</div><p class="heard">12.10.2026</p></blockquote>"""
STEPS = """{% load paper %}<table class="rows">
<thead><tr>
<th scope="col">Mitä</th><th scope="col" class="who">Kuka</th>
<th scope="col" class="when">Milloin</th></tr></thead><tbody>
{% for what, who, when in steps %}<tr>
<td>{{ what|line }}</td><td>{{ who|line }}</td><td>{{ when }}</td></tr>{% endfor %}
</tbody></table>"""
NOTE = "{% load paper %}<h3>12.10.2026</h3>{{ text|paragraphs }}"
PATH = "{% load paper %}{% picture svg 'Polku: varhainen tuki, intensiivinen tuki' %}"
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 10"><circle cx="5" cy="5" r="4" fill="#1c5364"/>
<text x="20" y="7" font-size="4">Intensiivinen tuki</text></svg>"""


def rendered(template: str, **context: object) -> SafeString:
    return engines["django"].from_string(template).render(context)  # type: ignore[return-value]


def a_paper(note: str = "Sovittiin, että soitetaan.", **changes: object) -> Manuscript:
    """A summary whose note and own words are `note`."""
    ordinary = {
        "kind": "summary",
        "name": "Yhteenveto",
        "client_ref": UUID(int=7),
        "client_name": "Matti Virtanen",
        "recipient": "Kela, Viitasaari",
        "purpose": "Verkostotapaaminen 26.11.2026",
        "language": "fi",
        "on": date(2026, 11, 22),
        "ground": "consent",
        "ground_text": "suostumus 12.10.2026",
        "organisation": "Keski-Suomen hyvinvointialue",
        "team": "Viitasaaren tiimi",
        "contact": Contact("Aino Ohjaaja", "sosiaaliohjaaja", "040 000 0001", "arkisin 8–15"),
        "serial": "2026-000123",
        "sections": (
            Section("own-words", "Omin sanoin", rendered(WORDS, text=note), "consent", framed=True),
            Section("path", "Missä mennään", rendered(PATH, svg=SVG)),
            Section(
                "steps",
                "Mitä on sovittu",
                rendered(STEPS, steps=[("Kela-hakemus", "Matti", "26.11.2026")]),
            ),
            Section("notes", "Tapaamiset", rendered(NOTE, text=note)),
        ),
    }
    return Manuscript(**{**ordinary, **changes})  # type: ignore[arg-type]
