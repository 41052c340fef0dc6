"""The cost tables. Imports ``findings`` and below. Read ``cost_table.CostTable`` first."""
