"""What a request still lacks of what its form needs (未記入): a list to work through, which judges nothing.

Imports the rooms below it, up to ``edits``, which say what a form holds. Read ``empty_fields.empty_fields`` first.
"""
