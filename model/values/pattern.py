"""Regular expressions, and what else a module makes of texts of the program, made when they are first used: no start waits for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

_M = TypeVar("_M")


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression of a module, used like what ``re.compile`` gives."""
    lazy = lazily(lambda: re.compile(text, flags))
    vars(lazy)["pattern"] = text  # others are built of it
    return lazy


def lazily(make: Callable[[], _M]) -> _M:
    """What ``make`` gives, used like it: made when it is first used, of nothing but what the program itself holds."""
    return cast(_M, _Lazy(make))


class _Lazy:
    """A thing that is made with the first of its methods that is asked for."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        """A method of the thing, kept here: the next time it is found without this detour."""
        if name.startswith("__"):
            raise AttributeError(name)
        made = vars(self).get("_made")
        if made is None:
            made = self._made = self._make()
        method = getattr(made, name)
        setattr(self, name, method)
        return method
