"""What of this room belongs to a whole file, and what is left out of it and why."""

from pathways.file_parts import documents, ends, errands, goals, left_out, visits  # noqa: F401  they register their own
