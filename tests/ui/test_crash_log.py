"""What nobody caught goes to a log file, and the writer is told a sentence; typing goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.document.unsaved import Unsaved
from model.edits.fields import set_value
from tests.samples import one_line
from ui.window import crash_log
from ui.window.files.journal import Journal


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[str]]:
    """What the writer was told, with the log in a folder of its own."""
    monkeypatch.setattr(crash_log, "log_path", lambda: tmp_path / "log" / "yosancho.log")
    monkeypatch.setattr(logging.getLogger(crash_log.LOGGER_NAME), "handlers", [])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    sentences: list[str] = []
    crash_log.start(sentences.append)
    yield sentences
    for handler in logging.getLogger(crash_log.LOGGER_NAME).handlers:
        handler.close()


def fail() -> None:
    """Let something nobody catches reach the hook."""
    try:
        raise ValueError("思わぬ値")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_the_writer_is_told_a_sentence_without_a_traceback(told: list[str], tmp_path: Path) -> None:
    """The sentence says that what was typed is kept and where the record is; the traceback is in the record."""
    fail()

    (sentence,) = told
    assert "入力した内容は残っています" in sentence
    assert str(tmp_path / "log" / "yosancho.log") in sentence
    assert "Traceback" not in sentence
    record = (tmp_path / "log" / "yosancho.log").read_text(encoding="utf-8")
    assert 'raise ValueError("思わぬ値")' in record  # the program's own line
    assert "\nbuiltins.ValueError: (4 characters)\n" in record


class RequestError(Exception):
    """An error of a library, whose words nobody here knows."""


@pytest.mark.parametrize("kind", [ValueError, KeyError, RequestError, AssertionError])
def test_the_log_holds_nothing_of_a_request(told: list[str], tmp_path: Path, kind: type[Exception]) -> None:
    """What was typed or read, and the name of a file, may stand in the words of an error, and in those of the one before it."""
    words, file = "除雪委託料1234千円", tmp_path / "除雪委託料.yosan"
    try:
        try:
            file.read_bytes()
        except OSError as before:
            raise kind(words) from before
    except kind as error:
        sys.excepthook(type(error), error, error.__traceback__)
    try:
        getattr(None, "lines")  # noqa: B009 - as an attribute that is not there
    except AttributeError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    (log,) = (tmp_path / "log").iterdir()
    record = log.read_text(encoding="utf-8")
    assert "raise kind(words) from before" in record
    assert f"{kind.__qualname__}: (" in record
    assert "FileNotFoundError: ENOENT" in record
    assert "'NoneType' object has no attribute 'lines'" in record  # what helps and has no value
    assert words not in record
    assert file.name not in record


def test_a_copy_that_fails_is_logged_without_its_request(told: list[str], tmp_path: Path) -> None:
    """That no copy of unsaved work can be kept stands in the log with why, not with what the work says."""
    journal = Journal(tmp_path / "recovery")
    work = Unsaved(set_value(one_line(), "header/name", "除雪委託"), tmp_path / "除雪委託.yosan", b"1", 0)
    (tmp_path / "recovery").write_bytes(b"a file stands where the folder is to be")
    assert journal.write(work, journal.turn)
    record = (tmp_path / "log" / "yosancho.log").read_text(encoding="utf-8")
    assert "no copy of unsaved work" in record
    assert "除雪" not in record


def test_no_log_is_made_before_something_is_wrong(told: list[str], tmp_path: Path) -> None:
    """On a good day no file is written."""
    assert told == []
    assert not (tmp_path / "log" / "yosancho.log").exists()
