"""Pages that are read before something is opened or exported. Imports ``form`` and below. Read ``source_page.py`` first.

``source_page`` is the review of a foreign book or a pasted block, with its parts ``source_grid``, ``source_questions`` and
``source_lines``; ``review_page`` shows what was changed by hand in a book of ours, ``export_page`` what is open before an export.
"""
