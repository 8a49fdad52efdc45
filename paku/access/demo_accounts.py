"""The demo's accounts, as the sign-in page lists them (contract: names and password stay stable)."""

from django.utils.translation import gettext_lazy as _

DEMO_PASSWORD = "paku-demo"  # noqa: S105 - public on purpose, demo mode only

DEMO_ACCOUNTS = (
    ("ohjaaja", _("social instructor"), _("logs visits; pair of the own worker")),
    ("tyontekija", _("social worker"), _("own worker; leads paths and makes papers")),
    ("esihenkilo", _("supervisor"), _("sees the team's caseload, no case texts")),
    ("jarjesto", _("near-worker of an association"), _("logs own visits to three named clients")),
    ("tietosuoja", _("privacy officer"), _("reads the trail")),
    ("paakayttaja", _("main user"), _("sees users and teams, no clients")),
    ("opiskelija", _("student"), _("sees two named clients until the end date")),
    ("naapuri", _("social instructor of another team"), _("sees none of these clients")),
)
