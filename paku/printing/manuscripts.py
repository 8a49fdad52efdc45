"""A paper before it is pressed: a value that knows all its words."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation

from paku.printing.sections import Section

COPY_MARK = "–"


@dataclass(frozen=True)
class Contact:
    """Whom the reader may call: a name, what the person does, the number and when it is answered."""

    name: str
    role: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Manuscript:
    """Everything that will stand on a paper; `serial` is given when it is frozen."""

    kind: str
    name: str
    client_ref: UUID
    client_name: str
    recipient: str
    purpose: str
    language: str
    on: date
    sections: tuple[Section, ...]
    ground: str
    ground_text: str = ""
    ground_detail: str = ""
    organisation: str = ""
    team: str = ""
    contact: Contact | None = None
    serial: str = ""
    template: str = "printing/paper.html"
    sheet: str = "printing/sheet.html"  # what stands between the head and the foot of `template`

    def numbered(self, serial: str) -> "Manuscript":
        """The same with its serial."""
        return replace(self, serial=serial)

    @property
    def title(self) -> str:
        """The only name the PDF itself gets."""
        return f"Paku {self.serial or COPY_MARK}"

    def html(self) -> str:
        """The whole page, in the paper's language."""
        with translation.override(self.language):
            return render_to_string(self.template, {"paper": self})

    def inner_html(self) -> str:
        """The same without its html and head, for showing inside a page of the product (style sheet paper.css)."""
        with translation.override(self.language):
            return render_to_string(self.sheet, {"paper": self})
