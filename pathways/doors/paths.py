"""The only way a view gets a path or a visit: the client's own rule, and an entry for what is shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from clients.banner import hang_banner
from clients.doors import admit, relation_of
from clients.models import Client
from clients.models.relation import relations_of
from paku.access.can import can
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.refusals import NotYours
from pathways.deeds import Deed
from pathways.models import Pathway, Visit, VisitText

ANOTHERS = _("This was written by somebody else: they correct it, or a social worker does.")
CORRECTED = _(
    "Somebody else has corrected this visit since. Tell the own worker what should be changed."
)


def open_path(
    request: Request,
    ref: UUID,
    right: May = May.READ_CLIENT,
    *,
    deed: str = Deed.PATH_READ,
    sections: tuple[str, ...] = (),
) -> Any:
    """One statement. What is looked at leaves an entry; a post leaves that of its deed, or of `show_again`."""
    path = Pathway.objects.known_to(request.user).with_people().filter(ref=ref).first()
    if path is None:
        raise Http404
    admit(request.user, right, path.relations, path.client.ref)
    hang_banner(request, path.client_id, path.relations)
    if request.method != "POST":
        record(
            deed,
            path,
            by=request.user,
            client=path.client.ref,
            relation=relation_of(path.relations),
            sections=sections,
        )
    return path


def newest_path(request: Request, ref: UUID) -> Pathway | None:
    """Where a client's path is to be found, if there is one: the page that then shows it leaves the entry."""
    client: Any = Client.objects.known_to(request.user).filter(ref=ref).first()
    if client is None:
        raise Http404
    admit(request.user, May.READ_CLIENT, client.relations, ref)
    return Pathway.objects.newest_of(client)


def open_visit(request: Request, ref: UUID, right: May = May.READ_VISIT) -> Any:
    """The newest text of a visit that the user may read, its header, path and client with it."""
    texts = VisitText.objects.newest_or_by(request.user).select_related(
        "visit__path", "visit__path__client", "author"
    )
    found = texts.annotate(relations=relations_of(request.user, "visit__path__client_id"))
    versions: list[Any] = list(found.filter(visit__ref=ref))
    if not versions or not versions[0].relations:
        raise Http404
    text = versions[0]
    reading = admit(request.user, May.READ_VISIT, text.relations, text.visit.path.client.ref)
    if not is_for(request.user, reading, text.visit):
        raise Http404
    if reads_own_words_only(request.user, text.relations):
        text = next((one for one in versions if one.author_id == request.user.pk), None)
        if text is None:
            raise Http404
    verdict = admit(request.user, right, text.relations, text.visit.path.client.ref)
    if not is_for(request.user, verdict, text.visit):
        raise NotYours(ANOTHERS)
    if right is May.CORRECT_VISIT and text.is_corrected:
        raise NotYours(CORRECTED)
    hang_banner(request, text.visit.path.client_id, text.relations)
    if request.method != "POST":
        record(
            Deed.VISIT_READ,
            text.visit,
            by=request.user,
            client=text.visit.path.client.ref,
            relation=relation_of(text.relations),
        )
    return text


def is_for(user: Any, verdict: Verdict, visit: Visit) -> bool:
    """Whether a right that may be for one's own visits only covers this one."""
    return verdict is not Verdict.OWN_ONLY or visit.worker_id == user.pk


def whose(user: Any, relations: list[str]) -> Any:
    """Whose visits the user may read of this client: None for everybody's, else their own."""
    return user if can(user, May.READ_VISIT, relations) is Verdict.OWN_ONLY else None


def reads_own_words_only(user: Any, relations: list[str]) -> bool:
    """A near-worker: of a visit that somebody else has corrected they see what they wrote themselves."""
    return (
        can(user, May.READ_VISIT, relations) is Verdict.OWN_ONLY
        and not can(user, May.READ_OLD_VISIT, relations).allows
    )


def show_again(request: Request, shown: Pathway | Visit) -> None:
    """A post that did no deed, be it faulty or empty, shows the person once more: that leaves an entry too."""
    path = shown.path if isinstance(shown, Visit) else shown
    record(Deed.PATH_READ, shown, by=request.user, client=path.client.ref)
