"""Primary keys handed out one by one, fetched from the sequences by the block."""

from __future__ import annotations

from django.db import models

from paku.demo.copying import reserve

BLOCK = 400


class Keys:
    """`keys.give(Client)` is the next unused key; what a block has left over stays unused."""

    def __init__(self) -> None:
        self.blocks: dict[type[models.Model], list[int]] = {}

    def give(self, model: type[models.Model]) -> int:
        """One key of the model."""
        block = self.blocks.setdefault(model, [])
        if not block:
            block.extend(reversed(reserve(model, BLOCK)))
        return block.pop()
