"""Every address of the product, as Django would resolve it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver

NOBODY = UUID("5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11")


@dataclass(frozen=True)
class Address:
    """One pattern: its full name, its route, its view."""

    name: str
    route: str
    view: Callable[..., Any]

    @property
    def example(self) -> str:
        """The address with the ref of nobody in each place."""
        return "/" + re.sub(r"<uuid:\w+>", str(NOBODY), self.route)

    def __str__(self) -> str:
        return self.name


def every_address(
    resolver: URLResolver | None = None, route: str = "", space: str = ""
) -> Iterator[Address]:
    """Through all includes. Static files are not among them: WhiteNoise answers before any address is looked up."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(space + (pattern.name or here), here, pattern.callback)
        else:
            yield from every_address(
                pattern, here, f"{space}{pattern.namespace}:" if pattern.namespace else space
            )
