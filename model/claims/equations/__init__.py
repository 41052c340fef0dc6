"""What a text works out of its own numbers, without the sheet: products, sums, parts, rates, by signs, in words, or by how a note stands; and where it errs.

Imports ``standard`` and below, and ``texts`` and ``quantities`` of ``claims``. Read ``marked_sentences.py`` first, then ``relations.py``,
``worked_out.py`` and ``notes.py``.
"""
