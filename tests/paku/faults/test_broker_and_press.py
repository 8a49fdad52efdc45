"""The broker or the press is away: what does not need it works, what needs it says so."""

import re

from pathways.models import VisitText
from tests.desk import Desk
from tests.paku.bad_inputs.doors import send
from tests.paku.bad_inputs.reading import rows
from tests.paku.faults.marked_files import a_marked_file
from tests.paku.faults.writers import Writer
from tests.paku.running_web import running_web


def test_without_the_broker_pages_and_saving_work(own_database, tmp_path):
    nowhere = {**own_database.environment, "REDIS_URL": f"unix://{tmp_path}/nobody.sock"}
    with running_web(nowhere, tmp_path) as web:
        somebody = Writer(web)

        assert somebody.look() == 200
        assert somebody.send("Ilman välittäjää.") == 303
        somebody.line.close()
    assert VisitText.objects.get().note == "Ilman välittäjää."


def test_without_the_press_a_plain_sentence_comes_and_nothing_is_frozen(own_database, settings):
    settings.PRESS = "unix:///nowhere/press.sock"
    path = a_marked_file()
    member = path.client.members.get()
    desk = Desk(raise_request_exception=False).sit(path.care.own_worker)
    wishes = {"recipient": str(member.ref), "purpose": "Tapaaminen", "language": "fi", "ground": "shl_41",
              "sections": ["own_words"]}  # fmt: skip
    before = rows()

    answer = send(desk, f"/clients/{path.client.ref}/summary/", wishes, guarded=("purpose",))

    assert (answer.status_code, rows()) == (503, before)
    assert not re.search(r"Traceback|/nowhere", answer.content.decode())
