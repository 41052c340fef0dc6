"""The sums of the requests that are shown, and the ceilings, as the lines below the table say them."""

from __future__ import annotations

from collections.abc import Sequence

from model.register.listing import RegisterRow
from model.register.views import CeilingUse, sums_of
from ui.desk.desk_data import DeskData
from ui.language import translate


def sums_in_words(data: DeskData, found: Sequence[RegisterRow]) -> str:
    """The sums, each kind of amounts by itself: 歳出 with what was decided, the others, and the sources of 歳出."""
    sums = sums_of(found)
    counts = translate("ui.desk", "{count:,}件（未決定 {undecided:,}件）　歳出（千円）").format(
        count=sums.requests, undecided=sums.undecided
    )
    expenditure = [
        (translate("ui.desk", "要求額"), sums.expenditure),
        (translate("ui.desk", "前年度"), sums.previous),
        (translate("ui.desk", "増減"), sums.change),
        (translate("ui.desk", "計上"), sums.assessed),
    ]
    parked = ((translate("ui.desk", "保留"), sums.held), (translate("ui.desk", "別途"), sums.separate))
    expenditure += [(word, amount) for word, amount in parked if amount]
    kinds = (
        (translate("ui.desk", "債務負担行為"), sums.commitment),
        (translate("ui.desk", "継続費"), sums.continuing),
        (translate("ui.desk", "繰越明許費"), sums.carry_over),
    )
    of_kind = translate("ui.desk", "{kind}（千円） {amount}")
    others = [of_kind.format(kind=word, amount=data.figure(amount)) for word, amount in kinds if amount]
    asked, _ = data.by_source(found)
    sources = [
        f"{label} {data.figure(asked[source])}" for source, label in data.labels.items() if asked.get(source)
    ]
    of_sources = translate("ui.desk", "財源（歳出、千円）　{sources}")
    lines = (
        "　".join((counts, *(f"{word} {data.figure(amount)}" for word, amount in expenditure))),
        "　".join(others),
        of_sources.format(sources="　".join(sources)) if sources else "",
    )
    return "\n".join(filter(None, lines))


def ceilings_in_words(data: DeskData, uses: Sequence[CeilingUse]) -> str:
    """What the 一般財源 of the requests leaves of each ceiling; "" where there is none."""
    if not uses:
        return ""
    left = translate("ui.desk", "{bureau} {rest}")
    over = translate("ui.desk", "{bureau} {rest}（超過）")
    rests = [
        (over if use.rest < 0 else left).format(bureau=use.bureau, rest=data.figure(use.rest)) for use in uses
    ]
    return translate("ui.desk", "シーリングの残り（一般財源、千円）　{rests}").format(rests="　".join(rests))
