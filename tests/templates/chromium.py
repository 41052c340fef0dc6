"""A headless Chromium that opens pages one after the other, driven over a pipe by the DevTools protocol.

One process opens hundreds of pages; nothing is needed but the browser itself.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal

import pytest

CHROMIUM: Final = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None or os.name == "nt", reason="Chromium is not installed, or takes no pipe on this system"
)
_WORDS: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--remote-debugging-pipe",
)
_PATIENCE: Final = 60  # seconds for one answer
Theme = Literal["light", "dark"]


class Chromium:
    """A running browser with one tab."""

    def __enter__(self) -> Chromium:
        """Start it."""
        assert CHROMIUM is not None
        self._folder = tempfile.mkdtemp()
        its_in, ours_out = os.pipe()
        ours_in, its_out = os.pipe()
        quiet = os.open(os.devnull, os.O_RDWR)
        self._process = os.posix_spawn(
            CHROMIUM,
            [CHROMIUM, *_WORDS, f"--user-data-dir={self._folder}", "about:blank"],
            os.environ,
            file_actions=[
                *((os.POSIX_SPAWN_DUP2, quiet, stream) for stream in (0, 1, 2)),
                (os.POSIX_SPAWN_DUP2, its_in, 3),
                (os.POSIX_SPAWN_DUP2, its_out, 4),
            ],
            setpgroup=0,
        )
        for end in (its_in, its_out, quiet):
            os.close(end)
        self._in, self._out = ours_in, os.fdopen(ours_out, "wb")
        self._read = b""
        self._numbers = count(1)
        self._session = ""
        tab = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
        self.ask("Page.enable")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, and take its folder away."""
        with suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._in)
        with suppress(BrokenPipeError):
            self._out.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def ask(self, method: str, **words: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": words}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        return self._wait(lambda heard: heard.get("id") == number)

    def open(self, page: Path, width: int, theme: Theme = "light", *, height: int = 900) -> None:
        """Open a page in a window of a width in CSS pixels, light or dark, and wait until it is there."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        self.go(page.as_uri())
        # what follows from what scrolls is known in the frame after the first
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def go(self, address: str) -> None:
        """Go to an address, and wait until the page is there."""
        self.ask("Page.navigate", url=address)
        self._wait(lambda heard: heard.get("method") == "Page.loadEventFired")

    def run(self, script: str) -> Any:
        """What a script gives that runs in the page; a promise is waited for."""
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _wait(self, is_it: Any) -> dict[str, Any]:
        while True:
            while b"\0" not in self._read:
                ready, _, _ = select.select([self._in], [], [], _PATIENCE)
                assert ready, "Chromium does not answer"
                data = os.read(self._in, 1 << 20)
                assert data, "Chromium has ended"
                self._read += data
            line, _, self._read = self._read.partition(b"\0")
            heard = json.loads(line)
            if is_it(heard):
                assert "error" not in heard, heard["error"]
                return heard.get("result", heard)
