"""Stable ids: of a request among others, and of what stands in one (lines, tables, sections, commitments).

The lasting ids of a request (事業ID, 文書ID): by them it is known among others, whatever its file is called.

Two ids, because two questions are asked. Which 事業 is it: the same through years, stages, supplementary budgets and copies.
Which document is it: the same as long as one file is written on, also when it is renamed, moved or sent as a workbook.

    what is done                                    事業ID     文書ID
    新規, the sample, a source without ids          new        new
    saved, renamed, exported, read back             kept       kept
    saved under another name beside its file        kept       new
    the draft of the next year                      kept       new
    copied in the Explorer                          kept       kept: told apart by what stands in the two files

A file from before there were ids, and a page, get ids that follow from what they hold (model/edits/identity): the same
source read twice is the same request.
"""

from __future__ import annotations

import os

import msgspec


class Identity(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The lasting ids of a request; "" where it has none yet.

    Attributes:
        project: the 事業, through years and stages (事業ID).
        document: the document that is written on (文書ID).
    """

    project: str = ""
    document: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether both ids are there."""
        return bool(self.project and self.document)


def new_id(size: int = 5) -> str:
    """A new id of so many bytes; of five it is unique within any request people can write."""
    return os.urandom(size).hex()
