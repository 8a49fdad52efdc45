"""What a form sends says what time it is on the device; looking and drafts say nothing."""

from datetime import UTC, datetime

from paku.audit.models import Entry
from tests.browser.desks import save
from tests.browser.sheets import TEXT, a_sheet, drafted, type_into

CLAIMED = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


def test_a_saved_visit_is_on_the_trail_with_the_devices_own_time(
    here, path, worker, settings, soon
):
    settings.DEMO = True
    page = here.sign_in(worker)
    page.clock.set_fixed_time(CLAIMED)
    a_sheet(page, path)
    type_into(page)
    assert soon(lambda: drafted() == {TEXT})
    page.check("[name=kind][value=home]")
    save(page)
    page.wait_for_url("**/clients/**")

    assert Entry.objects.get(deed="pathways.visit_logged").claimed_at == CLAIMED
    assert "_clock" not in page.url
