"""Everything that a register holds, as files that any program reads: a CSV for each table, and each content as it was received."""

from __future__ import annotations

import csv
import io
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator

from sqlalchemy import LargeBinary, select

from model.register.opening import Register
from model.register.tables import contents, metadata


def exported_files(register: Register) -> Iterator[tuple[str, bytes]]:
    """The files of a register with their names: ``tables/versions.csv`` …, ``contents/<digest>.yosan``; one state of it.

    A content that is no request file, as a workbook that was changed by hand, has the ending ``.source``. CSV is UTF-8 with
    the mark by which Excel knows it; the bytes of the contents stand in their files alone.
    """
    with register.reading() as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
            text = io.StringIO(newline="")
            rows = csv.writer(text)
            rows.writerow(column.name for column in columns)
            rows.writerows(connection.execute(select(*columns).order_by(*table.primary_key.columns)))
            yield f"tables/{table.name}.csv", BOM_UTF8 + text.getvalue().encode()
        digests = list(connection.scalars(select(contents.c.digest).order_by(contents.c.digest)))
        for digest in digests:
            packed = connection.scalar(select(contents.c.packed).where(contents.c.digest == digest))
            data = zlib.decompress(packed or b"")
            yield f"contents/{digest}{'.yosan' if data.startswith(b'{') else '.source'}", data
