"""The keys of a request: by these a row of data says which request it is of, and no two requests are taken for one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec

from model.edits.identity import identified
from model.request.request import Request
from model.standard.form import Form
from model.standard.standard import Standard
from model.values.amount import half_width
from model.values.identity import Identity
from model.values.one_line import one_line

Edition: TypeAlias = Literal["request", "assessed"]
"""What of a request its sheet shows: as the section asks, or with the finance division's part."""
EDITIONS: Final[Mapping[Edition, str]] = {"request": "要求", "assessed": "査定"}

SheetKind: TypeAlias = Literal["expenditure", "commitment", "continuing", "carry_over"]
"""What the amounts of a sheet are. They are never added to one another."""
KIND_LABELS: Final[Mapping[SheetKind, str]] = {
    "expenditure": "歳出",
    "commitment": "債務負担行為",
    "continuing": "継続費",
    "carry_over": "繰越明許費",
}
# Codes have five digits and more; four are a year (2025年国際博覧会推進課).
_NUMBERED: Final = re.compile(r"([0-9]{5,12})[ _:-]?(?=\D)")


class NumberedName(NamedTuple):
    """A name with the code before it, as the budget system prints those of offices: 「070040企業支援課」; "" for none."""

    code: str
    name: str


class RequestKeys(msgspec.Struct, frozen=True):
    """What a request is filed under; a text that is blank was not given.

    Attributes:
        government: the code of the government (団体コード).
        identity: 事業ID and 文書ID; of a request that was never saved those that it would get.
        year: the same in words (平成31年度).
        budget: 予算の区分 (当初予算).
        account: 会計名, blank for the general account.
        sheet: 用紙 in words (債務負担行為要求書).
        kind: what the amounts on it are.
        edition: whether it is as asked or as assessed (版).
        department: 部局 with its code.
        section: 課 with its code.
        subject: 款, 項, 目.
        name: 事業名 on one line.
    """

    government: str
    identity: Identity
    western_year: int
    year: str
    budget: str
    account: str
    sheet: str
    kind: SheetKind
    stage: str
    edition: Edition
    department: NumberedName
    section: NumberedName
    subject: tuple[str, str, str]
    name: str


def request_keys(request: Request, standard: Standard) -> RequestKeys:
    """The keys of a request under a Standard."""
    header, contact = request.header, request.contact
    year = standard.year_of(header.fiscal_year)
    page = standard.form_of(request).page
    kind = sheet_kind(page, standard)
    department, section = offices(contact.department, contact.section, standard, year.year)
    return RequestKeys(
        government=standard.government_code,
        identity=identified(request).identity,
        western_year=year.year,
        year=year.label,
        budget=header.budget,
        account=header.account,
        sheet=page.label if page.name_prefix or kind != "expenditure" else standard.words.title,
        kind=kind,
        stage=header.stage,
        edition="assessed" if request.is_assessed else "request",
        department=department,
        section=section,
        subject=(header.subject_kan, header.subject_kou, header.subject_moku),
        name=one_line(header.name),
    )


def sheet_kind(page: Form, standard: Standard) -> SheetKind:
    """What the amounts of a form are."""
    if page.commitments:
        return "commitment"
    if page.continuing:
        return "continuing"
    return "carry_over" if page.sheet and page.sheet == standard.stages.carry_over_sheet else "expenditure"


def offices(
    department: str, section: str, standard: Standard, year: int
) -> tuple[NumberedName, NumberedName]:
    """部局 and 課 as typed, each with its code: the one that stands before it, or that of the Standard's list.

    An office that is not in the list keeps its name; one whose name is not typed is found by its code.
    """
    typed_department, typed = numbered_name(department), numbered_name(section)
    known = [office for office in standard.offices if office.holds_in(year)]
    found = next(
        (
            office
            for office in known
            if office.code == typed.code
            or (not typed.code and (office.department, office.name) == (typed_department.name, typed.name))
        ),
        None,
    )
    if found is None:
        codes = (office.department_code for office in known if office.department == typed_department.name)
        return typed_department._replace(code=typed_department.code or next(codes, "")), typed
    return (
        NumberedName(
            typed_department.code or found.department_code, typed_department.name or found.department
        ),
        NumberedName(found.code, typed.name or found.name),
    )


def numbered_name(text: str) -> NumberedName:
    """A name as typed, parted from its code: ("070040", "企業支援課").

    >>> numbered_name("070040企業支援課")
    NumberedName(code='070040', name='企業支援課')
    """
    stripped = text.strip()
    plain = half_width(stripped).replace("\u3000", " ")
    found = _NUMBERED.match(plain)
    if found is None:
        return NumberedName("", stripped)
    return NumberedName(found[1], stripped[found.end() :].strip())
