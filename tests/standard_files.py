"""The shipped Standards' files, and copies of them with something changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.samples import ROOT

STANDARDS: Final = ROOT / "templates" / "standards"
FILES: Final[dict[str, str]] = {
    f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8")
    for name in ("japan", "tottori")
    for path in sorted((STANDARDS / name).glob("*.toml"))
}
"""The text of each file of 鳥取県's Standard and of what it builds on: 「tottori/forms.toml」."""
MAIN: Final = "tottori/standard.toml"


def file_with(words: str) -> str:
    """The first file that has these words."""
    return next(name for name, text in FILES.items() if words in text)


def written(folder: Path, changed: Mapping[str, str | bytes]) -> Path:
    """Write the files into a folder, some with another text; the folder of 鳥取県's Standard in it."""
    for name, text in {**FILES, **changed}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder / "tottori"


def replaced(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the files with words replaced in the first file that has them; the folder of 鳥取県's Standard."""
    texts: dict[str, str] = {}
    for old, new in changes:
        name = file_with(old)
        texts[name] = texts.get(name, FILES[name]).replace(old, new)
    return written(folder, texts)
