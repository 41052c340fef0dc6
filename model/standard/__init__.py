"""A government's choices as values: forms, labels, prices, rules, words of texts.

Reading them from files is ``standard_folder``. Imports ``basis``, ``request`` and below. Read ``standard.Standard`` first.
"""
