"""temporary"""

from model.request import Request
from model.standard import Standard
from templates.excel_reader.cells import Book
from templates.reading import Reading


def read_foreign(book: Book, standard: Standard) -> Reading:
    return Reading(Request())
