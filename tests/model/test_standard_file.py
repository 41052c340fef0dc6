"""The Standard's files are strict: what they hold is used, or refused with file, line and the nearest right word."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect
from msgspec.structs import replace

from model.checks.rulebook import RULES
from model.files.files import FileError
from model.request.request import Assessment
from model.standard.form import Dated
from model.standard.parts import Rule
from model.standard.setting import Setting
from model.standard.standard import Standard
from model.standard_folder.files import found_in, read_texts
from model.standard_folder.load import StandardError, load, merged_of
from model.standard_folder.toml_lines import TomlLines
from tests.examples import costly_examples
from tests.model.checks.examples import BROKEN
from tests.samples import sample, standard
from tests.samples import snapshot as snapshot_of
from tests.standard_files import FILES, MAIN, file_with, replaced, written


def refused(folder: Path, name: str, text: str | bytes) -> str:
    """What is said of a Standard with this text in a file, which must be refused."""
    with pytest.raises(StandardError) as caught:
        load(written(folder, {name: text}))
    return str(caught.value)


def line_with(words: str) -> int:
    """The number of the first line that has these words, in the first file that has them."""
    text = FILES[file_with(words)]
    return text.count("\n", 0, text.index(words)) + 1


def test_every_struct_of_the_standard_refuses_what_it_does_not_know() -> None:
    """No table of the file, however deep, loads with a key that nobody reads."""
    seen: set[type] = set()

    def walk(kind: Any) -> None:
        if isinstance(kind, inspect.StructType):
            if kind.cls in seen:
                return
            seen.add(kind.cls)
            for field in kind.fields:
                walk(field.type)
        for name in ("type", "item_type", "value_type", "key_type"):
            if hasattr(kind, name):
                walk(getattr(kind, name))
        for name in ("item_types", "types"):
            for each in getattr(kind, name, ()):
                walk(each)

    walk(inspect.type_info(Standard))
    assert len(seen) > 40
    assert all(issubclass(each, Setting) and each.__struct_config__.forbid_unknown_fields for each in seen)


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ('classes = ["企業会計"]', 'clases = ["企業会計"]', "classes"),
        ("government_code =", "goverment_code =", "government_code"),
        ("[cut_words]", "[cut_word]", "cut_words"),
        ("[line_words.fuels]", "[line_words.fuel_kinds]", "fuels"),
        ("[sources]", 'rules.19-rset = { severity = "info" }\n[sources]', "19-rest"),
        ('people_decimals = 2', 'people_decimal = 2', "people_decimals"),
        ('{ row = "request", label = "繰越要求額" }', '{ row = "request", lable = "繰越要求額" }', "label"),
        ('frames = { content =', 'frames = { contents =', "content"),
        ('cost_columns = { text =', 'cost_columns = { texts =', "text"),
        ('"header/stage" = [', '"header/stages" = [', "header/stage"),
        ('like = "carry-over-2010"', 'like = "cary-over-2010"', "carry-over-2010"),
        ('becomes = "fiscal_year_appointed"', 'becomes = "fiscal_year_apointed"', "fiscal_year_appointed"),
        ('staff = ["regular"]', 'staff = ["regula"]', "regular"),
        ('funding_columns = ["national", "other"]', 'funding_columns = ["nationl", "other"]', "national"),
        ('columns = ["national", "shares", "other", "bonds", "general"]', 'columns = ["national", "share", "other", "bonds", "general"]', "shares"),
        ('adds = ["standing", "request"]', 'adds = ["standing", "revived"]', ""),
        ('next_year = "continued"', 'next_year = "continud"', "continued"),
        ('instead = ["報酬"]', 'instead = ["報酬等"]', "報酬"),
        ('rounding = "tottori"', 'rounding = "totori"', "tottori"),
        ('minus_on_page = "-"', 'minus_on_page = "▼"', ""),
        ('nothing_granted = ["ゼロ", "ゼロ実施"]', 'nothing_granted = ["ゼロ", "ゼロ実施中"]', "ゼロ実施"),
        ('national_source = "national"', 'national_source = "nationals"', "national"),
        ('bonds = "bonds"', 'bonds = "bond"', "bonds"),
        ('sources = ["bonds"]', 'sources = ["bondz"]', "bonds"),
        ('figure = "previous"', 'figure = "previus"', "previous"),
        ('mark = "outside_frame"', 'mark = "outside_fram"', "outside_frame"),
        ('pay_class = "報酬"', 'pay_class = "報酬金"', "報酬"),
        ('right = ["需用費", "修繕料"]', 'right = ["需要費", "修繕料"]', "需用費"),
        ('rule = "60-survey"', 'rule = "60-survay"', "60-survey"),
        ('end_rule = "58"', 'end_rule = "58x"', "58"),
        ('when = ["initial", "new", "general_account"]', 'when = ["initial", "neww", "general_account"]', "new"),
        ('regular = "regular"', 'regular = "reguler"', "regular"),
        ('carry_over_sheet = "carry_over"', 'carry_over_sheet = "cary_over"', "carry_over"),
        ('budgets = ["補正", "専決"]', 'budgets = ["補整", "専決"]', ""),
        ('stages = ["調整", "知事要求", "部長要求"]', 'stages = ["調製", "知事要求", "部長要求"]', ""),
        ('stage = "政策戦略"', 'stage = "政策戰略"', ""),
        ('renamed_classes = { "一般事業" =', 'renamed_classes = { "一般事案" =', "一般事業"),
        ("[sources]", 'rules.1-rounding = { severity = "infos" }\n[sources]', "info"),
        ('fiscal_year = "令和9年度"', 'fiscal_year = "来年"', ""),
        ('2010 = 8068', '2100 = 8068', ""),
        ('2010 = 8068', '"201O" = 8068', ""),
        ('2010 = 8068', '2010 = 80_680_000_000_000_000', ""),
        ('since = "2014-04"', 'since = "2014-13"', ""),
        ('since = "2014-04"', 'since = "1996-04"', ""),
        ('requested = "{period}に', 'requested = "{periods}に', "period"),
        ('circled = "({})"', 'circled = "({0.__class__})"', ""),
        ('key = "ended"', 'key = "new"', ""),
        ('key = "fees"\nlabel', 'key = "national"\nlabel', ""),
        ('key = "fees"\nlabel', 'key = "general"\nlabel', ""),
        ('key = "continuing"\nlabel', 'key = "commitment"\nlabel', ""),
        ('first = 2009\nlast = 2011', 'first = 2019\nlast = 2011', ""),
    ],
)  # fmt: skip
def test_misspelt_word_is_refused_at_its_line(tmp_path: Path, old: str, new: str, near: str) -> None:
    """A word of the file that names nothing is said with its line and the word that it is most likely meant to be."""
    name = file_with(old)
    text = FILES[name].replace(old, new, 1)
    said = refused(tmp_path, name, text)
    changed = next(
        number
        for number, (now, before) in enumerate(
            zip(text.split("\n"), FILES[name].split("\n"), strict=True), start=1
        )
        if now != before
    )
    assert re.match(rf"様式の設定 {re.escape(str(tmp_path))}/\w+/\w+\.toml の(\d+)行目: ", said)
    of_file = rf"{re.escape(name)} の(\d+)行目" if f"/{name}" not in said.partition(":")[0] else r"(\d+)行目"
    lines = {int(each) for each in re.findall(of_file, said)}
    assert lines & {changed, changed + 1}
    assert (f"「{near}」ではありませんか。" in said) if near else said.endswith("。")


def test_the_line_of_a_form_is_where_its_words_stand(tmp_path: Path) -> None:
    """A form that takes over a wrong row from another one is no second fault, and the line is that of the row."""
    old = '{ row = "standing", label = "既整理額", expense'
    text = FILES[file_with(old)].replace(old, '{ row = "stand", label = "既整理額", expense')
    said = refused(tmp_path, file_with(old), text)
    line = line_with(old)
    assert f"の{line}行目: " in said
    assert "ほかに" not in said


LABOUR = FILES["tottori/labour.toml"]
FORMS = FILES["tottori/forms.toml"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (MAIN, f"{FILES[MAIN]}\nx = {'9' * 5000}\n", "数か日付"),
        (MAIN, f"x = {'[' * 2000}{']' * 2000}\n{FILES[MAIN]}", "深すぎます"),
        (MAIN, f"x = {'{ a = ' * 2000}1{'}' * 2000}\n{FILES[MAIN]}", "深すぎます"),
        ("tottori/labour.toml", LABOUR.replace("2010 = 8068", "2O10 = 8068"), "4桁の西暦の年度"),
        ("tottori/labour.toml", LABOUR.replace("2010 = 8068", f"2010 = 0x{'f' * 6000}"), "13桁まで"),
        ("tottori/labour.toml", LABOUR.replace("2010 = 8068", "2010 = nan"), "13桁まで"),
        ("tottori/labour.toml", LABOUR.replace("2010 = 8068", "2010 = 2020-01-01"), "13桁まで"),
        ("tottori/labour.toml", LABOUR.replace("2010 = 8068", "2010 = 2020-99-01"), "書き方に誤り"),
        ("tottori/labour.toml", LABOUR.replace("2010 = 8068", "2010 = 8068\n2010 = 8068"), "同じ名前の項目"),
        (MAIN, FILES[MAIN].replace("鳥取県", "鳥\0取県"), "書き方に誤り"),
        (MAIN, FILES[MAIN].encode("cp932", errors="ignore"), "UTF-8 ではありません"),
        ("tottori/forms.toml", FORMS.encode("utf-16"), "UTF-8 ではありません"),
        (MAIN, 'builds_on = "japan"', "government"),
        ("tottori/forms.toml", "forms = 3\n" + FORMS[FORMS.index("[[header_words]]") :], "並び"),
        ("tottori/forms.toml", "[[forms]]\nkey = 3", "key（名前）"),
        ("tottori/forms.toml", FORMS.replace("[[forms]]", "[forms]", 1), "書き方に誤り"),
        ("japan/rules.toml", FILES["japan/rules.toml"].replace("[sources]", "[sources"), "書き方に誤り"),
        (MAIN, FILES[MAIN] + '"', "書き方に誤り"),
    ],
    ids=range(18),
)  # fmt: skip
def test_hostile_file_gives_a_sentence(tmp_path: Path, name: str, text: str | bytes, words: str) -> None:
    """Whatever stands in a file, the start ends with one sentence that names it, never with a traceback."""
    said = refused(tmp_path, name, text)
    assert said.startswith(f"様式の設定 {tmp_path / name}")
    assert words in said
    assert said.endswith("。")
    assert "\n" not in said


def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder under the file's name is said; nothing is read of a thing without an end."""
    (tmp_path / "standard.toml").mkdir()
    with pytest.raises(StandardError, match="様式の設定のファイルではありません"):
        load(tmp_path)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "standard.toml").symlink_to("/dev/zero")
    with pytest.raises(StandardError, match="様式の設定のファイルではありません"):
        load(tmp_path / "b")


def test_file_saved_by_a_windows_editor(tmp_path: Path) -> None:
    """The mark before UTF-8 and lines that end in two characters are no fault."""
    saved = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()}
    assert msgspec.to_builtins(load(written(tmp_path, saved))) == msgspec.to_builtins(standard())
    name = file_with("becomes")
    said = refused(tmp_path, name, saved[name].replace(b"becomes", b"become"))
    assert f"の{line_with('becomes')}行目" in said


def test_a_government_writes_only_the_rules_that_it_uses_otherwise(tmp_path: Path) -> None:
    """A rule is as severe as the rulebook says; a folder gives one another severity, or turns it off, and nothing else."""
    assert standard().rules == {}
    rules = FILES["tottori/rules.toml"] + '\n[rules]\n4 = { severity = "info" }\n3 = { on = false }\n'
    under = load(written(tmp_path, {"tottori/rules.toml": rules}))
    assert under.rules == {"4": Rule("info"), "3": Rule(on=False)}
    (sum_of_tables,) = (found for found in snapshot_of(BROKEN["4"], under).findings.all if found.rule == "4")
    assert (sum_of_tables.severity, RULES["4"].severity) == ("info", "error")
    assert "3" not in {found.rule for found in snapshot_of(BROKEN["3"], under).findings.all}


@pytest.mark.parametrize("budget", ["骨格予算", "暫定予算"])
def test_form_kind_added_as_data_asks_what_a_year_asks(tmp_path: Path, budget: str) -> None:
    """A 骨格予算 is asked for the 終期 and the effect as the 当初予算 is, and not why it could not wait for that (66)."""
    form = f"""[[forms]]
key = "added"
like = "initial-2011"
label = "{budget}"
first = 0
last = 9999
budgets = ["{budget[:2]}"]
[[forms]]
key = "initial-2012"
"""
    added = ('[[forms]]\nkey = "initial-2012"\n', form), ('"当初予算", ', f'"当初予算", "{budget}", ')
    under = load(replaced(tmp_path, *added))

    def asked(name: str) -> list[str]:
        request = replace(sample(), header=replace(sample().header, budget=name), assessment=Assessment())
        request = replace(request, headcount=replace(request.headcount, assessed={}))
        taken = snapshot_of(request, under)
        assert taken.totals.form.page.label == (
            "当初" if name == "当初予算" else budget if name == budget else "補正"
        )
        return [question.rule for question in taken.findings.questions]

    assert asked(budget) == asked("当初予算")
    assert {"58", "60", "64", "71"} <= set(asked(budget))
    assert "66" in asked("6月補正予算")


def test_a_rule_declares_one_severity() -> None:
    """A rule that several checks speak for is declared alike by each of them."""
    from model.checks.rulebook import every_check

    declared: dict[str, set[str]] = {}
    for check in every_check():
        for rule in check.rules:
            declared.setdefault(rule.id, set()).add(rule.severity)
    assert all(len(severities) == 1 for severities in declared.values())


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("government",), "government ="),
        (("printing", "frames", "results"), "frames = {"),
        (("roundings", 1, "section"), 'section = { of = "exact"'),
        (("object_classes", 2, "name"), 'name = "職員手当等", reading = "しょくいんてあてとう", last'),
        (("staff_categories", 3, "unit_costs", "2024"), "2024 = 2947"),
        (("text_words", "totals", 1, "label"), 'label = "要求総額"'),
        (("accounts", 0, "names", 3), '"県営林事業"'),
        (("sources", "予算見積調書"), '"予算見積調書" ='),
        (("line_words", "misplaced", 1, "at_most"), "at_most = 1000"),
        (("workbook_reading", "labels", "header/stage"), '"header/stage"'),
        (("page_reading", "cost_table_headings", 2), '[[page_reading.cost_table_headings]]\nkind = "previous"'),
    ],
)  # fmt: skip
def test_line_of_a_value(path: tuple[str | int, ...], words: str) -> None:
    """The line of a value in a table, in an array of tables, and inside one line of both."""
    assert TomlLines(FILES[file_with(words)]).line_of(path) == line_with(words)


def test_strings_and_comments_hide_marks() -> None:
    """Brackets, signs of number and quotes inside strings and comments are no structure."""
    text = 'a = "x # [b] = {" # ] }\nb = \'\'\'\n[c]\nd = 1\'\'\'\n"e f"."g" = [ # [\n  1, "]",\n  [2,\n   3]]\n[[h.i]]\n[h.i.j]\nk = """\\"""\n"""""\nl = 1979-05-27T07:32:00.5Z\n'
    lines = TomlLines(text)
    assert [lines.line_of(each) for each in (("a",), ("b",), ("e f", "g"), ("e f", "g", 2, 1))] == [
        1,
        2,
        5,
        8,
    ]
    assert lines.line_of(("c",)) is None
    assert [lines.line_of(("h", "i", 0, *each)) for each in ((), ("j",), ("j", "k"), ("j", "l"))] == [
        9,
        10,
        11,
        13,
    ]


Span: TypeAlias = tuple[str, int, int]
"""A file, and where in it something begins and ends."""
KEYS: list[Span] = [
    (name, match.start(1), match.end(1))
    for name, text in FILES.items()
    for line in re.finditer(r"(?m)^[^#\n]+$", text)
    for match in re.compile(r'(?:^|[{,]\s)\s*("[^"]+"|[\w-]+)(?= = )').finditer(
        text, line.start(), line.end()
    )
]
VALUES: list[Span] = [
    (name, match.start(1), match.end(1))
    for name, text in FILES.items()
    for match in re.finditer(r'(?m)^[\w"/-]+ = ("[^"\n]*"|\d+|true|false|\[.*\]|\{.*\})(?:  *#.*)?$', text)
    if not match[0].startswith("builds_on")
]
TABLES: list[Span] = [
    (name, start, end)
    for name, text in FILES.items()
    for start, end in pairwise([*(match.start() for match in re.finditer(r"(?m)^\[", text)), len(text)])
]


def is_used(data: object, used: object) -> bool:
    """Whether everything in the plain data of a file is in the Standard that was made of it."""
    if isinstance(data, dict):
        return isinstance(used, dict) and all(
            key in used and is_used(value, used[key]) for key, value in data.items()
        )
    if isinstance(data, list):
        return isinstance(used, list | tuple) and len(used) == len(data) and all(map(is_used, data, used))
    return data == used


def outcome(folder: Path, name: str, text: str) -> tuple[str, int] | None:
    """The file and line at which a Standard is refused; None where it loads with everything in it used."""
    under = written(folder, {name: text})
    try:
        loaded = load(under)
    except StandardError as error:
        found = re.match(rf"様式の設定 {re.escape(str(folder))}/(\S+) (?:の(\d+)行目)?", str(error))
        assert found
        return found[1], int(found[2] or 0)
    assert is_used(merged_of(read_texts(under)), msgspec.to_builtins(loaded))
    return None


MUTATION = settings(
    max_examples=costly_examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@MUTATION
@given(where=st.sampled_from(KEYS), at=st.integers(0, 60), letter=st.sampled_from("aqz_7"))
def test_key_with_one_letter_changed(tmp_path: Path, where: Span, at: int, letter: str) -> None:
    """A key renamed by one letter is refused at its line, or is a key that a government chooses (a year, a character)."""
    name, start, end = where
    text = FILES[name]
    key = text[start:end]
    inner = start + 1 if key.startswith('"') else start
    at = inner + at % (len(key) - 2 * (inner - start))
    if text[at] == letter:
        letter = "y"
    line = text.count("\n", 0, start) + 1
    found = outcome(tmp_path, name, text[:at] + letter + text[at + 1 :])
    assert found == (name, line) or (found is None and key.startswith('"'))


@MUTATION
@given(
    where=st.sampled_from(VALUES), value=st.sampled_from(["true", "7.5", "[[1]]", "{ x = 1 }", '"x"', "1"])
)
def test_value_of_another_type(tmp_path: Path, where: Span, value: str) -> None:
    """A value of another type is refused at its line."""
    name, start, end = where
    text = FILES[name]
    before = text[start:end]
    line = text.count("\n", 0, start) + 1
    found = outcome(tmp_path, name, text[:start] + value + text[end:])
    kinds = [
        ("[", "["),
        ("{", "{"),
        ('"', '"'),
        ("t", "tf"),
        ("f", "tf"),
        *((digit, "0123456789") for digit in "0123456789"),
    ]
    same = next(others for first, others in kinds if before[0] == first)
    if value == "7.5" or value[0] not in same or value[0] in "[{":
        assert found == (name, line)
    else:
        assert found is None or found[1]


@MUTATION
@given(where=st.sampled_from(TABLES))
def test_table_dropped(tmp_path: Path, where: Span) -> None:
    """A table that is dropped is one of a list, or is refused: no group of rules falls silent without a word."""
    name, start, end = where
    text = FILES[name]
    found = outcome(tmp_path, name, text[:start] + text[end:])
    if not text.startswith("[[", start) and not re.match(
        r"\[(line_words|staff|characters|workbook|sources)", text[start:]
    ):
        assert found is not None


def test_years_that_end_before_they_begin() -> None:
    """Something that would never hold is refused, whoever makes it."""
    with pytest.raises(ValueError, match="より前です"):
        Dated(first=2020, last=2019)


def test_a_folder_that_cannot_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Standard on a drive that fails is said in a sentence, as every file that cannot be read: for a file in it, and for its list."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    folder = written(tmp_path, {})
    for call in (Path.is_file, Path.glob):
        with monkeypatch.context() as drive:
            drive.setattr(Path, call.__name__, refuse)
            with pytest.raises(FileError, match=r"様式の設定 .* が読めません"):
                found_in(folder, "sample.yosan")
