"""The clocks as the code list that the main user changes."""

from django.utils.translation import gettext_lazy as _

from paku.access.code_lists import CLOCKS, code_list

code_list(
    CLOCKS,
    "reminders.Clock",
    _("Clocks"),
    _(
        "How long things may take: by law, or by our own target."
        " A change is a new row from a day; the past stays as it was."
    ),
    form="paku.reminders.forms.clocks.ClockForm",
    about="reminders/clocks/about.html",
    bound=("unit", "begins", "is_followed"),
    grows=False,
)
