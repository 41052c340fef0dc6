"""Which tables of a book are to be taken: none twice, none of another year, none that only sums up or details another.

Two tables are held together by their figures: the total of one is a line, or the total, of the other (``relations``). Where
figures leave it open, all are taken and it is asked (``overlaps``). Imports the lines and questions of ``tables``. Read ``related.related`` first.
"""
