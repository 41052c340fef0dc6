"""A changed cell of the printed sheet read into the request: figures, people, words of the head and of lines."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from model.edits.fields import clean_text, holds_amount, is_place, read, set_value, type_text, value_at
from model.language import phrase
from model.request.columns import WORD_FIELDS
from model.request.lines import find, lines_in
from model.request.place import FISCAL_YEAR, Place
from model.request.request import Line, Request
from model.standard import form
from model.standard.form import fill_year
from model.standard.standard import Standard
from model.values import fiscal_year, people
from templates.readers.books.cells import plain
from templates.readers.labels import SUBJECT, class_and_account, split_mark, subject_in
from templates.readers.workbook.page_now import Difference
from templates.readers.workbook.report import UNREADABLE, Report
from templates.readers.workbook.text_rows import inner
from templates.sheet.cost_tables import commitment_wording

_WORDS: Final = "words/"
_KNOWN_WORDS: Final = (
    form.BREADCRUMB,
    form.ACTOR,
    form.REQUEST_LABEL,
    form.GENERAL_LABEL,
    form.COMMENT_TITLE,
    form.FINANCE_TITLE,
)
_THOUSANDS: Final = "千円"
_ANY_UNIT: Final = re.compile(r"(?<![十百万億])[十百万億]*+円")
_UNIT: Final = re.compile(r"[(（](?:単位[:：])?千円[)）]$")
_DERIVED: Final = re.compile(
    r"(?:line|group)/[^/]+/change|request/change|assessment/cut|commitment/[^/]+/wording"
    rf"|group/[^/]+/(?:{'|'.join(WORD_FIELDS)})|continuing/[^/]+/[^/]+/[^/]+|annual/[^/]+/change/[^/]+"
)
_NOT_TAKEN: Final = phrase(
    "計算か様式で決まる欄なので、書き換えは取り込みませんでした。元になる欄を直してください。"
)
_BOTH: Final = phrase("積算と備考の両方が書き換えられています。全体を備考に入れ、積算は元のままです。")
_NO_SUCH: Final = phrase("どの経費・区分か分からないため、取り込みませんでした。画面で直してください。")
_NOT_SPLIT: Final = phrase(
    "書き換えられた言葉を欄に分けられないため、取り込みませんでした。画面で直してください。"
)


class Cells:
    """Reads changed cells into its ``request``, one by one."""

    def __init__(self, request: Request, standard: Standard, report: Report) -> None:
        self.request = request
        self._standard = standard
        self._report = report

    def take(self, difference: Difference) -> None:
        """Read one cell into the request, or list it as unread."""
        where = difference.written.place
        if not where or _DERIVED.fullmatch(where) or where.endswith("/columns") or not is_place(where):
            self._unread(difference, _NOT_TAKEN)
            self._ask_of_unit(difference)
        elif where.startswith(_WORDS):
            self._words(difference, where.removeprefix(_WORDS))
        elif where.startswith("head/"):
            self._head(difference, where)
        elif holds_amount(where) or where.startswith("headcount/"):
            self._figure(difference, where)
        elif where.startswith("commitment/") and not where.endswith("/period"):
            self._commitment(difference, where)
        else:
            held = value_at(self.request, where)
            text = inner(difference.before, held if isinstance(held, str) else "", difference.after)
            self._set(difference, {where: text})

    def _ask_of_unit(self, difference: Difference) -> None:
        """Ask of a heading that names another unit than it was written with."""
        unit = _ANY_UNIT.search(difference.after)
        if _THOUSANDS in difference.before and unit and _THOUSANDS not in difference.after:
            said = phrase(
                "見出しが「{before}」から「{after}」に書き換えられています。額は千円として読みました。",
                before=difference.before,
                after=difference.after,
            )
            why = phrase("書き出した額は千円です。")
            self._report.ask(*difference.address, "", said.replace("\n", ""), _THOUSANDS, unit[0], why)

    def _figure(self, difference: Difference, where: Place) -> None:
        if difference.value is None and difference.written.kind == "f":
            self._unread(difference, phrase("計算で出る欄なので、消しても計算した値になります。"))
            return
        typed = read(where, "" if difference.value is None else difference.after)
        before = self.request
        self.request = set_value(self.request, where, typed)
        if self.request is before:
            return  # an erased 0 of the funding table: blank prints 0
        if where.startswith("line/") and typed is not None:
            line = find(self.request, where.split("/")[1])
            if line is not None and line.heading and not line.parts:
                # a heading without parts prints no figure
                self.request = set_value(self.request, f"line/{line.id}/heading", False)
        self._list(difference, where)
        if where.startswith("headcount/"):
            if people.is_unreadable(str(typed or "")):
                self._unread(difference, phrase("人数として読めないため、書かれたとおりに入れました。"))
        elif isinstance(typed, str):
            self._unread(difference, UNREADABLE)

    def _words(self, difference: Difference, where: Place) -> None:
        row = where.partition("/")[0] in ("cost", "funding") and where != form.GENERAL_LABEL
        if not row and where not in _KNOWN_WORDS:
            self._unread(difference, _NOT_TAKEN)
            return
        text = _UNIT.sub("", clean_text(difference.after).replace("\n", ""))
        printed = self.request.printed
        self.request = replace(self.request, printed=replace(printed, words={**printed.words, where: text}))
        self._list(difference, difference.written.place)

    def _head(self, difference: Difference, where: Place) -> None:
        text = clean_text(difference.after).strip()
        found: dict[Place, str] | None = None
        match where:
            case "head/title":
                found = self._title(text)
            case "head/subject":
                found = subject_in(text) if text else dict.fromkeys(SUBJECT, "")
            case "head/class":
                business_class, account = class_and_account(
                    text, self._standard, has_account=bool(self.request.header.account)
                )
                found = {"header/business_class": business_class, "header/account": account}
            case "head/section" | "head/side":
                words = text.split()
                if where == "head/side" and words[:1] == [self._standard.government]:
                    words = words[1:]
                if len(words) == 2:
                    found = {"contact/department": words[0], "contact/section": words[1]}
        if found is None:
            self._unread(difference, _NOT_SPLIT)
        else:
            self._set(difference, found)

    def _title(self, text: str) -> dict[Place, str] | None:
        """The year line and the budget: 「平成31年度予算 当初予算 予算要求書」."""
        words = text.removesuffix(self._standard.words.title).split()
        if len(words) != 2:
            return None
        year = fiscal_year.parse(words[0].removesuffix("予算"))
        if year is None:
            return None
        found = {"header/budget": words[1]}
        before = self._standard.year_of(self.request.header.fiscal_year)
        line = fill_year(self._standard.words_in(before.year).year_line, before)
        if words[0] != self.request.printed.words.get(form.YEAR_LINE, line):
            found[FISCAL_YEAR] = words[0].removesuffix("予算")
        return found

    def _commitment(self, difference: Difference, where: Place) -> None:
        """The line or the status of a commitment, by the words that the sheet prints for it."""
        words = self._standard.commitments
        if where.endswith("/status"):
            known = {words.requested_label: "requested", words.set_label: "set"}
        else:
            lines = list(lines_in(self.request))
            texts = [line.text.replace("\n", "") for line in lines]
            known = {text: line.id for text, line in zip(texts, lines, strict=True) if texts.count(text) == 1}
        if difference.after in known:
            self._set(difference, {where: known[difference.after]})
        else:
            self._unread(difference, _NO_SUCH)

    def line_words(self, line_id: str, field: str, printed: str, now: str, difference: Difference) -> None:
        """The words of a line: of a column in which nothing else stands they are what stands there."""
        line = find(self.request, line_id)
        if line is None:
            return
        match field:
            case "text":
                self._line_text(line, printed, now, difference)
            case "remark":
                self._line_remark(line, plain(printed), clean_text(now), difference)
            case _ if clean_text(now) != getattr(line, field):
                self._line_field(line_id, field, clean_text(now), difference, (printed, now))

    def _line_text(self, line: Line, printed: str, now: str, difference: Difference) -> None:
        """内容, with the mark before it where the line has one."""
        mark, text = split_mark(clean_text(now), self._standard)
        if not mark and line.mark and text.startswith(own := self._standard.mark_label(line.mark)):
            mark, text = line.mark, text.removeprefix(own)  # one that the Standard does not have
        self.request = set_value(self.request, f"line/{line.id}/mark", mark)
        self._line_field(line.id, "text", text, difference, (printed, now))

    def _line_remark(self, line: Line, printed: str, now: str, difference: Difference) -> None:
        """備考, below the calculation (積算) and above the words of the line's commitments."""
        wordings = [
            clean_text(commitment_wording(commitment, self._standard))
            for commitment in self.request.commitments
            if commitment.line == line.id and commitment.period
        ]
        below = "\n".join([clean_text(line.remark), *wordings]).strip("\n")
        basis = printed.removesuffix(below).removesuffix("\n") if line.basis else ""
        for wording in reversed(wordings):
            now = now.removesuffix(wording).removesuffix("\n")
        field, text = "remark", now
        if basis and (now == basis or now.startswith(f"{basis}\n")):
            text = now.removeprefix(basis).removeprefix("\n")
        elif basis and now.endswith(kept := clean_text(line.remark)):
            field, text = "basis", now.removesuffix(kept).removesuffix("\n")
        elif basis:
            self._report.unread(*difference.address, now, _BOTH)
        if text != getattr(line, field):
            self._line_field(line.id, field, text, difference, (printed, now))

    def _line_field(
        self, line_id: str, field: str, text: str, difference: Difference, said: tuple[str, str]
    ) -> None:
        where = f"line/{line_id}/{field}"
        self.request = set_value(self.request, where, text)
        self._report.change(*difference.address, self._report.names.name_of(where), *said, where)

    def _set(self, difference: Difference, values: dict[Place, str]) -> None:
        before = self.request
        for where, text in values.items():
            self.request = type_text(self.request, where, text)
        if self.request is not before:
            self._list(difference, next(iter(values)))

    def _list(self, difference: Difference, where: Place) -> None:
        name = self._report.names.name_of(where)
        self._report.change(*difference.address, name, difference.before, difference.after, where)

    def _unread(self, difference: Difference, why: str) -> None:
        self._report.unread(*difference.address, difference.after, why)
