"""Editors of one text or figure: composition by an input method, brackets, completion, linked figures.

Imports the labels and colours of ``widgets``. Read ``editors`` first.
"""
