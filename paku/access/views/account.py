"""One's own account: name, roles with dates, language."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from paku.access.actions import sittings
from paku.access.doors import open_to_all, requires
from paku.access.models.sitting import MOST_AT_ONCE
from paku.access.requests import Request
from paku.access.roles import May


@requires(May.USE_OWN_ACCOUNT)
def account(request: Request) -> HttpResponse:
    """Who I am here and what I may do."""
    context = {
        "memberships": request.user.rights,
        "sessions": sittings.told(request.user, request.session.kept_key),
        "most_sessions": MOST_AT_ONCE,
        "may_reflect": request.user.may(May.REFLECT),
    }
    return render(request, "access/account.html", context)


@open_to_all
@require_POST
def change_language(request: Request) -> HttpResponse:
    """Keeps the choice: on the account when signed in, else in a cookie that holds nothing but the language."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return redirect("/")
    response = redirect(_back(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    if request.user.is_authenticated:
        request.user.language = chosen
        request.user.save(update_fields=["language"])
    return response


def _back(request: Request) -> str:
    """To the page one came from, if it is ours."""
    target = request.POST.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts=None) else "/"
