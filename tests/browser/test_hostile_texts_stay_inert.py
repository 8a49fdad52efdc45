"""Text that would like to be a program, on every page that shows it: it is text, and nothing happens."""

from paku.access.roles import Role
from pathways.models import VisitText
from tests.browser.desks import save
from tests.browser.hostile_file import ALL, EVIL, LONG, PLAIN, SHORT, addresses, by_the_orm
from tests.factories import (
    PathFactory,
    today,
    worker,
)

TALL = "document.body.innerText"


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
