"""What is checked of the funding tables and of the grounds of their revenues (財源の根拠).

Imports what ``checks`` says a check is, and no other room of the rulebook. Read ``funding.py`` first.
"""
