"""引継ぎ: what was changed when this request was made from last year's; a work plan that is kept with the draft."""

from __future__ import annotations

from model.request.part import Part


class Carried(Part, frozen=True):
    """One change from last year's request to this year's draft.

    Attributes:
        what: what was changed: 「「集約センター経費」の金額」.
        before: what stood there, as the sheet prints it.
        after: what stood there on the new draft; "" where it fell away or waits to be written.
        why: a Japanese sentence with the reason.
        place: where it stands on the draft; "" where it is gone.
        done: whether the writer has dealt with it.
        id: stable id; "" until it is part of a request.
    """

    what: str
    before: str
    after: str
    why: str
    place: str = ""
    done: bool = False
    id: str = ""

    @property
    def turned(self) -> str:
        """Both values in one line: 「6,468 → (6,468)」."""
        if not self.before:
            return f"（追加） {self.after or '（空欄）'}"
        return f"{self.before} → {self.after or '（なし）'}"
