"""What a person decided: the request as frozen structs, the places in it, its lines, its other parts by their ids.

Imports ``values``. Read ``request.py`` first.
"""
