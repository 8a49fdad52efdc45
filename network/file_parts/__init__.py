"""What of this room belongs to a whole file, and what is left out of it and why."""

from network.file_parts import agreed, around, meetings  # noqa: F401  they register their own
