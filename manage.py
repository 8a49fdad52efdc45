#!/usr/bin/env python3
"""The one entry. On a bare machine it first builds the environment, then runs what was asked.

python3 manage.py demo      everything set up and running, with the demo world
python3 manage.py test      everything set up, the whole suite
python3 manage.py COMMAND   any other command of Paku or Django
"""

import os
import shutil
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))


def use_a_new_enough_python() -> None:
    """Re-execute with a Python 3.11 or newer from PATH when this one is older (so: old syntax only)."""
    if sys.version_info >= (3, 11):
        return
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        found = shutil.which(name)
        if found:
            os.execv(found, [found] + sys.argv)
    sys.exit("Paku needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])


def main() -> None:
    """Build what is missing (this may re-execute inside .venv), then hand over to the command."""
    use_a_new_enough_python()
    sys.path.insert(0, ROOT)

    from paku.deploy import bootstrap

    bootstrap.ensure(ROOT, sys.argv)

    from paku.embedded import commands

    sys.exit(commands.run(sys.argv))


if __name__ == "__main__":
    main()
