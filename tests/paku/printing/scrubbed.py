"""``python -m tests.paku.printing.scrubbed``: starts anew as the press does, and says what environment is left."""

import os
import sys
from pathlib import Path

from paku.printing.confine import scrub_environment

if __name__ == "__main__":
    scrub_environment("tests.paku.printing.scrubbed")
    started_with = Path("/proc/self/environ")
    sys.stdout.write(started_with.read_text() if started_with.exists() else "")
    sys.stdout.writelines(f"{name}={value}\n" for name, value in os.environ.items())
