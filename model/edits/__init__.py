"""Edits: pure functions from a request to a request. Parts they do not touch keep their identity.

``fields`` sets one value at a place, ``structure`` adds, removes and moves lines, groups and sections (other parts come and go by ``request.parts``),
``move`` takes several lines elsewhere, ``paste`` takes in a block of cells or copies a line's cells into others;
``basis`` sets what is typed where a calculation may stand. None of them computes a figure, and none raises on what a person
typed. ``identity`` gives a request its lasting ids.

Imports ``checks``, ``totals`` and below. Read ``fields.py`` first.
"""
