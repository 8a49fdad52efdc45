"""Each right in words, for whoever reads on the trail under which right something was done."""

from django.utils.translation import gettext_lazy as _

from paku.access.roles import May
from paku.audit.words import register_words

WORDS = {
    May.USE_OWN_ACCOUNT: _("to use one's own account"),
    May.SEE_OWN_DAY: _("to see one's own day"),
    May.READ_DIRECTORY: _("to read the directory of services"),
    May.LIST_CLIENTS: _("to list clients"),
    May.SEE_CLIENT: _("to see that somebody is a client"),
    May.READ_BASICS: _("to read basic data"),
    May.READ_CONTACT: _("to read contact data"),
    May.READ_PROTECTED_CONTACT: _("to read protected contact data"),
    May.READ_IDENTITY: _("to look at the identity code"),
    May.DO_OUTREACH: _("to do outreach work without a person"),
    May.CREATE_CLIENT: _("to take in a client"),
    May.EDIT_CLIENT: _("to change a client's basic data"),
    May.MERGE_CLIENTS: _("to merge two files of the same person"),
    May.READ_CLIENT: _("to read a client's file"),
    May.HEAR_CLIENT: _("to write down the client's own words"),
    May.HEAR_MEANING: _("to write down what is said about meaning and faith"),
    May.MOVE_PATH: _("to move a path to another stage"),
    May.END_PATH: _("to end a path and to take the person back"),
    May.LOG_VISIT: _("to log a visit"),
    May.READ_VISIT: _("to read visits"),
    May.CORRECT_VISIT: _("to correct a visit"),
    May.READ_OLD_VISIT: _("to read earlier versions of a visit"),
    May.READ_STEPS: _("to read steps"),
    May.AGREE_STEP: _("to agree on steps"),
    May.MARK_BREAK: _("to mark a path break"),
    May.DO_STEP: _("to mark a step as done"),
    May.REVIEW_CASELOAD: _("to look through the caseload"),
    May.READ_NETWORK: _("to read the client's network"),
    May.EDIT_NETWORK: _("to change the client's network"),
    May.READ_CONSENTS: _("to read what the client allows and forbids"),
    May.RECORD_CONSENT: _("to write down what the client allows and forbids"),
    May.MAKE_PAPER: _("to make a paper"),
    May.GIVE_PAPER: _("to give a paper out"),
    May.GIVE_PROTECTED_PAPER: _("to give out a paper with protected contact data"),
    May.LIST_GIVEN: _("to see which papers have been given"),
    May.OPEN_GIVEN: _("to open a paper that has been given"),
    May.BREAK_GLASS: _("to open a file in an emergency"),
    May.REVIEW_EMERGENCY: _("to review openings in an emergency"),
    May.REVIEW_ALARMS: _("to go through alarms"),
    May.READ_EXCLUSIONS: _("to see who is shut out"),
    May.ADD_EXCLUSION: _("to shut somebody out of a file"),
    May.READ_LOOKERS: _("to see who has looked at a file"),
    May.READ_TRAIL: _("to read the trail"),
    May.MAKE_LOG_REPORT: _("to make a log report"),
    May.READ_OWN_TRAIL: _("to read one's own lines of the trail"),
    May.MANAGE_USERS: _("to manage accounts"),
    May.MANAGE_ROLES: _("to manage rights"),
    May.SEE_SET_UP: _("to see the set-up"),
}

register_words("permission", [(right.name, said) for right, said in WORDS.items()])
