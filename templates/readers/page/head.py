"""The head of a page: where it stands, year, budget, class, stage, 款項目, names, and who answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from model.language import phrase
from model.request.place import Place
from model.request.request import Contact, Header, Request
from model.standard.form import BREADCRUMB, BREADCRUMB_TAIL, YEAR_LINE, fill_year
from model.standard.standard import Standard
from model.values.amount import half_width
from model.values.fiscal_year import ERA_NAME, NUMBER
from templates.readers.labels import class_and_account, compact
from templates.readers.page.pieces import Line, Piece, filled, unread
from templates.readers.reading import Unread
from templates.readers.tables.columns.years import year_of_title

_POSITION: Final = "現在の位置"
_PATH: Final = re.compile(
    r"予算編成過程の公開\s*+の\s*+(?P<year>\S.{0,80}?)\s++の\s++|予算編成過程の公開\s*+の\s*+(?P<near>\S{0,80}?予算)の"
)
_YEAR: Final = re.compile(rf"{ERA_NAME}\s*{NUMBER}\s*年度")
_SUBJECT: Final = re.compile(
    r"(?:支出科目\s*+)?款[:：](?P<kan>(?:(?!項[:：]).){0,100})項[:：](?P<kou>(?:(?!目[:：]).){0,100})目[:：](?P<moku>.*)"
)
_NAME: Final = re.compile(r"\s*事業名\s*[:：]\s*(?P<name>.*)")
_RETURN: Final = re.compile(r"もどる|.*ご質問・ご意見")
_ANSWERS: Final = re.compile(
    r"電話番号\s*+[:：](?P<phone>(?:(?!E-?mail).)*)|E-?mail\s*+[:：]\s*+(?P<email>\S*+)", re.I
)
_LABELLED: Final = re.compile(
    r"部局(?:名)?[:：](?P<department>(?:(?![課係]名?[:：]).)*)(?:課名?[:：](?P<section>(?:(?!係名?[:：]).)*))?(?:係名?[:：](?P<team>.*))?"
)
_NO_PLACE: Final = phrase("頭のこの行は、要求書に入れる場所が分からず、取り込んでいません。")
_NO_ORDER: Final = phrase("予算の種類・区分・段階の並びとして読めない言葉です。")
_LONGEST: Final = 200  # characters of a line of labelled names
_TEAMS: Final = ("担当", "係")  # endings of the third word where the 課 between is missing


def read_head(
    pieces: Sequence[Piece], standard: Standard, title: str = ""
) -> tuple[Header, Contact, dict[Place, str], list[Unread]]:
    """Read the lines above the tables: the header, who answers, the words that the form would print otherwise, and what is unread.

    The year that none of them gives is that of where the page stands, or of its ``title``.
    """
    lines = [line for line in filled(pieces) if compact(line.text) != standard.words.total_cost]
    position = next((line for line in lines if compact(line.text).startswith(_POSITION)), None)
    lines = [line for line in lines if line is not position]
    name_at = next((index for index, line in enumerate(lines) if _NAME.match(line.text)), len(lines))
    year_at = next(
        (index for index, line in enumerate(lines[:name_at]) if _YEAR.match(line.text.strip())), None
    )
    above = lines[:name_at] if year_at is None else lines[year_at + 1 : name_at]
    year_line = "" if year_at is None else lines[year_at].text.strip()
    header, rest = _kind("  ".join(line.text for line in above), standard)
    year = _YEAR.match(year_line)
    where = position.text.replace(_POSITION, "") if position else ""
    elsewhere = (year_of_title(text)[0] for text in (where, title))
    found = half_width("".join(year.group().split())) if year else next(filter(None, elsewhere), "")
    header = replace(header, fiscal_year=found)
    name, subtitle, answering = _names(lines[name_at:])
    sheet, name = _sheet(name, standard)
    header = replace(header, name=name, subtitle=subtitle, sheet=sheet)
    contact, left = _contact(answering)
    missed = [unread(line, _NO_PLACE) for line in left]
    if rest:
        missed.append(Unread(f"{above[0].number}行目", rest, _NO_ORDER))
    words = _words(header, contact, year_line, position.text if position else "", standard)
    return header, contact, words, missed


def _words(
    header: Header, contact: Contact, year_line: str, position: str, standard: Standard
) -> dict[Place, str]:
    """The line of the year and the breadcrumb, 「…の(year)の(部局)の(事業名)」, where they are not the form's."""
    year = standard.year_of(header.fiscal_year)
    words: dict[Place, str] = {}
    if year_line and year_line != fill_year(standard.words_in(year.year).year_line, year):
        words[YEAR_LINE] = year_line
    if path := _PATH.search(position):
        printed = (path["year"] or path["near"]).strip()
        if printed != fill_year(standard.printing.breadcrumb, year):
            words[BREADCRUMB] = printed
        tail = position[path.end() :].strip()
        name = f"{standard.form_of(Request(header=header)).page.name_prefix}{header.name}"
        if tail and compact(tail) != compact("の".join(filter(None, (contact.department, name)))):
            words[BREADCRUMB_TAIL] = tail
    return words


def _kind(text: str, standard: Standard) -> tuple[Header, str]:
    """Budget, class with its account, stage, and 款項目; with what was left of the line."""
    subject = _SUBJECT.search(text)
    before = (text[: subject.start()] if subject else text).replace("支出科目", " ").strip()
    words: list[list[str]] = []
    is_open = 0  # brackets of the last word that are not closed yet
    for token in before.split():
        if words and (is_open > 0 or token.startswith(("(", "（", "No", "№"))):
            words[-1].append(token)
        else:
            words.append([token])
            is_open = 0
        plain = half_width(token)
        is_open += plain.count("(") - plain.count(")")
    tokens = [" ".join(word) for word in words]
    budget, business_class, stage, *rest = [*tokens, "", "", ""][: max(3, len(tokens))]
    business_class, account = class_and_account(business_class, standard)
    return Header(
        budget=budget,
        business_class=business_class,
        stage=stage,
        subject_kan=subject["kan"].strip() if subject else "",
        subject_kou=subject["kou"].strip() if subject else "",
        subject_moku=subject["moku"].strip() if subject else "",
        account=account,
    ), " ".join(rest)


def _names(lines: Sequence[Line]) -> tuple[str, str, list[Line]]:
    """事業名, the line below it, and the lines of who answers."""
    if not lines:
        return "", "", []
    match = _NAME.match(lines[0].text)
    assert match is not None
    below = list(lines[1:])
    end = next((index for index, line in enumerate(below) if _RETURN.match(line.text.strip())), None)
    if end is None:
        # no link back stands between the names and the department: it is the line above the telephone
        tail = next(
            (index for index, line in enumerate(below) if _ANSWERS.match(line.text.strip())), len(below)
        )
        least = 0 if match["name"].strip() else 1
        end = max(tail - 1, min(least, len(below)))
    names = [match["name"].strip(), *(line.text.strip() for line in below[:end])]
    names = [name for name in names if name]
    answering = [line for line in below[end:] if not _RETURN.match(line.text.strip())]
    return (names[0] if names else ""), "\n".join(names[1:]), answering


def _sheet(name: str, standard: Standard) -> tuple[str, str]:
    """The sheet of its own that a name's prefix names, and the name without it: the form prints it again."""
    for form in standard.forms:
        if form.name_prefix and half_width(name).startswith(half_width(form.name_prefix)):
            return form.sheet, name[len(form.name_prefix) :].lstrip()
    return "", name


def _contact(lines: Sequence[Line]) -> tuple[Contact, list[Line]]:
    found: dict[str, str] = {}
    left: list[Line] = []
    for line in lines:
        text = line.text.strip()
        labelled = list(_ANSWERS.finditer(text))
        if not labelled and len(text) <= _LONGEST:
            labelled = list(filter(None, [_LABELLED.fullmatch(text)]))
        if labelled:
            named = (item for match in labelled for item in match.groupdict().items())
            found |= {key: value.strip() for key, value in named if value and value.strip()}
        elif "department" not in found:
            found |= _words_of_department(text)
        else:
            left.append(line)
    return Contact(**found), left


def _words_of_department(text: str) -> dict[str, str]:
    department, section, team = [*text.split(maxsplit=2), "", "", ""][:3]
    if section.endswith(_TEAMS) and not team:
        section, team = "", section
    return {"department": department, "section": section, "team": " ".join(team.split())}
