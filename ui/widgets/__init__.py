"""Fields, editors, cards and colours that know one place of a request at most.

Imports model and templates, no other room of ui. Read ``fields.FieldRow`` first.
"""
