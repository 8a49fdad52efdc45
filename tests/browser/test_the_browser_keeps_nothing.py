"""A whole session at a client's file; then every file of the browser's own folder is searched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.desks import Device
from tests.browser.sheets import a_sheet, type_into
from tests.browser.test_signing_out_leaves_nothing import press_sign_out, walk

NAME, TYPED, LEFT = "Kanarialintu", "Kanarialinnun kuulumiset", "Kanarialinnun luonnos"


def holding(profile: Path, text: str) -> list[str]:
    """Files that hold the text, in either of the two spellings that browsers use."""
    looked_for = [text.lower().encode(spelling) for spelling in ("utf-8", "utf-16-le")]
    files = [path for path in profile.rglob("*") if path.is_file()]
    assert len(files) > 20
    return [
        str(path.relative_to(profile))
        for path in files
        if any(spelt in path.read_bytes().lower() for spelt in looked_for)
    ]


@pytest.fixture
def profile(tmp_path, browser_type, browser_type_launch_args, live_server, worker, path):
    """What a session at the file has left in the browser's folder."""
    folder = tmp_path / "profile"
    context = browser_type.launch_persistent_context(str(folder), **browser_type_launch_args)
    here = Device(context, live_server.url)
    page = here.sign_in(worker)
    walk(page, here.base, path)
    page.goto(f"{here.base}/clients/")
    page.fill("[name=q]", NAME)
    page.press("[name=q]", "Enter")
    page.wait_for_load_state()
    assert NAME in page.content()
    a_sheet(page, path)
    type_into(page, TYPED)
    page.check("[name=kind][value=home]")
    page.click("form[data-guard] button.btn-primary[type=submit]")
    page.wait_for_url("**/clients/**")
    a_sheet(page, path)
    type_into(page, LEFT)
    press_sign_out(page)
    page.wait_for_url("**/sign-in/")
    context.close()
    return folder


def test_no_file_of_the_browsers_folder_holds_a_word_of_the_client(profile, live_server):
    assert holding(profile, live_server.url.removeprefix("http://")), (
        "the folder is not the browser's"
    )

    assert holding(profile, "kanarial") == []
