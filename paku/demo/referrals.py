"""Referrals of the demo: a long queue that is bridged, a refusal with a new step, two silences, waits to learn from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from clients.models import CareRelationship
from network.models import Member, Referral, ReferralEvent, Service, Step
from network.models.grounds import Ground
from network.models.referral_state import Happening, Manner, State
from paku.demo.book import Book

DEBTS = ("Oikeuspalveluvirasto", "Talous- ja velkaneuvonta")
CARE = ("Keski-Suomen hyvinvointialue", "Mielenterveys- ja päihdepalvelut")
REHABILITATION = ("Keski-Suomen hyvinvointialue", "Sosiaalinen kuntoutus")
KELA = ("Kela", "Perustoimeentulotuki")
WORK = ("Pohjoisen Keski-Suomen työllisyysalue", "Työnhakijan palvelut")
MEANWHILE = (
    "Seurakunnan torstaikahvila ja Elinan kanssa kirjepino auki. Vuokranantaja odottaa, kun pieni erä"
    " tulee joka kuun viidentenä."
)
OF_KELA = "Toimeentulotukihakemus tehdään yhdessä puhelimessa, ilman verkkopankkia."
OF_CARE = "Aika sairaanhoitajalle ennen kuin työkokeilu alkaa. Hän tulee, kun joku tulee mukaan."
LEARNED = (
    (96, 12),
    (150, 17),
    (201, 19),
    (122, 21),
    (88, 24),
    (171, 33),
)  # sent so many days ago, days to the start


def tell_referrals(book: Book) -> None:
    """After everything else has been written; whoever is not in the book is passed over."""
    open_cares = CareRelationship.objects.filter(ended_on=None).select_related(
        "client", "own_worker"
    )
    teller = _Teller(book, {care.client.last_name: care for care in open_cares})
    teller.bridged("Lehtosaarinen")
    teller.refused("Saviahde")
    teller.silent("Törmälehto", KELA, 16, OF_KELA)
    teller.silent("Ruokokorpi", CARE, 33, OF_CARE)
    teller.learned()


class _Teller:
    """Writes headers and their lines of events as the deeds would have made them."""

    def __init__(self, book: Book, cares: dict[str, CareRelationship]) -> None:
        self.book, self.cares, self.days = book, cares, book.days

    def bridged(self, name: str) -> None:
        """Half a year to debt counselling; somebody walks beside meanwhile."""
        expected = self.days.today + timedelta(days=62)
        asked = "Velat ja ulosotto järjestykseen niin, että vuokra ja sähkö pysyvät maksettuina."
        made = self._sent(name, DEBTS, 118, asked, state=State.QUEUED, since=110, expected_on=expected,
                          meanwhile=MEANWHILE)  # fmt: skip
        if made:
            told = {"who": "Anu Hietakangas, talous- ja velkaneuvoja"}
            self._event(made, State.RECEIVED, 112, **told)
            self._event(made, State.QUEUED, 110, expected_on=expected, **told)
            self._event(made, Happening.MEANWHILE, 104, words=MEANWHILE)

    def refused(self, name: str) -> None:
        """A shut door, and the next one agreed on the same day."""
        asked = "Paikka ryhmään, jossa on muitakin nuoria ja johon pääsee bussilla."
        made = self._sent(name, REHABILITATION, 41, asked, state=State.REFUSED, since=27)
        if made:
            self._event(made, State.REFUSED, 27, words="Ryhmä on täynnä kevääseen, jonoa ei pidetä.",
                        who="ryhmän ohjaaja")  # fmt: skip
            step = Step.objects.create(
                ref=self.book.chance.ref(), client=made.client, doer=made.carried_by,
                agreed_on=self.days.plain(27), agreed_by=made.by,
                what="Käydään yhdessä tutustumassa nuorten pajan iltaan", due_on=self.days.today + timedelta(days=6),
            )  # fmt: skip
            self._event(made, Happening.NEW_STEP, 27, step=step)
            made.new_step, made.closed_on = step, self.days.plain(27)
            made.save(update_fields=["new_step", "closed_on"])

    def silent(self, name: str, to: tuple[str, str], ago: int, asked: str) -> None:
        """Sent, and nobody has said a word."""
        self._sent(name, to, ago, asked, how=Manner.SECURE)

    def learned(self) -> None:
        """Persons who got in: from them the usual wait is learned."""
        others = [
            care for name, care in sorted(self.cares.items()) if not care.client.is_restricted
        ]
        for care, (ago, wait) in zip(others[-len(LEARNED) :], LEARNED, strict=False):
            started = ago - wait
            on = self.days.plain(started)
            asked = "Keskustelu siitä, mikä työ tai opiskelu voisi sopia ja millä tahdilla."
            made = self._sent(
                care.client.last_name, WORK, ago, asked, state=State.STARTED, since=started, started_on=on,
                is_accompanied=wait < 20, confirmed_on=on, closed_on=on,
            )  # fmt: skip
            if made:
                self._event(made, State.STARTED, started, is_accompanied=wait < 20)
                self._event(made, Happening.CONFIRMED, started)

    def _sent(
        self, name: str, to: tuple[str, str], ago: int, asked: str, *, how: str = Manner.LETTER,
        since: int | None = None, **told: Any,
    ) -> Referral | None:  # fmt: skip
        care = self.cares.get(name)
        if care is None or care.own_worker is None:
            return None
        carrier = Member.objects.of(care.client).filter(user=care.own_worker).first()
        if carrier is None:
            return None
        service = Service.objects.get(organisation__name=to[0], name=to[1])
        on = self.days.plain(ago)
        made: Referral = Referral.objects.create(
            ref=self.book.chance.ref(), client=care.client, organisation_id=service.organisation_id, service=service,
            asked=asked, carried_by=carrier, made_on=on, by=care.own_worker, sent_on=on, sent_how=how,
            ground=Ground.SHL_41, since=self.days.plain(ago if since is None else since),
            **{"state": State.SENT, **told},
        )  # fmt: skip
        self._event(made, State.DRAFT, ago)
        self._event(made, State.GROUNDED, ago, ground=Ground.SHL_41)
        self._event(made, State.SENT, ago, how=how)
        return made

    def _event(self, referral: Referral, kind: str, ago: int, **told: Any) -> None:
        on = self.days.plain(ago)
        ReferralEvent.objects.create(referral=referral, kind=kind, on=on, by=referral.by, **told)
