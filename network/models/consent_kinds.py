"""By which law a consent is given, how it was given, and how far a prohibition reaches."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentKind(models.TextChoices):
    """By which section of law it is given."""

    CONTACT = "contact", _("consent to being in contact, Social Welfare Act 40 §")
    JOINT_PLAN = "joint_plan", _("consent to a joint plan, Social Welfare Act 39 §")
    CLOSE_NETWORK = "close_network", _("consent about the close network, Social Welfare Act 43 §")
    MEETING = "meeting", _("consent to a group or a network meeting")
    PERMIT = "permit", _("disclosure permit, Act 703/2023 53 § and 55 §")
    PROHIBITION = "prohibition", _("prohibition, Act 703/2023 59 §")


class Manner(models.TextChoices):
    """How it was given or taken back."""

    SPOKEN = "spoken", _("by word of mouth")
    WRITTEN = "written", _("in writing")
    ELECTRONIC = "electronic", _("electronically")


class Scope(models.TextChoices):
    """How far a prohibition reaches (703/2023 59 §)."""

    REGISTRAR = "registrar", _("everything that the wellbeing services county holds")
    TASK = "task", _("everything of this service task")
    DOCUMENT = "document", _("only what is ticked")


CONSENTS = (
    ConsentKind.CONTACT,
    ConsentKind.JOINT_PLAN,
    ConsentKind.CLOSE_NETWORK,
    ConsentKind.MEETING,
)
