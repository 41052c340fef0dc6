"""What a person decided: the request as frozen structs, the places in it, its lines.

Imports ``values``. Read ``request.py`` first.
"""
