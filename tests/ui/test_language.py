"""The languages of the interface: every text of a converted room is translated, and what the program reads is what people wrote."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from model import language
from tests.texts import (
    JAPANESE_WORDS,
    OTHERS,
    ROOMS,
    UI,
    files_of,
    marked,
    read_words,
    release,
    shown_untranslated,
    unmarked,
    words_of,
)
from ui.language import LANGUAGES

CONVERTED: Final = (
    "commitments",
    "costs",
    "desk",
    "findings",
    "form",
    "language",
    "links",
    "pictures",
    "review",
    "section_tables",
    "tables",
    "widgets",
    "window",
)
"""The rooms of ui in which every text is translated."""

_LABEL: Final = "what a place is called on the form, and in findings"
_UNIT: Final = "the unit of a cell or a field, as the sheet prints it"
_MEASURED: Final = "its size is measured, nobody reads it"
_FILE_NAME: Final = "the names of files are the same in every language, for they go to others"
KEPT: Final[dict[str, dict[str, str]]] = {
    "commitments/commitment_detail.py": dict.fromkeys(
        (
            "事項",
            "契約期間",
            "設定した予算",
            "限度額",
            "支出済みの期間",
            "支出済みの額",
            "説明",
            "債務負担行為の年度ごとの額",
        ),
        _LABEL,
    )
    | {"千円": _UNIT},
    "commitments/commitment_table.py": dict.fromkeys(
        ("対象の経費", "区分", "期間（", " など）", "債務負担行為"), _LABEL
    ),
    "commitments/continuing_card.py": dict.fromkeys(
        ("継続費", "事業名", "総額", "変更前の総額", "説明", "年割額"), _LABEL
    )
    | {"千円": _UNIT},
    "commitments/year_rows.py": dict.fromkeys(("金額", "変更前", "変更後"), _LABEL),
    "costs/cost_model.py": {"\n予算額": _LABEL},
    "costs/cost_table.py": {"所要経費": _LABEL, "漢": _MEASURED},
    "form/figure_table.py": {"人": _UNIT},
    "form/grounds_card.py": dict.fromkeys(
        (
            "財源の根拠",
            "減額の内訳",
            "財源",
            "収入の名前",
            "補助率・\n充当率",
            "対象経費\n(千円)",
            "収入の額\n(千円)",
            "起債の区分",
            "充てる経費",
            "減額した経費",
            "減額\n(千円)",
            "理由",
        ),
        _LABEL,
    ),
    "form/head_card.py": {"基本情報": _LABEL},
    "form/narrative.py": dict.fromkeys(("見出し", "本文", "債務負担行為"), _LABEL),
    "form/request_card.py": {"事業費・査定": _LABEL, "千円": _UNIT},
    "form/sections.py": dict.fromkeys(
        ("基本情報", "事業費・査定", "事業費", "継続費", "減額の内訳", "財源の根拠"), _LABEL
    ),
    "language/__init__.py": {"日本語": "a language is called as those who read it call it"},
    "review/source_cells.py": {"列見出し": "a kind of row, beside those that the readers name"},
    "review/source_lines.py": dict.fromkeys(("内容", "前年度", "要求額", "\u3000合計"), _LABEL)
    | {"（千円）": _UNIT},
    "section_tables/table_card.py": dict.fromkeys(("表の題", "表の注"), _LABEL),
    "tables/table_model.py": {"人": _UNIT},
    "tables/table_pane.py": {"字": _MEASURED},
    "widgets/screen.py": {"*": "said where Qt cannot be loaded, and with it no translation"},
    "widgets/style.py": dict.fromkeys(("BIZ UDPゴシック", "メイリオ"), "the name of a font"),
    "window/files/comparing.py": {"の比較.xlsx": _FILE_NAME},
    "window/commands/romaji.py": {"*": "the readings of Japanese words"},
    "window/exports.py": {"（配布用）": _FILE_NAME, "引継ぎ.html": _FILE_NAME},
    "window/files/document_file.py": {
        "UNTITLED": _FILE_NAME,
        "（写し）": _FILE_NAME,
        "（": _FILE_NAME,
        "）": _FILE_NAME,
    },
}
"""By files of ui, the Japanese texts, or the names of marked ones, that are the same in every language, each with the reason; 「*」 for all of a file."""

_PLACEHOLDER: Final = re.compile(r"\{(\w+)")
_BOTH: Final = [(language, room) for language in OTHERS for room in ROOMS]


@pytest.mark.parametrize("room", CONVERTED)
def test_no_text_of_a_converted_room_is_left_in_japanese_alone(room: str) -> None:
    """A Japanese text of the interface is translated, or listed with the reason why it is the same in every language."""
    left = {}
    for path in files_of(room):
        kept = KEPT.get(path.relative_to(UI).as_posix(), {})
        left[path.name] = [text for text in unmarked(path) if text not in kept and "*" not in kept]
    assert {name: texts for name, texts in left.items() if texts} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_a_marked_text_is_translated_where_it_is_shown(room: str) -> None:
    """A text that is marked where it is declared goes through translate at each use: else it would stay Japanese."""
    shown = {}
    for path in files_of(room):
        kept = KEPT.get(path.relative_to(UI).as_posix(), {})
        shown[path.name] = [name for name in shown_untranslated(path) if name not in kept]
    assert {name: names for name, names in shown.items() if names} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_a_text_names_its_own_room(room: str) -> None:
    """The texts of a room stand in the room's own file: no call names another."""
    assert {named for path in files_of(room) for named, _ in marked(path)} <= {f"ui.{room}"}


@pytest.mark.parametrize(("language", "room"), _BOTH)
def test_every_text_is_translated(language: str, room: str) -> None:
    """The file of a room has exactly the texts of its sources, each finished; ``python3 -m tests.texts`` adds what is missing."""
    words = read_words(words_of(language, room))
    assert set(words) == {text for path in files_of(room) for _, text in marked(path)}
    assert [text for text, translation in words.items() if not translation] == []


@pytest.mark.parametrize(("language", "room"), _BOTH)
def test_translation_says_the_same_values(language: str, room: str) -> None:
    """A translation has the placeholders of its text, and no Japanese but words of the sheet that the text has too."""
    words = read_words(words_of(language, room)).items()
    assert [
        text for text, other in words if set(_PLACEHOLDER.findall(text)) != set(_PLACEHOLDER.findall(other))
    ] == []
    assert [
        other for text, other in words if any(word not in text for word in JAPANESE_WORDS.findall(other))
    ] == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_is_what_was_written(language: str, tmp_path: Path) -> None:
    """The .qm files are those of the .ts files as they are; ``python3 -m tests.texts`` makes them anew."""
    written = [path for room in ROOMS if (path := words_of(language, room)).exists()]
    copies = [Path(shutil.copy(path, tmp_path)) for path in written]
    release(copies)
    read = sorted(written[0].parent.glob("*.qm"))
    assert [path.name for path in read] == [path.with_suffix(".qm").name for path in written]
    assert [path.name for path in read if path.read_bytes() != (tmp_path / path.name).read_bytes()] == []


def test_the_command_line_knows_the_languages() -> None:
    """Each language of the interface can be named on the command line."""
    assert list(language.LANGUAGES) == list(LANGUAGES)
