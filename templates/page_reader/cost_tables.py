"""stub"""
from __future__ import annotations
import msgspec
from collections.abc import Sequence
from model.fiscal_year import FiscalYear
from model.request import CostGroup
from model.multi_year import Commitment
from model.standard import Standard
from templates.page_reader.pieces import Piece
from templates.reading import Unread
class FoundTable(msgspec.Struct, frozen=True):
    group: CostGroup
    commitments: tuple[Commitment, ...] = ()
class Costs(msgspec.Struct, frozen=True):
    tables: tuple[FoundTable, ...]
    rest: tuple[Piece, ...]
    unread: tuple[Unread, ...]
def read_costs(pieces: Sequence[Piece], year: FiscalYear, standard: Standard) -> Costs:
    return Costs((), tuple(pieces), ())
