"""Addresses of the set-up: users, teams, rights; and of the page where a one-time password is replaced."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.access.views import memberships, returns, role_requests, set_up, teams, users
from paku.audit.words import name_pages

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
    },
)
