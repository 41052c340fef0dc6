"""The list of what was changed by hand and what could not be taken, in the order of the sheet, in the reader's words."""

from __future__ import annotations

from typing import Final, cast

from model.amount import Amount, format_amount
from model.commitments import GENERAL
from model.edits.lines import walk
from model.fields import label_of
from model.place import EXPENSE, Place
from model.request import FundingRowKey, Request, SheetRow
from model.standard import Standard
from templates.excel_reader.cells import address
from templates.reading import HandChange, Unread

_LONGEST: Final = 200  # characters of a text in the lists
_NAME: Final = 30
_SHORT: Final = 60  # characters of a text that is shown whole beside what it became
_CONTEXT: Final = 10
_YEARS: Final = {"amount": "要求額", "previous": "前年度予算額"}


def cut(text: str, longest: int = _LONGEST) -> str:
    """A text as it is listed: long ones end in 「…」."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def differing(before: str, after: str) -> tuple[str, str]:
    """Where two long texts part, with a few characters on either side: 「…前の言葉…」, 「…後の言葉…」."""
    if not before or not after or max(len(before), len(after)) <= _SHORT:
        return before, after
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    opening, closing = max(start - _CONTEXT, 0), max(end - _CONTEXT, 0)

    def part(text: str) -> str:
        return f"{'…' * bool(opening)}{text[opening : len(text) - closing]}{'…' * bool(closing)}"

    return part(before), part(after)


def line_said(text: str, amount: Amount) -> str:
    """A line that is gone, in words: 「通信運搬費　230千円」."""
    figure = f"{format_amount(amount, '△')}千円" if isinstance(amount, int) else amount or ""
    return f"{cut(text.replace(chr(10), ''))}　{figure}".rstrip()


class Report:
    """Collects changes and unread cells of one sheet.

    Attributes:
        places: the places that were changed, with what was put there.
    """

    def __init__(self, title: str, request: Request, standard: Standard) -> None:
        form = self._form = standard.form_of(request)
        self._columns = {
            EXPENSE: standard.words.expense,
            **{source.key: source.label for source in standard.sources_of(form)},
            GENERAL: form.general,
        }
        self._staff = {category.key: category.label for category in standard.staff_of(form)}
        self._title = title
        self._lines = {line.id: line.text for group in request.groups for line, _ in walk(group.lines)}
        self._groups = {group.id: group.title for group in request.groups}
        self._sections = {section.id: section.heading for section in request.sections}
        self._changes: list[tuple[int, int, HandChange]] = []
        self._unread: list[tuple[int, int, Unread]] = []
        self.places: dict[Place, object] = {}

    def where(self, row: int, column: int = 0) -> str:
        """「要求書!E12」, or 「要求書!12行目」 for a row."""
        return f"{self._title}!{address(row, column) if column else f'{row}行目'}"

    def change(self, row: int, column: int, what: str, before: str, after: str, place: Place = "") -> None:
        """Something was changed by hand and taken over; of long texts the part that is another is shown."""
        was, now = map(cut, differing(before, after))
        self._changes.append((row, column, HandChange(self.where(row, column), what, was, now, place)))

    def unread(self, row: int, column: int, text: str, why: str) -> None:
        """Something was changed by hand and could not be taken over."""
        self._unread.append((row, column, Unread(self.where(row, column), cut(text), why)))

    @property
    def changes(self) -> tuple[HandChange, ...]:
        """The changes in the order of the sheet."""
        return tuple(each for *_, each in sorted(self._changes, key=lambda entry: entry[:2]))

    @property
    def unreads(self) -> tuple[Unread, ...]:
        """What was not taken, in the order of the sheet."""
        return tuple(each for *_, each in sorted(self._unread, key=lambda entry: entry[:2]))

    def name_of(self, place: Place) -> str:
        """A place in words: 「「集約センター経費」の要求額」."""
        kind, _, rest = place.partition("/")
        part, _, field = rest.rpartition("/")
        match kind:
            case "line":
                return f"「{self.line_name(part)}」の{_YEARS.get(field) or label_of(place)}"
            case "group":
                title = self.group_name(part)
                return f"「{title}」の{label_of(place)}" if title else label_of(place)
            case "section":
                heading = cut(self._sections.get(part, ""), _NAME)
                return f"「{heading}」の{label_of(place)}" if heading else label_of(place)
            case "headcount":
                return f"{self._form.cost_label(cast(SheetRow, part))}の{self._staff.get(field, label_of(place))}"
            case "cost":
                return f"{self._form.cost_label(cast(SheetRow, part))}の{label_of(place)}"
            case "funding":
                label = self._form.funding_label(cast(FundingRowKey, part))
                return f"{label}の{self._columns.get(field, label_of(place))}"
            case "words":
                return "様式の言葉"
        return label_of(place)

    def line_name(self, line_id: str) -> str:
        """The 内容 of a line, short."""
        return cut(self._lines.get(line_id, "").replace("\n", ""), _NAME)

    def part_name(self, part: str) -> str:
        """A section or a table, short."""
        if part in self._sections:
            return f"項「{cut(self._sections[part], _NAME)}」"
        return f"表「{self.group_name(part)}」"

    def group_name(self, group_id: str) -> str:
        """The title of a table, short."""
        return cut(self._groups.get(group_id, "").replace("\n", ""), _NAME)
