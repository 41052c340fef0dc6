"""What was inserted between an old text and a new one, however long they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.editing.editors import inserted_text

texts = st.text("ab\n", max_size=8)


@given(texts, texts, texts)
def test_inserted_text_is_what_was_typed(head: str, typed: str, tail: str) -> None:
    """Typed between two texts, the new text less what both have in common is as long as what was typed, and in it."""
    inserted = inserted_text(head + tail, head + typed + tail)
    assert len(inserted) == len(typed)
    assert sorted(inserted) == sorted(typed)


@given(texts, texts)
def test_head_and_tail_are_in_both(old: str, new: str) -> None:
    """What is left around the inserted text stands in the old one too."""
    inserted = inserted_text(old, new)
    assert any(
        new[at : at + len(inserted)] == inserted
        and old.startswith(new[:at])
        and old.endswith(new[at + len(inserted) :])
        for at in range(len(new) + 1)
    )
