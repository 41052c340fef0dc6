"""What each sentence claims of the sheet: which figure or line it speaks of, and the amount, rate or count that it says of it.

A sentence is written with a sign for each known thing, its labels are joined to their quantities, and each pair is a claim.
Imports ``standard`` and below, and ``texts``, ``quantities`` and ``labels`` of ``claims``. Read ``sentence_claims.py`` first.
"""
