"""Running text before it is understood: its paragraphs, sentences and headings, and characters that a published sheet may lose.

Imports ``standard`` and below, and no other room of ``claims``. Read ``paragraphs.py`` first.
"""
