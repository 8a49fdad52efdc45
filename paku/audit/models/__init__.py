"""Entry (what happened) and Seal (the chain that shows whether an entry was touched)."""

from paku.audit.models.entry import Entry
from paku.audit.models.seal import Seal

__all__ = ["Entry", "Seal"]
