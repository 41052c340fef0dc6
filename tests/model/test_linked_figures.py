"""Linked figures (つないだ数字): words of a text that say a figure of the sheet, and follow it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from main import STANDARD_FOLDER
from model.differences.differences import differences
from model.differences.merge import decide, in_words, merge
from model.document import storage
from model.document.document import Document
from model.edits import structure
from model.edits.fields import set_value, type_text
from model.edits.links import certain_links, insert_linked, link, links_in, text_at
from model.edits.repair import repaired
from model.links.anchors import moved, stands
from model.links.figure_values import choices, values_of
from model.links.forms import ENDINGS, FigureValue, forms_of, shown
from model.links.offer import may_say_a_figure, offer
from model.names.figure_outline import figure_outline
from model.next_year import next_year
from model.request.linked_figure import LinkedFigure, LinkForm
from model.request.parts import delete_part
from model.request.request import Request
from model.totals.totals import totals
from model.values import fiscal_year
from model.values.amount import half_width
from templates.page import html
from templates.readers.sources import read_source
from templates.workbook import excel
from tests.samples import findings, one_line, only, sample, set_values, snapshot, standard

TEXT = "section/overview/text"
RULE = "linked-figure"
AMOUNT = "line/only/amount"


def written(text: str, *links: tuple[str, str, LinkForm], base: Request | None = None) -> Request:
    """A request of one line of 1,000 (900 before) with a text in its first section, whose words are linked to figures."""
    request = one_line() if base is None else base
    where = f"section/{request.sections[0].id}/text"
    request = set_value(request, where, text)
    for number, (words, figure, form) in enumerate(links):
        request = link(request, LinkedFigure(f"link-{number}", where, text.index(words), words, figure, form))
        assert len(request.links) == number + 1
    return request


def text_of(request: Request) -> str:
    """The text of the first section."""
    return request.sections[0].text


def typed(request: Request, *values: tuple[str, str]) -> Document:
    """The request open, with what was typed at places."""
    document = Document(request, standard())
    for where, text in values:
        document.edit("入力", type_text(document.request, where, text), where)
        document.seal()
    return document


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (124_767, "thousands", "124,767千円"),
        (124_767, "digits", "124,767"),
        (124_767, "about_ten_thousands", "約1億2,477万円"),
        (124_767, "mixed_units", "1億2,476万7千円"),
        (100_000, "mixed_units", "1億円"),
        (95_000, "about_ten_thousands", "約9,500万円"),
        (4, "about_ten_thousands", None),
        (5, "about_ten_thousands", "約1万円"),
        (-5_186, "thousands", "△5,186千円"),
        (-5_186, "thousands_without_sign", "5,186千円"),
        (-5_186, "thousands_up_or_down", "5,186千円減"),
        (5_186, "thousands_up_or_down", "5,186千円増"),
        (-5_186, "raise_or_cut", "減額"),
        (1, "raise_or_cut", "増額"),
        (0, "raise_or_cut", None),
        (-1, "new_or_ended", "終了"),
        (Decimal("5.2"), "percent_up_or_down", "5.2％増"),
        (Decimal("-5.2"), "percent", "5.2％"),
        (Decimal("1.9"), "people", "1.9人"),
        (None, "thousands", None),
    ],
)
def test_how_a_figure_is_written(value: FigureValue | None, form: LinkForm, words: str | None) -> None:
    """An amount in 千円 or 万円, a rate, people, a direction; no words where the form has none for the value."""
    assert shown(value, form) == words


def test_a_period_is_written_as_years() -> None:
    """The years of a commitment stand as 「H32〜H35」 or 「平成32年度から平成35年度まで」."""
    period = fiscal_year.parse_period("H32〜H35")
    assert [shown(period, form) for form in forms_of("period")] == [
        "H32〜H35",
        "平成32年度から平成35年度まで",
    ]


def test_words_follow_the_figure_in_the_same_step() -> None:
    """When the amount is typed, every linked figure that depends on it changes with it; one undo takes all back."""
    request = written(
        "要求額は1,000千円（約100万円）で、前年度から100千円の増額、11.1％増。",
        ("1,000千円", "request/amount", "thousands"),
        ("約100万円", AMOUNT, "about_ten_thousands"),
        ("100千円", "line/only/change", "thousands_without_sign"),
        ("増額", "request/change", "raise_or_cut"),
        ("11.1％増", "request/percent", "percent_up_or_down"),
    )
    # 「100千円」 stands after 「約100万円」; the link is to the second
    document = typed(request, (AMOUNT, "450"))
    assert text_of(document.request) == "要求額は450千円（約45万円）で、前年度から450千円の減額、50.0％減。"
    assert not findings(document.request, RULE)
    document.undo()
    assert document.request is request
    document.redo()
    assert text_of(document.request).startswith("要求額は450千円")


def test_each_key_of_an_amount_is_followed() -> None:
    """While an amount is typed figure by figure the words follow each key, and the keys are one step of undo."""
    document = Document(written("総額1,000千円。", ("1,000千円", "request/amount", "thousands")), standard())
    seen = []
    for text in ("2", "20", "200"):
        document.edit("金額の入力", type_text(document.request, AMOUNT, text), AMOUNT)
        seen.append(text_of(document.request))
    assert seen == ["総額2千円。", "総額20千円。", "総額200千円。"]
    document.undo()
    assert text_of(document.request) == "総額1,000千円。"


def test_a_figure_that_is_blank_for_a_while_is_taken_up_again() -> None:
    """An amount that is deleted leaves its last words with a 誤り; the next one that is typed is followed again."""
    document = typed(written("総額1,000千円。", ("1,000千円", AMOUNT, "thousands")), (AMOUNT, ""))
    assert text_of(document.request) == "総額1,000千円。"
    assert "空欄" in only(document.request, RULE).message
    document.edit("入力", type_text(document.request, AMOUNT, "1200"))
    assert text_of(document.request) == "総額1,200千円。"
    assert not findings(document.request, RULE)


def test_a_sentence_that_would_break_is_a_finding() -> None:
    """「増額」 has no word for 0: it stays, and is a 誤り until the sentence is written anew."""
    document = typed(written("増額する。", ("増額", "request/change", "raise_or_cut")), (AMOUNT, "900"))
    assert text_of(document.request) == "増額する。"
    assert "増えても減ってもいません" in only(document.request, RULE).message


def test_a_deleted_figure_keeps_its_last_words() -> None:
    """When the line is deleted, the words stay as they were and a 誤り asks for them; 直す makes them ordinary words."""
    request = written("経費1,000千円。", ("1,000千円", AMOUNT, "thousands"))
    document = Document(request, standard())
    document.edit("行の削除", structure.delete_lines(request, ["only"]))
    found = only(document.request, RULE)
    assert text_of(document.request) == "経費1,000千円。"
    assert "要求書からなくなりました" in found.message
    assert found.fix is not None
    assert repaired(document.request, found.fix).links == ()
    document.undo()
    assert document.request is request


def test_words_that_were_written_otherwise_are_not_overwritten() -> None:
    """A file whose text says another figure than the sheet is not changed in silence: a 誤り says both, 直す writes the sheet's."""
    request = written("総額1,000千円。", ("1,000千円", AMOUNT, "thousands"))
    request = replace(request, groups=set_value(request, AMOUNT, 5_000).groups)
    document = typed(request, ("line/only/remark", "見積り"), (AMOUNT, "6000"))
    assert text_of(document.request) == "総額1,000千円。"
    found = only(document.request, RULE)
    assert "「6,000千円」" in found.message
    assert found.fix is not None
    assert text_of(repaired(document.request, found.fix)) == "総額6,000千円。"


def test_a_carried_text_stays_last_years() -> None:
    """Words that follow a figure are no work of the writer: a text taken over from last year stays marked as such."""
    request = written("総額1,000千円。", ("1,000千円", AMOUNT, "thousands"))
    sections = (replace(request.sections[0], carried=True), *request.sections[1:])
    document = typed(replace(request, sections=sections), (AMOUNT, "5"))
    assert (text_of(document.request), document.request.sections[0].carried) == ("総額5千円。", True)


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        ("今年の総額は1,000千円、来年も1,000千円。", 2),
        ("総額は1,000千円と、来年も1,000千円です。", 2),
        ("総額は1,500千円、来年も1,000千円。", 1),
        ("総額は1,000千円、来年もゼロ。", 1),
        ("来年も1,000千円。", 1),
        ("", 0),
    ],
)
def test_links_stand_where_their_words_are(new: str, kept: int) -> None:
    """Typing before, between and behind linked words moves the links; typing in the words ends theirs alone."""
    old = "総額は1,000千円、来年も1,000千円。"
    starts = (old.index("1,000"), old.rindex("1,000"))
    links = tuple(LinkedFigure(str(start), TEXT, start, "1,000千円", AMOUNT) for start in starts)
    found = moved(links, old, new)
    assert len(found) == kept
    assert all(stands(one, new) for one in found)


@given(st.data())
def test_links_never_point_at_other_words(data: st.DataObject) -> None:
    """Whatever is typed over a text, each link that is left stands on its words; what was not touched is left."""
    words = ["1,000千円", "増額", "5.2％増"]
    pieces = data.draw(st.lists(st.sampled_from([*words, "は", "、今年", "。"]), min_size=1, max_size=12))
    old, links = "", []
    for number, piece in enumerate(pieces):
        old += chr(ord("一") + number)  # what stands between is there once
        if piece in words:
            links.append(LinkedFigure(str(number), TEXT, len(old), piece, AMOUNT))
        old += piece
    begin = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(begin, len(old)))
    new = old[:begin] + data.draw(st.text("増額は1,0千円", max_size=5)) + old[end:]
    found = moved(tuple(links), old, new)
    assert all(stands(one, new) for one in found)
    assert len({one.start for one in found}) == len(found)
    untouched = {one.id for one in links if one.end < begin or one.start > end}
    assert untouched <= {one.id for one in found}


def test_every_figure_of_the_sheet_can_be_linked() -> None:
    """Amounts of both years, 合計, 増減, rates, sources, people and a commitment's years and limit follow their figure."""
    figures = values_of(figure_outline(sample(), totals(sample(), standard()), standard()))
    wanted = (
        "request/amount",
        "request/percent",
        "line/line-1-1/previous",
        "group/group-1/amount",
        "group/group-1/change",
        "funding/request/general",
        "headcount/request/regular",
        "cost/request/total",
    )
    assert set(wanted) <= set(figures)
    assert {type(figures[where]) for where in wanted} == {int, Decimal}


def test_inserting_puts_the_words_and_the_link() -> None:
    """A figure chosen from the list stands in place of what was selected, and follows from then on."""
    request = written("総額は〇〇です。")
    where = f"section/{request.sections[0].id}/text"
    chosen = LinkedFigure("new", where, 3, "1,000千円", "request/amount")
    document = Document(request, standard())
    document.edit("数字を入れる", insert_linked(request, chosen, 5))
    document.edit("入力", type_text(document.request, AMOUNT, "7"))
    assert text_of(document.request) == "総額は7千円です。"
    assert [found.shown for found in links_in(document.request, where)] == ["7千円"]
    assert delete_part(document.request, LinkedFigure, "new").links == ()


def test_only_words_that_stand_there_can_be_linked() -> None:
    """A link to words that the text has not is none; one over another takes its place."""
    request = written("総額は1,000千円。", ("1,000千円", AMOUNT, "thousands"))
    where = f"section/{request.sections[0].id}/text"
    assert link(request, LinkedFigure("no", where, 0, "1,000千円", AMOUNT)) is request
    other = LinkedFigure("other", where, 3, "1,000", AMOUNT, "digits")
    assert link(request, other).links == (other,)


def test_the_file_keeps_links_and_older_versions_read_what_has_none(tmp_path: Path) -> None:
    """A request with links is of format 7 and comes back whole; one without is written as before."""
    request = written("総額は1,000千円。", ("1,000千円", AMOUNT, "thousands"))
    path = tmp_path / "a.yosan"
    assert b'"format": 7' in storage.save(request, path)
    assert storage.load(path) == request
    assert b'"format": 5' in storage.dumps(replace(request, links=()))


def test_page_and_workbook_print_plain_text(tmp_path: Path) -> None:
    """The page says nothing of links; the workbook's hidden copy keeps them."""
    request = written("総額は1,000千円。", ("1,000千円", AMOUNT, "thousands"))
    page = html.render(snapshot(request), STANDARD_FOLDER)
    assert "総額は1,000千円。" in page
    assert "link-0" not in page
    path = tmp_path / "a.xlsx"
    path.write_bytes(excel.workbook_bytes(snapshot(request)))
    assert read_source(path, standard(), STANDARD_FOLDER).request.links == request.links


def test_two_writers_change_different_amounts() -> None:
    """Words that follow figures are no change of the text: both amounts are taken, and the text says their sum."""
    base = written("総額1,000千円。", ("1,000千円", "request/amount", "thousands"))
    document = Document(base, standard())
    other = replace(base.groups[0].lines[0], id="other", amount=500)
    document.edit("行の追加", structure.append_lines(base, base.groups[0].id, other))
    base = document.request
    assert text_of(base) == "総額1,500千円。"
    mine = typed(base, (AMOUNT, "2000")).request
    theirs = typed(base, ("line/other/amount", "700")).request
    merged = merge(base, mine, theirs)
    assert in_words(merged, standard()) == ()
    open_document = Document(mine, standard())
    open_document.edit("合わせる", decide(merged, {}))
    assert text_of(open_document.request) == "総額2,700千円。"
    assert not findings(open_document.request, RULE)


def test_links_of_both_writers_are_kept() -> None:
    """A link that one writer made and one that the other took away: the merge has the first and not the second."""
    base = written("総額1,000千円、経費1,000千円。", ("1,000千円", "request/amount", "thousands"))
    where = base.links[0].place
    theirs = link(base, LinkedFigure("theirs", where, text_of(base).rindex("1,000"), "1,000千円", AMOUNT))
    mine = delete_part(base, LinkedFigure, "link-0")
    merged = merge(base, mine, theirs).request
    assert [kept.id for kept in merged.links] == ["theirs"]
    assert [(each.what, each.way) for each in differences(base, theirs, standard())] == [
        ("つないだ数字", "added")
    ]


def test_next_year_says_the_new_figures() -> None:
    """The draft's texts keep their links: what has a figure already says it, the rest follows when it is typed."""
    request = written(
        "令和の予算1,000千円、前年度900千円。",
        ("1,000千円", "request/amount", "thousands"),
        ("900千円", "request/previous", "thousands"),
    )
    draft = next_year(request, standard())
    assert "前年度1,000千円" in text_of(draft)
    assert ("900千円", "1,000千円") in [(one.before, one.after) for one in draft.carried]
    document = typed(draft, (AMOUNT, "1300"))
    assert text_of(document.request) == "令和の予算1,300千円、前年度1,000千円。"


def test_a_replacement_throughout_a_text_keeps_the_links_between() -> None:
    """Words that are replaced before and behind a linked figure leave it linked."""
    request = written("市は1,000千円、市が持つ。", ("1,000千円", AMOUNT, "thousands"))
    where = request.links[0].place
    document = Document(request, standard())
    document.edit("置換", set_value(request, where, text_at(request, where).replace("市", "町村")))
    document.edit("入力", type_text(document.request, AMOUNT, "8"))
    assert text_of(document.request) == "町村は8千円、町村が持つ。"


def test_sample_with_links_of_its_figures() -> None:
    """In the real sheet, every figure that has words can be linked, and all links say their figure."""
    figures = values_of(figure_outline(sample(), totals(sample(), standard()), standard()))
    request, text = sample(), ""
    links = []
    for number, (where, value) in enumerate(figures.items()):
        form: LinkForm = "people" if where.startswith("headcount/") else "thousands"
        if "/percent" in where:
            form = "percent"
        elif where.endswith("/period"):
            form = "period"
        words = shown(value, form)
        if words is not None:
            links.append((f"k{number}", len(text), words, where, form))
            text += f"{words}、"
    section = f"section/{request.sections[0].id}/text"
    request = set_values(request, [(section, text)])
    for link_id, start, words, where, form in links:
        request = link(request, LinkedFigure(link_id, section, start, words, where, form))
    assert len(request.links) == len(links) > 100
    assert not findings(request, RULE)
    document = typed(request, ("line/line-1-1/amount", "12345"), ("headcount/request/regular", "3.5"))
    assert not findings(document.request, RULE)
    assert "12,345千円" in document.request.sections[0].text


@pytest.mark.parametrize(
    ("text", "figure", "form"),
    [
        ("要求額は124,767千円", "request/amount", "thousands"),
        ("要求額は１２４，７６７千円", "request/amount", "thousands"),
        ("総額で約1億2,477万円", "request/amount", "about_ten_thousands"),
        ("前年度予算額は118,656千円", "request/previous", "thousands"),
        ("要求額は5.2％増", "request/percent", "percent_up_or_down"),
        ("要求額を増額", "request/change", "raise_or_cut"),
        ("一般財源は122,608千円", "funding/request/general", "thousands"),
        ("今年は増額", None, None),
        ("1124,767千円", None, None),
        ("正職員は1.9人", "headcount/request/regular", "people"),
    ],
)
def test_what_is_offered(text: str, figure: str | None, form: LinkForm | None) -> None:
    """An amount that is a figure of the sheet is offered as it is typed; a word or a rate only where the figure is named."""
    known = figure_outline(sample(), totals(sample(), standard()), standard())
    found = offer(text, len(text), known)
    assert found is None or may_say_a_figure(text, len(text))
    assert (found.figure.place, found.form) == (figure, form) if found else figure is None


@pytest.mark.parametrize(
    "text", ["機構への支払いは1,234千円", "約3億4,567万円", "前年度比5.2％増", "前年度から増額"]
)
def test_offer_among_a_thousand_lines(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand lines only those are written out that the sentence names or whose value stands there."""
    request = sample()
    line = request.groups[0].lines[4]
    many = [replace(line, id=f"many-{at}", text=f"経費その{at}", amount=2_000 + at) for at in range(1_000)]
    group = replace(request.groups[0], lines=tuple(many))
    request = replace(request, groups=(group, *request.groups[1:]))
    figures = figure_outline(request, totals(request, standard()), standard())
    written: list[object] = []
    monkeypatch.setattr(
        "model.links.offer.shown", lambda value, form: written.append(value) or shown(value, form)
    )
    assert offer(text, len(text), figures) is None
    assert len(written) < 200  # of some four thousand


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("要求額は124,767千円、前年度予算額は118,656千円です。", ["request/amount", "request/previous"]),
        ("標準事務費(12,085千円)を含む。", ["line/line-1-5/amount"]),
        ("要求額は5.2％増とする。", ["request/percent"]),
        ("要求額は約1億2,477万円。", ["request/amount"]),
        ("機構への支払いは12,085千円。", []),
        ("標準事務費は300千円から12,085千円になる。", []),
        ("標準事務費は112,085千円。", []),
        ("標準事務費を見直し。総額12,085千円。", []),
        ("増額する。", []),
    ],
)
def test_what_is_certain(text: str, figures: list[str]) -> None:
    """Words are certain where their own sentence names the figure before them and no other number stands between."""
    where = f"section/{sample().sections[0].id}/text"
    request = set_value(sample(), where, text)
    found = certain_links(request, figure_outline(request, totals(request, standard()), standard()))
    assert [one.figure for one in found if one.place == where] == figures
    for one in found:
        request = link(request, one)
    assert not findings(request, RULE)
    assert certain_links(request, figure_outline(request, totals(request, standard()), standard())) == ()


def test_a_linked_figure_is_not_read_as_another() -> None:
    """Which figure words are of is known once they are linked: what stands before them in the sentence decides no more."""
    where = f"section/{sample().sections[0].id}/text"
    request = set_value(sample(), where, "標準事務費は124,767千円である。")
    assert any(found.place == where for found in findings(request))
    start = text_at(request, where).index("124,767")
    linked = LinkedFigure("linked", where, start, "124,767千円", "request/amount", "thousands")
    assert not any(found.place == where for found in findings(link(request, linked)))


def test_each_form_ends_as_it_is_said_to_end() -> None:
    """What is looked up while typing is every way in which a figure of the real sheet can be written."""
    for choice in choices(figure_outline(sample(), totals(sample(), standard()), standard())):
        assert may_say_a_figure(choice.words, len(choice.words)), choice
        assert half_width(choice.words).endswith(ENDINGS[choice.form]), choice
