"""The sentence that names the government under whose Standard a request was begun, where it is another than the one in force."""

from __future__ import annotations

from model.request.request import Request
from model.standard.standard import Standard


def other_standard(request: Request, standard: Standard) -> str:
    """A sentence where a request was begun under another government's Standard than the one in force; "" where not."""
    if standard.is_of(request):
        return ""
    from model.language import phrase  # few requests are another's

    return phrase(
        "この要求書は{name}で書かれ、いまは「{government}」の様式の設定で開いているため、列・行・端数処理・規則が違うことがあります。ファイルは変わっていません。書いた所の様式で開くには、担当者に頼むか、始めるときに --standard で様式の設定を選んでください。",
        name=phrase("「{government}」の様式の設定", government=request.standard)
        if request.standard
        else phrase("名前のない様式の設定（予算帖の前の版）"),
        government=standard.government,
    )
