"""The three sheets as two people fill them in together at a kitchen table."""

from datetime import timedelta

from django.urls import reverse

from tests.factories import today
from tests.pathways.lists import shown


def an_assessment(**fields):
    return {
        "situation_client": "Laskut pelottaa.",
        "situation_worker": "Vuokravelkaa kolmelta kuulta.",
        "need_for": "recurring",
        "needs": ["money", "housing"],
        "needs_client": "Apua laskuihin.",
        "needs_worker": "Tukea talouden hallintaan.",
        "special_support": "no",
        "strengths_client": "Osaan korjata mitä vaan.",
        "client_view": "Hyvä että kysyttiin.",
        "conclusions": "Asiakkuudelle on perusteet.",
        "rights_explained_on": shown(today()),
        "dependants": "none",
        "close_network": "not_mapped",
        "seen": "0",
        **fields,
    }


def a_plan(**fields):
    return {
        "need_client": "Rauha yölle.",
        "need_worker": "Talous ja asuminen.",
        "own_part": "Tuon laskut torstaisin.",
        "services_worker": "Sosiaaliohjaus, velkaneuvonta.",
        "means": "Käydään laskut läpi yhdessä.",
        "meet_every": "14",
        "lasts": "noin vuosi",
        "follow_up": "Katsotaan velan määrää.",
        "next_review_on": shown(today() + timedelta(days=90)),
        "client_view": "Tämän jaksan.",
        "seen": "0",
        **fields,
    }


def a_review(**fields):
    return {
        "client_view": "Nukun jo paremmin.",
        "worker_view": "Velka on puolittunut.",
        "outcome": "holds",
        "next_review_on": shown(today() + timedelta(days=90)),
        "seen": "0",
        **fields,
    }


def new(path, kind="assessment"):
    return reverse(f"pathways:new-{kind}", args=[path.ref])


def of(document, deed="read"):
    return reverse(f"pathways:{deed}-{document.kind}", args=[document.ref])
