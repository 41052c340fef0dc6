"""Search and replacement over the whole request: the bar, and the list of what it finds.

Read ``search_bar`` first.
"""
