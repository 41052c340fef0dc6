"""The cells of workbooks, for modules that still import them from here; they stand in ``templates/readers/books/cells``."""

from templates.readers.books import read_book
from templates.readers.books.cells import At, Book, Sheet, Value, address, number, unescape

__all__ = ["At", "Book", "Sheet", "Value", "address", "number", "read_book", "unescape"]
