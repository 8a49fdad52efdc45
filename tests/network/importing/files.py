"""Files for the directory, brought and confirmed as by hand."""

import csv
import io
import json
import uuid
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

IMPORTS = "/network/import/"
DATA = Path(__file__).parents[2] / "data"


def table(*rows, separator=";"):
    """Rows as dictionaries by column; the headings are all that any of them has."""
    headings = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, headings, delimiter=separator, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def row(service="Ruoka-apu", organisation="Seurakunta", organisation_kind="parish", **columns):
    return {
        "organisation_name": organisation,
        "organisation_kind": organisation_kind,
        "service": service,
        **columns,
    }


def ptv(*names):
    """What is in the stored files of the national directory, as one file."""
    found = []
    for name in names:
        told = json.loads((DATA / f"ptv_{name}.json").read_text())
        found += told["itemList"] if isinstance(told, dict) else told
    return json.dumps(found).encode()


def bring(desk, content, name="hakemisto.csv", sheet=None):
    file = SimpleUploadedFile(name, content)
    return desk.send(IMPORTS, {"file": file}, sheet=sheet)


def looked_at(desk, content):
    """The dry run of a file: (address, the page's value)."""
    answer = bring(desk, content)
    assert answer.status_code == 303, answer.context["form"].errors
    return answer.url, desk.get(answer.url).context["page"]


def confirm(desk, url, *, fingerprint="", sheet=None):
    fingerprint = fingerprint or desk.get(url).context["page"].plan.fingerprint
    return desk.send(url, {"fingerprint": fingerprint}, sheet=sheet or uuid.uuid4())


def bring_in(bringer, second, content):
    """All the way; the counts that were told."""
    url, page = looked_at(bringer, content)
    answer = confirm(second, url)
    assert answer.status_code == 303
    return page.plan.counts


def changes(told):
    return {str(label): (before, after) for label, before, after in told.changes}
