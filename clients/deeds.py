"""What the clients room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds


@register_deeds
class Deed(models.TextChoices):
    CLIENTS_LISTED = "clients.listed", _("Saw names in a list")
    CLIENTS_SEARCHED = "clients.searched", _("Searched for a client")
    CLIENT_OPENED = "clients.opened", _("Opened a client's file")
    CLIENT_CREATED = "clients.created", _("Created a client")
    CLIENT_EDITED = "clients.edited", _("Changed a client's basic data")
    WORDS_HEARD = "clients.words_heard", _("Wrote down own words")
    WORDS_READ = "clients.words_read", _("Read own words")
    CARE_BEGUN = "clients.care_begun", _("Became own worker")
    WORKER_ASSIGNED = "clients.worker_assigned", _("Named a worker for a client")
    STOOD_IN = "clients.stood_in", _("Opened a colleague's client's file by a stated reason")
    LOOKERS_READ = "clients.lookers_read", _("Read who has looked at the data")
