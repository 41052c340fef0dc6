"""What is checked of the form as a whole: what it has no place for, what it lacks, what cannot be read, 人役, the 質問票.

Imports what ``checks`` says a check is, and no other room of the rulebook. Read ``unknown.py`` first.
"""
