"""Linked figures (つないだ数字): what a figure is worth, how it is written in a sentence, and where its words stand.

Imports ``names`` and what is below it. Read ``forms.py`` first; the edits are in ``edits/links.py``.
"""
