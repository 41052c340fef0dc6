"""The finance division's workbook, by openpyxl. Imports ``sheet``. Read ``excel.workbook_bytes`` first."""
