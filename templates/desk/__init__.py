"""The finance division's desk without a screen: files into the register, and out of it letters, grids and tables.

What is decided and kept is the matter of ``model/register``; here is what is read from files and written into them.

Imports model, the readers, ``workbook`` and ``comparison``. Read ``collecting.collect`` first.
"""
