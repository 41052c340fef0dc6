"""A government's choices as values: forms, labels, prices, rules, words of texts.

Imports ``request``, ``basis`` and below. Read ``standard.Standard`` first.
"""
