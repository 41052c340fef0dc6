"""The head of the printed sheets (workbook, paper): its first line, and the labelled values below the 事業名."""

from __future__ import annotations

from typing import NamedTuple

from model.names.fields import label_of
from model.request.place import Place
from model.standard.form import BREADCRUMB
from model.standard.standard import Standard
from templates.sheet.sheet import Sheet


class HeadValue(NamedTuple):
    """A label of the head with its value, and where that stands on the request."""

    label: str
    text: str
    place: Place


def first_line(sheet: Sheet, standard: Standard) -> tuple[str, str]:
    """What the sheet is (平成31年度 当初予算 予算要求書), and whose (県 部局 課)."""
    header, contact = sheet.request.header, sheet.request.contact
    return (
        f"{sheet.year_line} {header.budget} {standard.words.title}",
        f"{sheet.government} {contact.department} {contact.section}",
    )


def head_rows(sheet: Sheet) -> tuple[tuple[HeadValue, HeadValue], ...]:
    """区分 and 段階, 支出科目 and the year of publication, who asks and how to reach them: two a row."""
    header, contact = sheet.request.header, sheet.request.contact
    subject = ""
    if sheet.has_subject:
        kan, kou, moku = (label_of(f"header/subject_{key}") for key in ("kan", "kou", "moku"))
        subject = f"{kan}:{header.subject_kan} {kou}:{header.subject_kou} {moku}:{header.subject_moku}"

    def value(where: Place, text: str) -> HeadValue:
        return HeadValue(label_of(where), text, where)

    return (
        (
            HeadValue(label_of("header/business_class"), sheet.business_class, "head/class"),
            value("header/stage", header.stage),
        ),
        (
            HeadValue("支出科目", subject, "head/subject"),
            HeadValue("公開の年度", sheet.breadcrumb_year, f"words/{BREADCRUMB}"),
        ),
        (
            HeadValue("部局・課", f"{contact.department} {contact.section}", "head/section"),
            value("contact/team", contact.team),
        ),
        (value("contact/phone", contact.phone), value("contact/email", contact.email)),
    )
