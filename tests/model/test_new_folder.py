"""A folder that is replaced by another: what stood there is there until the other one is, whatever ends the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from model.files import leftovers
from model.files.new_folder import new_folder, put_back


class KilledError(BaseException):
    """The program is killed: nothing is done after it."""


def _site(folder: Path, words: str) -> None:
    with new_folder(folder) as made:
        (made / "index.html").write_text(words, encoding="utf-8")


@pytest.fixture
def killed_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of a site that was renamed aside when the program was killed, before the new one had its name."""
    site, rename, renamed = tmp_path / "site", Path.rename, list[Path]()
    _site(site, "old")

    def first_only(path: Path, target: Path) -> Path:
        if renamed:
            raise KilledError
        renamed.append(path)
        return rename(path, target)

    with monkeypatch.context() as death:
        death.setattr(Path, "rename", first_only)
        with pytest.raises(KilledError):
            _site(site, "new")
    assert not site.exists()
    monkeypatch.setattr(leftovers, "is_running", lambda _: False)
    return site


def test_a_kill_between_two_renames(killed_site: Path) -> None:
    """The next start puts back what stood there, and leaves nothing beside it; another folder's is not touched."""
    put_back(killed_site.with_name("other"))
    assert not killed_site.exists()
    put_back(killed_site)
    assert (killed_site / "index.html").read_text(encoding="utf-8") == "old"
    assert list(killed_site.parent.iterdir()) == [killed_site]


def test_what_was_renamed_aside_is_no_temporary_folder(killed_site: Path) -> None:
    """Clearing the folders of programs that have ended leaves it, so that it can still be put back."""
    leftovers.clear_folders(killed_site.parent)
    put_back(killed_site)
    assert (killed_site / "index.html").is_file()


def test_what_was_replaced_since(killed_site: Path) -> None:
    """Where another folder has taken the place meanwhile it stays, and the older one goes."""
    _site(killed_site, "newer")
    put_back(killed_site)
    assert (killed_site / "index.html").read_text(encoding="utf-8") == "newer"
    assert list(killed_site.parent.iterdir()) == [killed_site]


@pytest.mark.skipif(not hasattr(os, "sync"), reason="Windows cannot flush all at once")
def test_a_folder_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are flushed before the older folder is moved, and the names of both behind it: a power cut leaves one of them whole."""
    target = tmp_path / "site"
    target.mkdir()
    done: list[str] = []
    sync, fsync, rename = os.sync, os.fsync, Path.rename

    def noted(path: Path, to: Path) -> Path:
        done.append("move")
        return rename(path, to)

    monkeypatch.setattr(os, "sync", lambda: (done.append("files"), sync()))
    monkeypatch.setattr(os, "fsync", lambda file: (done.append("names"), fsync(file)))
    monkeypatch.setattr(Path, "rename", noted)
    with new_folder(target) as made:
        (made / "index.html").write_text("new", encoding="utf-8")
    assert done == ["files", "move", "move", "names"]
