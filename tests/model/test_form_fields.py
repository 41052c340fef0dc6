"""Which fields a form has, by what stands in the head; what it does not show is kept."""

from __future__ import annotations

import pytest

from model.edits.form_fields import accounts_of, field_label, has_field, sheets_of
from model.request.place import Place
from model.request.request import Request
from tests.samples import sample, set_values, standard

COMPONENTS = ("component/deferred", "component/revived", "component/added")


def written(*values: tuple[Place, str]) -> Request:
    """The real sheet with other words in its head."""
    return set_values(sample(), values)


def shown(request: Request, *places: Place) -> list[bool]:
    """Whether each of some fields is on the form of a request."""
    return [has_field(place, request, standard().form_of(request), standard()) for place in places]


@pytest.mark.parametrize(
    ("business_class", "account", "subject"),
    [
        ("一般事業(公共事業以外)", False, True),
        ("公共事業", False, True),
        ("特別会計", True, False),
        ("企業会計", True, False),
    ],
)
def test_an_account_of_its_own_has_no_subject(business_class: str, account: bool, subject: bool) -> None:
    """特別会計 and 企業会計 are named by their account in place of 款・項・目 (forms.md section 1)."""
    request = written(("header/business_class", business_class))
    places = ("header/account", "header/subject_kan", "header/subject_kou", "header/subject_moku")

    assert shown(request, *places) == [account, subject, subject, subject]
    assert bool(accounts_of(request, standard())) is account


@pytest.mark.parametrize(
    ("budget", "stage", "previous", "components"),
    [
        ("当初予算", "一般事業要求", True, False),
        ("当初予算", "一般事業調整", False, True),
        ("9月補正予算", "一般事業要求", False, False),
        ("2月補正予算", "その他調整", False, True),
    ],
)
def test_the_stage_decides_the_request_line(
    budget: str, stage: str, previous: bool, components: bool
) -> None:
    """前年度予算額 stands on the first request only; later stages tell what was 保留, 復活 and 追加 (forms.md section 3)."""
    request = written(("header/budget", budget), ("header/stage", stage))

    assert shown(request, "request/previous", *COMPONENTS) == [previous, *(components,) * 3]


def test_a_typed_component_is_shown_on_every_form() -> None:
    """What was typed as 追加 is printed by every form, so its field can be seen and emptied there."""
    request = set_values(sample(), [("component/added", 0)])

    assert shown(request, *COMPONENTS) == [False, False, True]


def test_a_sheet_of_its_own_has_a_label_of_its_own() -> None:
    """On the 債務負担行為要求書 the line is 債務負担行為要求額, and it has no 財源."""
    request = written(("header/sheet", "commitment"))
    form = standard().form_of(request)

    assert field_label("request/amount", "要求額", form) == "債務負担行為要求額"
    assert field_label("request/previous", "前年度予算額", form) == "前年度予算額"
    assert shown(request, "funding_words", "request/previous") == [False, False]


def test_the_sheet_in_use_is_always_offered() -> None:
    """A sheet of another year, or one that the Standard does not know, stays in the list of the request that is on it."""
    oldest = written(("header/sheet", "oldest"))
    foreign = written(("header/sheet", "pilot"))

    assert "oldest" in dict(sheets_of(oldest, standard()))
    assert "oldest" not in dict(sheets_of(sample(), standard()))
    assert dict(sheets_of(foreign, standard()))["pilot"] == "pilot"
