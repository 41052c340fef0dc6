"""The words of a title: the name of a 事業 in it, and apart from that its year, what document it is, and in what state that is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.fiscal_year import ERA_YEAR
from templates.readers.labels import compact, source_labels
from templates.readers.tables.calling import asks
from templates.readers.tables.columns.units import MONEY, NOTES, without_unit

_SIGNS: Final = r"#＃_＿◎◆◇■□●○▲▼★☆※\s　:：/／「」『』【】()（）〔〕\[\]<>＜＞,，、"
SEPARATORS: Final = re.compile(f"[{_SIGNS}]+")
"""The signs between the parts of a title."""
_PART: Final = re.compile(
    f"(?:「[^「」]*」|『[^『』]*』|[^{_SIGNS}])+"
)  # what stands between separators, with what it quotes: 「企画展「海の道」開催費」
_QUOTE: Final = re.compile("[「『]([^「」『』]*)[」』]")
_KIND: Final = re.compile(r"[(（][^()（）]{1,30}[)）]")
_OPEN, _CLOSE = r"[【(（〔［\[<＜]", r"[】)）〕］\]>＞]"
_COMING: Final = rf"(?:{ERA_YEAR}(?:年度?)?|[0-9]{{4}}年度|[本今来翌次]年度?)"
_YEAR: Final = rf"(?:{_COMING}|[前昨]年度?)"
_NO_NAME: Final = rf"[0-9]|{MONEY}|{_YEAR}"
_VERSION: Final = r"(?:第?[0-9０-９]{1,2}[稿版]|[vVｖＶ](?:er)?[.．]?\s?[0-9０-９][0-9０-９.．]{0,3})"
_LINK: Final = "(?:に係る|に関する|に要する)"
_IN_NAME: Final = r"\s:：、\u3002「」『』()（）を"  # signs that stand in no name which a sentence gives
_LEAST_NAME: Final = 4


class TitleWords:
    """Finds the name of a 事業 in a title, in a sentence, or behind the label of a name, by the words of the Standard.

    Its expressions are made of hundreds of words: a book is read with one.

    Attributes:
        standard: whose words they are.
    """

    def __init__(self, standard: Standard) -> None:
        words = standard.workbook_reading
        self.standard, self._words = standard, words
        generic = {compact(word) for header in standard.header_words for word in header.business_classes}
        self._sources = source_labels(standard)
        self._generic = {
            *generic,
            *map(compact, words.no_names),
            *words.subjects_kan,
            *standard.word_tables.object_class_names,
            *self._sources,
        }
        self._strong = re.compile(self._name_pattern(words.name_ends))
        self._weak = re.compile(self._name_pattern(words.title_ends))
        self._sentence = re.compile(self._sentence_pattern())
        self._kan = re.compile(
            rf"(?:\A|[\s　・－―)）/／-]){any_of(words.subjects_kan)}(?:[\s　・－―(（/／-]|\Z)"
        )
        said = any_of((*words.documents, *words.of_documents, *words.before_names, "の"))
        state = rf"(?:{any_of(words.states)}|{_VERSION})"
        mark = rf"(?>(?:{said}|{_YEAR})*){state}(?>(?:{said}|{_YEAR}|{state})*)"
        self._of_document = re.compile(rf"(?>(?:{_YEAR}|{said}|{state})*)")
        self._linked = re.compile(rf"(?:{_YEAR}の?)?(?P<name>.+?){_LINK}(?>(?:{_YEAR}|{said}|{state})*)")
        # Blanks are taken from the first of them on, so that many of them are not tried from each.
        in_brackets = rf"(?:(?<!\s)\s++)?{_OPEN}\s*+{mark}\s*+{_CLOSE}\s*+"
        self._marks = re.compile(rf"{in_brackets}|(?:\A|(?<![\s_＿])[\s_＿]++){mark}(?:[\s_＿]++|\Z)")
        section = rf"[^\s()（）]{{1,16}}{any_of(words.section_ends)}"
        inside = rf"(?P<section>{section}(?:[^()（）]{{1,12}}{any_of(words.office_ends)})?)"
        self._section = re.compile(rf"{_OPEN}{inside}{_CLOSE}\s*\Z")

    def projects(self, title: str) -> list[str]:
        """The names in a title that end like one of a 事業 wherever they stand."""
        return self._without_others(self._parts(title, self._strong))

    def costs(self, title: str) -> list[str]:
        """The names in a title that end like one of a 事業 in a title alone (…費)."""
        return self._without_others(self._parts(title, self._weak))

    def names_subjects(self, row: str) -> bool:
        """Whether the words of a row name a 款, beside which other costs are the names of 項 and 目: 「一般会計　商工費　観光費」."""
        return self._kan.search(row) is not None

    def in_sentence(self, text: str) -> list[str]:
        """The names that sentences give, else those of their parts; none of a note, nor of what was asked for before."""
        past = self._words.past_requests
        now = [of for of in text.split("\u3002") if not any(word in of for word in past)]
        text = "" if text.startswith(NOTES) else "\u3002".join(now)
        found = [named["name"] for named in self._sentence.finditer(text)]
        return self._without_others(found) if found else self.costs(text)

    def rest(self, title: str) -> list[str]:
        """What a title of a request names besides its year and what document it is, where that is one thing alone."""
        parts = _PART.findall(fiscal_year.in_figures(without_unit(title)))
        words, offices = self._words, tuple(self._words.office_ends)
        left = [part for part in parts if not self._of_document.fullmatch(compact(part))]
        left = [part for part in left if not part.endswith(offices)]
        left = left[:1] + [part for part in left[1:] if not asks(part, self.standard)]  # 「預託金要求額」
        if title.startswith(NOTES) or len(left) != 1 or not any(asks(part, self.standard) for part in parts):
            return []
        if named := self._linked.fullmatch(left[0]):
            left = [named["name"]]
        plain = compact(left[0])
        ends = (*offices, *words.documents, *words.states, "です", "ます", "ました")
        is_name = len(plain) >= _LEAST_NAME and not plain.endswith(ends)
        has_other = re.search(_NO_NAME, plain) or asks(plain, self.standard)
        return self._without_others(left) if is_name and not has_other else []

    def subject(self, text: str) -> str:
        """The only name in what a letter is about; "" for none or several."""
        for find in (self.projects, self.costs, self.rest):
            if names := list(dict.fromkeys(find(text))):
                return names[0] if len(names) == 1 else ""
        return ""

    def without_marks(self, name: str) -> str:
        """A name without what says the state of its document: 「【差替】」, 「（案）」, 「第2稿」."""
        return self._marks.sub(" ", name).strip() or name

    def section_behind(self, name: str) -> tuple[str, str]:
        """A name without the section in brackets behind it, and that section: 「農業調査事業（農政課）」; "" for none."""
        found = self._section.search(name)
        without = name[: found.start()].strip() if found else ""
        return (without, found["section"]) if found and without else (name, "")

    def _parts(self, title: str, pattern: re.Pattern[str]) -> list[str]:
        """The names that stand in the parts of a title, each with its quotes and with the kind in brackets behind it."""
        found: list[str] = []
        text = fiscal_year.in_figures(title)
        for part in _PART.finditer(text):
            if named := pattern.fullmatch(part[0]):
                kind = _KIND.match(text, part.end()) if named.end("name") == len(part[0]) else None
                is_kind = kind is not None and self._says_kind(kind[0][1:-1])
                found.append(named["name"] + (kind[0] if kind and is_kind else ""))
            else:
                inside = (pattern.fullmatch(quoted) for quoted in _QUOTE.findall(part[0]))
                found += [named["name"] for named in inside if named]
        return found

    def _says_kind(self, words: str) -> bool:
        """Whether words in brackets behind a name are a kind of 事業 that belongs to it: 「（県営）」; a section, a state of the sheet, a source are none."""
        plain = compact(words)
        return plain.endswith(tuple(self._words.name_kinds)) and plain not in self._sources

    def _without_others(self, names: Iterable[str]) -> list[str]:
        """The names without kinds of 事業 (新規事業), 節, words of documents, and words that only end like a name."""
        words = self._words
        return [
            name
            for name in names
            if compact(name).removesuffix("等") not in self._generic
            and not name.removesuffix("等").endswith(tuple(words.no_name_ends))
            and not any(word in name for word in words.requests if not name.endswith(tuple(words.name_ends)))
        ]

    def _name_pattern(self, ends: Iterable[str]) -> str:
        """The expression of a part of a title with a name, a year before it, and a year, the words of a document and its state behind it."""
        words = self._words
        ends_of_sections = any_of(words.section_ends)
        section = (
            rf"(?:[^・の]{{1,10}}{ends_of_sections}[・の](?!.*{ends_of_sections}))?"
            if words.section_ends
            else ""
        )
        behind = any_of((*words.documents, *words.of_documents, *words.states))
        return (
            rf"{_YEAR}?{any_of(words.before_names)}*の?{section}"
            rf"(?P<name>(?:(?!{_LINK}).){{2,38}}{any_of(ends)}等?)(?:{_LINK}|の|関係|について|[-－―])?(?:{_YEAR}の?)?(?>(?:{behind}|{_VERSION})*)"
        )

    def _sentence_pattern(self) -> str:
        """The expression of a name in a sentence: in its quotes, behind its year, or with which a clause of a request begins.

        「令和9年度の砂防維持管理費を要求します」, 「夏まつり開催事業の来年度要求額です」.
        """
        words = self._words
        ends, offices = any_of((*words.name_ends, *words.title_ends)), any_of(words.office_ends)
        behind = [*map(re.escape, words.office_ends), "[)）]"]
        begin_behind = "".join(rf"|(?<={end}{sign})" for end in behind for sign in (r"\s", "から", "より"))
        begin = rf"(?:(?P<said>{_COMING}(?:[（(]{_YEAR}[)）])?(?:当初)?(?:予算)?(?:要求)?(?:のうち|の)|[「『])|\A|(?<=[\u3002、は:：\n]){begin_behind})"
        name = rf"(?P<name>[^{_IN_NAME}](?:(?!年度|{offices}(?:から|より))[^{_IN_NAME}はがに]){{1,37}}{ends})(?=[」』をはの、]|について|に係る|に関する)"
        return rf"{begin}{name}(?(said)|(?=[^\u3002]*{any_of(words.requests)}))"


def any_of(words: Iterable[str]) -> str:
    """The expression of one of some words of the Standard, the longest first, whatever signs stand in them.

    A word that is listed twice is there once: repeated, it would have two ways to match, and a text of twenty a million.
    """
    once = sorted(dict.fromkeys(words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, once))})"
