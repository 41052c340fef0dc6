"""Texts that have a limit of characters by their form, as 架空県 has for 事業名 and ねらい."""

from __future__ import annotations

from msgspec.structs import replace

from model.document.document import take_snapshot
from model.names.text_limits import length_of, limit_at
from model.request.request import Request
from tests.loose_sentences import base


def found(request: Request) -> list[tuple[str, str]]:
    """What the rule says of a request of 架空県."""
    findings = take_snapshot(request, base("dam")[1]).findings
    assert findings is not None
    return [(each.place, each.message) for each in findings.all if each.rule == "text-limit"]


def test_a_text_longer_than_the_form_has_room() -> None:
    """事業名 has 20 characters at the most, ねらい 200, the other texts as many as they need; breaks of lines count for nothing."""
    request = base("dam")[0]
    aim = replace(request.sections[0], heading="ねらい")
    others = [replace(each, text="あ" * 500) for each in request.sections[1:]]
    at_most = replace(aim, text="あ" * 100 + "\n" + "い" * 100)
    sound = replace(request, header=replace(request.header, name="あ" * 20), sections=(at_most, *others))
    assert found(sound) == []
    longer = replace(
        sound,
        header=replace(request.header, name="あ" * 23),
        sections=(replace(at_most, text=at_most.text + "う"), *others),
    )
    assert found(longer) == [
        ("header/name", "事業名は23字で、様式の20字を3字こえています。短くしてください。"),
        (
            f"section/{aim.id}/text",
            "本文「ねらい」は201字で、様式の200字を1字こえています。短くしてください。",
        ),
    ]


def test_limit_of_a_place() -> None:
    """Only what the form names has a limit."""
    request, standard = base("dam")
    form = take_snapshot(request, standard).totals.form.page
    assert limit_at(request, form, "header/name") == 20
    assert limit_at(request, form, "header/subtitle") is None
    assert length_of("一行目\n二行目") == 6
