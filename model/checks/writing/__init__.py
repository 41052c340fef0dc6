"""How the texts of a request are written: characters, years, what cannot be seen, personal data.

Imports what ``checks`` says a check is, and no other room of the rulebook. Read ``characters.py`` first.
"""
