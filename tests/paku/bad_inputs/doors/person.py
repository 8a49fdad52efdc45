"""Who the person is and who is around: own words, basics, a new client, the network, papers, consents."""

from __future__ import annotations

from django.urls import reverse

from clients.models import Client, OwnWords
from network.models import Consent, Member
from pathways.models import Pathway
from tests.factories import MemberFactory
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest

SIGNS = "<>{}"


def _words(path: Pathway) -> Opened:
    fields = {"question": "dreams", "text": "Oma koira.", "said_on": day()}
    return reverse("clients:own-words", args=[path.client.ref]), fields


def _consent(path: Pathway) -> Opened:
    fields = {
        "kind": "meeting", "to": str(MemberFactory(client=path.client).ref), "topics": ["steps"], "words": "",
        "purpose": "Tapaaminen", "how": "spoken", "given_on": day(), "explained_by": "Outi Ohjaaja",
    }  # fmt: skip
    return reverse("network:give-consent", args=[path.client.ref]), fields


def _new_client(path: Pathway) -> Opened:
    worker, team = path.care.own_worker, path.care.team
    fields = {
        "last_name": "", "first_names": "", "nickname": "Masa", "born_on": "", "phone": "", "municipality": "",
        "village": "", "contact_language": "fi", "matter": "Työikäiset", "stage": "outreach", "how_began": "",
        "own_worker": f"{team.ref}/{worker.ref}", "pair": "", "what": "", "due_on": "", "doer": "worker",
    }  # fmt: skip
    return reverse("pathways:new-client"), fields


def _member(path: Pathway) -> Opened:
    fields = {"kind": "close", "name": "Raija", "role": "sisko", "tasks": "Soittaa.", "phone": "", "since": day(),
              "organisation": ""}  # fmt: skip
    return reverse("network:add-member", args=[path.client.ref]), fields


def _basics(path: Pathway) -> Opened:
    version = Client.objects.get(pk=path.client.pk).version
    fields = {"first_names": "", "last_name": "", "nickname": "Masa", "born_on": "", "contact_language": "fi",
              "mother_tongue": "", "municipality": "", "village": "", "advice": "", "version": version}  # fmt: skip
    return reverse("clients:basics", args=[path.client.ref]), fields


WORDS = Door("own words", "text", _words, newest(OwnWords, "text"), ("text",))
ADVICE = Door(
    "basics", "advice", _basics, newest(Client, "advice"), ("advice",), limit=2000, required=False
)
ROLE = Door("member", "role", _member, newest(Member, "role"), limit=120, multiline=False)
TASKS = Door(
    "member", "tasks", _member, newest(Member, "tasks"), limit=300, multiline=False, required=False
)
NEW_CLIENT = Door("new client", "nickname", _new_client, newest(Client, "nickname"), limit=100, multiline=False,
                  refused_signs=SIGNS)  # fmt: skip
MEMBER = Door(
    "member",
    "name",
    _member,
    newest(Member, "name"),
    limit=120,
    multiline=False,
    refused_signs=SIGNS,
)
NICKNAME = Door("basics", "nickname", _basics, newest(Client, "nickname"), ("advice",), multiline=False,
                refused_signs=SIGNS, limit=100)  # fmt: skip
DATES = (
    Door("own words", "said_on", _words, lambda path: OwnWords.objects.get().said_on, ("text",)),
    Door("consent", "given_on", _consent, newest(Consent, "given_on"), ("purpose", "words")),
    Door("new client", "born_on", _new_client, newest(Client, "born_on")),
    Door("member", "since", _member, newest(Member, "since")),
    Door("basics", "born_on", _basics, newest(Client, "born_on"), ("advice",)),
)
