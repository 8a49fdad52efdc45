"""Addresses of the set-up: users, teams, rights; and of the page where a one-time password is replaced."""

from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _

from paku.access.code_lists import CLOCKS
from paku.access.views import (
    code_lists,
    memberships,
    returns,
    role_requests,
    set_up,
    teams,
    users,
)
from paku.audit.words import name_pages


class OfList:
    """`clocks`, or `lists/<name>`: the clocks are a code list with an address of their own."""

    regex = r"clocks|lists/[a-z][a-z-]{1,30}"

    def to_python(self, value: str) -> str:
        return value.removeprefix("lists/")

    def to_url(self, value: str) -> str:
        return value if value == CLOCKS else f"lists/{value}"


register_converter(OfList, "list")

urlpatterns = [
    path("account/first-password/", users.first_password, name="first-password"),
    path("set-up/", set_up.set_up, name="set-up"),
    path("set-up/users/new/", users.new_user, name="new-user"),
    path("set-up/users/<uuid:ref>/", users.user, name="user"),
    path("set-up/users/<uuid:ref>/edit/", users.edit_user, name="edit-user"),
    path("set-up/users/<uuid:ref>/sign-in/", users.renew, name="renew-sign-in"),
    path("set-up/users/<uuid:ref>/second-factor/", users.reset_factor, name="reset-factor"),
    path("set-up/users/<uuid:ref>/end/", users.end_account, name="end-account"),
    path("set-up/users/<uuid:ref>/take-back/", returns.take_back, name="take-back"),
    path("set-up/returns/<uuid:ref>/", returns.decide, name="decide-return"),
    path("set-up/users/<uuid:ref>/rights/new/", memberships.ask, name="ask-right"),
    path("set-up/teams/", teams.teams, name="teams"),
    path("set-up/teams/new/", teams.new_team, name="new-team"),
    path("set-up/teams/<uuid:ref>/", teams.team, name="team"),
    path("set-up/teams/<uuid:ref>/pseudonyms/", teams.pseudonyms, name="team-pseudonyms"),
    path("set-up/teams/<uuid:ref>/rename/", teams.rename, name="rename-team"),
    path("set-up/rights/", role_requests.rights, name="rights"),
    path("set-up/rights/<uuid:ref>/", role_requests.decide, name="decide-right"),
    path("set-up/rights/<uuid:ref>/longer/", memberships.longer, name="lengthen-right"),
    path("set-up/rights/<uuid:ref>/end/", memberships.end, name="end-right"),
    path("set-up/lists/", code_lists.code_lists, name="code-lists"),
    path("set-up/<list:slug>/", code_lists.code_list, name="code-list"),
    path("set-up/<list:slug>/new/", code_lists.new_value, name="new-value"),
    path("set-up/<list:slug>/<slug:code>/", code_lists.value, name="value"),
    path("set-up/<list:slug>/<slug:code>/end/", code_lists.end_value, name="end-value"),
    path("set-up/<list:slug>/<slug:code>/take-back/", code_lists.take_back, name="take-back-value"),
]

name_pages(
    "access",
    {
        "first-password": _("Own password at the first sign-in"),
        "set-up": _("Set-up"),
        "new-user": _("New user"),
        "user": _("User"),
        "edit-user": _("Correct a user"),
        "renew-sign-in": _("New one-time password"),
        "reset-factor": _("Reset the second factor"),
        "end-account": _("End an account"),
        "take-back": _("Take an ended account back into use"),
        "decide-return": _("Decide on an ended account"),
        "ask-right": _("Ask for a right"),
        "teams": _("Teams"),
        "new-team": _("New team"),
        "team": _("Team"),
        "team-pseudonyms": _("A team by pseudonyms"),
        "rename-team": _("Rename a team"),
        "rights": _("Rights that wait for a second person"),
        "decide-right": _("Decide on a right"),
        "lengthen-right": _("Lengthen a right"),
        "end-right": _("End a right"),
        "code-lists": _("Code lists"),
        "code-list": _("A code list"),
        "new-value": _("A new value"),
        "value": _("A value of a code list"),
        "end-value": _("End a value"),
        "take-back-value": _("Take back a coming change"),
    },
)
