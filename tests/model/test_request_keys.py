"""What a request is filed under: keys that tell apart what is not one request, and none that part what is one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value
from model.keys.request_keys import NumberedName, RequestKeys, numbered_name, offices, request_keys
from model.request.request import Request
from model.standard.parts import Office
from tests.samples import one_line, sample, standard


def keys_of(request: Request, **fields: str) -> RequestKeys:
    """The keys of a request with some fields of its head set."""
    for name, value in fields.items():
        request = set_value(request, f"header/{name}", value)
    return request_keys(request, standard())


def test_the_real_sheet() -> None:
    """The sheet of 平成31年度 as it is filed."""
    found = request_keys(sample(), standard())
    assert (found.government, found.western_year, found.year) == ("31000", 2019, "平成31年度")
    assert (found.budget, found.account, found.sheet, found.stage) == (
        *("当初予算", "", "予算要求書", "一般事業要求"),
    )
    assert (found.kind, found.edition) == ("expenditure", "assessed")
    assert (found.department.name, found.section) == ("総務部", NumberedName("", "情報政策課"))
    assert found.name == "総合行政・住基ネットワーク運営事業"
    assert found.identity.is_whole


@pytest.mark.parametrize(
    ("sheet", "label", "kind"),
    [
        ("commitment", "債務負担行為要求書", "commitment"),
        ("continuing", "継続費要求書", "continuing"),
        ("carry_over", "繰越明許費要求書", "carry_over"),
        ("oldest", "予算要求書", "expenditure"),
    ],
)
def test_amounts_of_a_sheet_of_its_own_are_of_another_kind(sheet: str, label: str, kind: str) -> None:
    """A sheet for 債務負担行為, 継続費 or 繰越明許費 says so: its amounts are not 歳出."""
    found = keys_of(one_line(), sheet=sheet)
    assert (found.sheet, found.kind) == (label, kind)


def test_what_was_one_key_is_told_apart() -> None:
    """当初 and 補正, a special account, a later stage, the requested and the assessed sheet have keys of their own."""
    request = one_line()
    assessed = set_value(request, "assessment/result", "計上")
    found = [
        keys_of(request, budget="当初予算"),
        keys_of(request, budget="6月補正予算"),
        keys_of(request, budget="当初予算", business_class="特別会計", account="公債管理"),
        keys_of(request, budget="当初予算", stage="一般事業調整"),
        keys_of(assessed, budget="当初予算"),
    ]
    without_ids = [replace(keys, identity=found[0].identity) for keys in found]
    assert len(set(without_ids)) == len(found)
    assert [keys.edition for keys in found] == [*["request"] * 4, "assessed"]


@pytest.mark.parametrize(
    ("typed", "parted"),
    [
        ("070040企業支援課", ("070040", "企業支援課")),
        ("070040　企業支援課", ("070040", "企業支援課")),
        ("０７００４０企業支援課", ("070040", "企業支援課")),
        (" 企業支援課 ", ("", "企業支援課")),
        ("2025年国際博覧会推進課", ("", "2025年国際博覧会推進課")),
        ("070040", ("", "070040")),
        ("", ("", "")),
    ],
)
def test_a_number_before_a_name_is_its_code(typed: str, parted: tuple[str, str]) -> None:
    """The budget system prints the code before the name; a year in a name is none."""
    assert numbered_name(typed) == parted


def test_an_office_with_and_without_its_number_is_one() -> None:
    """070040企業支援課 and 企業支援課 are one 課; the Standard knows the code of the one that is typed without."""
    plain, numbered = (
        offices("商工労働部", section, standard(), 2018) for section in ("企業支援課", "070040企業支援課")
    )
    assert plain == numbered == (("", "商工労働部"), ("070040", "企業支援課"))
    assert offices("病院局", "総務課", standard(), 2018)[1].code == "200001"
    assert offices("教育委員会", "総務課", standard(), 2018)[1].code == "", "another department's"


def test_offices_of_a_list_have_the_code_of_their_department() -> None:
    """A department's code stands in the Standard, and goes with the years that the office is there."""
    listed = replace(standard(), offices=[Office("110201", "税務課", "総務部", "11", last=2020)])
    assert offices("総務部", "税務課", listed, 2020) == (("11", "総務部"), ("110201", "税務課"))
    assert offices("総務部", "管財課", listed, 2020) == (("11", "総務部"), ("", "管財課"))
    assert offices("総務部", "税務課", listed, 2021) == (("", "総務部"), ("", "税務課"))
    assert offices("", "110201税務課", listed, 2020) == (("11", "総務部"), ("110201", "税務課"))
