"""Which machine and process made a file, and whether that process still runs."""

from __future__ import annotations

import os
import sys
from zlib import crc32

from model.values.unseen_characters import without_unseen


def machine() -> str:
    """The name of this machine in its network."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def user() -> str:
    """The user's name on this machine; "" where nothing says it."""
    names = (os.environ.get(key) for key in ("USERNAME", "USER", "LOGNAME"))
    name = next(filter(None, names), None) or _account()
    return without_unseen(name.encode("utf-8", "replace").decode())


def called(name: str, machine_name: str) -> str:
    """A user of a machine as the others call them: 「田中 さん」; who has no name is known by the machine."""
    from model.language import phrase  # few files have another user

    if name:
        return phrase("{name} さん", name=name)
    return (
        phrase("{machine} の利用者", machine=machine_name)
        if machine_name
        else phrase("名前の分からない利用者")
    )


def machine_mark() -> str:
    """Eight hexadecimal digits that stand for this machine in names of files."""
    return f"{crc32(machine().encode('utf-8', 'replace')):08x}"


def is_running(process: int) -> bool:
    """Whether a process of this machine runs; one that cannot be looked at counts as running."""
    if process <= 0:
        return False
    if sys.platform == "win32":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


if sys.platform == "win32":

    def _account() -> str:
        return ""

    def _is_running_on_windows(process: int) -> bool:
        """os.kill would end it there."""
        import ctypes

        looks, not_there, still_active = 0x1000, 87, 259
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(looks, False, process)
        if not handle:
            return ctypes.get_last_error() != not_there
        code = ctypes.c_ulong()
        is_known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return not is_known or code.value == still_active

else:

    def _account() -> str:
        """The name of this user's account, for a program that is started without an environment."""
        import pwd

        try:
            return pwd.getpwuid(os.getuid()).pw_name
        except KeyError:  # a container may have users without accounts
            return ""
