"""Why a database refused, and what can be done, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from model.language import phrase


class Refusal(NamedTuple):
    """Why the database refused, "" where only itself can say, and what to do."""

    why: str
    remedy: str


_AGAIN: Final = phrase("少し待って、もう一度してください。")
_OF_SQLITE: Final[Mapping[str, Refusal]] = {
    "SQLITE_BUSY": Refusal(phrase("ほかの人かほかのプログラムが書き込んでいます"), _AGAIN),
    "SQLITE_LOCKED": Refusal(phrase("ほかの人かほかのプログラムが書き込んでいます"), _AGAIN),
    "SQLITE_FULL": Refusal(
        phrase("空き容量がありません"), phrase("台帳のある所の空きを増やして、もう一度してください。")
    ),
    "SQLITE_READONLY": Refusal(
        phrase("台帳かそのフォルダーに書き込めません"),
        phrase("読み取り専用を外すか、書き込みの権限を確かめてください。"),
    ),
    "SQLITE_CANTOPEN": Refusal(
        phrase("台帳かそのフォルダーが開けません"), phrase("場所と権限を確かめてください。")
    ),
    "SQLITE_IOERR": Refusal(
        phrase("装置の読み書きに失敗しました"),
        phrase("共有フォルダーとのつながりと空きを確かめて、もう一度してください。"),
    ),
    "SQLITE_CORRUPT": Refusal(
        phrase("壊れています"), phrase("このファイルは残したまま、控えの台帳で続けてください。")
    ),
    "SQLITE_NOTADB": Refusal(
        phrase("壊れています"), phrase("このファイルは残したまま、控えの台帳で続けてください。")
    ),
}
_OTHER: Final = Refusal("", phrase("続くときは、この文を財政課の台帳の管理者に知らせてください。"))
_OF_SERVER: Final = Refusal(
    "", phrase("サーバーの名前とつながりを確かめ、続くときは、この文を台帳の管理者に知らせてください。")
)


def refusal(error: BaseException | None) -> Refusal:
    """Why a database refused what was asked of it, and what to do."""
    name = getattr(error, "sqlite_errorname", None)
    if name is None:
        return _OF_SERVER if hasattr(error, "sqlstate") else _OTHER
    return next((said for known, said in _OF_SQLITE.items() if name.startswith(known)), _OTHER)
