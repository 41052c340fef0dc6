"""Marks of negative figures, and characters that a published page loses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.claims.texts.odd_characters import odd_characters, replaced
from model.edits.fields import set_value, value_at
from model.request.multi_year import Commitment, ContinuingExpense
from model.request.request import CostGroup, Line, Request, Section
from tests.model.checks.examples.characters import written
from tests.samples import findings, fixed, one_line, only, sample, set_values, standard, with_lines

WORDS = standard().characters


@pytest.mark.parametrize(
    "text",
    [
        "要求額は△5千円、(前年)16,943千円、~3月、※1、÷2、±0.00人、1,500円/m2",
        "4月～9月、－5、―、‐、〜、−、…、“引用”、’",
        "﨑、德、黑、𠮟、鷗、é、©、½",
        "≒√∠⊥∵∩∪∫∽∞♂♀°′″℃¥$¢£%‰Å§☆★○●◎◇□△▽※〒→←↑↓〓",
        "アイウエオ、ヴ、ヵ月、ヶ所、ー、゛、゜、ゝ、々、〆",
        "改行\nタブ\t空白\u00a0全角　",
        "国\ufe0f、辻\U000e0100、ゼロ幅\u200b\ufeff",
        "",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    """JIS X 0208, JIS X 0213, what Windows types for its own, and marks without a width are nobody's trouble."""
    assert not any(findings(written(text), rule) for rule in ("75", "76", "76-plain"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("①端末、②保守、⑳", "(1)端末、(2)保守、(20)"),
        ("㈱とっとり、㈲、㈹", "(株)とっとり、(有)、(代)"),
        ("第Ⅲ期、ⅳ", "第III期、iv"),
        ("㍻31年、㋿元年", "平成31年、令和元年"),
        ("100㎡、20㎥、3㎞、㌔、㌧", "100m2、20m3、3km、キロ、トン"),
        ("№5、℡、∑", "No.5、TEL、Σ"),
        ("ﾌﾟﾘﾝﾀｰ", "プリンター"),
        ("ｶﾞｿﾘﾝ･ﾊﾟｿｺﾝ｢ﾒﾓ｣｡", "ガソリン・パソコン「メモ」。"),
        ("カﾞス", "ガス"),
        ("ﾞ", "゛"),
        ("か\u3099す", "がす"),
        ("㊤、㉑、⑴、⓪", "(上)、(21)、(1)、(0)"),
        ("→➡", "→→"),
        ("利⽤", "利用"),
    ],
)
def test_characters_that_are_not_plain(text: str, plain: str) -> None:
    """機種依存文字 and half-width kana are 参考, one finding for a text, and are written plainly by one action."""
    found = only(written(text), "76-plain")
    assert (found.severity, found.place) == ("info", "section/costs/text")
    repaired = fixed(written(text), found)
    assert value_at(repaired, found.place) == plain
    assert findings(repaired) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("\ue000田", "「U+E000」"),
        ("山\uf8ff", "「U+F8FF」"),
        ("\U000f0000", "外字"),
        ("𠮷田", "「𠮷」"),
        ("안녕", "「안」「녕」"),
        ("🙂", "「🙂」"),
    ],
)
def test_characters_that_are_lost(text: str, named: str) -> None:
    """外字 and characters of no Japanese set are lost on the page; nobody but the writer knows what else to write."""
    found = only(written(text), "76")
    assert (found.severity, found.place, found.fix) == ("warning", "section/costs/text", None)
    assert named in found.message


def test_kanji_that_only_windows_has_is_told_without_a_repair() -> None:
    """髙 (はしごだか) is in no JIS X 0213: it is 参考, and 高 is for the person who has the name to decide."""
    found = only(written("髙木"), "76-plain")
    assert "「髙」" in found.message
    assert found.fix is None


def test_one_finding_names_three_characters_and_the_line() -> None:
    """A text full of circled digits is one finding; it says where the first is and how many more there are."""
    found = only(written("目的\n①現状 ②課題 ③対策 ④効果 ⑤予算\n①と②"), "76-plain")
    assert "「所要経費」の本文の2行目に" in found.message
    assert "「①」「②」「③」ほか2字" in found.message


def test_every_printed_text_is_looked_at() -> None:
    """The head, the contact, the narrative, the tables, commitments, continuing expenses, the finance division's words."""
    request = replace(
        one_line(),
        sections=(Section("costs", heading="①", text="②", costs=True),),
        groups=(CostGroup("table", "①", "②", lines=(Line("only", "③", 900, 1_000, "④"),)),),
        commitments=(Commitment("owed", "only", "H32〜H35", name="①", note="②"),),
        continuing=(ContinuingExpense("dam", name="①", note="②"),),
    )
    single = ["header/name", "header/subtitle", "contact/department", "contact/section", "contact/team"]
    single += ["contact/phone", "contact/email", "funding_words", "assessment/comment"]
    request = set_values(request, ((where, "①") for where in single))
    found = findings(request, "76-plain")
    assert {finding.place for finding in found} == {
        *single,
        "section/costs/heading",
        "section/costs/text",
        "group/table/title",
        "commitment/owed/name",
        "commitment/owed/note",
        "continuing/dam/name",
        "continuing/dam/note",
    }


def test_lines_of_a_table_are_one_finding_and_one_repair() -> None:
    """Thirty remarks pasted from a workbook with half-width kana are said once and repaired at once."""
    lines = [Line(f"line-{at}", f"経費{at}", 5, 5, "ﾘｰｽ料") for at in range(30)]
    request = with_lines(*lines, Line("top", "内訳", parts=(Line("part", "㈱ｱｲ", 5, 5),)))
    found = only(request, "76-plain")
    assert found.place == "line/line-0/remark"
    assert "「1.運営費」の表の31か所" in found.message
    repaired = fixed(request, found)
    assert findings(repaired) == []
    assert value_at(repaired, "line/line-29/remark") == "リース料"
    assert value_at(repaired, "line/part/text") == "(株)アイ"


def test_which_characters_pass_is_the_standards() -> None:
    """A finance division whose site prints 髙 and ① lets them pass."""
    under = replace(standard(), characters=replace(WORDS, ordinary="髙①"))
    assert findings(written("①髙木"), "76-plain", under) == []


@given(st.text(st.sampled_from("①⑳㈱Ⅲ㍻㎡№ｶｷﾊﾟﾟﾞｰ｡か\u3099\u309aガ㌢㊤⑴➡a1 。\nあ"), max_size=30))
def test_repaired_text_has_no_finding(text: str) -> None:
    """What can be written plainly is after the repair, and the repair of a repaired text is nothing."""
    plain = replaced(text, WORDS)
    assert replaced(plain, WORDS) == plain
    assert odd_characters(plain.replace("\n", "")) == ()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_repair_of_any_text_is_done_at_once(text: str) -> None:
    """Whatever a file holds, the repair leaves nothing behind that it would repair."""
    plain = replaced(text, WORDS)
    assert replaced(plain, WORDS) == plain
    assert all(replaced(character, WORDS) == character for character, _ in odd_characters(plain))


HALF_WIDTH_KANA = "".join(map(chr, range(0xFF61, 0xFFA0)))


@given(
    st.text(
        st.characters(codec="shift_jis", include_characters="¥‾", exclude_characters=HALF_WIDTH_KANA),
        max_size=30,
    )
)
def test_text_of_jis_x_0208_is_plain(text: str) -> None:
    """No character of JIS X 0208 is ever told or changed."""
    assert odd_characters(text) == ()
    assert replaced(text, WORDS) == text


@pytest.mark.parametrize(
    "texts",
    [
        ("△5千円、△300千円", "△1"),
        ("▲5千円", "▲1"),
        ("△5千円", "○△▲の評価"),
        ("△は未着手、▲は遅れ", "なし"),
        ("-5千円", "△300"),
        ("△ 301,985", "△￥5"),
    ],
)
def test_one_mark_of_negative_figures(texts: tuple[str, str]) -> None:
    """One of △ and ▲ before figures is in order, also beside the hyphen of the form or the other as a sign."""
    assert findings(set_values(written(texts[0]), [("line/only/remark", texts[1])]), "75") == []


def test_two_marks_of_negative_figures() -> None:
    """Rule 75: the mark that is used less is set to the other, wherever it stands, by one action."""
    request = set_values(
        written("△5千円、△ 300人\n○△の評価"),
        [("line/only/remark", "▲1,000千円"), ("assessment/comment", "▲２千円、△3千円")],
    )
    found = only(request, "75")
    assert (found.severity, found.place) == ("info", "assessment/comment")
    assert "△（3か所）と▲（2か所）" in found.message
    repaired = fixed(request, found)
    assert findings(repaired, "75") == []
    assert value_at(repaired, "line/only/remark") == "△1,000千円"
    assert value_at(repaired, "assessment/comment") == "△２千円、△3千円"


def test_of_equally_many_marks_the_governments_own_is_kept() -> None:
    """Tottori's papers have △, Osaka's ▲."""
    request = set_value(written("▲5千円"), "line/only/remark", "△1")
    assert value_at(fixed(request, only(request, "75")), "section/costs/text") == "△5千円"
    under = replace(standard(), printing=replace(standard().printing, minus_on_screen="▲"))
    (found,) = findings(request, "75", under)
    assert value_at(fixed(request, found), "line/only/remark") == "▲1"


def test_real_sheet_is_plain() -> None:
    """The real sheet of 平成31年度 has nothing to be told of its characters."""
    request: Request = sample()
    assert not any(findings(request, rule) for rule in ("75", "76", "76-plain", "77"))
