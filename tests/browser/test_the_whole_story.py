"""From a visit on a village road to a paper on the table: one story, each person in a browser of their own."""

import io

import pypdf

from network.models import Step
from paku.access.models import User
from paku.celery import app
from paku.reminders.models import Delivery
from paku.reminders.tasks import ring
from pathways.models import Visit
from tests.browser.people import a_path_of_the_pair, sign_in
from tests.factories import today

NOTE = "Ajettiin yhdessä Kelan palvelupäivään ja täytettiin hakemus."
WORDS = "Nyt uskallan mennä sinne itsekin."
STEP = "Soittaa Kelaan päätöksestä"


def test_the_whole_story(world, browser, celery_worker, soon):
    path = a_path_of_the_pair()
    client = path.client
    file = f"/clients/{client.ref}/"

    # the instructor finds the client, reads the own words, logs the visit
    ohjaaja = sign_in(browser, world, "ohjaaja", width=390)
    ohjaaja.go("/clients/")
    ohjaaja.page.fill("[name=q]", client.last_name.lower()[:6])
    ohjaaja.page.press("[name=q]", "Enter")
    ohjaaja.page.click(f"a[href='{file}']")
    assert client.own_words.order_by("-said_on", "-pk").first().text[:20] in ohjaaja.text
    ohjaaja.page.click(f"a[href='/paths/{path.ref}/visits/new/']")
    ohjaaja.page.fill("[name=note]", NOTE)
    ohjaaja.page.wait_for_selector("[data-draft-note][data-state=saved]")
    ohjaaja.go("/")
    assert client.name in ohjaaja.text
    ohjaaja.go(f"/paths/{path.ref}/visits/new/")
    assert ohjaaja.page.input_value("[name=note]") == NOTE
    ohjaaja.page.fill("[name=client_words]", WORDS)
    ohjaaja.page.check("[name=kind][value=errand]")
    ohjaaja.page.fill("[name=step_what_1]", STEP)
    ohjaaja.page.select_option("[name=step_doer_1]", index=2)
    ohjaaja.page.fill("[name=step_due_1]", f"{today():%d.%m.%Y}")
    ohjaaja.page.click("main button[type=submit].btn-primary")
    ohjaaja.page.wait_for_url(f"**{file}?saved=visit")
    assert WORDS in ohjaaja.text
    assert Visit.objects.filter(path=path, on=today()).count() == 1

    # the worker delivers the notice
    app.send_task(ring.name)
    step = Step.objects.get(what=STEP)
    assert step.doer.user.username == "ohjaaja"
    soon(
        lambda: Delivery.objects.filter(
            reference=step.ref, to__username="ohjaaja", channel="app"
        ).exists()
    )
    ohjaaja.go("/")
    assert STEP in ohjaaja.text
    assert ohjaaja.page.locator("li", has_text=STEP).locator(".pill").count() == 1

    # the supervisor sees the change, and no text
    esihenkilo = sign_in(browser, world, "esihenkilo")
    esihenkilo.go("/caseload/?worker=" + str(path.care.own_worker.ref))
    row = esihenkilo.page.locator("tr", has_text=client.name)
    assert f"{today():%-d.%-m.%Y}" in row.inner_text()
    assert STEP not in esihenkilo.page.content()
    assert NOTE not in esihenkilo.page.content()
    assert esihenkilo.go(file) == 403

    # the social worker prints the summary: looks first, then gives
    tyontekija = sign_in(browser, world, "tyontekija")
    recipient = client.members.filter(kind="partner", until=None).order_by("name").first()
    tyontekija.go(f"{file}consents/give/?to={recipient.ref}")
    tyontekija.page.check("[name=kind][value=meeting]")
    for topic in ("own_words", "steps"):
        tyontekija.page.check(f"[name=topics][value={topic}]")
    tyontekija.page.fill("[name=purpose]", "verkostotapaaminen")
    tyontekija.page.check("[name=how][value=spoken]")
    tyontekija.page.click("main .button-row .btn-primary")
    tyontekija.go(f"{file}summary/")
    tyontekija.page.select_option("[name=recipient]", str(recipient.ref))
    tyontekija.page.fill("[name=purpose]", "verkostotapaaminen")
    for box in tyontekija.page.locator("[name=sections]").all():
        box.set_checked(box.get_attribute("value") in ("own_words", "steps"))
    tyontekija.page.check("[name=ground][value=consent]")
    tyontekija.page.click("button[name=preview]")
    with tyontekija.page.expect_download() as download:
        tyontekija.page.click("main .button-row button.btn-primary:not([name=preview])")
    pdf = pypdf.PdfReader(io.BytesIO(download.value.path().read_bytes()))
    paper = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert STEP in paper
    assert recipient.name in paper
    assert NOTE not in paper
    assert WORDS not in paper

    # the privacy officer sees who opened and what was disclosed
    tietosuoja = sign_in(browser, world, "tietosuoja")
    tietosuoja.go("/trail/")
    ohjaaja_name, tyontekija_name = (
        User.objects.get(username=name).name for name in ("ohjaaja", "tyontekija")
    )
    assert ohjaaja_name in tietosuoja.text
    assert tyontekija_name in tietosuoja.text
    assert recipient.name in tietosuoja.text
    assert NOTE not in tietosuoja.page.content()

    # the neighbour gets nothing, everywhere
    naapuri = sign_in(browser, world, "naapuri")
    visit = Visit.objects.get(path=path, on=today())
    doors = [
        file,
        f"{file}own-words/",
        f"{file}summary/",
        f"{file}summary.pdf?paper={client.ref}",
        f"{file}steps/new/",
        f"/paths/{path.ref}/",
        f"/paths/{path.ref}/visits/new/",
        f"/paths/{path.ref}/move/",
        f"/visits/{visit.ref}/",
        f"/visits/{visit.ref}/correct/",
        f"/steps/{step.ref}/done/",
    ]
    assert {door: naapuri.go(door) for door in doors} == dict.fromkeys(doors, 404)
    naapuri.go("/clients/")
    naapuri.page.fill("[name=q]", client.last_name)
    naapuri.page.press("[name=q]", "Enter")
    assert client.first_names not in naapuri.text.replace(client.last_name, "")

    for person in (ohjaaja, esihenkilo, tyontekija, tietosuoja, naapuri):
        assert person.page.complaints == []  # type: ignore[attr-defined]
