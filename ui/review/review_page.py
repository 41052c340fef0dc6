"""The page shown before a workbook or page with hand changes is opened: the changes, and whether to open it."""

from __future__ import annotations

from templates.readers.reading import Reading
from ui.language import translate
from ui.review.report_pane import EntryList, asked_report, changes_report, unread_report
from ui.widgets.cover_page import CoverPage


class ReviewPage(CoverPage):
    """The changes, to be read before anything is opened; Esc and やめる leave all as it was."""

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(
            translate(
                "ui.review", "「{name}」は、書き出したあとに {count} か所が手で変えられています"
            ).format(name=name, count=len(reading.changes)),
            translate(
                "ui.review",
                "取り込んで、新しい要求書として開きます。もとのファイルも、保存した要求書も変わりません。",
            ),
            translate("ui.review", "このまま開く"),
            translate("ui.review", "やめる"),
        )
        changes = changes_report(reading.changes).entries
        self.changes = EntryList(translate("ui.review", "手で変えられた箇所"), changes, self.card)
        self.inner.addWidget(self.changes, 3)
        for report in (unread_report(reading.unread), asked_report(reading.request)):
            if report.entries:
                self.add_words(f"{report.title}　{len(report.entries)}", "cardTitle")
                self.inner.addWidget(EntryList(report.title, report.entries, self.card), 1)
