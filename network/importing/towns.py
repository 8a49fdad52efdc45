"""Municipalities of the county as files name them: by code, or by the Finnish or Swedish name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from clients.models import Municipality
from paku.kit.folding import folded
from paku.kit.refusals import BadText


class Towns:
    """All municipalities, asked of the database once per file."""

    def __init__(self) -> None:
        self.by_code = {town.code: town for town in Municipality.objects.all()}
        self._codes = {code: code for code in self.by_code}
        for code, town in self.by_code.items():
            self._codes |= {folded(name): code for name in (town.name, town.name_sv) if name}

    def code(self, said: str) -> str:
        """The code of what a file calls a municipality; `BadText` when there is none such in the county."""
        found = self._codes.get(folded(said.strip()))
        if found is None:
            raise BadText(
                _("“%(name)s” is no municipality of the county.") % {"name": said.strip()[:60]},
                code="municipality",
            )
        return found

    def name(self, code: str) -> str:
        return str(self.by_code.get(code, code))
