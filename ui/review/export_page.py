"""The page before an export: open findings, acknowledged ones with their reasons, unanswered questions. It never blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal

from model.checks import SEVERITY_LABELS, Finding, Findings
from model.request.place import Place
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, EntryList, entry_place
from ui.widgets.cover_page import CoverPage
from ui.widgets.severity_mark import severity_word

_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "このままでも書き出せます（Enter）。一覧で行を選んで Enter を押すかダブルクリックすると、書き出さずにその欄へもどります。",
)
_LISTED: Final = ("error", "warning")


def needs_review(findings: Findings) -> bool:
    """Whether something is open that the writer may want to mend before the export; 参考 and questions are not."""
    return any(finding.severity in _LISTED for finding in findings.all)


class ExportPage(CoverPage):
    """The summary before the export."""

    chosen = Signal(str)  # a place to go back to

    def __init__(
        self, findings: Findings, empty: int, titles: Mapping[str, str], section_of: Callable[[Place], str]
    ) -> None:
        """Make the page: ``empty`` fields are 未記入, ``section_of`` gives the key of the section in which a place stands."""
        super().__init__(
            translate("ui.review", "書き出す前に: {counted}が残っています").format(
                counted=_counted(findings.all, translate("ui.review", "{word} {count}件"))
            ),
            translate("ui.review", _HINT),
            translate("ui.review", "このまま書き出す"),
            translate("ui.review", "もどって直す"),
        )
        self._titles, self._section_of = titles, section_of
        self.add_words(self._by_section(findings.all), "hint")
        if empty:
            words = translate(
                "ui.review", "未記入の欄が{count}か所あります（もどると、右の「未記入」に並びます）。"
            )
            self.add_words(words.format(count=empty), "hint")
        listed = sorted(
            (finding for finding in findings.all if finding.severity in _LISTED),
            key=lambda finding: _LISTED.index(finding.severity),
        )
        self.open_list = self._list(translate("ui.review", "残っている誤りと注意"), listed, 3)
        if findings.acknowledged:
            self.add_words(
                translate("ui.review", "了解済み　{count}").format(count=len(findings.acknowledged)),
                "cardTitle",
            )
            self.acknowledged = self._list(translate("ui.review", "了解済みの指摘"), findings.acknowledged, 1)
        if questions := findings.questions:
            unanswered = sum(not question.acknowledged for question in questions)
            state = (
                translate("ui.review", "{count}問のうち{unanswered}問が未回答").format(
                    count=len(questions), unanswered=unanswered
                )
                if unanswered
                else translate("ui.review", "すべて回答済み")
            )
            self.add_words(translate("ui.review", "質問票: {state}です。").format(state=state), "hint")

    def _by_section(self, findings: Sequence[Finding]) -> str:
        """How many of each severity there are in each section that has some."""
        found: dict[str, list[Finding]] = {key: [] for key in self._titles}
        for finding in findings:
            found.setdefault(self._section_of(finding.place), []).append(finding)
        return "　".join(
            f"{self._titles.get(key, '')}: {_counted(some)}" for key, some in found.items() if some
        )

    def _list(self, name: str, findings: Sequence[Finding], stretch: int) -> EntryList:
        entries = [Entry(self._text(finding), finding.place) for finding in findings]
        listed = EntryList(name, entries, self.card)
        listed.clearSelection()  # the button has the focus
        listed.itemActivated.connect(lambda item: self.chosen.emit(entry_place(item)))
        self.inner.addWidget(listed, stretch)
        return listed

    def _text(self, finding: Finding) -> str:
        section = self._titles.get(self._section_of(finding.place), "")
        reason = (
            translate("ui.review", "了解: {acknowledged}").format(acknowledged=finding.acknowledged)
            if finding.acknowledged
            else ""
        )
        head = translate("ui.review", "【{word}】{section}").format(
            word=severity_word(finding.severity), section=section
        )
        return "\n".join(filter(None, (head, finding.message, reason)))


def _counted(findings: Sequence[Finding], words: str = "{word} {count}") -> str:
    """How many findings of each severity there are, as 「誤り 2・注意 1」, each in the words given."""
    counts = Counter(finding.severity for finding in findings)
    return translate("ui.review", "・").join(
        words.format(word=severity_word(severity), count=counts[severity])
        for severity in SEVERITY_LABELS
        if counts[severity]
    )
