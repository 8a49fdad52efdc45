"""Support thinned by agreement, a setback in one tap, thinned again, and a controlled exit by its list."""

from __future__ import annotations

from tests.browser.one_life.walking import Life

DOSES = "Kerran kuussa riittää, jos saan soittaa väliin."
HELD = "Hyvin on mennyt, lämmin talo ja kirjeet auki."
WHY_THINNER = "Kirjeet kulkevat ja talo on lämmin."
SETBACK = "Ulosoton kirje pelästytti, käydään taas useammin."
REMAINS = "Se jää, että uskallan avata kirjeen. Ja että joku tuli perässä."
MATTERS = ("goals", "measures", "carriers", "number", "network", "paper", "calls", "ground")
CALLED = "Verkot on vedessä ja laskut maksettu."
ENDED = "Pärjää nyt itse. Sovittiin, että soittaa, jos kirjeitä kertyy."
BACK_AGAIN = "Tuli iso kirje, enkä halua jäädä sen kanssa yksin."


def to_tapering(life: Life) -> None:
    me = life.social_worker
    me.open(life.path)
    me.follow("/move/")
    me.choose("to", "tapering")
    me.write(why=WHY_THINNER, what_next="Sovitaan rytmi yhdessä")
    me.save()
    me.follow("/tapering/new/")
    me.write(client_words=DOSES)
    me.save()
    me.page.wait_for_url("**saved=plan")


def a_look_that_held(life: Life) -> None:
    me = life.social_worker
    me.follow("/tapering/look/")
    me.write(client_words=HELD)
    me.choose("held", "yes")
    me.choose("now", "next")
    me.save()
    me.page.wait_for_url("**saved=look")
    assert HELD in me.text


def back_in_one_tap(life: Life) -> None:
    """A setback: the page of the path offers the way back, and one confirmation is all."""
    me = life.social_worker
    me.open(life.path)
    me.follow("/back/")
    me.write(why=SETBACK)
    me.save()
    me.page.wait_for_url("**saved=move")
    assert SETBACK in me.text


def a_controlled_exit(life: Life) -> None:
    """By the list, with what remains in the person's own words, and calls agreed on."""
    me = life.social_worker
    me.follow("/exit/")
    me.write(what_remains=REMAINS)
    for matter in MATTERS:
        me.choose(f"state_{matter}", "done")
    me.choose("state_documents", "not_needed")
    me.write(words_documents="Urpo ei halua papereita kotiin.")
    me.save()
    me.page.wait_for_url("**saved=list")
    me.follow("/exit/move/")
    me.write(why=WHY_THINNER)
    me.save()
    me.page.wait_for_url("**saved=move")
    assert REMAINS in me.page.input_value("[name=what_remains]")


def a_call_after_support(life: Life, *, reached_from: str = "") -> None:
    me = life.social_worker
    me.open(reached_from or f"{life.path}tapering/")
    me.follow("/check-ins/")
    me.choose("reached", "yes")
    me.write(client_words=CALLED)
    me.save()
    me.page.wait_for_url("**saved=call")
    assert CALLED in me.text


def coping(life: Life) -> None:
    """What is still open is decided of, and the return ticket is told."""
    me = life.social_worker
    me.open(life.path)
    me.follow("/end/")
    me.choose("ground", "coping")
    me.write(how_it_ended=ENDED)
    for one in me.page.locator("[name^=step_]").all():
        one.select_option("dropped")
    me.save()
    me.page.wait_for_url("**saved=end")
    assert ENDED in me.text


def back_by_return_ticket(life: Life) -> None:
    me = life.social_worker
    me.follow("/return/")
    me.write(why=BACK_AGAIN)
    me.save()
    me.page.wait_for_url("**saved=return")
    assert me.here != life.path
