"""The only way a view gets a path or a visit: the client's own rule, and an entry for what is shown."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from clients.doors import refuse_file
from paku.access.requests import Request
from paku.audit.record import record
from pathways.deeds import Deed
from pathways.models import Pathway, Visit, VisitText


def open_path(
    request: Request, ref: UUID, *, deed: str = Deed.PATH_READ, sections: tuple[str, ...] = ()
) -> Pathway:
    """One statement. What is looked at leaves an entry; a post leaves that of its deed, or of `show_again`."""
    path = Pathway.objects.opened_by(request.user).with_people().filter(ref=ref).first()
    if path is None:
        hidden = Pathway.objects.filter(ref=ref).values_list("client__ref", flat=True).first()
        refuse_file(request.user, hidden or ref)
    if request.method != "POST":
        record(deed, path, by=request.user, client=path.client.ref, sections=sections)
    return path


def open_visit(request: Request, ref: UUID) -> VisitText:
    """The newest text of a visit, its header, path and client with it."""
    texts = VisitText.objects.newest().select_related(
        "visit__path", "visit__path__client", "author"
    )
    text = texts.filter(visit__in=Visit.objects.opened_by(request.user), visit__ref=ref).first()
    if text is None:
        raise Http404
    if request.method != "POST":
        record(Deed.VISIT_READ, text.visit, by=request.user, client=text.visit.path.client.ref)
    return text


def show_again(request: Request, shown: Pathway | Visit) -> None:
    """A post that did no deed, be it faulty or empty, shows the person once more: that leaves an entry too."""
    path = shown.path if isinstance(shown, Visit) else shown
    record(Deed.PATH_READ, shown, by=request.user, client=path.client.ref)
