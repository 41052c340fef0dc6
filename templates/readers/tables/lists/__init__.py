"""Lists of amounts in running text, as tables: 「・備品　1,200千円（R6：1,100千円）」 on each line, and their 計.

``items`` reads one line, ``lists`` puts the items that belong together into a list, ``listed`` says whether a printed sum proves
it and makes it the rows of a table; ``records`` does so with costs whose amounts have labels. Imports the grid, the callings and the years of ``tables``. Read ``listed.find_list`` first.
"""
