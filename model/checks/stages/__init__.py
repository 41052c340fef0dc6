"""What is checked between the stages of a request, of its 査定 and of last year's request.

Imports what ``checks`` says a check is, and no other room of the rulebook. Read ``stages.py`` first.
"""
