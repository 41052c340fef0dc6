"""The press: sets a paper by Typst, as PDF for files and as SVG for the screen and the printer.

One ``Press`` keeps one compiler, which sets anew only what has changed. What a person typed goes to the template
(``paper.typ`` of the Standard) as JSON, so that nothing typed is ever markup.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias
from unicodedata import category

import msgspec

from model.files.files import FileError
from model.language import phrase
from model.request.place import Place
from model.standard_folder.files import found_in
from templates.paper.blocks import Paper

if TYPE_CHECKING:
    import typst

Kind: TypeAlias = Literal["pdf", "svg"]
TEMPLATE: Final = "paper.typ"
_FONT_PACKAGES: Final = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
_PROBE: Final = Path(__file__).with_name("probe.typ")
_SPOTS: Final = """
query(<spot>).map(mark => {
  let at = mark.location().position()
  mark.value.map(((where, aside)) => (where, at.page, at.x.pt() + aside, at.y.pt()))
}).flatten().chunks(4)
"""
"""Typst for where the marks of the template stand on the pages that were set last."""
_SIZE: Final = re.compile(rb'<svg viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_MISSING: Final = "〓"
"""What stands for a character that no font at hand can show, as printers have it."""
_JAPANESE: Final = "算"
_NO_FONT: Final = phrase(
    "用紙に組めませんでした（日本語の書体がこのパソコンにありません）。要求書は変わっていません。日本語の書体（Noto Sans CJK JPなど）を入れてから、もう一度してください。"
)
_NOT_SHOWN: Final = "could not be displayed with"
"""What Typst says of a character that its font lacks, where no other font has it."""


class Spot(NamedTuple):
    """Where a place of the request begins on the paper: its page from 0, and pt from the page's left and top edge."""

    place: Place
    page: int
    x: float
    y: float


class Page(NamedTuple):
    """A page as SVG, with its width and height in pt."""

    svg: bytes
    width: float
    height: float


class Pages(NamedTuple):
    """The pages of a paper, and where on them the places of the request stand, in their order."""

    pages: tuple[Page, ...]
    spots: tuple[Spot, ...]


class Press:
    """Sets papers, one at a time; threads wait for each other.

    Template and fonts are read with the first paper, in the thread that sets it: their drive may be slow.
    """

    def __init__(self, standard_folder: Path) -> None:
        """Make a press for the template in the folder of a Standard, or in the nearest that it builds on and that has one."""
        self._folder = standard_folder
        self._lock = Lock()
        self._shown: dict[str, bool] = {}  # whether a font at hand has a character

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return _compiler(found_in(self._folder, TEMPLATE))

    @cached_property
    def _has_japanese(self) -> bool:
        """Whether a font at hand has Japanese characters: those of the packages have, of the system's it is not known."""
        return bool(_font_folders()) or self._can_show(_JAPANESE)

    @cached_property
    def _probe(self) -> typst.Compiler:
        return _compiler(_PROBE)

    def pdf(self, paper: Paper) -> bytes:
        """The paper as PDF: tagged (PDF/UA-1), with the fonts in it; the same paper gives the same bytes.

        Raises:
            FileError: when it cannot be set.
        """
        with self._lock:
            return self._made(paper, "pdf")[0]

    def pages(self, paper: Paper) -> Pages:
        """The pages of the paper, exactly as the PDF has them.

        Raises:
            FileError: when it cannot be set.
        """
        with self._lock:
            svg = self._made(paper, "svg")
            found = self._compiler.eval(_SPOTS)  # of what was set just now, so that it cannot fail
        spots = msgspec.json.decode(found, type=list[tuple[Place, int, float, float]])
        return Pages(
            tuple(map(_page, svg)), tuple(Spot(place, page - 1, x, y) for place, page, x, y in spots)
        )

    def _made(self, paper: Paper, kind: Kind) -> list[bytes]:
        """The paper as one PDF, or its pages."""
        if not self._has_japanese:
            raise FileError(_NO_FONT)
        try:
            data = self._showable(msgspec.json.encode(paper).decode())
            made = self._compiled(data, kind)
        except (RuntimeError, OSError) as error:
            raise FileError(_failed(error)) from error
        files = made if isinstance(made, list) else [made]
        return [file for file in files if file is not None]

    def _compiled(self, data: str, kind: Kind) -> bytes | list[bytes] | list[bytes | None] | None:
        return self._compiler.compile(
            format=kind, sys_inputs={"data": data}, pdf_standards="ua-1" if kind == "pdf" else None
        )

    def _showable(self, text: str) -> str:
        """JSON with 「〓」 for each character that cannot be shown, and without those that are none (controls)."""
        if text.isascii():
            return text
        unknown = [sign for sign in set(text) if not _is_common(sign) and not self._can_show(sign)]
        return text.translate({ord(sign): _MISSING for sign in unknown}) if unknown else text

    def _can_show(self, sign: str) -> bool:
        if sign not in self._shown:
            try:
                self._probe.compile(format="pdf", sys_inputs={"sign": sign}, pdf_standards=["ua-1"])
                self._shown[sign] = True
            except RuntimeError:
                self._shown[sign] = False
        return self._shown[sign]


def _compiler(template: Path) -> typst.Compiler:
    """A compiler of a template, which reads nothing outside of its folder."""
    import typst  # 40 MB, read with the first paper

    fonts = _font_folders()
    return typst.Compiler(
        str(template), root=template.parent, font_paths=fonts, ignore_system_fonts=bool(fonts)
    )


def _font_folders() -> list[str]:
    """The folders of the font packages on Linux, where the same pages then come out on every machine.

    Elsewhere, and without the packages, there are none, and the system's fonts must do.
    """
    found: list[str] = []
    if sys.platform == "linux":
        for package in _FONT_PACKAGES:
            with suppress(ModuleNotFoundError):
                found.append(str(files(package)))
    return found


def _page(svg: bytes) -> Page:
    size = _SIZE.match(svg)
    assert size is not None
    return Page(svg, float(size[1]), float(size[2]))


def _is_common(sign: str) -> bool:
    """Whether any Japanese font has a character, or it is drawn by none (a variation of the one before, a joint)."""
    if category(sign) in ("Mn", "Cf"):
        return True
    try:
        sign.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _failed(error: Exception) -> str:
    """Why no page was set, as a sentence."""
    if _NOT_SHOWN in str(error):
        return _NO_FONT
    said = str(error).strip().splitlines()
    return phrase(
        "用紙に組めませんでした（{why}）。様式の設定の「{file}」を確かめるか、予算帖を入れ直してください。",
        why=said[0] if said else type(error).__name__,
        file=TEMPLATE,
    )
