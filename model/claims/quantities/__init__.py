"""What quantities stand in a text, whatever they are said of: amounts, rates, counts, periods of contracts and commitments.

Imports ``basis``, ``standard`` and below, and ``texts`` of ``claims``. Read ``amounts.py`` first, then ``quantities.py``.
"""
