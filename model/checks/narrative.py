"""Findings of the narrative: what a section is called, that something contradicts its words, how they are mended."""

from __future__ import annotations

from model.checks.finding import Fix
from model.checks.rule import Found
from model.request import place
from model.request.request import Section


def narrative(heading: str) -> str:
    """What a section of the narrative is called in a sentence: 「本文「事業概要」」."""
    return f"本文「{heading}」" if heading else "本文"


def contradicted(
    section: Section,
    written: str,
    instead: str,
    advice: str = "どちらかを直してください。",
    fix: Fix | None = None,
) -> Found:
    """The finding of words of the narrative that something else contradicts; ``instead`` is the sentence about that without です."""
    message = f"{narrative(section.heading)}に「{written}」とありますが、{instead}です。{advice}"
    return Found(place.section(section.id, "text"), message, fix)


def mended(section: Section, start: int, written: str, new: str, label: str) -> Fix:
    """The repair that puts other words in the place of some of a section's."""
    text = f"{section.text[:start]}{new}{section.text[start + len(written) :]}"
    return Fix(label, place.section(section.id, "text"), text)
