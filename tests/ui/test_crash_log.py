"""What nobody caught goes to a log file, and the writer is told a sentence; typing goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.window import crash_log


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
    assert "ValueError: 思わぬ値" in record


def test_no_log_is_made_before_something_is_wrong(told: list[str], tmp_path: Path) -> None:
    """On a good day no file is written."""
    assert told == []
    assert not (tmp_path / "log" / "yosancho.log").exists()
