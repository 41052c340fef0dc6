"""Reading a government's folder into a ``Standard``, strictly: what is unknown is refused with file, line and nearest word.

Imports ``checks``, ``names`` and below, for the ids of the rules and the places that the files name. Read ``load.load``
first, then ``merge.py`` for how a folder is laid over another.
"""
