"""What the Standard says of characters, of personal data and of the small lines that take up roundings."""

from __future__ import annotations

import re
from typing import NamedTuple

from model.standard.setting import Setting
from model.values.pattern import lazy_pattern


class CharacterWords(Setting, frozen=True):
    """Characters of the printed sheet, each key explained in ``templates/standards``."""

    negative_marks: str = ""
    ordinary: str = ""
    circled: str = "({})"
    instead: dict[str, str] = {}


class TableWords(Setting, frozen=True):
    """Words about the cost tables; see the comments in ``templates/standards``.

    Attributes:
        unit: words before the unit of a table.
        not_of_table: words before them, where the unit is that of something else (単価の単位).
        rounding_lines: names of a line that takes up what roundings left (端数調整).
    """

    unit: tuple[str, ...] = ()
    not_of_table: tuple[str, ...] = ()
    rounding_lines: tuple[str, ...] = ()


class PersonalPatterns(NamedTuple):
    """What finds personal data: private mail, the number of a mobile telephone, a 個人番号 with its ``digits``."""

    mail: re.Pattern[str]
    mobile: re.Pattern[str]
    number: re.Pattern[str]


class PersonalWords(Setting, frozen=True):
    """Words that tell personal data (個人情報), each explained in ``templates/standards``."""

    private_mail: tuple[str, ...] = ()
    mobile_prefixes: tuple[str, ...] = ()
    telephone: tuple[str, ...] = ()
    my_number: tuple[str, ...] = ()

    @property
    def patterns(self) -> PersonalPatterns:
        """The expressions that find personal data in half-width text."""
        domains = "|".join(map(re.escape, self.private_mail)) or r"(?!)"
        prefix = "|".join(self.mobile_prefixes) or r"(?!)"
        after = "|".join(map(re.escape, self.telephone)) or r"(?!)"
        own = "|".join(map(re.escape, self.my_number)) or r"(?!)"
        return PersonalPatterns(
            lazy_pattern(
                rf"[\w.+-]{{1,64}}@(?:[\w-]{{1,63}}\.){{0,4}}(?:{domains})(?![\w.-]*\w)",
                re.ASCII | re.IGNORECASE,
            ),
            lazy_pattern(
                rf"(?<![0-9-])(?:{prefix})(?:[-‐－−ー–]\d{{4}}[-‐－−ー–]|\(\d{{4}}\))\d{{4}}(?![0-9-])"
                rf"|(?:{after})[^0-9\n]{{0,6}}(?:{prefix})\d{{8}}(?!\d)",
                re.ASCII,
            ),
            lazy_pattern(
                rf"(?:{own})[^0-9\n]{{0,8}}(?P<digits>\d{{4}}[- ]?\d{{4}}[- ]?\d{{4}})(?!\d)", re.ASCII
            ),
        )
