"""The fields of the head and the request line of a form, with their labels and choices.

A field that a form does not have keeps its value: the form decides what is shown, never what is kept.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from model.edits.fields import value_at
from model.request import place
from model.request.place import Place
from model.request.request import COMPONENTS, AsPrinted, Request
from model.standard.form import SheetForm
from model.standard.standard import Standard

_SUBJECTS: Final = frozenset({"header/subject_kan", "header/subject_kou", "header/subject_moku"})


def has_field(where: Place, request: Request, form: SheetForm, standard: Standard) -> bool:
    """Whether the form of a request has a field of the head or the request line.

    An account of its own has a name and no 支出科目 (forms.md section 1). A part of the 要求額 that was typed is
    printed on every form, so its field is there as well.
    """
    if where == "header/account":
        return standard.account_of(request.header.business_class) is not None
    if where in _SUBJECTS:
        return standard.account_of(request.header.business_class) is None
    if where == place.REQUEST_PREVIOUS:
        return form.page.has_previous
    if where == "funding_words":
        return form.page.has_funding_words
    for key in COMPONENTS:
        if where == place.component(key):
            return key in form.page.components or value_at(request, where) is not None
    return True


def field_label(where: Place, usual: str, form: SheetForm) -> str:
    """What a field is called on the form: 要求額 is 債務負担行為要求額 on the sheet of a commitment."""
    if where == place.REQUEST_PREVIOUS:
        return form.page.previous_label or usual
    return form.request_label if where == place.REQUEST_AMOUNT else usual


def use_form_words(request: Request) -> Request:
    """Print every word, row and table as the form has it, no longer as the page did that was read."""
    return request if request.printed == AsPrinted() else replace(request, printed=AsPrinted())


def accounts_of(request: Request, standard: Standard) -> list[str]:
    """The names of the accounts that the request's class offers."""
    account = standard.account_of(request.header.business_class)
    return account.names if account is not None else []


def sheets_of(request: Request, standard: Standard) -> list[tuple[str, str]]:
    """The sheets (用紙) of the request's year as (key, label), the ordinary one first.

    The sheet that the request is on is always among them.
    """
    year = standard.year_of(request.header.fiscal_year).year
    sheets = {"": standard.words.title}
    for form in standard.forms:
        if form.sheet and (form.holds_in(year) or form.sheet == request.header.sheet):
            sheets.setdefault(form.sheet, form.label)
    if request.header.sheet not in sheets:
        sheets[request.header.sheet] = request.header.sheet
    return list(sheets.items())
