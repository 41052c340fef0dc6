"""The finance division's workbook, by openpyxl. Imports model and ``sheet``. Read ``excel.workbook_bytes`` first."""
