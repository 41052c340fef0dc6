"""Regular expressions that are compiled when they are first used: no start of the program waits for all of them."""

from __future__ import annotations

import re
from typing import Any, cast


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression of a module, used like what ``re.compile`` gives."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Text that becomes a compiled expression with the first of its methods that is asked for: it depends on the text alone."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled expression, kept here: the next time it is found without this detour."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = re.compile(self.pattern, self._flags)
        method = getattr(compiled, name)
        setattr(self, name, method)
        return method
