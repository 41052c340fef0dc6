"""Whether anything opens a socket: what Python does is listened to, what other libraries leave open is looked at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_heard: list[str] = []
_listening = [False]


def _listen(event: str, _arguments: object) -> None:
    if _listening[0] and (event.startswith("socket.") or event == "urllib.Request"):
        _heard.append(event)


sys.addaudithook(_listen)  # for good: Python takes none away


def _open() -> set[str]:
    """The sockets that the process has open, on Linux."""
    folder = Path("/proc/self/fd")
    found: set[str] = set()
    for path in folder.iterdir() if folder.is_dir() else ():
        try:
            target = str(path.readlink())
        except OSError:  # the folder's own
            continue
        if target.startswith("socket:"):
            found.add(target)
    return found


@contextmanager
def no_socket() -> Iterator[None]:
    """Within this block nothing opens a socket."""
    before = _open()
    _heard.clear()
    _listening[0] = True
    try:
        yield
    finally:
        _listening[0] = False
    assert _heard == [], _heard
    assert _open() <= before
