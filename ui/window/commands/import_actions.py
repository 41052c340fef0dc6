"""The actions that open something other than a request file: published pages, workbooks, copied text, the next year.

What was read is a new request that is in no file: its source is never written to.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from model.document.document import Document, Snapshot
from model.document.storage import SUFFIX, FileError
from model.request.request import Request
from templates.readers.reading import Reading, Unread
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import asked_report, changes_report, unread_report
from ui.review.review_page import ReviewPage
from ui.widgets.choice_bar import Choice
from ui.window.files.request_files import RequestFiles

if TYPE_CHECKING:
    from templates.readers.books.cells import Progress
    from templates.readers.remembered import RememberedMappings
    from templates.readers.review import Review
    from ui.costs.cost_paste import AskedBlock, LongBlock, PutBlock
    from ui.window.commands.source_reading import SourceReading
    from ui.window.request_view import RequestView

_MAPPINGS: Final = "reading_choices.json"
_NO_TEXT: Final = QT_TRANSLATE_NOOP(
    "ui.window", "クリップボードに文がありません。公表ページの文をコピーしてから選んでください。"
)


class _Source(NamedTuple):
    """A book that was read by its labels: its name, where its request would best be saved, and how it is read."""

    name: str
    suggestion: Path
    notes: tuple[Unread, ...]  # what is said of the file
    review: Review


class ImportActions:
    """The ways into the window that are not a request file."""

    def __init__(self, files: RequestFiles) -> None:
        self._files, self._window, self._standard = files, files.window, files.standard
        self._reading: SourceReading[Reading] | SourceReading[PutBlock] | None = None
        self._sources: WeakKeyDictionary[Document, _Source] = WeakKeyDictionary()  # gone with its document

    def open(self, path: Path) -> None:
        """Read a published page or a workbook beside the window; one that is still being read is given up for it."""
        from ui.window.commands.source_reading import SourceReading

        def read(progress: Progress) -> Reading:
            from templates.readers.sources import (
                read_source,  # what reads is imported only when something is read
            )

            return read_source(path, self._standard, self._files.standard_folder, progress)

        if self._reading is not None:
            self._reading.stop()
        self._window.show_message("")
        stopped = translate("ui.window", "「{name}」の読み込みをやめました。何も変わっていません。")
        self._reading = SourceReading(
            path.name,
            read,
            partial(self._take_source_read, path, self._window.document),
            self._say_unreadable,
            lambda: self._window.show_message(stopped.format(name=path.name)),
            self._window,
        )

    def _say_unreadable(self, error: FileError) -> None:
        self._window.show_failure("opening", str(error))

    def _take_source_read(self, path: Path, before: Document | None, reading: Reading) -> None:
        """Open what was read of a file; hand changes are shown for review before it is opened."""
        if not self._files.is_still(before, path.name):
            return
        suggestion = path.with_suffix(SUFFIX)
        if self._reviews(reading, path.name, suggestion):
            return
        if not reading.changes:
            self._take(reading, path.name, suggestion)
            return
        page = ReviewPage(path.name, reading)
        page.accepted.connect(lambda: self._take(reading, path.name, suggestion))
        page.refused.connect(self._window.leave_review)
        self._window.show_review(page)

    def _reviews(self, reading: Reading, name: str, suggestion: Path) -> bool:
        """Show how a book is read where something of it is asked, or answered by what is remembered; whether it is shown."""
        if "templates.readers.foreign.foreign" not in sys.modules:
            return False  # nothing was read by its labels
        from templates.readers.foreign.foreign import BookReading

        if not isinstance(reading, BookReading):
            return False
        from templates.readers.review import Review

        review = Review(reading.book, self._standard, found=reading.found)
        notes = reading.unread[: len(reading.unread) - len(review.reading.unread)]  # what is said of the file
        source = _Source(name, suggestion, notes, review)
        remembered = self._mappings().used(review)
        if remembered is not None or not review.is_proven:
            self._review(source, remembered)
        else:
            self._take_source(source, review)
        return True

    def review_again(self) -> None:
        """Show how the open request was read from its book, to take it in once more otherwise."""
        document = self._window.document
        source = self._sources.get(document) if document is not None else None
        if source is None:
            self._window.show_message(
                translate("ui.window", "この要求書は、表の読み方を選んで読み込んだものではありません。")
            )
            return
        self._window.open_view.finish_typing()
        self._review(source, None)

    def read_block(self, block: LongBlock) -> None:
        """Read a long pasted block beside the window, and put it in where nothing changed in the meantime."""
        from ui.window.commands.source_reading import SourceReading

        if self._reading is not None:
            self._reading.stop()
        document = self._window.open_view.document
        stopped = translate("ui.window", "貼り付けをやめました。表は変わっていません。")
        self._reading = SourceReading(
            translate("ui.window", "貼り付ける表"),
            lambda _: block.read(),
            partial(self._put_block, document, document.request),
            self._say_unreadable,
            lambda: self._window.show_message(stopped),
            self._window,
        )

    def _put_block(self, document: Document, before: Request, put: PutBlock) -> None:
        if self._window.document is not document or document.request is not before:
            sentence = translate(
                "ui.window",
                "貼り付ける表を読んでいる間に要求書が変わったので、貼り付けませんでした。もう一度貼り付けてください。",
            )
            self._window.show_message(sentence, lasting=True)
            return
        found = put()
        if isinstance(found, str):
            self._window.show_message(found, lasting=True)
        else:
            self._window.show_message(found.said, lasting=True)
            self.review_block(found)

    def review_block(self, block: AskedBlock) -> None:
        """Show a pasted block that is not proven, to be put in as it is decided; Esc leaves the table as it is."""
        from templates.readers.review import Review
        from templates.readers.tables.decisions import Choices
        from ui.review.source_page import SourcePage

        document = self._window.open_view.document
        year = document.snapshot.totals.year.label
        review = Review.of_sheet(block.sheet, self._standard, year, block.questions)
        page = SourcePage(
            translate("ui.window", "貼り付ける表"), review, go_on=translate("ui.window", "貼り付ける")
        )

        def put(review: Review) -> None:
            self._window.leave_review()
            choices = next(iter(review.decisions.tables.values()), Choices())
            still_open = [asked.question for asked in review.questions]
            self._window.show_message(
                block.put(choices, still_open) or translate("ui.window", "貼り付けました。"), lasting=True
            )

        page.taken.connect(put)
        page.refused.connect(self._window.leave_review)
        self._window.show_review(page)

    def _review(self, source: _Source, remembered: Review | None) -> None:
        """Show the review page of a source."""
        from ui.review.source_page import SourcePage

        page = SourcePage(source.name, source.review, remembered)
        page.taken.connect(lambda review: self._keep_and_take(source, review))
        page.refused.connect(self._window.leave_review)
        self._window.show_review(page)

    def _keep_and_take(self, source: _Source, review: Review) -> None:
        if self._take_source(source, review):
            self._mappings().keep(review)

    def _take_source(self, source: _Source, review: Review) -> bool:
        """Open what a review gives; False where the open document is not left."""
        reading = review.reading
        reading = replace(reading, unread=(*source.notes, *reading.unread))
        if not self._take(reading, source.name, source.suggestion):
            return False
        self._sources[self._window.open_view.document] = source._replace(review=review)
        return True

    def _mappings(self) -> RememberedMappings:
        from templates.readers.remembered import RememberedMappings

        return RememberedMappings(self._files.recent.folder / _MAPPINGS)

    def read_clipboard(self) -> None:
        """Read a published page that was copied from a browser."""
        data = QGuiApplication.clipboard().mimeData()
        text, html = (data.text(), data.html()) if data else ("", "")  # Qt may give none for an empty one
        if not text.strip() and not html.strip():
            self._window.show_message(translate("ui.window", _NO_TEXT))
            return

        from templates.readers.clipboard import (
            read_copied,  # what reads is imported only when something is read
        )

        try:
            reading = read_copied(text, html, self._standard)
        except FileError as error:
            self._say_unreadable(error)
            return
        self._take(reading, translate("ui.window", "貼り付けた文"), None)

    def make_next_year(self) -> None:
        """Turn the open request into the draft of the next fiscal year, as one step of undo and without a file."""
        view = self._window.open_view
        document = view.document
        view.finish_typing()
        if not self._files.may_leave():  # from here on nothing is saved to last year's file
            return
        from model.next_year import next_year  # no start of the window pays for it

        draft = next_year(document.request, self._standard)
        year = self._standard.year_of(draft.header.fiscal_year).label
        self._files.leave_year(document)
        before = document.request
        document.edit(translate("ui.window", "翌年度の要求書の作成"), draft)
        view.show_finance(
            self._files.recent.shows("finance_view")
        )  # last year's 査定 is gone, and its fields with it
        view.side.show_reports(())
        view.side.bring_to_front(view.side.carried)
        view.focus_place("header/name")
        self._window.show_message(
            translate(
                "ui.window",
                "{year}の要求書を作りました。変えたところは右の一覧にあります。元の要求書のファイルは変わりません。",
            ).format(year=year),
            lasting=True,
        )

        def follow(snapshot: Snapshot) -> None:
            if snapshot.request is before:  # taken back: the message no longer holds
                self._window.show_message("")

        document.subscribe(follow)

    def _take(self, reading: Reading, name: str, suggestion: Path | None) -> bool:
        """Open what was read as a request that is in no file; False where the open document is not left."""
        if not self._files.may_leave():
            return False
        self._files.begin_unsaved(suggestion)
        self._window.show_request(reading.request, None, is_saved=False)
        view = self._window.open_view
        view.document.mark_read()
        self._files.note_change()
        asked = reading.request.source_questions
        view.side.show_reports(
            [asked_report(reading.request), unread_report(reading.unread), changes_report(reading.changes)]
        )
        sentence = translate("ui.window", "「{name}」を新しい要求書として開きました。").format(name=name)
        counts = (
            (reading.changes, translate("ui.window", "手で変えられた {count} か所を取り込みました。")),
            (asked, translate("ui.window", "確かめられずに仮に読んだところが {count} あります。")),
            (reading.unread, translate("ui.window", "読み取れなかった箇所が {count} あります。")),
        )
        sentence += "".join(words.format(count=len(found)) for found, words in counts if found)
        if asked or reading.unread:
            sentence += translate("ui.window", "右の一覧を見てください。")
        self._window.show_message(
            translate("ui.window", "{sentence}保存するときに名前を付けます。").format(sentence=sentence),
            lasting=True,
        )
        self._offer_links(view)
        return True

    def _offer_links(self, view: RequestView) -> None:
        """Offer to link the words of the texts that certainly are figures of what was read."""
        count = view.linking.count_certain()
        if not count:
            return

        def link() -> None:
            self._window.hide_bar("links")
            self._window.show_message(view.linking.link_certain())

        self._window.bars.show(
            "links",
            translate(
                "ui.window",
                "文の中の数字{count}か所は、文から要求書のどの数字か分かります。つなぐと、額が変わったときに文も変わります。",
            ).format(count=count),
            (
                Choice(
                    translate("ui.window", "つなぐ"),
                    translate("ui.window", "文の数字を要求書の数字とつなぎます（元に戻せます）。"),
                    link,
                ),
                Choice(
                    translate("ui.window", "このまま"),
                    translate("ui.window", "ふつうの文字のままにします。"),
                    lambda: self._window.hide_bar("links"),
                ),
            ),
            is_calm=True,
        )
