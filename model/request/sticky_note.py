"""付せん: what a colleague wrote about a field or cell, for the section alone; kept in the file, never published."""

from __future__ import annotations

from model.request.part import Part


class StickyNote(Part, frozen=True):
    """A note on a place of the request.

    Attributes:
        place: the field or cell; it may be gone by now, and the note is kept all the same.
        who: the writer's name on the machine.
        when: when it was begun, as 「2026-11-29T08:30」.
    """

    id: str
    place: str
    text: str
    who: str = ""
    when: str = ""
    done: bool = False

    @property
    def head(self) -> str:
        """Who wrote it and when: 「tanaka　11月29日 08:30」."""
        day, _, time = self.when.partition("T")
        _, *month_and_day = day.split("-")
        shown = (
            f"{int(month_and_day[0])}月{int(month_and_day[1])}日 {time}"
            if _is_day(month_and_day)
            else self.when
        )
        return "　".join(filter(None, (self.who, shown.strip())))


def _is_day(parts: list[str]) -> bool:
    return len(parts) == 2 and all(part.isascii() and part.isdigit() for part in parts)
