"""What the access room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds


@register_deeds
class Deed(models.TextChoices):
    SIGNED_IN = "access.signed_in", _("Signed in")
    SIGN_IN_FAILED = "access.sign_in_failed", _("Sign-in failed")
    FACTOR_FAILED = "access.factor_failed", _("Second factor failed at sign-in")
    CONFIRMED = "access.confirmed", _("Proved again who one is")
    CONFIRM_FAILED = "access.confirm_failed", _("Could not prove again who one is")
    FACTOR_ADDED = "access.factor_added", _("Added a second factor")
    FACTOR_RENAMED = "access.factor_renamed", _("Renamed a passkey")
    FACTOR_REMOVED = "access.factor_removed", _("Removed a second factor")
    FACTORS_RESET = "access.factors_reset", _("Removed all second factors of an account")
    CODES_MADE = "access.codes_made", _("Made new recovery codes")
    UNLOCKED = "access.unlocked", _("Unlocked Paku")
    UNLOCK_FAILED = "access.unlock_failed", _("Could not unlock Paku")
    PASSWORD_CHANGED = "access.password_changed", _("Changed the own password")
    PASSWORD_NOT_CHANGED = "access.password_not_changed", _("Could not change the own password")
    SESSIONS_ENDED = "access.sessions_ended", _("Ended sessions")
    MANY_OPENED = "access.many_opened", _("Opened unusually many files")
    SIGNED_OUT = "access.signed_out", _("Signed out")
    REGISTER_READ = "access.register_read", _("Read the register of users and rights")
    USER_CREATED = "access.user_created", _("Created an account")
    USER_EDITED = "access.user_edited", _("Changed an account")
    SIGN_IN_RENEWED = "access.sign_in_renewed", _("Gave a new one-time password")
    PASSWORD_CHOSEN = "access.password_chosen", _("Chose an own password")
    ACCOUNT_ENDED = "access.account_ended", _("Ended an account")
    RETURN_ASKED = "access.return_asked", _("Asked for an ended account back")
    RETURN_GIVEN = "access.return_given", _("Gave an ended account back as the second person")
    RETURN_REFUSED = "access.return_refused", _("Did not give an ended account back")
    RETURN_WITHDRAWN = "access.return_withdrawn", _("Took back a request for an ended account")
    FIRST_MAIN_USER = "access.first_main_user", _("Made one of the first two main users")
    TEAM_CREATED = "access.team_created", _("Created a team")
    TEAM_RENAMED = "access.team_renamed", _("Renamed a team")
    TEAM_PSEUDONYMOUS = "access.team_pseudonymous", _("Set a team to work with pseudonyms")
    TEAM_BY_NAME = "access.team_by_name", _("Set a team to work with real names")
    RIGHT_ASKED = "access.right_asked", _("Asked for a right for somebody")
    RIGHT_GIVEN = "access.right_given", _("Gave a right as the second person")
    RIGHT_REFUSED = "access.right_refused", _("Did not give a right")
    RIGHT_WITHDRAWN = "access.right_withdrawn", _("Took back a request for a right")
    RIGHT_ENDED = "access.right_ended", _("Ended a right")
    VALUE_ADDED = "access.value_added", _("Added a value to a code list")
    VALUE_CHANGED = "access.value_changed", _("Changed a value of a code list from a day on")
    VALUE_ENDED = "access.value_ended", _("Ended a value of a code list")
    VALUE_TAKEN_BACK = "access.value_taken_back", _("Took back a coming change of a code list")
