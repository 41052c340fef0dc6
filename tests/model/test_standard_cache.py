"""The copy of a Standard that was read before: never another Standard than the files say, and no trouble where none can be kept."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path
from zlib import crc32

import msgspec
import pytest

from model.standard.standard import Standard
from model.standard_folder import cache, load
from model.standard_folder.cache import through_cache
from model.standard_folder.files import StandardError, folders_of
from tests.samples import ROOT

SHIPPED = ROOT / "templates" / "standards" / "tottori"


class Reader:
    """Reads the Standard of a folder and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.times = 0

    def read(self) -> Standard:
        """Read it."""
        self.times += 1
        return load.load(self.folder)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A reader of a folder of its own."""
    shutil.copytree(SHIPPED, tmp_path / "standard")
    return Reader(tmp_path / "standard")


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """The folder of the copies, which is made when the first is kept."""
    return tmp_path / "cache" / "yosancho"


def content(standard: Standard) -> object:
    """All that a Standard says; two that were read apart are never equal themselves."""
    return msgspec.to_builtins(standard, str_keys=True)


def get(reader: Reader, copies: Path) -> Standard:
    """The Standard as a start gets it."""
    return through_cache(reader.folder, reader.read, folders_of, copies)


def test_second_start_takes_the_copy(reader: Reader, copies: Path) -> None:
    """The first start reads the files, the second takes the copy, which is the same Standard."""
    first = content(get(reader, copies))
    assert content(get(reader, copies)) == first == content(load.load(SHIPPED))
    assert reader.times == 1
    assert len(list(copies.iterdir())) == 1


@pytest.mark.parametrize("name", ["standard.toml", "sheet.css", "more/words.toml"])
def test_any_changed_file_of_the_folder_is_seen(reader: Reader, copies: Path, name: str) -> None:
    """Where a file of the folder is changed, or a new one stands there, the files are read again; the copy is replaced."""
    get(reader, copies)
    path = reader.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + "\n", encoding="utf-8")
    get(reader, copies)
    assert reader.times == 2
    get(reader, copies)
    assert reader.times == 2
    assert len(list(copies.iterdir())) == 1


def test_changed_words_are_those_of_the_next_start(reader: Reader, copies: Path) -> None:
    """A word that is changed in the file is changed in the next window."""
    get(reader, copies)
    path = reader.folder / "standard.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('government = "鳥取県"', 'government = "鳥取の県"'), encoding="utf-8")
    assert get(reader, copies).government == "鳥取の県"


def test_changed_words_of_what_it_builds_on_are_seen(copies: Path, tmp_path: Path) -> None:
    """A word that is changed in the folder that the Standard builds on is changed in the next window too."""
    for name in ("tottori", "japan"):
        shutil.copytree(SHIPPED.parent / name, tmp_path / name)
    reader = Reader(tmp_path / "tottori")
    get(reader, copies)
    get(reader, copies)
    assert reader.times == 1
    with (tmp_path / "japan" / "labels.toml").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    get(reader, copies)
    assert reader.times == 2


def test_another_folder_to_build_on_is_seen(reader: Reader, copies: Path, tmp_path: Path) -> None:
    """A folder that is put beside the Standard's, under the name of the one that it builds on, is the one from then on."""
    get(reader, copies)
    shutil.copytree(SHIPPED.parent / "japan", tmp_path / "japan")
    get(reader, copies)
    get(reader, copies)
    assert reader.times == 2


def test_another_program_reads_anew(
    reader: Reader, copies: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A copy that another version of the program has left is not used: it may understand the same file otherwise."""
    get(reader, copies)
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "standard.py").write_text("# another version\n", encoding="utf-8")
    monkeypatch.setattr(cache, "_MODEL", tmp_path / "model")
    get(reader, copies)
    assert reader.times == 2


@pytest.mark.parametrize("at", [0, 40, 100, 30_000, -1])
def test_damaged_copy_is_not_used(reader: Reader, copies: Path, at: int) -> None:
    """One flipped bit anywhere in the copy, and the files are read."""
    whole = content(get(reader, copies))
    (copy,) = copies.iterdir()
    data = bytearray(copy.read_bytes())
    data[at] ^= 4
    copy.write_bytes(data)
    assert content(get(reader, copies)) == whole
    assert reader.times == 2


@pytest.mark.parametrize("length", [0, 10, 64, 1_000])
def test_cut_off_copy_is_not_used(reader: Reader, copies: Path, length: int) -> None:
    """Half a copy, as after a crash, is none."""
    whole = content(get(reader, copies))
    (copy,) = copies.iterdir()
    copy.write_bytes(copy.read_bytes()[:length])
    assert content(get(reader, copies)) == whole
    assert reader.times == 2


class Intruder:
    """Something whose pickle has a file made when it is read."""

    def __init__(self, made: Path) -> None:
        self.made = made

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.made,)


def test_copy_runs_nothing(reader: Reader, copies: Path, tmp_path: Path) -> None:
    """A whole copy that names a function of its own is not used, and the function is not called."""
    whole = content(get(reader, copies))
    (copy,) = copies.iterdir()
    made = tmp_path / "made"
    for foreign in (
        Intruder(made),
        (["."], [], pickle.dumps(Intruder(made))),
        ("three", "other", 1),
        "words",
    ):
        data = pickle.dumps(foreign)
        copy.write_bytes(crc32(data).to_bytes(4, "big") + data)
        assert content(get(reader, copies)) == whole
    assert reader.times == 5
    assert not made.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_beside_the_files_is_not_waited_for(reader: Reader, copies: Path) -> None:
    """A pipe in the folder of a Standard, under a name that nothing reads, keeps no start waiting."""
    os.mkfifo(reader.folder / "note.txt")
    whole = content(get(reader, copies))
    assert content(get(reader, copies)) == whole
    assert reader.times == 1


def test_no_folder_for_copies_is_no_trouble(reader: Reader, tmp_path: Path) -> None:
    """Where the folder of the copies cannot be made, each start reads the files."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    for _ in range(2):
        assert get(reader, tmp_path / "file" / "yosancho").printing.frames["content"] == "事業内容"
    assert reader.times == 2


def test_fault_in_the_file_is_told_also_where_there_is_a_copy(reader: Reader, copies: Path) -> None:
    """A Standard that became wrong is refused as without a copy; made right again, it is read."""
    get(reader, copies)
    path = reader.folder / "standard.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"misspelt = 1\n{text}", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(StandardError, match="misspelt"):
            get(reader, copies)
    path.write_text(text, encoding="utf-8")
    assert content(get(reader, copies)) == content(load.load(SHIPPED))
