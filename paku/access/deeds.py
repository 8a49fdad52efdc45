"""What the access room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds


@register_deeds
class Deed(models.TextChoices):
    SIGNED_IN = "access.signed_in", _("Signed in")
    SIGN_IN_FAILED = "access.sign_in_failed", _("Sign-in failed")
    SIGNED_OUT = "access.signed_out", _("Signed out")
    REGISTER_READ = "access.register_read", _("Read the register of users and rights")
