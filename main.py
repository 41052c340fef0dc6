"""予算帖: write a budget request (予算要求書), every total checked while typing.

The tour of the data flow:

    keys in ui/fields, ui/sheet_table               「=20,845円×11か月」 is read by model/basis
      -> document.edit("金額の入力", type_text(request, place, text), merge=place)   model/edits, model/document
      -> Snapshot(request, totals(request), check(request, totals))                 model/totals, model/checks
      -> every pane .show_snapshot(snapshot)                                        ui/*
    書き出し -> templates/sheet: Sheet(blocks, tables, cells)
      -> html.render(snapshot) | excel.write(snapshot)                              templates/*

Run without a command it opens the window; with one it does the same work without a screen. Exit codes: 0 good,
1 findings of severity 誤り, 2 something could not be read or written.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

import msgspec

from model import prices, standard, storage
from model.checks import SEVERITY_LABELS, Finding
from model.document import Snapshot, take_snapshot
from model.standard import Standard, StandardError
from model.storage import FileError

STANDARD_FOLDER = Path(__file__).parent / "templates" / "tottori"
GOOD, FINDINGS, FAILED = 0, 1, 2
_COMMANDS = ("sample", "check", "export", "schema")


def run(arguments: list[str] | None = None) -> int:
    """Run the window or a headless command; the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (
        sys.stdout,
        sys.stderr,
    ):  # a Windows console may not speak UTF-8; no message may fail on that
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        in_force = standard.load(STANDARD_FOLDER)
        if words and words[0] in (*_COMMANDS, "-h", "--help"):
            options = _parser().parse_args(words)
            return {"sample": _sample, "check": _check, "export": _export, "schema": _schema}[
                options.command
            ](options, in_force)
        return _window(words, in_force)
    except (FileError, StandardError) as error:
        print(error, file=sys.stderr)
        return FAILED


def _window(words: list[str], in_force: Standard) -> int:
    if len(words) > 1 or any(word.startswith("-") for word in words):
        _parser().error(f"命令「{words[0]}」はありません。")
    from ui import app  # Qt is read only when a window is wanted

    if not app.has_display():
        print(app.NO_DISPLAY, file=sys.stderr)
        return FAILED
    return app.open_window(in_force, STANDARD_FOLDER, Path(words[0]) if words else None)


def _read(path: Path, in_force: Standard) -> Snapshot:
    """A request file with everything that is true of it, beside the price table of its folder."""
    return take_snapshot(storage.load(path), in_force, shared_prices=prices.beside(path))


def _sample(options: argparse.Namespace, _in_force: Standard) -> int:
    storage.write_aside(options.output, (STANDARD_FOLDER / "sample.yosan").read_bytes())
    return GOOD


def _check(options: argparse.Namespace, in_force: Standard) -> int:
    worst = GOOD
    reports: list[dict[str, object]] = []
    for path in options.files:
        try:
            snapshot = _read(path, in_force)
        except FileError as error:
            print(error, file=sys.stderr)
            worst = FAILED
            continue
        findings = snapshot.findings
        worst = max(worst, FINDINGS if findings.errors else GOOD)
        if options.json:
            reports.append(
                {"file": str(path), "findings": [msgspec.to_builtins(each) for each in findings.all]}
            )
        else:
            _print_findings(path, findings.all)
    if options.json:
        print(json.dumps(reports, ensure_ascii=False, indent=2))
    return worst


def _print_findings(path: Path, findings: tuple[Finding, ...]) -> None:
    print(f"{path}: " + (f"指摘 {len(findings)}件" if findings else "指摘はありません"))
    for finding in findings:
        print(f"  【{SEVERITY_LABELS[finding.severity]}】{finding.message}（{finding.place}）")


def _export(options: argparse.Namespace, in_force: Standard) -> int:
    from templates.export import export_request  # jinja2 and openpyxl are read only when they are needed

    every = not (options.html or options.xlsx or options.json)
    try:
        options.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"フォルダー「{options.output}」が作れません（{error.strerror}）。別の場所を指定してください。"
        ) from error
    worst = GOOD
    for at, path in enumerate(options.files, start=1):
        _show_progress(at, len(options.files))
        try:
            snapshot = _read(path, in_force)
            export_request(
                snapshot,
                STANDARD_FOLDER,
                options.output,
                path.stem,
                page=options.html or every,
                workbook=options.xlsx or every,
            )
            if options.json:
                data = json.dumps(_as_json(snapshot), ensure_ascii=False, indent=2) + "\n"
                storage.write_aside(options.output / f"{path.stem}.json", data.encode())
        except FileError as error:
            print(error, file=sys.stderr)
            worst = FAILED
            continue
        worst = max(worst, FINDINGS if snapshot.findings.errors else GOOD)
    return worst


def _as_json(snapshot: Snapshot) -> dict[str, object]:
    """The request with its totals (千円) and findings, for other programs."""
    totals = {
        key: value
        for key, value in msgspec.to_builtins(snapshot.totals).items()
        if key not in ("groups",)  # the lines are in the request; their sums follow
    }
    totals["groups"] = [
        {"id": each.group.id, "previous": each.previous.value, "amount": each.amount.value}
        for each in snapshot.totals.groups
    ]
    return {
        "request": msgspec.to_builtins(snapshot.request),
        "totals": totals,
        "findings": [msgspec.to_builtins(each) for each in snapshot.findings.all],
    }


def _schema(_options: argparse.Namespace, _in_force: Standard) -> int:
    print(json.dumps(storage.schema(), ensure_ascii=False, indent=2))
    return GOOD


def _show_progress(done: int, of: int) -> None:
    if of > 1 and sys.stderr.isatty():
        filled = 30 * done // of
        print(
            f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{of}",
            end="\n" if done == of else "",
            file=sys.stderr,
        )


class _Parser(argparse.ArgumentParser):
    """A parser whose own words are Japanese: its headings, and what it says of a wrong command line."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False)
        self._positionals.title = "引数"
        self._optionals.title = "指定"
        self.add_argument("-h", "--help", action="help", help="この説明を出す")

    def format_usage(self) -> str:
        """The usage under a Japanese word."""
        return super().format_usage().replace("usage: ", "使い方: ", 1)

    def format_help(self) -> str:
        """The help under Japanese words."""
        return super().format_help().replace("usage: ", "使い方: ", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence, and how the command is written; argparse's own words are English."""
        for pattern, words in _PARSER_WORDS:
            if match := pattern.fullmatch(message):
                message = words.format(*match.groups())
                break
        self.exit(FAILED, f"{message}\n{self.format_usage()}説明: python3 main.py --help\n")


_PARSER_WORDS: Final = (
    (re.compile(r"the following arguments are required: (.*)"), "{0} を指定してください。"),
    (re.compile(r"unrecognized arguments: (.*)"), "「{0}」という指定はありません。"),
    (re.compile(r"argument (.*): expected .*"), "{0} のあとに値を指定してください。"),
    (re.compile(r"ambiguous option: (\S+).*"), "「{0}」はどの指定か決まりません。"),
    (
        re.compile(r"argument .*: (?:invalid choice|ignored explicit argument):? ('.*')[^']*"),
        "{0} は使えません。",
    ),
)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python3 main.py",
        description="予算帖: 予算要求書を書く。命令なしで python3 main.py [ファイル] とすると窓が開く。",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="終了コード: 0 よい / 1 誤りの指摘がある / 2 読み書きできない",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    sample = commands.add_parser("sample", help="見本（公表された要求書）をファイルに書く")
    sample.add_argument("-o", "--output", type=Path, required=True, metavar="ファイル")
    check = commands.add_parser("check", help="要求書を検査して指摘を出す")
    check.add_argument("files", type=Path, nargs="+", metavar="ファイル")
    check.add_argument("--json", action="store_true", help="指摘をJSONで出す")
    export = commands.add_parser(
        "export", help="公表用のHTMLと財政課用のExcelを書き出す（指定がなければ両方）"
    )
    export.add_argument("files", type=Path, nargs="+", metavar="ファイル")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="フォルダー")
    export.add_argument("--html", action="store_true", help="HTMLを書く")
    export.add_argument("--xlsx", action="store_true", help="Excelを書く")
    export.add_argument("--json", action="store_true", help="要求書・合計・指摘をJSONで書く")
    commands.add_parser("schema", help="要求書ファイルのJSON Schemaを出す")
    return parser


if __name__ == "__main__":
    sys.exit(run())
