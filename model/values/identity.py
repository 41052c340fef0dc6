"""Stable ids for lines, groups, sections and commitments: findings, undo merging and focus survive moves by them."""

from __future__ import annotations

import os


def new_id() -> str:
    """A new id, unique within any request people can write."""
    return os.urandom(5).hex()
