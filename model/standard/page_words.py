"""What the Standard says of the public pages: where they stand, what they link to, which pictures they show."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

import msgspec

from model.standard.setting import Setting

_ADDRESS: Final = r"^((https?://|/|\.\.?/)[^\s\"'<>]{1,500})?$"
Address: TypeAlias = Annotated[
    str, msgspec.Meta(pattern=_ADDRESS, description="http:// か https:// か / か ./ か ../ で始まるアドレス")
]


class PublicPage(Setting, frozen=True):
    """The public pages; see the comments in ``templates/standards``.

    Attributes:
        index: the address of the list of all requests; "" where there is none.
        questions: the address of the form for questions and opinions.
        links_workbook: whether a page links to the workbook that is written beside it.
        links_data: whether a page links to the file for other programs.
    """

    index: Address = ""
    questions: Address = ""
    links_workbook: bool = False
    links_data: bool = False
