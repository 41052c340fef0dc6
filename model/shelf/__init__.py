"""A section's shelf: what a folder of requests holds, a row for each, and the sums of their years; next year's drafts of them.

Imports every other room of ``model``. Read ``listed.listed`` first: the window and the command ``list`` both show what it returns.
"""
