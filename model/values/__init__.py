"""Small values: amounts in 千円, fiscal years, headcounts, characters. They know nothing of a request.

Imports nothing of the program. Read ``amount.py`` first.
"""
