"""A column of words is added to the cost tables in four files, and every face and reader has it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADDED = {
    "model/request/request.py": [
        ('    previous_basis: str = ""\n', '    previous_basis: str = ""\n    remark2: str = ""\n')
    ],
    "model/request/columns.py": [
        ("ColumnField: TypeAlias = Literal[", 'ColumnField: TypeAlias = Literal["remark2", '),
        (
            '    CostColumn("object_class"',
            '    CostColumn("remark2", "備考2", ("remark2",)),\n    CostColumn("object_class"',
        ),
    ],
    "templates/standards/japan/labels.toml": [
        ('remark = "備考", ', 'remark = "備考", remark2 = "備考2", '),
    ],
    "templates/standards/japan/reading.toml": [
        (
            "[workbook_reading]\n",
            '[[page_reading.cost_table_headings]]\nkind = "remark2"\nwords = ["備考2"]\n[workbook_reading]\n',
        ),
        (
            '[[workbook_reading.columns]]\nrole = "number"',
            '[[workbook_reading.columns]]\nrole = "remark2"\nwords = ["備考2"]\n[[workbook_reading.columns]]\nrole = "number"',
        ),
    ],
}
"""What is written where, in place of what stood there."""

FACES = """
import json, re, sys
from pathlib import Path
import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTableView
from model.document.document import Document
from model.document import storage
from model.names.fields import label_of
from model.request.lines import walk
from model.standard_folder.load import load
from templates.page.html import render
from templates.readers.books import read_book
from templates.readers.page import read_html
from templates.readers.review import Review
from templates.readers.sources import read_source
from templates.workbook.excel import workbook_bytes
from ui.costs.cost_model import CostModel
from ui.tables.cell_clipboard import copy_cells, paste_cells

folder, out = Path("templates/standards/tottori"), Path(sys.argv[1])
standard = load(folder)
request = storage.loads(next(folder.glob("*.yosan")).read_bytes(), "x")

def held(request):
    return [line.remark2 for group in request.groups for line, _ in walk(group.lines) if line.remark2]

app = QApplication([])
document = Document(request, standard)
model = CostModel(document)
document.subscribe(lambda snapshot: model.show_snapshot(snapshot, {}))
view = QTableView()
view.setModel(model)
first, second, third = [line.id for line, _ in walk(document.request.groups[0].lines)][:3]
cell = model.index_of(f"line/{first}/remark2")
found = {"heading": model.headerData(cell.column(), Qt.Orientation.Horizontal)}
model.type_text(cell, "二つ目")
model.seal()
found["shown"], found["undo"] = model.text_at(cell), document.undo_label
published = document.snapshot
view.selectRow(cell.row())
copy_cells(view, model)
found["copied"] = "二つ目" in QGuiApplication.clipboard().text().split("\\t")
view.setCurrentIndex(model.index_of(f"line/{second}/text"))
paste_cells(view, model)
QGuiApplication.clipboard().setText("内容\\t要求額\\t備考\\t備考2\\nあ\\t10\\tび\\t三つ目\\n")
view.setCurrentIndex(model.index_of(f"line/{third}/text"))
paste_cells(view, model)
found["pasted"] = held(document.request)
page = render(published, folder)
(out / "page.html").write_text(page, "utf-8")
bare = re.sub("<template.*?</template>", "", page, flags=re.S)
found["page"] = ["備考2</th>" in bare, held(read_html(bare, standard).request), held(read_source(out / "page.html", standard, folder).request)]
(out / "book.xlsx").write_bytes(workbook_bytes(published))
found["book"] = [held(read_source(out / "book.xlsx", standard, folder).request)]
for title in ("要求書", "経費明細"):
    book = openpyxl.load_workbook(out / "book.xlsx")
    cells = [cell for row in book[title].iter_rows() for cell in row]
    heading = next(cell for cell in cells if cell.value == "備考2")
    own = next(cell for cell in cells if cell.value == "二つ目")
    own.value = "直した"
    book.save(out / "changed.xlsx")
    reading = read_source(out / "changed.xlsx", standard, folder)
    found["book"].append([heading.column == own.column, held(reading.request), [change.after for change in reading.changes]])
book = openpyxl.Workbook()
for row in (["内容", "要求額(千円)", "備考", "備考2"], ["い", 5, "び", "よその"], ["合計", 5]):
    book.active.append(row)
book.save(out / "other.xlsx")
found["other"] = held(read_source(out / "other.xlsx", standard, folder).request)
review = Review(read_book(out / "other.xlsx"), standard)
found["review"] = [reason.what for reason in review.reasons(review.found.tables[0].spot) if reason.subject == "column"][-1]
print(json.dumps(found, ensure_ascii=False))
"""


def test_a_column_of_words_is_added_in_four_files(tmp_path: Path) -> None:
    """The field of a line, the column, and the Standard's words for it: screen, clipboard, page, workbook and readers follow."""
    for room in ("model", "templates", "ui"):  # with what Python has compiled, which holds but for ADDED
        shutil.copytree(ROOT / room, tmp_path / room)
    for name, changes in ADDED.items():
        path = tmp_path / name
        text = path.read_text("utf-8")
        for before, after in changes:
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        path.write_text(text, "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(tmp_path),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", FACES, str(out)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "heading": "備考2",
        "shown": "二つ目",
        "undo": "備考2の入力",
        "copied": True,
        "pasted": ["二つ目", "二つ目", "三つ目"],
        "page": [True, ["二つ目"], ["二つ目"]],
        "book": [["二つ目"], *[[True, ["直した"], ["直した"]]] * 2],
        "other": ["よその"],
        "review": "備考2の列",
    }
