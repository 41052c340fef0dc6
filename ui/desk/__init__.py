"""The finance division's desk (財政課の机): all requests of a register, what is decided on each, pictures, and what comes in.

A window of its own; it decides nothing: rows, groups and sums come from ``model/register/views``, what is filled in is taken by
``model/register/filling``, pasted rows are read by ``templates/desk/grid_text``, a folder is watched by ``templates/desk/watching``.
Imports ``window`` (the request is shown in the writer's window, read-only) and below. Read ``desk_window.DeskWindow`` first, then
``desk_data`` (what the desk knows), ``desk_columns`` (what its table shows) and ``outgoing`` (what goes to the sections and the public).
"""
