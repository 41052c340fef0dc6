"""The open request on paper: printed, written as PDF, and shown beside the form while it is written.

Imports the rooms of ``ui``, and of the window what the other rooms of it import; ``templates.paper`` only where a page is
wanted. Read ``papers.Papers`` first.
"""
