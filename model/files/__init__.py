"""The one way to write and read a file: wholly or not at all, refused with a sentence for the user.

Imports nothing of the program. Read ``files.py`` first, the door; ``moves.py`` is how files come to their places together, ``leftovers.py``
what a kill leaves, ``notice.py`` who has a file open, ``versions.py`` what it held before.
"""
