"""The one way of not computing again: results of pure functions, kept from one run to the next."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final, ParamSpec, TypeVar
from weakref import WeakValueDictionary

_P = ParamSpec("_P")
_R = TypeVar("_R")
_BY_VALUE: Final = frozenset((str, int, Fraction, tuple, type(None)))


class Results:
    """The results that a run used, for the next run of the same computation.

    The contract:

    - Who computes again owns it and passes it on: a Document has one for its totals and one for its findings, the cost
      table on the screen one for its rows, the form one for its tables of figures; whoever computes once takes a new one. No two share one, and nothing else keeps results.
    - A function given to ``of`` is pure: its result depends on its arguments alone. Beside them it may be given the
      Results themselves, as the last argument.
    - Texts, numbers, None and tuples of them are known by their value; every other argument by its identity, which holds
      because parts that an edit left alone stay the same objects. An entry keeps its arguments alive, so that no other
      object can take their identity. One place of a function holds either values or objects.
    - A run begins with ``begin``. What it does not use is forgotten when the next one begins: the size is that of two
      runs. A result that is taken over keeps the results that it was made of. A function whose result is kept may begin a
      run, as the check does: the result is the first of that run.
    - What comes back never depends on what was kept, only how fast.

    Worth it is only what measuring shows: the figures of a line and of a row, its findings, what a table asks for and what a
    paragraph says.
    """

    def __init__(self) -> None:
        self._known: WeakValueDictionary[tuple[Any, ...], _Entry] = WeakValueDictionary()
        self._before: set[_Entry] = set()
        self._now: set[_Entry] = set()
        self._open: list[list[_Entry]] = []

    def __len__(self) -> int:
        """How many results are kept."""
        return len(self._known)

    def begin(self) -> None:
        """Begin a run: forget what the last one did not use."""
        self._before, self._now = self._now, set()

    def of(self, function: Callable[_P, _R], *arguments: _P.args, **_none: _P.kwargs) -> _R:
        """``function(*arguments)``, computed only where it is not known."""
        parts: list[Any] = [function]
        for (
            argument
        ) in arguments:  # no comprehension, which is a call of its own: a key asks a thousand times
            parts.append(argument if type(argument) in _BY_VALUE else id(argument))
        key = tuple(parts)
        entry = self._known.get(key)
        if entry is None:
            entry = self._known[key] = self._compute(function, arguments)
        if self._open:
            self._open[-1].append(entry)
        else:
            self._now.add(entry)
        result: _R = entry.result
        return result

    def _compute(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> _Entry:
        uses: list[_Entry] = []
        self._open.append(uses)
        try:
            return _Entry(function(*arguments), arguments, uses)
        finally:
            self._open.pop()


class _Entry:
    """A result with the arguments it is of and the results it was made of, which are kept as long as it is."""

    __slots__ = ("__weakref__", "arguments", "result", "uses")

    def __init__(self, result: Any, arguments: tuple[Any, ...], uses: list[_Entry]) -> None:
        self.result, self.arguments, self.uses = result, arguments, uses
