"""A Standard's folder says only how it differs from the one that it builds on; what is wrong is said where it is written."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from model.standard_folder.files import shipped_names
from model.standard_folder.load import StandardError, load
from tests.samples import standard
from tests.standard_files import FILES, written

NEW = "shin/standard.toml"
HEAD = 'builds_on = "tottori"\n'


def of(folder: Path, text: str, **others: str) -> Path:
    """A folder that builds on 鳥取県's, with a main file and others."""
    files: dict[str, str | bytes] = {NEW: text}
    written(folder, files | {f"shin/{name}.toml": more for name, more in others.items()})
    return folder / "shin"


def refused(folder: Path) -> str:
    """What is said of a folder, which must be refused."""
    with pytest.raises(StandardError) as caught:
        load(folder)
    return str(caught.value)


def test_folder_that_says_nothing_is_the_one_below(tmp_path: Path) -> None:
    """A folder that only names the one it builds on is the same Standard."""
    assert msgspec.to_builtins(load(of(tmp_path, HEAD))) == msgspec.to_builtins(standard())


def test_table_is_laid_key_by_key(tmp_path: Path) -> None:
    """A label that the folder writes is its own; the labels that it does not write are those below."""
    under = load(of(tmp_path, f'{HEAD}government = "新県"\n[words]\nrequest = "要望額"\n'))
    assert (under.government, under.words.request, under.words.previous) == ("新県", "要望額", "前年度予算額")


def test_entry_stands_in_the_place_of_the_one_of_its_id(tmp_path: Path) -> None:
    """A funding source of a known key takes the place of that one and a new one stands last; the others stay."""
    text = '[[funding_sources]]\nkey = "shares"\nlabel = "分担金"\n[[funding_sources]]\nkey = "tax"\nlabel = "目的税"\n'
    sources = [(source.key, source.label) for source in standard().funding_sources]
    sources[3] = ("shares", "分担金")
    under = load(of(tmp_path, HEAD + text))
    assert [(source.key, source.label) for source in under.funding_sources] == [*sources, ("tax", "目的税")]


def test_entries_of_an_id_stand_in_the_place_of_all_of_that_id(tmp_path: Path) -> None:
    """A rule's questions are those of the folder that writes one of them; those of other rules stay."""
    text = '[[questions]]\nrule = "62"\nask = "後年度の負担は。"\n[[questions]]\nrule = "own-1"\nask = "なぜ今年ですか。"\n'
    asked = [question.rule for question in load(of(tmp_path, HEAD + text)).questions]
    before = [question.rule for question in standard().questions]
    assert before.count("62") == 3
    assert asked == [*dict.fromkeys(before[: before.index("63")]), *before[before.index("63") :], "own-1"]


def test_list_of_words_is_replaced(tmp_path: Path) -> None:
    """A list of words that the folder writes is the whole list."""
    assert load(of(tmp_path, f'{HEAD}funding_words = ["一般"]\n')).funding_words == ["一般"]


def test_new_form_stands_above_and_copies_from_the_one_below(tmp_path: Path) -> None:
    """The first form that fits is taken, so a new one stands above; ``like`` copies from any form of the folder below."""
    text = '[[forms]]\nkey = "skeleton"\nlike = "initial-2011"\nlabel = "骨格"\nfirst = 2027\nlast = 2027\n'
    under = load(of(tmp_path, HEAD + text))
    before = next(form for form in standard().forms if form.key == "initial-2011")
    assert under.forms[0] == msgspec.structs.replace(
        before, key="skeleton", label="骨格", first=2027, last=2027
    )
    assert under.forms[1:] == standard().forms


def test_form_of_the_folder_keeps_the_place_of_the_one_it_replaces(tmp_path: Path) -> None:
    """A form may take over from the one of its own key below; it stands where that stood."""
    text = '[[forms]]\nkey = "initial-2011"\nlike = "initial-2011"\nrequest_label = "要望額"\n'
    forms = load(of(tmp_path, HEAD + text)).forms
    assert [form.key for form in forms] == [form.key for form in standard().forms]
    assert [form.key for form in forms if form.request_label == "要望額"] == ["initial-2011"]


def test_what_is_left_out_is_not_taken_over(tmp_path: Path) -> None:
    """A folder without the forms, or a table's columns, of the one below has only its own."""
    text = f"""{HEAD}without = ["forms", "ledger.columns", "ceilings"]
[[forms]]
key = "carry"
label = "繰越"
sheet = "carry_over"
[[forms]]
key = "only"
label = "様式"
[[ledger.columns]]
key = "rest"
label = "特定財源"
"""
    with pytest.raises(StandardError, match="「ceilings」は土台の項目にありません"):
        load(of(tmp_path, text))
    under = load(of(tmp_path, text.replace(', "ceilings"', "")))
    assert [form.key for form in under.forms] == ["carry", "only"]
    assert [column.key for column in under.ledger.columns] == ["rest"]


@pytest.mark.parametrize(
    ("files", "place", "words"),
    [
        ({"standard": f'{HEAD}[words]\nrequst = "要望額"\n'}, "shin/standard.toml の3行目", "「request」では"),
        ({"standard": HEAD, "a": '[words]\nrequest = ""\n', "b": '[words]\nrequest = ""\n'}, "shin/b.toml の2行目", "a.toml にも"),
        ({"standard": HEAD, "a": "[[forms]]\nkey = 'x'\nlike = 'initiel'\n"}, "shin/a.toml の3行目", "「initial」では"),
        ({"standard": 'builds_on = "totori"\n'}, "shin/standard.toml の1行目", "「tottori」では"),
        ({"standard": "builds_on = 3\n"}, "shin/standard.toml の1行目", "土台にするフォルダーの名前ではありません"),
        ({"standard": 'builds_on = "shin"\n'}, "shin/standard.toml の1行目", "互いに土台にはできません"),
        ({"standard": f'{HEAD}without = ["form"]\n'}, "shin/standard.toml の2行目", "「forms」では"),
        ({"standard": f"{HEAD}without = 3\n"}, "shin/standard.toml の2行目", "並び（[ … ]）"),
        ({"standard": HEAD, "a": "builds_on = 'x'\n"}, "shin/a.toml の1行目", "standard.toml にもあります"),
        ({"standard": f'{HEAD}without = ["line_marks"]\nline_marks = []\n'}, "tottori/lines.toml の7行目", "shin に同じ項目を書くと"),
    ],
    ids=range(10),
)  # fmt: skip
def test_slip_is_said_with_the_file_in_which_it_is_written(
    tmp_path: Path, files: dict[str, str], place: str, words: str
) -> None:
    """What is wrong is said with the file and line where it is written, in the folder or in one below, and the right word."""
    said = refused(of(tmp_path, files.pop("standard"), **files))
    assert said.startswith(f"様式の設定 {tmp_path}/{place}")
    assert words in said
    assert said.endswith("。")


def test_every_shipped_folder_loads() -> None:
    """The Standards that can be chosen by name are the governments'; what they have in common is none of them."""
    names = shipped_names()
    assert "tottori" in names
    assert "japan" not in names


def test_files_of_a_folder_are_those_that_end_in_toml(tmp_path: Path) -> None:
    """A hidden file, or a copy that an editor left, is no part of the Standard."""
    folder = of(tmp_path, HEAD)
    (folder / ".forms.toml").write_text("x", encoding="utf-8")
    (folder / "forms.toml~").write_text("x", encoding="utf-8")
    assert load(folder).government == "鳥取県"


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("japan/")])
def test_what_all_governments_share_names_none(name: str) -> None:
    """The national folder says nothing of one prefecture."""
    assert "鳥取" not in FILES[name]
