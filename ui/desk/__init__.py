"""The finance division's desk (財政課の机): all requests of a register in one table, and what is decided on each.

A window of its own; it decides nothing: rows, groups and sums come from ``model/register/views``, a decision from
``model/register/filled``. Imports ``window`` (the request is shown in the writer's window, read-only) and below.
Read ``desk_window.DeskWindow`` first.
"""
