"""What two requests differ in, in the words of the sheet, and the merge of two that came from one.

Both rest on one outline of a request (``outline.py``): every value under its field, every row under its id, so that no
field can be missed. Imports ``edits``, ``names``, ``totals`` and below. Read ``differences.compare`` and ``merge.merge`` first.
"""
