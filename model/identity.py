"""Stable ids for lines, groups, sections and commitments: findings, undo merging and focus survive moves by them."""

from __future__ import annotations

import secrets


def new_id() -> str:
    """A new id, unique within any request people can write."""
    return secrets.token_hex(5)
