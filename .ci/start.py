r"""Set everything up in .venv, then run the program or its tests; needs nothing but Python 3.11 with venv.

    python3 .ci/start.py [FILE]                the window; without a display the real sheet is checked and exported
    python3 .ci/start.py test [PYTEST WORDS]   the tests
    python3 .ci/start.py lint                  ruff and mypy
    python3 .ci/start.py build                 the application in one folder, dist/yosancho

On Windows: ``py .ci\start.py``. What is installed already is left as it is, so a second start needs no network. On
Debian and Ubuntu the system libraries that Qt is linked with are installed where they are missing: this is said
before, done as root or by sudo without a password, and else the line to run is printed. Everything after the set-up
is main.py or pytest; nothing is decided here.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LIBRARIES = [
    *("libgl1", "libegl1", "libglib2.0-0", "libfontconfig1", "libdbus-1-3", "libxkbcommon0"),
    *("libxkbcommon-x11-0", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0"),
    *("libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0"),
    *("libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1"),
]
"""Debian's packages of what Qt's window and its X11 platform are linked with; later releases know these names too."""

LIBRARY_CHECK = "import sys; from ui.widgets import screen; sys.exit(screen.missing_library() or 0)"
"""Prints the first missing library and exits with 1; exits with 0 where there is none."""


EXTRAS = {"": ".", "test": ".[test]", "lint": ".[test,lint]", "build": ".[test,lint,build]"}
"""What pip installs for each action; each has in it what stands before it."""

APPLICATION = ROOT / ".ci" / "application" / "yosancho.spec"
"""The recipe of the application in one folder."""


def main(words: list[str]) -> int:
    """Set up what the words need, then run it; the exit code."""
    use_a_new_python(words)
    action = words[0] if words and words[0] in EXTRAS else ""
    make_environment()
    install(list(EXTRAS.values())[list(EXTRAS).index(action) :])
    if action in ("", "test"):
        install_libraries()
    if action == "test":
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start the program some hundred times
        return run(PYTHON, "-m", "pytest", *words[1:])
    if action == "lint":
        commands = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("mypy", __file__))
        return max(
            *(run(PYTHON, "-m", *command) for command in commands), run(PYTHON.parent / "lint-imports")
        )
    if action == "build":
        return run(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", APPLICATION)
    return run(PYTHON, ROOT / "main.py", *words, cwd=None)


def use_a_new_python(words: list[str]) -> None:
    """Go on under a Python that is new enough, where this one is too old and there is one on the PATH."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            sys.exit(run(newer, __file__, *words, cwd=None))
    stop(
        f"Python {'.'.join(map(str, OLDEST))} or later is needed; this is {sys.version.split()[0]}."
        " Install it (python.org, or your system's package), then run this command with it."
    )


def make_environment() -> None:
    """Make .venv, and make it anew where its Python is gone, as in a folder that was moved."""
    if works(PYTHON, "-c", "import pip"):
        return
    say(f"Making the virtual environment {VENV}")
    if not works(
        sys.executable, "-c", "import ensurepip, venv"
    ):  # Debian keeps them in a package of their own
        install_packages(
            [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"],
            f"Python's venv is missing ({sys.executable})",
        )
    if run(sys.executable, "-m", "venv", "--clear", VENV):
        stop(f"The virtual environment {VENV} could not be made: see above.")


def install(wanted: list[str]) -> None:
    """Install the first of these unless it, or one that has it in it, was installed from the same pyproject.toml."""
    project = f"{ROOT}\n".encode() + (ROOT / "pyproject.toml").read_bytes()
    states = [hashlib.sha256(what.encode() + project).hexdigest() for what in wanted]
    done = VENV / "yosancho-installed"
    known = done.read_text().split() if done.exists() else []
    if set(states) & set(known):
        return
    say(f"Installing {wanted[0]} with pip into {VENV}")
    if run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", wanted[0]):
        stop("pip could not install what is needed: see above. A package index must be in reach.")
    done.write_text("\n".join([*known, states[0]]))


def install_libraries() -> None:
    """Install the system libraries of Qt where one is missing; where that cannot be done the rest still works."""
    check = subprocess.run([PYTHON, "-c", LIBRARY_CHECK], cwd=ROOT, stderr=subprocess.PIPE, env=x11_wanted())
    if check.returncode:
        install_packages(LIBRARIES, f"Qt's window needs {check.stderr.decode().strip()}, which is missing")


def x11_wanted() -> dict[str, str] | None:
    """The environment in which the library check looks at what a window on a screen would need, Linux or not."""
    return {**os.environ, "QT_QPA_PLATFORM": "xcb"} if sys.platform.startswith("linux") else None


def install_packages(names: list[str], why: str) -> None:
    """Install Debian's packages as root or by sudo; else print the line that does."""
    line = f"apt-get install -y --no-install-recommends {' '.join(names)}"
    if not shutil.which("apt-get"):
        say(f"{why}. Install it with your system's package manager (on Debian: {' '.join(names)}).")
        return
    if os.geteuid() == 0:
        sudo = []
    elif shutil.which("sudo") and works("sudo", "-n", "true"):
        sudo = ["sudo", "-n"]
    else:
        say(f"{why}. To install it, run as root:\n    {line}")
        return
    say(f"{why}. Installing: {line}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*line.split(), "-qq"]):
        if subprocess.run([*sudo, *command], stdout=subprocess.DEVNULL, env=environment).returncode:
            say("apt-get did not succeed: see above. Going on without.")
            return


def works(*command: str | Path) -> bool:
    """Whether a command can be started and succeeds; what it prints is not shown."""
    try:
        quiet = subprocess.DEVNULL
        return subprocess.run(command, stdout=quiet, stderr=quiet).returncode == 0
    except OSError:
        return False


def run(*command: str | Path, cwd: Path | None = ROOT) -> int:
    """Run a command and wait for it; its exit code."""
    try:
        return subprocess.run([str(word) for word in command], cwd=cwd).returncode
    except KeyboardInterrupt:
        return 130


def say(sentence: str) -> None:
    """Print a line of the set-up; on stderr, since stdout belongs to what is run."""
    print(f"[.ci/start.py] {sentence}", file=sys.stderr, flush=True)


def stop(sentence: str) -> NoReturn:
    """Say why it does not go on, and end with 2."""
    say(sentence)
    sys.exit(2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
