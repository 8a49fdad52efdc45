"""The identity code as a field."""

from typing import Any

from django.conf import settings

from paku.kit import widgets
from paku.kit.fields.text import CleanCharField
from paku.kit.identity_codes import read_identity_code


class IdentityCodeField(CleanCharField):
    """A Finnish identity code in its one spelling. In the demo only made-up ones (900–999) pass."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.exact_line())
        super().__init__(limit=40, **kwargs)

    def read(self, text: str) -> str:
        return read_identity_code(text, only_artificial=settings.DEMO) if text else ""
