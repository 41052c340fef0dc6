"""The sentence that names the government under whose Standard a request was begun, where it is another than the one in force."""

from __future__ import annotations

from model.request.request import Request
from model.standard.standard import Standard


def other_standard(request: Request, standard: Standard) -> str:
    """A sentence where a request was begun under another government's Standard than the one in force; "" where not."""
    if standard.is_of(request):
        return ""
    name = (
        f"「{request.standard}」の様式の設定"
        if request.standard
        else "名前のない様式の設定（予算帖の前の版）"
    )
    return (
        f"この要求書は{name}で書かれ、いまは「{standard.government}」の様式の設定で開いているため、列・行・端数処理・規則が"
        "違うことがあります（様式の設定は --standard で選べます）。"
    )
