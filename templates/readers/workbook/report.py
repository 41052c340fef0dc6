"""The lists of changes made by hand, of values that could not be read, and of what is asked, in the order of the sheet."""

from __future__ import annotations

from typing import Final

from model.differences.texts import differing_parts
from model.language import phrase
from model.names.place_names import PlaceNames
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.values.amount import Amount, format_amount
from templates.readers.books.cells import address
from templates.readers.reading import HandChange, Unread, cut
from templates.readers.tables.question import Question

NOT_CALCULATED: Final = phrase(
    "式に計算した値が入っていないため、元の値のままにしました。Excelで開いて保存し直すか、額を入力してください。"
)
UNREADABLE: Final = phrase("金額として読めないため、書かれたとおりに入れました。")


def gone_line_text(text: str, amount: Amount) -> str:
    """A line that is gone, in words: 「通信運搬費　230千円」."""
    figure = f"{format_amount(amount)}千円" if isinstance(amount, int) else amount or ""
    return f"{cut(text.replace(chr(10), ''))}　{figure}".rstrip()


class Report:
    """Collects changes, unread cells and questions of one sheet; ``names`` says what places, lines and parts are called."""

    def __init__(self, title: str, request: Request, standard: Standard) -> None:
        self.names = PlaceNames(request, standard)
        self._title = title
        self._changes: list[tuple[int, int, HandChange]] = []
        self._unread: list[tuple[int, int, Unread]] = []
        self._asked: list[tuple[int, int, Question]] = []

    def where(self, row: int, column: int = 0) -> str:
        """「要求書!E12」, or 「要求書!12行目」 for a row."""
        return f"{self._title}!{address(row, column) if column else f'{row}行目'}"

    def change(self, row: int, column: int, what: str, before: str, after: str, place: Place = "") -> None:
        """Add a change made by hand that changed the request; of long texts the part that differs is listed."""
        was, now = map(cut, differing_parts(before, after))
        self._changes.append((row, column, HandChange(self.where(row, column), what, was, now, place)))

    def unread(self, row: int, column: int, text: str, why: str) -> None:
        """Add a change made by hand that could not be read."""
        self._unread.append((row, column, Unread(self.where(row, column), cut(text), why)))

    def ask(
        self, row: int, column: int, place: Place, question: str, assumed: str, other: str, evidence: str
    ) -> None:
        """Add what could not be proven of a cell and was assumed; it is asked in the request, at the place."""
        where = self.where(row, column)
        asked = Question("value", where, question, assumed, (other,), evidence, place=place)
        self._asked.append((row, column, asked))

    @property
    def asked(self) -> tuple[Question, ...]:
        """What was assumed, in the order of the sheet."""
        return tuple(asked for *_, asked in sorted(self._asked, key=lambda entry: entry[:2]))

    @property
    def changes(self) -> tuple[HandChange, ...]:
        """The changes in the order of the sheet."""
        return tuple(change for *_, change in sorted(self._changes, key=lambda entry: entry[:2]))

    @property
    def unreads(self) -> tuple[Unread, ...]:
        """What was not taken, in the order of the sheet."""
        return tuple(entry for *_, entry in sorted(self._unread, key=lambda entry: entry[:2]))
