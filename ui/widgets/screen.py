"""Whether this machine can show a window: a screen to show it on, and the system libraries that Qt is linked with.

No Qt is imported at the top, so that the question can be asked where Qt cannot be loaded.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from model.values.pattern import lazy_pattern

SETUP: Final = "python3 .ci/start.py"
_ABSENT: Final = lazy_pattern(r"(lib[\w+.-]{1,80}\.so[\w.]{0,40})(?=: cannot open shared object file)")
_LOCAL_SCREEN: Final = lazy_pattern(r"(?:unix)?:([0-9]+)(?:\.[0-9]+)?")
_X11_SOCKETS: Final = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server listens
_NEED_A_SCREEN: Final = ("xcb", "wayland")


def has_display() -> bool:
    """Whether there is a screen to open a window on; elsewhere than on Linux there always is."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(_NEED_A_SCREEN):
        return True  # offscreen, vnc and the like bring their own
    return _has_wayland() or _has_x11()


def missing_library() -> str:
    """The file name of a system library that a window needs and that this machine does not have; "" for none.

    Qt ends the process where the plugin of its platform cannot be loaded, so the plugin is tried before Qt does.
    """
    try:
        from PySide6 import QtWidgets  # noqa: F401 - is loaded with everything that it is linked with
        from PySide6.QtCore import QLibraryInfo, QPluginLoader
    except ImportError as error:
        absent = _ABSENT.search(str(error))
        return absent[1] if absent else "PySide6"
    if not sys.platform.startswith("linux"):
        return ""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    lacking = ""
    for platform in _platforms():
        loader = QPluginLoader(str(plugins / f"libq{platform}.so"))
        if loader.load():
            return ""
        absent = _ABSENT.search(loader.errorString())
        lacking = lacking or (absent[1] if absent else platform)
    return lacking


def missing_sentence(library: str) -> str:
    """What to say to a person where a library is missing: which, and the command that installs it."""
    return (
        f"画面の部品 {library} がこのパソコンにないため、窓を開けません。「{SETUP}」を実行すると入ります"
        "（check・export・import などの命令は、このままでも使えます）。"
    )


def _platforms() -> list[str]:
    """The platforms that Qt will try, in order."""
    chosen = [name.partition(":")[0] for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    if chosen:
        return chosen
    return [*(["wayland"] if _has_wayland() else []), *(["xcb"] if _has_x11() else [])]


def _has_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", ""), name).exists()


def _has_x11() -> bool:
    """Whether the X server of ``DISPLAY`` is there; one of another machine is taken to be."""
    name = os.environ.get("DISPLAY", "")
    local = _LOCAL_SCREEN.fullmatch(name)
    return (_X11_SOCKETS / f"X{local[1]}").exists() if local else bool(name)
