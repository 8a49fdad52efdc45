"""What the tests of the case summary share: the errand, and how a PDF is read."""

import io
import re

import pypdf
from django.urls import reverse

from paku.reminders.models import Delivery

SAYS = {
    "own_words": "Haluaisin vielä joskus hoitaa hevosia.",
    "advice": "Soita ennen kuin tulet.",
    "who": "Sijainen Ämmälä",
    "rights": "free of charge",
    "path": "1. Intensive support",
    "steps": "Täyttää toimeentulotukihakemus",
    "around": "Järjestää maksusuunnitelman",
    "close": "Raija Köykkäläinen",
    "contacts": "Where and how",
    "notes": "Juotiin kahvit ja puhuttiin laskuista.",
}
NEVER = ("040 111 2223", "040 999 8887", "Piilokuja 4", "17.5.1961", "170561")


def page_of(path):
    return reverse("network:summary", args=[path.client.ref])


def wishes(partner, *sections, **fields):
    return {
        "recipient": str(partner.ref), "purpose": "Verkostotapaaminen", "language": "en",
        "ground": "shl_41", "sections": list(sections or ["own_words"]), **fields,
    }  # fmt: skip


def decide(desk, url, outcome="given", **fields):
    """About a paper that waits for a second person."""
    return desk.send(url, {"outcome": outcome, **fields})


def give(desk, second, path, wished):
    """By one, or by two where the paper needs them."""
    sent = desk.send(page_of(path), wished)
    return sent if "summary.pdf" in sent.url else decide(second, sent.url)


def told_of_papers(user):
    told = Delivery.objects.filter(to=user, kind__startswith="paper_")
    return set(told.values_list("kind", flat=True))


def text_of(pdf):
    pages = pypdf.PdfReader(io.BytesIO(bytes(pdf))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def bare(text):
    return re.sub(r"[\s\u200b\xad-]", "", text)
