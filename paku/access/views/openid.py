"""Signing in through the organisation: to it, and back from it (OpenID Connect, when it is set up)."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from paku.access.doors import open_to_all
from paku.access.openid import Answer
from paku.access.sign_in_settings import ORGANISATION
from paku.access.views.sign_in import SignIn


@open_to_all
def openid_start(request: HttpRequest) -> HttpResponse:
    """Only from our own page: another site cannot send anybody on this way."""
    if settings.OPENID_CONNECT is None:
        raise Http404
    if request.user.is_authenticated or request.headers.get("Sec-Fetch-Site") == "cross-site":
        return redirect("access:sign-in")
    from requests import RequestException

    provider = get_adapter(request).get_provider(request, ORGANISATION)
    try:
        return provider.redirect(request, AuthProcess.LOGIN, next_url=_onward(request))
    except RequestException:
        return turned_away(request, _("The organisation's sign-in does not answer. Try again."))


@open_to_all
def openid_back(request: HttpRequest, **named: Any) -> HttpResponse:
    """The organisation's word is the first factor; whoever has a second is asked for it now."""
    if settings.OPENID_CONNECT is None:
        raise Http404
    try:
        return OAuth2CallbackView.adapter_view(Answer(request, ORGANISATION))(request)
    except ImmediateHttpResponse as turned:
        return turned.response


def turned_away(request: HttpRequest, sentence: Any = None) -> HttpResponse:
    """The sign-in page with one sentence, the same whether the account is unknown, closed or somebody else's."""
    page = SignIn()
    page.setup(request)
    form = page.get_form_class()(request=request)
    form.fields["login"].label = _("User name")
    said = sentence or _("You could not be signed in through the organisation. Ask the main user.")
    context = page.get_context_data(form=form)
    return page.render_to_response({**context, "sentence": said}, status=422)


def _onward(request: HttpRequest) -> str:
    target = request.GET.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts=None) else "/"
