"""The site's static files, looked through once for a whole run instead of by every desk that starts the site anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from whitenoise.base import WhiteNoise


@contextmanager
def read_once() -> Iterator[None]:
    """What WhiteNoise found in a folder is found there by the next one with the same wishes."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    look_through = WhiteNoise.update_files_dictionary

    def remembering(self: WhiteNoise, root: str, prefix: str) -> None:
        wishes = (type(self), root, prefix, self.max_age, self.allow_all_origins, self.charset)
        if wishes not in found:
            before = dict(self.files)
            self.files.clear()
            look_through(self, root, prefix)
            found[wishes] = dict(self.files)
            self.files.update(before)
        self.files.update(found[wishes])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoise, "update_files_dictionary", remembering)
        yield
