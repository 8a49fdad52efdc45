"""A person's whole file as one value (the JSON that is handed over), and the sheets on which the same is read.

The value is described by `whole_file.schema.json` beside this file. The sheets are made of the value and of nothing
else, so both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext

from clients.models import Client, SubjectRequest
from network.models.grounds import Ground
from network.papers.of_client import about, printed_name
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import Section
from paku.printing.whole_file import chapters, file_parts, left_out, printed

WHOLE_FILE = "whole_file"
FORMAT, VERSION = "paku-whole-file", 1
# The press lays out such a part in about ten seconds; its limit is a minute. Signs of print, and what a row costs.
SIGNS_OF_A_PART, SIGNS_OF_A_ROW = 120_000, 150
Value = dict[str, Any]


def whole_file(client: Client, request: SubjectRequest, *, at: datetime) -> Value:
    """All of it as it is now, in the language of the copy."""
    with translation.override(request.language):
        return {
            "format": FORMAT,
            "version": VERSION,
            "language": request.language,
            "made_at": localtime(at).isoformat(timespec="seconds"),
            "asked_on": request.received_on.isoformat(),
            "ground": "GDPR art. 15",
            "person": printed_name(client),
            "chapters": chapters(client, without=request.left_out),
            "left_out": [*_chapters_left_out(request), *_never_in_it()],
        }


def sheets(value: Value) -> list[Value]:
    """The chapters parted into papers: `{"chapters": […]}` of each, no row on two of them."""
    made: list[Value] = [_sheet()]
    weight = 0
    for chapter in value["chapters"]:
        _go_on(made[-1], chapter, None)
        for group in chapter["groups"]:
            for record in group["records"]:
                signs = SIGNS_OF_A_ROW + sum(len(printed(one)) for one in record["fields"].values())
                if weight and weight + signs > SIGNS_OF_A_PART:
                    made.append(_sheet())
                    weight = 0
                weight += signs
                told = _on_paper(record, group["heads"])
                _go_on(made[-1], chapter, group)["records"].append(told)
    return made


def manuscript(
    client: Client, request: SubjectRequest, value: Value, number: int, *, on: date
) -> Manuscript:
    """One part with all its words; the first has the contents of all of them."""
    split = sheets(value)
    contents = _contents(split, number)
    with translation.override(value["language"]):
        told = [_section(chapter) for chapter in split[number - 1]["chapters"]]
        first = Section(
            "contents",
            gettext("Contents"),
            render_to_string(
                "network/whole_file/contents.html",
                {"contents": contents, "value": value, "number": number},
            ),
        )  # fmt: skip
        return paper(client, request, (first, *told), _named(number, len(split)), "paper", on=on)


def paper(
    client: Client, request: SubjectRequest, told: tuple[Section, ...], name: str, template: str, *, on: date
) -> Manuscript:  # fmt: skip
    """In the language in force."""
    return Manuscript(
        kind=WHOLE_FILE,
        name=name,
        recipient=printed_name(client),
        purpose=gettext("Your own request, GDPR art. 15"),
        language=request.language,
        on=on,
        sections=told,
        ground=Ground.WHOLE_FILE,
        **about(client),
        serial=request.serial,
        template=f"network/whole_file/{template}.html",
    )


def _named(number: int, parts: int) -> str:
    name = gettext("My whole file")
    if parts == 1:
        return name
    return f"{name}, {gettext('part %(part)s/%(parts)s') % {'part': number, 'parts': parts}}"


def _chapters_left_out(request: SubjectRequest) -> Iterable[Value]:
    without = set(request.left_out)
    for part in file_parts():
        if part.name in without:
            yield {"what": str(part.title), "why": request.why_left_out}


def _never_in_it() -> Iterable[Value]:
    """What the person is told of as left out for everybody, each sentence once."""
    for why in dict.fromkeys(str(one.why) for one in left_out().values() if one.said):
        yield {"what": "", "why": why}


def _sheet() -> Value:
    return {"chapters": []}


def _go_on(sheet: Value, chapter: Mapping[str, Any], group: Mapping[str, Any] | None) -> Value:
    """The chapter (and group) on this sheet, begun if it is not there yet."""
    found: list[Value] = sheet["chapters"]
    if not found or found[-1]["name"] != chapter["name"]:
        found.append({**chapter, "groups": []})
    if group is None:
        return found[-1]
    groups: list[Value] = found[-1]["groups"]
    if not groups or groups[-1]["name"] != group["name"]:
        groups.append({**group, "records": []})
    return groups[-1]


def _on_paper(record: Mapping[str, Any], heads: Iterable[str]) -> Value:
    """Short facts in a line, long texts under their own titles; nothing twice, and nothing where nothing is said."""
    fields = [one for name, one in record["fields"].items() if name not in heads]
    told = [(one["label"], printed(one)) for one in fields]
    told = [(label, text) for label, text in told if text and not text.startswith("data:")]
    return {
        "heading": record["heading"],
        "short": [one for one in told if len(one[1]) <= 60 and "\n" not in one[1]],
        "long": [one for one in told if len(one[1]) > 60 or "\n" in one[1]],
    }


def _contents(split: list[Value], number: int) -> list[Value]:
    """Each chapter once, with the part on which it begins; `is_here`: on this one."""
    rows: dict[str, Value] = {}
    for part, sheet in enumerate(split, 1):
        for chapter in sheet["chapters"]:
            row = rows.setdefault(
                chapter["name"],
                {"name": chapter["name"], "title": chapter["title"], "part": part, "records": 0, "is_here": False},
            )  # fmt: skip
            row["is_here"] = row["is_here"] or part == number
            row["records"] += sum(len(group["records"]) for group in chapter["groups"])
    found = list(rows.values())
    return found if number == 1 else [row for row in found if row["is_here"]]


def _section(chapter: Value) -> Section:
    html = render_to_string("network/whole_file/chapter.html", {"chapter": chapter})
    return Section(chapter["name"], chapter["title"], html)
