"""Names of files: what a person writes as 事業名 becomes a name that every system takes; two names are never one file."""

from __future__ import annotations

import ntpath
import unicodedata
from itertools import islice
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.files.file_names import LONGEST, TakenNames, fitting, safe_stem
from model.files.files import write_files

TEXT = st.text(st.characters(), max_size=300)
NEAR = st.text(st.sampled_from('aAａ が\u3099か.\x00\n\u202e\ud800/\\:*?"<>|conNUL1¹ \u3000'), max_size=12)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("住基ネットワーク運営事業", "住基ネットワーク運営事業"),
        ("A/B:C*D", "A B C D"),
        ("事業\x00名", "事業 名"),
        ("事業\n名\t", "事業 名"),
        ("事\u202e業", "事業"),
        ("\ud800事業", "事業"),
        ("事業。", "事業。"),
        ("R8.4", "R8.4"),
        ("..", ""),
        (".事業. ", "事業"),
        ("\u3000事業\u3000", "事業"),
        ("con", "con_"),
        ("NUL.2", "NUL_.2"),
        ("COM¹", "COM¹_"),
        ("icon", "icon"),
        ("CONTROL", "CONTROL"),
        ("NUL 事業", "NUL 事業"),
        ("\x00", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_safe_stem(text: str, stem: str) -> None:
    """What Windows refuses, and what nobody sees, is not in the name; the rest stays as it was written."""
    assert safe_stem(text) == stem


# Python 3.13 has it in ntpath, and warns of the older way.
is_reserved = getattr(ntpath, "isreserved", None) or (lambda name: PureWindowsPath(name).is_reserved())


@given(TEXT | NEAR)
@example("aux")
@example("con .x")
def test_every_name_is_valid_everywhere(text: str) -> None:
    """Whatever 事業名 holds, its file can be written here, and its name is one on Windows and macOS too."""
    stem = fitting(safe_stem(text), (".html",)) or "無題"
    name = f"{stem}.html"
    assert not set(name) & set('\\/:*?"<>|')
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name)
    assert not name.startswith((" ", "."))
    assert not is_reserved(name)
    assert len(name.encode()) <= LONGEST
    assert safe_stem(stem) == stem
    with TemporaryDirectory() as folder:
        (path,) = write_files({Path(folder) / name: b""})
        assert [found.name for found in Path(folder).iterdir()] == [path.name]


@given(TEXT, st.lists(TEXT, max_size=3))
def test_fitting_cuts_no_more_than_it_must(stem: str, behind: list[str]) -> None:
    """A name within 255 bytes stays; a longer one is cut between characters, as little as is needed."""
    behind = [ending[:30] for ending in behind]
    longest = max((len(ending.encode("utf-8", "replace")) for ending in behind), default=0)
    found = fitting(stem, behind)
    size = len(stem.encode("utf-8", "replace")) + longest
    assert stem.startswith(found)
    assert len(found.encode("utf-8", "replace")) + longest <= LONGEST
    assert (found == stem) == (size <= LONGEST) or stem != stem.rstrip()
    if size > LONGEST and found and not stem[len(found)].isspace():
        assert len(stem[: len(found) + 1].encode("utf-8", "replace")) + longest > LONGEST


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("要求書", "要求書"),
        ("Request", "REQUEST"),
        ("Ａ", "ａ"),
        ("がん対策", unicodedata.normalize("NFD", "がん対策")),
        ("É", unicodedata.normalize("NFD", "é")),
    ],
)
def test_names_that_a_system_takes_for_one(first: str, second: str) -> None:
    """Names that differ in case or in how their characters are composed are one name; the second gets 「-2」."""
    names = TakenNames()
    names.take(next(names.free(first, [".html"])), [".html"])
    assert next(names.free(second, [".html"])) == f"{second}-2"
    assert next(names.free(second, [".xlsx"])) == second


def test_the_whole_set_moves() -> None:
    """Where one of a request's files would stand on another's, all of them get another name."""
    names = TakenNames()
    names.take("橋", [".html", "-債務負担行為1.html"])
    assert next(names.free("橋-債務負担行為1", [".html"])) == "橋-債務負担行為1-2"
    names = TakenNames()
    names.take("橋-債務負担行為1", [".html"])
    assert next(names.free("橋", [".html", "-債務負担行為1.html", ".xlsx"])) == "橋-2"


@given(st.lists(st.tuples(NEAR | st.just("業" * 90), st.sampled_from([(".html",), (".html", "-債務負担行為1.html")])), max_size=8))  # fmt: skip
def test_no_two_sources_share_a_file(sources: list[tuple[str, tuple[str, ...]]]) -> None:
    """Of any sources, however they are called, every file has a name of its own, within 255 bytes."""
    names, written = TakenNames(), []
    for stem, endings in sources:
        free = next(names.free(stem, endings))
        names.take(free, endings)
        written += [unicodedata.normalize("NFC", free + ending).casefold() for ending in endings]
        assert all(len((free + ending).encode("utf-8", "replace")) <= LONGEST for ending in endings)
    assert len(set(written)) == len(written)


def test_free_names_go_on() -> None:
    """「-2」, 「-3」 …: there is always another one, also behind a name that fills its room."""
    assert list(islice(TakenNames().free("x", [".y"]), 3)) == ["x", "x-2", "x-3"]
    long = list(islice(TakenNames().free("業" * 100, [".yosan"]), 2))
    assert long == ["業" * 83, "業" * 82 + "-2"]
