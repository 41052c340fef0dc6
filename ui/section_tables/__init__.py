"""The tables of a narrative section that are no cost tables (箇所表 …), on the page. Imports ``tables`` and ``widgets``; read ``table_model.py`` first."""
