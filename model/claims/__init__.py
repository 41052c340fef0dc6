"""What running text claims: amounts, years, periods, lines named, parts announced. Read once, compared with the tables.

A text is read by itself and remembered, so that a keystroke in a table reads no text, and one in a text reads the one
paragraph anew. What a claim is held against is decided by the checks (model/checks/claims/claimed_*).

Its rooms from below: ``texts`` cuts, ``quantities`` reads amounts and counts, ``labels`` knows the words of the sheet,
``equations`` works out what a sentence computes of its own numbers, ``sentences`` reads what it says of the sheet's.

Imports ``figures`` and below. Read ``texts/paragraphs.py`` first, then one kind of claim, as ``quantities/counts.py``.
"""
