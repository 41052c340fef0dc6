"""Ids of new parts of a draft: the same request always gives the same ones, and none is taken."""

from __future__ import annotations


def new(wanted: str, taken: set[str]) -> str:
    """An id that is not taken yet; the same request always gives the same one."""
    free = wanted
    while free in taken:
        free += "-"
    taken.add(free)
    return free
