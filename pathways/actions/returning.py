"""Coming back by return ticket: a new path that follows the old one, with an own worker from the first moment."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.actions.care import begin_care
from clients.actions.exclusions import must_not_be_shut_out
from network.actions.members import add_worker
from paku.access.models import Team, User
from paku.audit.record import record
from paku.kit.context import let_in
from paku.kit.refusals import Refused
from pathways.actions.moves import open_path
from pathways.deeds import Deed
from pathways.models import Pathway
from pathways.models.return_ticket import ticket_of


@transaction.atomic(savepoint=False)
def return_by_ticket(
    *,
    path: Pathway,
    stage: str,
    team: Team,
    own_worker: User,
    on: date,
    today: date,
    why: str,
    by: User,
) -> Pathway:
    """Once per ended path. Refused when the ticket is over, when the person has died, when a path is open again, and if
    the new own worker is shut out of the file."""
    old = Pathway.objects.select_for_update(of=["self"]).select_related("client").get(pk=path.pk)
    ticket = ticket_of(old, today)
    if ticket is None or Pathway.objects.filter(follows=old).exists():
        raise Refused(
            gettext_lazy("This path has no return ticket to use."), code="no_ticket", status=409
        )
    if not ticket.is_valid:
        raise Refused(
            gettext_lazy("The return ticket is over: the person begins with a new matter."),
            code="ticket_over",
        )
    if on < (old.ended_on or on):
        raise Refused(
            gettext_lazy("The return cannot be dated before the end."), code="return_too_early"
        )
    must_not_be_shut_out(old.client, own_worker)
    let_in(old.client_id)
    care = begin_care(client=old.client, team=team, own_worker=own_worker, on=on, by=by)
    with translation.override(settings.LANGUAGE_CODE):
        how_began, role = _("came back by return ticket"), _("own worker")
    new = open_path(
        care=care,
        stage=stage,
        on=on,
        matter=old.matter,
        how_began=how_began,
        why=why,
        follows=old,
        by=by,
    )
    add_worker(client=old.client, worker=own_worker, role=role, since=on, by=by)
    record(Deed.PATH_RETURNED, new, by=by, client=old.client.ref, details={"follows": str(old.ref)})
    return new
