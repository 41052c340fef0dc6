"""What texts call the figures of one sheet, and the signs by which a sentence is written for reading (figure_sentences)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from model.claims.labels.line_names import Target, is_inner_letter
from model.request.place import Place
from model.values.fiscal_year import ERA_YEAR, YEAR, FiscalYear, official, parse
from model.values.pattern import lazy_pattern

YEARS: Final = lazy_pattern(
    rf"(?P<year>{YEAR})\s*年(?!間|目|契約|\d*月|[がを]経)度?|(?P<era_year>{ERA_YEAR})(?:年度)?"
)
_NO_PART_OF_A_WORD: Final = ("全額", "一部", "財源", "年度", "当該")
_BOND: Final = r"(?<![一-鿿])[一-鿿ァ-ヺー・]{2,24}(?<!負)債(?![一-鿿])"
_BEFORE_AMOUNT: Final = r"(?=分?(?:は|が|:|として)?、?\s?\d)"
_LEAST_NAME: Final = 2  # letters of 事業名 that mean the project
_FEW: Final = 3  # letters of it that mean the project only as a word
STROKES_AS_ONE: Final[Mapping[int, int]] = str.maketrans("～~", "〜〜")
"""The strokes of months as one: 「4月〜9月」."""
BLOCK: Final = 256
"""How many signs of one kind there are."""


class Signs:
    """The signs for what is known of a sentence, in the private area of Unicode: those that are many by a block each."""

    MONEY, PERCENT, TIMES, PEOPLE, LINE, LABEL = (
        f"[{chr(0xE000 + BLOCK * at)}-{chr(0xE0FF + BLOCK * at)}]" for at in range(6)
    )
    ASKED_BY_NAME, ASKED, PEOPLE_LABEL, LABOUR, GRANTED, STANDING, IN_TOTAL, COMPONENT, OTHER_LABEL = (
        "[\ue500-\ue50f]",
        "[\ue500-\ue51f]",
        "[\ue520-\ue53f]",
        "[\ue540-\ue55f]",
        "[\ue560-\ue567]",
        "[\ue568-\ue56f]",
        "[\ue570-\ue57f]",
        "[\ue580-\ue587]",
        "[\ue588-\ue5ff]",
    )  # labels by what they are of; those of ASKED_BY_NAME say that it is asked (要求額), a COMPONENT is a part of that (復活要求額)
    OF_YEAR, TOTAL_COST = "\ue51f\ue5ff"  # 今年度の予算額; 人件費を含めた額
    QUANTITY = "[\ue000-\ue3ff]"
    NAME = "[\ue400-\ue5ff]"
    BEFORE, OWN, OTHER_YEAR, PROJECT, LAST, COMPARED, INCLUDED, SPOILED = (
        "\ue600\ue601\ue602\ue603\ue604\ue605\ue606\ue607"
    )
    STOOD = "\ue608"  # for each letter of the words for the budget that stands


class Part(NamedTuple):
    """A part of a line or table whose words are too short to name it alone (「4月〜9月」).

    What a text calls it, where it stands, and the place of its figure.
    """

    words: str
    target: Target
    place: Place


class SheetLabels:
    """The labels of the figures of one sheet, its year, and the name of its project."""

    def __init__(
        self,
        labels: tuple[tuple[str, Place], ...],
        parts: tuple[Part, ...],
        previous: tuple[str, ...],
        project: tuple[str, ...],
        year: tuple[str, int, int],
        people: Place,
        bonds: Place,
        components: tuple[tuple[str, Place], ...] = (),
    ) -> None:
        """Take what the sheet's figures and those that stand nowhere else are called.

        Args:
            labels: labels, each with the place of its figure.
            parts: parts of lines and tables that have no name of their own.
            previous: labels of 前年度予算額.
            project: 事業名 and who asks; part of them means the project.
            year: the fiscal year: era, number, western year.
            people: the place of all people together.
            bonds: the place of the source that bonds by any name are (地方道路等整備事業債); "" where the sheet has none.
            components: words that are labels right before an amount alone: 「内訳は復活3,300千円、追加1,500千円」.
        """
        self.places: dict[str, Place] = {}
        for label, where in labels:
            if len(label) > 1:  # 「計」 of 計上 is none
                self.places.setdefault(label, where)
        self._parts: dict[str, list[Part]] = {}
        for part in parts:
            self._parts.setdefault(part.words, []).append(part)
        self.previous = frozenset(previous)
        self.year = FiscalYear(year[2], year[0], year[1])
        self.people = people
        self._project = project
        known = sorted({*self.places, *self.previous, *self._parts}, key=len, reverse=True)
        self._bonds = bonds
        short = [rf"(?<![のをにへで]){re.escape(word)}{_BEFORE_AMOUNT}" for word, _ in components]
        self.places.update({word: where for word, where in components if word not in self.places})
        self._pattern = re.compile(
            "|".join([*([_BOND] if bonds else []), *map(re.escape, known), *short]) or r"(?!)"
        )

    def labels_in(self, text: str) -> Iterator[re.Match[str]]:
        """The labels of a text, each where no longer word goes on."""
        return (match for match in self._pattern.finditer(text) if not _is_in_a_word(text, match.start()))

    def place_of(self, label: str, named: Target | None) -> Place:
        """The place of the figure of a label; of parts with the same words the one that is part of what was named; "" where it is not one."""
        found = [part for part in self._parts.get(label, ()) if named is None or part.target.is_below(named)]
        of_bonds = self._bonds if label.endswith("債") else ""
        return self.places.get(label) or (found[0].place if len(found) == 1 else of_bonds)

    def project_begins(self, run: str) -> int:
        """How many letters at the beginning of some stand for the project: those of part of its name; 0 for none.

        A few letters do not where the word goes on: 「被害額」 is not what 鳥獣被害対策事業 costs.
        """
        length = _LEAST_NAME
        while length <= len(run) and any(run[:length] in name for name in self._project):
            length += 1
        goes_on = length <= _FEW and is_inner_letter(run[length - 1 : length] or "、")
        return length - 1 if length > _LEAST_NAME and not goes_on else 0

    def year_in(self, written: str) -> str:
        """The sign of a year: this one, the one before, another."""
        years = [parse(written, base) for base in (self.year, official(self.year.year))]
        if any(year is not None and year.year == self.year.year for year in years):
            return Signs.OWN
        is_before = any(year is not None and year.year == self.year.year - 1 for year in years)
        return Signs.BEFORE if is_before else Signs.OTHER_YEAR

    def is_of_other_year(self, text: str) -> bool:
        """Whether words name a year that is not the sheet's."""
        return any(
            self.year_in(match["year"] or match["era_year"]) != Signs.OWN for match in YEARS.finditer(text)
        )


def _is_in_a_word(text: str, start: int) -> bool:
    """Whether a label goes on a longer word: 「補正要求額」 names no 要求額."""
    before = text[start - 1 : start]
    return bool(before) and is_inner_letter(before) and not text[:start].endswith(_NO_PART_OF_A_WORD)
