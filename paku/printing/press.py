"""The press: a process of its own that makes PDFs, one short-lived child a paper.

``python -m paku.printing.press /abs/press.sock`` (or ``tcp://host:port``). It imports neither Django nor settings, has
no keys in its environment and no way to the network where the system allows that; a line on standard error says which.
A page that hangs, swells or crashes takes only its own child with it. It ends with its parent and on SIGTERM.
"""

import argparse
import gc
import os
import shutil
import signal
import socket
import sys
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path

from paku.printing import confine, wire
from paku.printing.jobs import Press
from paku.printing.typesetting import FONTS, Typesetter, prepare

BACKLOG = 128  # more than are kept waiting, so that those too many hear "busy" and not nothing


def listen(address: str) -> socket.socket:
    """A socket that is bound but does not listen yet.

    A dead press's socket file is replaced; a living one's is not, nor is anything that is no socket.
    """
    place = wire.parse_address(address)
    if not isinstance(place, Path):
        return _bound(socket.AF_INET6 if ":" in place[0] else socket.AF_INET, place)
    if place.exists():
        if not place.is_socket():
            raise SystemExit("What is at this address is not a press's socket.")
        try:
            wire.connect(address, timeout=1).close()
        except ConnectionRefusedError:
            place.unlink()
        except OSError as reason:  # too busy to answer, perhaps: not ours to replace
            raise SystemExit(f"A press may be at this address already ({reason}).") from reason
        else:
            raise SystemExit("A press already works at this address.")
    old = os.umask(0o177)
    try:
        with wire.short(place) as name:
            return _bound(socket.AF_UNIX, name)
    finally:
        os.umask(old)


def _bound(family: int, place: "str | tuple[str, int]") -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(place)
    return listener


def warmed() -> Typesetter:
    """The typesetter that children share: everything read, its fonts put away.

    Newer Pango keeps a thread for each list of fonts. A thread does not live on in a forked child, which would wait
    for it for ever; it ends with its list, so the press puts its own away and each child opens one (milliseconds).
    """
    if not any(FONTS.glob("*.ttf")):  # without a font the whole process would end, and not say why
        raise SystemExit(f"The press cannot set a page: there are no fonts in {FONTS}.")
    try:
        with redirect_stdout(sys.stderr):  # WeasyPrint's own advice first, our sentence last
            typesetter = Typesetter()
    except OSError as reason:
        raise SystemExit(f"The press cannot set a page: is Pango there? ({reason})") from reason
    typesetter.warm_up()
    typesetter.put_fonts_away()
    gc.collect()
    gc.freeze()  # a child that swept what it shares with the press would copy all of it
    return typesetter


def threads_left(patience: float = 2.0) -> int:
    """How many threads there are besides this one, once those that are ending have ended; 0 where nobody tells."""
    threads = Path("/proc/self/task")
    until = time.monotonic() + patience
    while threads.is_dir() and (left := len(list(threads.iterdir())) - 1):
        if time.monotonic() > until:
            return left
        time.sleep(0.01)
    return 0


def working_folder(address: str) -> Path:
    """Where font lists are kept while it runs: beside the socket, so that a killed press's is found and replaced."""
    place = wire.parse_address(address)
    if not isinstance(place, Path):
        return Path(tempfile.mkdtemp(prefix="paku-press-"))
    folder = place.with_name(f"{place.name}.fonts")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return folder


def run(address: str, limits: confine.Limits) -> None:
    """Sets the press up and serves."""
    parent = os.getppid()  # now: where nobody ends us with it, it may be gone before we are warm
    confine.die_with_parent()
    listener = listen(address)
    mine = _number_of(address)
    network = "closed" if confine.close_network() else "open"
    confine.keep_to_itself()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    folder = working_folder(address)
    try:
        prepare(folder)
        typesetter = warmed()
        left = threads_left()
        press = Press(listener, typesetter, limits, network, parent)
        listener.listen(BACKLOG)
        sys.stderr.write(f"press: ready; network: {network}; threads besides its own: {left}\n")
        sys.stderr.flush()
        press.serve()
    finally:
        if _number_of(address) == mine:  # else another press has taken the place
            if isinstance(place := wire.parse_address(address), Path):
                place.unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)


def _number_of(address: str) -> int:
    """The socket file's own number, by which a press knows it from one that has taken its place; 0 without a file."""
    place = wire.parse_address(address)
    return place.stat().st_ino if isinstance(place, Path) and place.exists() else 0


def main() -> None:
    """Reads the command line. The limits are there for tests and for machines with less room."""
    confine.scrub_environment("paku.printing.press")
    usual = confine.Limits()
    parser = argparse.ArgumentParser(prog="paku.printing.press")
    parser.add_argument("address")
    parser.add_argument("--memory", type=int, default=usual.memory)
    parser.add_argument("--cpu", type=int, default=usual.cpu)
    parser.add_argument("--wall", type=float, default=usual.wall)
    wanted = parser.parse_args()
    run(wanted.address, confine.Limits(memory=wanted.memory, cpu=wanted.cpu, wall=wanted.wall))


if __name__ == "__main__":
    main()
