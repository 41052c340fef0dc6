"""A government's choices, read from the files of its folder: forms, labels, prices, rules, words of texts.

Imports ``request``, ``basis`` and below. Read ``standard.load`` first.
"""
