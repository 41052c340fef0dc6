"""Files that were damaged or made to do harm, each changed as its kind allows: tokens of JSON, TOML and markup, parts of archives, lines, bytes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final
from xml.sax.saxutils import escape

WORDS: Final = (
    *("10000000000000", "9" * 30, "7" * 5_000, "1.5", "1e308", "NaN", "-0", "null", "true", '""', "[]", "{}"),
    *(
        "9999年",
        "平成99年",
        "R99〜R1",
        "99999999999999999999人",
        "１" * 20,
        "9,999,999,999,999",
        "△",
        "%",
        "0/0",
    ),
    *("\u202e", "１円×" * 50, "(" * 200, "＝", "H0", "R0〜R99", "99分の0", "単価×単価"),
)
VALUES: Final = (
    *(10**13, 10**400, -(10**30), 10**13 - 1, 0, "9" * 5_000, "1円×" * 300, "R1〜R2199", "1999年〜2199年"),
    *("99999.9999", "", None, True, [], {}, "\x00", "\x1b[31m", "\u202e", "99分の1", "令和99年度", "5円÷0"),
    "A=9円;B=A×A÷1円;C=B×B÷1円;D=C×C÷1円;E=D×D÷1円;F=E×E÷1円",
)
TOKENS: Final = (
    *("0", "-1", "1", "4294967295", "9" * 400, "1e400", "1e-9", "nan", "inf", "0x10", "true", "", " ", "A1", "A0"),
    *("XFD1048576", "ZZZZ9999999", "A1:XFD1048576", "#REF!", "../../x", "/", "\\", "\x00", "\x85", "\ud800"),
    *("&#0;", "&#xffff;", "&lol;", "]]>", "<!--", "<![CDATA[", "\u202e", "㍻㌔", "ｶﾞ", "令和", "昭和99年", "計", "合計"),
    *("千円", "円", "うち", "前年度予算額", "要求額", "増減", "単価", "数量", "1/3", "12:30", "2024-02-30", "△1,0", "(", "）"),
)  # fmt: skip
TOML_VALUES: Final = (
    *("0", "-1", "9" * 400, "1e400", "nan", "inf", "true", '""', "[]", "{}", "[[]]", "[{}]", '"' + "[" * 500 + '"'),
    *("[" * 2_000, "{ a = " * 300, '"{0.__class__}"', '"{}"', '"{"', '"%s"', '"(a+)+$"', '"["', '"\\u0000"', '"\\u202e"'),
    *("1979-05-27", "07:32:00", "2010", '"2010"', '"2014-13"', '"general"', '"national"', '"×"', "0.1", "'''", '"""'),
)  # fmt: skip

_MOST: Final = 1_000_000  # characters
_MARKUP: Final = re.compile(r"<[^<>]*>|[^<>]+|[<>]")
_ATTRIBUTE: Final = re.compile(r"""=\s*("[^"]*"|'[^']*')""")
_TEXT: Final = re.compile(r">([^<>]+)<")
_ELEMENT: Final = re.compile(r"(<([\w:]+)\b[^<>]*/>|<([\w:]+)\b[^<>/]*>(?:[^<]|<(?!/?\3\b))*</\3>)")
_JSON: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[-+.\w]+|[\[\]{},:]')
_ITEM: Final = re.compile(r"[0-9,.]+|[一-龥ァ-ヶ]+|[A-Za-z]+")


def changed(name: str, data: bytes, random: Random) -> bytes:
    """A file changed as its kind allows, or byte by byte."""
    if random.random() < 0.1:
        return changed_bytes(data, random)
    kind = random.choice(_KINDS.get(Path(name).suffix, (changed_words, changed_lines)))
    return kind(data, random)


def repeated(few: int, some: int, many: int, random: Random) -> int:
    """How often a piece is repeated: mostly a few times, for much of the same takes long and seldom tries anything new."""
    return random.choices((few, some, many), (90, 8, 2))[0]


def changed_bytes(data: bytes, random: Random) -> bytes:
    """A file with bits that fell over, cut off, with a piece that is missing or stands twice."""
    new = bytearray(data)
    place = random.randrange(len(new)) if new else 0
    match random.randrange(4) if new else 3:
        case 0:
            for _ in range(random.randint(1, 20)):
                new[random.randrange(len(new))] ^= 1 << random.randrange(8)
        case 1:
            del new[place:]
        case 2:
            new[place:place] = new[place : place + 5_000]
        case _:
            del new[place : place + random.randint(1, 200)]
    return bytes(new)


def changed_numbers(data: bytes, random: Random) -> bytes:
    """A file of records with bytes, pairs and fours of bytes that are the least, the most, or others of the file."""
    new = bytearray(data)
    for _ in range(random.randint(1, 6)):
        size = random.choice((1, 2, 4, 8))
        if len(new) <= size:
            break
        # The head and the first records decide what the rest is.
        place = random.randrange(min(len(new) - size, random.choice((64, 1_024, len(new)))) or 1)
        other = random.randrange(len(new) - size)
        new[place : place + size] = random.choice(
            (b"\xff" * size, b"\0" * size, b"\x7f" + b"\xff" * (size - 1), bytes(new[other : other + size]))
        )
    return bytes(new)


def changed_records(data: bytes, random: Random) -> bytes:
    """A part of a .xlsb whose records keep their heads: contents are others, records are missing, stand twice or changed places."""
    records: list[tuple[bytes, bytes]] = []
    place = 0
    while place < len(data):
        start = place
        place += 2 if data[place] & 0x80 else 1
        length = shift = 0
        while place < len(data):
            length |= (data[place] & 0x7F) << shift
            shift += 7
            place += 1
            if not data[place - 1] & 0x80:
                break
        records.append((data[start:place], data[place : place + length]))
        place += length
    for _ in range(random.randint(1, 4)):
        if not records:
            break
        one, other = random.randrange(len(records)), random.randrange(len(records))
        match random.randrange(5):
            case 0:
                del records[one]
            case 1:
                records[one], records[other] = records[other], records[one]
            case 2:
                records[one:one] = records[one : one + 4] * repeated(1, 20, 400, random)
            case _:
                head, content = records[one]
                records[one] = head, changed_numbers(content, random)
    return b"".join(head + content for head, content in records)


def changed_words(data: bytes, random: Random) -> bytes:
    """A page with figures and words that are others."""
    text = data.decode("utf-8", "replace")
    for _ in range(random.randint(1, 6)):
        places = [match.span() for match in re.finditer(r"[0-9,]+|[一-龥]+", text)]
        start, end = random.choice(places or [(0, 0)])
        text = text[:start] + random.choice(WORDS) + text[end:]
    return text.encode("utf-8", "replace")


def changed_lines(data: bytes, random: Random) -> bytes:
    """A text with lines that changed places, are missing, stand twice or two hundred times, are one, or have others' words."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(random.randint(1, 5)):
        place, other = random.randrange(len(lines)), random.randrange(len(lines))
        match random.randrange(9):
            case 0:
                lines[place], lines[other] = lines[other], lines[place]
            case 1:
                lines.insert(other, lines[place])
            case 2:
                lines[place:place] = lines[place : place + random.randint(1, 4)] * repeated(
                    2, 20, 200, random
                )
            case 3 if len(lines) > 1:
                del lines[place]
            case 4:
                lines[place] += random.choice(("", " ", "\t", ",", "　")) + lines[other]
            case 5:
                lines[place] = lines[place].replace(
                    *random.choice(
                        (
                            (" ", "\t"),
                            ("\t", ","),
                            (",", ""),
                            ("千円", ""),
                            ("円", "千円"),
                            ("(", ""),
                            (":", " "),
                        )
                    )
                )
            case 6:
                lines[place] += random.choice(('"', "\t" * 300, "," * 300, "\r", "\x0b", "\f", "\u2028"))
            case 7:
                cells = re.split(r"([\t, 　])", lines[place])
                random.shuffle(cells)
                lines[place] = "".join(cells)
            case _:
                lines[place] = _other_items(lines[place], lines[other], random)
    return "\n".join(lines)[:_MOST].encode("utf-8", "replace")


def _other_items(text: str, other: str, random: Random) -> str:
    """A text with a figure or word that is one of another text, or one that nobody expects."""
    spans = [match.span() for match in _ITEM.finditer(text)] or [(len(text), len(text))]
    start, end = random.choice(spans)
    word = random.choice([*_ITEM.findall(other), *random.sample(TOKENS, 3)])
    return text[:start] + word + text[end:]


def changed_markup(data: bytes, random: Random) -> bytes:
    """Markup with tags that are missing, stand twice, changed places or nest deeply, and attributes and texts that are others."""
    pieces: list[str] = _MARKUP.findall(data.decode("utf-8", "replace"))
    if not pieces:
        return data
    for _ in range(random.randint(1, 6)):
        place, other = random.randrange(len(pieces)), random.randrange(len(pieces))
        piece = pieces[place]
        match random.randrange(9):
            case 0:
                del pieces[place : place + random.randint(1, 3)]
            case 1:
                pieces[place], pieces[other] = pieces[other], piece
            case 2:
                pieces[other:other] = pieces[place : place + random.randint(1, 30)]
            case 3:
                pieces[place:place] = pieces[place : place + random.randint(1, 8)] * repeated(
                    3, 50, 300, random
                )
            case 4 | 5:
                attributes = [match.span(1) for match in _ATTRIBUTE.finditer(piece)]
                if attributes:
                    start, end = random.choice(attributes)
                    values = _ATTRIBUTE.findall(pieces[other]) or [f'"{random.choice(TOKENS)}"']
                    value = random.choice((*values, f'"{random.choice(TOKENS)}"'))
                    pieces[place] = piece[:start] + value + piece[end:]
            case 6 if piece.startswith("<"):
                pieces[place:place] = [piece] * repeated(3, 30, 2_000, random)
            case 7 if piece.startswith("<"):
                pieces[place] = random.choice(
                    (
                        piece[:-1] + ' rowspan="9999" colspan="9999">',
                        piece[:-1] + ">" * 2,
                        piece[:-1],
                        f"{piece[:-1]}/>",
                    )
                )
            case _:
                pieces[place] = random.choice((random.choice(TOKENS), random.choice(WORDS)))
        if not 0 < len(pieces) < 50_000:
            break
    return "".join(pieces)[:_MOST].encode("utf-8", "replace")


def changed_elements(data: bytes, random: Random) -> bytes:
    """Markup that stays well-formed: elements missing, doubled, exchanged or within themselves; attributes and texts that are others."""
    text = data.decode("utf-8", "replace")
    for _ in range(random.randint(1, 5)):
        kind = random.randrange(6)
        spans = [
            match.span(1)
            for match in (_ATTRIBUTE if kind == 0 else _TEXT if kind == 1 else _ELEMENT).finditer(text)
        ]
        if not spans:
            continue
        (start, end), (first, last) = sorted((random.choice(spans), random.choice(spans)))
        piece, other = text[start:end], text[first:last]
        if kind <= 1:
            other = random.choice((other, other, escape(random.choice((*TOKENS, *WORDS)), {'"': "&quot;"})))
            text = text[:start] + (f'"{other.strip(chr(34))}"' if kind == 0 else other) + text[end:]
        elif kind == 2:
            text = text[:start] + text[end:]
        elif kind == 3:
            text = text[:end] + piece * repeated(1, 20, 200, random) + text[end:]
        elif kind == 4 and not piece.endswith("/>"):
            depth, inner = repeated(2, 30, 2_000, random), piece.index(">") + 1
            name = re.match(r"<([\w:]+)", piece)[1]
            text = text[:start] + piece[:inner] * depth + piece + f"</{name}>" * depth + text[end:]
        elif end <= first:
            text = text[:start] + other + text[end:first] + piece + text[last:]
        if len(text) > _MOST:
            break
    return text[:_MOST].encode("utf-8", "replace")


def changed_values(data: bytes, random: Random) -> bytes:
    """JSON with values of any size and kind or from elsewhere in it, and keys and rows that are missing or stand twice."""
    raw = json.loads(data)
    nodes: list[Any] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict | list) and value:
            nodes.append(value)
            for inner in value.values() if isinstance(value, dict) else value:
                walk(inner)

    walk(raw)
    for _ in range(random.choice((1, 1, 1, 2, 4, 8))):
        filled = [node for node in nodes if node]
        if not filled:
            break
        node = random.choice(filled)
        place = random.choice(list(node)) if isinstance(node, dict) else random.randrange(len(node))
        if random.random() < 0.2:
            if isinstance(node, list) and random.random() < 0.5:
                node.insert(place, node[place])
            else:
                del node[place]
        else:
            others = [other for other in random.sample(nodes, min(9, len(nodes))) if isinstance(other, list)]
            elsewhere = (value for other in others for value in other if not isinstance(value, dict | list))
            values = (*VALUES, *elsewhere)
            fitting = [value for value in values if type(value) is type(node[place])]
            node[place] = random.choice(fitting if fitting and random.random() < 0.9 else VALUES)
    return json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace")


def changed_tokens(data: bytes, random: Random) -> bytes:
    """JSON with tokens that are missing, stand twice, changed places, or are others."""
    tokens: list[str] = _JSON.findall(data.decode("utf-8", "replace"))
    for _ in range(random.randint(1, 6)):
        place, other = random.randrange(len(tokens)), random.randrange(len(tokens))
        match random.randrange(5):
            case 0 if len(tokens) > 1:
                del tokens[place]
            case 1:
                tokens[place], tokens[other] = tokens[other], tokens[place]
            case 2:
                tokens[other:other] = tokens[place : place + random.randint(1, 40)]
            case 3:
                tokens[place] = random.choice(
                    (
                        "[" * 2_000,
                        '{"a":' * 300,
                        "1e999",
                        "-",
                        "9" * 5_000,
                        '"\\ud800"',
                        '"\\u0000"',
                        '"a/b"',
                        "null",
                        '""',
                    )
                )
            case _:
                tokens[place] = tokens[other]
    return "".join(tokens).encode("utf-8", "replace")


def changed_toml(data: bytes, random: Random) -> bytes:
    """TOML with values and keys that are others, and lines that are missing, stand twice or changed places."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(random.randint(1, 3)):
        filled = [index for index, line in enumerate(lines) if line.strip() and line[0] != "#"] or [0]
        place, other = random.choice(filled), random.choice(filled)
        head, sign, _ = lines[place].partition("=")
        match random.randrange(8):
            case 0:
                lines[place], lines[other] = lines[other], lines[place]
            case 1:
                lines.insert(other, lines[place])
            case 2 if len(lines) > 1:
                del lines[place]
            case 3 if sign:
                lines[place] = f"{head}= {random.choice(TOML_VALUES)}"
            case 4 if sign:
                lines[place] = f"{head}={lines[other].partition('=')[2]}"
            case 5:
                lines[place] = re.sub(
                    r'"[^"]*"', lambda _: random.choice(TOML_VALUES[5:]), lines[place], count=1
                )
            case _:
                lines[place] = _other_items(lines[place], lines[other], random)
    return "\n".join(lines).encode("utf-8", "replace")


def changed_archive(data: bytes, random: Random) -> bytes:
    """An archive, as a workbook is one, with parts that are others, are missing, are others' or stand twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as new:
        names = book.namelist()
        parts = random.sample(names, min(len(names), random.choice((1, 1, 1, 3))))
        for name in names:
            content = book.read(name)
            if name in parts:
                kinds = (changed_records,) * 4 + (changed_numbers, changed_bytes) if name.endswith(".bin") else (changed_elements,) * 6 + (changed_markup, changed_words, changed_bytes)  # fmt: skip
                content = random.choice(kinds)(content, random) if content else b""
                match random.randrange(20):
                    case 0:
                        continue
                    case 1:
                        content = book.read(random.choice(names))
                    case 2:
                        name = random.choice(
                            (name.upper(), f"/{name}", name.replace("/", "\\"), f"x/../{name}")
                        )
            new.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


_MARKED_UP: Final = (changed_elements, changed_markup, changed_words, changed_lines)
_KINDS: Final[dict[str, tuple[Callable[[bytes, Random], bytes], ...]]] = {
    ".yosan": (changed_values, changed_tokens),
    ".json": (changed_values, changed_values, changed_values, changed_tokens),
    ".xlsx": (changed_archive,),
    ".xlsb": (changed_archive,),
    ".ods": (changed_archive,),
    ".xls": (changed_numbers, changed_bytes),
    ".toml": (changed_toml,),
    ".html": _MARKED_UP,
    ".mhtml": _MARKED_UP,
    ".bin": (changed_bytes, changed_numbers),
}
