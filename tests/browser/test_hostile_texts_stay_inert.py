"""Text that would like to be a program, on every page that shows it: it is text, and nothing happens."""

import uuid

from clients.models.contact import ContactPoint
from network.models.member import MemberKind
from paku.access.roles import Role
from paku.audit.record import record
from paku.saving.models import Draft
from pathways.models import Pathway, StageMove, VisitText
from tests.browser.desks import save
from tests.factories import (
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    today,
    worker,
)
from tests.paku.kit.bad_inputs import of

EVIL = [case.values[0] for case in of("note_web_xss")]
PLAIN = next(case.values[0] for case in of("note") if case.id == "BI-088")
ALL = "\n".join([*EVIL, PLAIN])
LONG = (
    "<script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>\"'><svg/onload=alert(1)>"
)
SHORT = LONG[:60]
TALL = "document.body.innerText"


def by_the_orm():
    """Hostile in every text a client's file can hold, past all forms: what the output layer alone must bear."""
    path = PathFactory(
        matter=SHORT,
        how_began=LONG,
        care__client__first_names=SHORT,
        care__client__last_name=SHORT,
        care__client__nickname=SHORT,
        care__client__advice=LONG,
        care__own_worker__name=SHORT,
        care__team__name=SHORT,
    )
    who, me = path.client, path.care.own_worker
    ContactPoint.objects.create(client=who, kind="address", value=SHORT, note=SHORT)
    OwnWordsFactory(client=who, text=ALL, heard_by=me)
    home = OrganisationFactory(name=LONG)
    partner = MemberFactory(client=who, name=LONG, role=LONG, tasks=LONG, organisation=home)
    MemberFactory(client=who, kind=MemberKind.CLOSE, name=LONG, role=LONG, tasks=LONG)
    StepFactory(client=who, what=LONG, doer=partner, due_on=today())
    StepFactory(client=who, what=LONG)
    visit = VisitFactory(path=path, note=ALL)
    VisitText.objects.create(
        visit=visit, version=2, note=ALL, client_words=ALL, author=me, reason=LONG
    )
    visit.version = 2
    visit.save()
    visit.present.add(partner)
    StageMove.objects.create(
        path=path, stage="tapering", on=today(), by=me, why=ALL, what_next=LONG, carried_by=SHORT
    )
    Pathway.objects.filter(pk=path.pk).update(stage="tapering", stage_since=today())
    Draft.objects.keep(
        author=me, key=f"visit/{path.ref}", form=uuid.uuid4(),
        body=dict.fromkeys(("note", "client_words", "on", "minutes", "kind", "step_what_1", "step_doer_1"), LONG),
    )  # fmt: skip
    record("clients.opened", by=me, client=who.ref, reason=LONG, recipient=LONG, ground=LONG)
    return path, visit


def addresses(path, visit):
    file, way = f"/clients/{path.client.ref}/", f"/paths/{path.ref}/"
    step = path.client.steps.first()
    return [
        file, f"{file}own-words/", f"{file}summary/", f"{file}steps/new/", way, f"{way}move/", f"{way}visits/new/",
        f"/visits/{visit.ref}/", f"/visits/{visit.ref}/correct/", f"/steps/{step.ref}/done/", "/", "/clients/",
        f"{file}basics/", f"{file}network/", "/clients/new/", "/network/", "/account/", "/trail/mine/",
    ]  # fmt: skip


def settle(page):
    """Let whatever would happen by itself, on focus or on the way past it, happen."""
    page.mouse.wheel(0, 5000)
    page.keyboard.press("Tab")
    page.wait_for_timeout(100)


def test_hostile_rows_are_only_text_on_every_page(here, live_server):
    path, visit = by_the_orm()
    page = here.sign_in(path.care.own_worker)

    seen = ""
    for address in addresses(path, visit):
        answer = page.goto(live_server.url + address)
        assert answer.status == 200, address
        settle(page)
        seen += page.evaluate(TALL)
        assert (
            page.locator(
                "base, object, details[ontoggle], img[onerror], main script, form[action*=evil]"
            ).count()
            == 0
        )
        assert (
            page.evaluate(
                "document.querySelectorAll('[hx-on\\\\:\\\\:load], [data-hx-post]').length"
            )
            == 0
        )
    assert here.complaints == []
    assert LONG in seen
    assert all(line in seen for line in ALL.splitlines() if "  " not in line)


def test_the_supervisor_and_the_main_user_see_only_text(here, live_server):
    path, _ = by_the_orm()
    for role, pages in {
        Role.SUPERVISOR: ("/caseload/", "/clients/", "/clients/?who=team"),
        Role.MAIN_USER: ("/set-up/",),
    }.items():
        page = here.sign_in(worker(role, team=path.care.team))
        for address in pages:
            assert page.goto(live_server.url + address).status == 200, address
            settle(page)
            assert SHORT in page.evaluate(TALL), address
        page.goto(f"{live_server.url}/account/")
        here.context.clear_cookies()
    assert here.complaints == []


def test_the_privacy_officer_sees_only_text_and_no_name_before_a_reason(here, live_server):
    path, _ = by_the_orm()
    page = here.sign_in(worker(Role.PRIVACY_OFFICER, team=path.care.team))

    page.goto(f"{live_server.url}/trail/?client={path.client.ref}")
    settle(page)
    before = page.evaluate(TALL)
    page.select_option("[name=reason]", index=1)
    page.fill("[name=words]", SHORT)
    page.click("main form button[type=submit]")
    settle(page)

    assert SHORT not in before
    assert SHORT in page.evaluate(TALL)
    assert here.complaints == []


def test_what_is_typed_by_hand_comes_back_letter_by_letter(here, live_server):
    path = PathFactory()
    page = here.sign_in(path.care.own_worker)
    page.goto(f"{live_server.url}/paths/{path.ref}/visits/new/")
    page.fill("[name=note]", ALL)
    page.fill("[name=client_words]", ALL)
    page.fill("[name=on]", LONG)
    page.check("[name=kind][value=home]")
    save(page)
    page.wait_for_selector(".is-invalid")
    settle(page)
    assert (page.input_value("[name=note]"), page.input_value("[name=on]")) == (ALL, LONG)

    page.fill("[name=on]", f"{today():%d.%m.%Y}")
    save(page)
    page.wait_for_url("**/clients/**")
    settle(page)
    text = VisitText.objects.get()
    page.goto(f"{live_server.url}/visits/{text.visit.ref}/")

    assert (text.note, text.client_words) == (ALL, ALL)
    assert PLAIN in page.evaluate(TALL)
    assert here.complaints == []


def test_a_hostile_search_is_given_back_as_text(here, live_server):
    path = PathFactory()
    page = here.sign_in(path.care.own_worker)
    for value in EVIL:
        for address in ("/clients/", "/network/"):
            page.goto(live_server.url + address)
            page.fill("main [name=q]", value[:100])
            page.press("main [name=q]", "Enter")
            page.wait_for_load_state()
            assert "evil" not in page.url
            assert page.input_value("main [name=q]") == value[:100]
    assert here.complaints == []


def test_a_program_slipped_into_a_page_would_not_run(here, live_server):
    page = here.sign_in(PathFactory().care.own_worker)

    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran=1\">')"
    )
    page.evaluate(
        "const s = document.createElement('script'); s.text = 'window.ran=1'; document.body.append(s)"
    )
    page.wait_for_timeout(300)

    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in told for told in here.complaints)
