"""Examples for the rules of lines by 節; the year is 平成31年度, whose list has 28 節."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.multi_year import Commitment
from model.request.request import Line, Request
from tests.samples import with_lines


def line(
    text: str = "経費",
    object_class: str = "",
    amount: int | None = 1_000,
    previous: int | None = None,
    *,
    basis: str = "",
    remark: str = "",
    mark: str = "",
) -> Request:
    """A request of one line."""
    return with_lines(
        Line("only", text, previous, None if basis else amount, remark, basis, object_class, mark)
    )


def with_parts(text: str, *parts: Line) -> Request:
    """A request of one heading with its parts."""
    return with_lines(Line("heading", text, parts=parts))


PAY = Line("pay", "報酬", amount=2_400, object_class="1 報酬")
INSURANCE = Line("insurance", "共済費", amount=343, object_class="4 共済費")


def _shares(amount: int) -> Request:
    parts = (Line("b", "一般負担金", None, 3), Line("c", "特別負担金", None, 4))
    return with_lines(Line("a", "負担金", None, amount, parts=parts))


BROKEN: dict[str, Request] = {
    "2": _shares(8),
    "41": line("事務費", "11 需用費", mark="outside_frame"),
    "42": line("講師謝金", "8 報償費", 60),
    "43": line("公用車燃料費", "11 需用費/燃料費"),
    "44": line("光熱水費", "11 需用費", 1_200, 1_000),
    "45": line("会議の茶菓", "11 需用費/食糧費", 20),
    "46": line("公用車オイル交換", "12 役務費/手数料", 20),
    "47": line("電卓", "18 備品購入費", basis="3,000円×5台"),
    "48": line("用地測量", "12 役務費"),
    "49": line("報酬", "1 報酬", basis="200千円×11月"),
    "49-insurance": with_parts("会計年度任用職員 1人", PAY),
    "49-rate": line("共済費", "4 共済費", basis="2,400千円×142.53/1000"),
    "50": line("サーバ機器リース料", amount=5_000),
}
SOUND: dict[str, Request] = {
    "2": _shares(7),
    "41": line("事務費", "11 需用費", mark="outside_frame", remark="法改正による様式の全面改訂"),
    "42": line("講師謝金", "8 報償費", basis="20,000円×1人×3回"),
    "43": line("公用車燃料費", "11 需用費/燃料費", basis="ガソリン 170円×1,000L"),
    "44": line("光熱水費", "11 需用費", 1_200, 1_000, remark="電気料金の単価改定"),
    "45": line("会議資料の印刷", "11 需用費/印刷製本費", 20),
    "46": line("公用車オイル交換", "11 需用費/修繕料", 20),
    "47": line("電子計算機", "18 備品購入費", basis="130,000円×5台"),
    "48": line("用地測量", "13 委託料"),
    "49": line("報酬", "1 報酬", basis="200千円×12月"),
    "49-insurance": with_parts("会計年度任用職員 1人", PAY, INSURANCE),
    "49-rate": line("共済費", "4 共済費", basis="2,400千円×150.1/1000"),
    "50": replace(
        line("サーバ機器リース料", amount=5_000),
        commitments=(Commitment("owed", "only", "R2〜R5", "set"),),
    ),
}
