"""The tables that a population fills, each with the columns that it tells."""

from __future__ import annotations

from clients.models import CareRelationship, Client, ContactPoint, OwnWords, OwnWorkerPeriod
from network.models import Member, Step
from paku.access.models import Membership, Team, User
from paku.demo.population.sheet import Sheet
from pathways.models import Pathway, StageMove, Visit, VisitStep, VisitText


class Tables:
    """One sheet for each; `write()` sends them in an order in which a reader would want them."""

    def __init__(self) -> None:
        self.teams = Sheet(Team, "id ref name provider")
        self.users = Sheet(
            User, "id ref username name title phone email password language is_active"
        )
        self.memberships = Sheet(Membership, "user_id team_id role task_class since")
        self.clients = Sheet(
            Client,
            "id ref first_names last_name nickname born_on municipality_id village_id mother_tongue contact_language"
            " needs_interpreter needs_plain_language advice created_at",
        )
        self.points = Sheet(ContactPoint, "client_id kind value note")
        self.words = Sheet(OwnWords, "client_id question text said_on heard_by_id at")
        self.cares = Sheet(CareRelationship, "id ref client_id team_id own_worker_id started_on")
        self.periods = Sheet(OwnWorkerPeriod, "care_id worker_id since until")
        self.paths = Sheet(
            Pathway,
            "id ref care_id client_id matter how_began opened_on stage stage_since last_contact_on ending",
        )
        self.moves = Sheet(StageMove, "path_id stage on why what_next carried_by by_id at")
        self.members = Sheet(Member, "id ref client_id kind name role tasks user_id phone since")
        self.steps = Sheet(
            Step,
            "id ref client_id doer_id what due_on agreed_on agreed_by_id done_on done_by_id outcome",
        )
        self.visits = Sheet(
            Visit,
            "id ref path_id worker_id kind_id on met minutes travel_km client_was_present version logged_at",
        )
        self.texts = Sheet(VisitText, "visit_id version author_id at reason note client_words")
        self.links = Sheet(VisitStep, "visit_id step_id")

    def write(self) -> None:
        """COPY every sheet."""
        for sheet in vars(self).values():
            sheet.write()
