"""The list of what was changed for this year (引継ぎ) as a page to be printed: a work plan of the section, never published."""

from __future__ import annotations

from html import escape
from typing import Final

from model.request.request import Request
from model.values.grouped import grouped

_STYLE: Final = """
body { font-family: sans-serif; font-size: 10.5pt; line-height: 1.5; margin: 12mm; color: #1f2933; }
h1 { font-size: 14pt; margin: 0 0 2mm; }
h2 { font-size: 10.5pt; margin: 5mm 0 1mm; padding: 1mm 2mm; background: #eef1f5; break-after: avoid; }
li { list-style: none; break-inside: avoid; }
ul { margin: 0; padding: 0 0 0 2mm; }
.turned { color: #5b6770; }
"""


def carried_page(request: Request) -> str:
    """The list as an HTML page: each reason once, and below it a box to tick for each change."""
    header = request.header
    title = f"翌年度への引継ぎ　{header.name}（{header.fiscal_year} {header.budget}）"
    done = sum(entry.done for entry in request.carried)
    groups = []
    for why, entries in grouped(request.carried, lambda entry: entry.why).items():
        rows = "".join(
            f"<li>{'☑' if entry.done else '☐'} {escape(entry.what)}"
            f"　<span class='turned'>{escape(entry.turned)}</span></li>\n"
            for entry in entries
        )
        groups.append(f"<h2>{escape(why)}</h2>\n<ul>\n{rows}</ul>\n")
    return (
        "<!DOCTYPE html>\n<html lang='ja'>\n<head><meta charset='utf-8'>"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<p>済 {done}／{len(request.carried)}</p>\n{''.join(groups)}</body>\n</html>\n"
    )
