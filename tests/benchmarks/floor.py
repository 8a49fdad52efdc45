"""F, the floor: the least Django that still knows who asks.

Session, user, one keyset statement, 25 rows through a template; no other middleware.
"""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from clients.models import Client

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
PAGE = """<!doctype html><title>F</title><p>{{ who }}</p><table>{% for row in rows %}
<tr><td>{{ row.last_name }}</td><td>{{ row.first_names }}</td><td>{{ row.born_on }}</td></tr>{% endfor %}</table>"""


def rows(request: HttpRequest) -> HttpResponse:
    """25 clients after a name, in Finnish order."""
    found = Client.objects.only("last_name", "first_names", "born_on").order_by("sort_key", "pk")[
        :25
    ]
    page = engines["django"].from_string(PAGE) if not _PAGES else _PAGES[0]
    _PAGES[:] = [page]
    return HttpResponse(page.render({"who": request.user.name, "rows": found}))


def insert(request: HttpRequest) -> HttpResponse:
    """A bare POST with one insert, in a transaction."""
    from clients.models import OwnWords

    with transaction.atomic():
        OwnWords.objects.create(
            client_id=int(request.POST["client"]),
            question="dreams",
            text=request.POST["note"],
            said_on="2026-01-01",
            heard_by=request.user,
        )
    return HttpResponse("ok")


_PAGES: list[object] = []
urlpatterns = [path("floor/rows/", rows), path("floor/insert/", insert)]
