"""予算帖: write a budget request (予算要求書), every total checked while typing.

The tour of the data flow:

    keys in ui/widgets/fields, ui/tables/sheet_table               「=20,845円×11か月」 is read by model/basis
      -> document.edit("金額の入力", type_text(request, place, text), merge=place)   model/edits, model/document/document
      -> Snapshot(request, totals(request), check(request, totals))                 model/totals/totals, model/checks
      -> every pane .show_snapshot(snapshot)                                        ui/*
    書き出し -> templates/sheet/sheet: Sheet(blocks, tables, cells)
      -> html.render(snapshot) | excel.workbook_bytes(snapshot) -> write_files       templates/*
    取り込み -> templates/readers/sources: read_source(path) -> Reading(request, 読み取れなかった箇所)

The bodies of the headless commands stand in templates/commands/commands.

Run without a command it opens the window (where there is no screen, it does what ``demo`` does); with one it does the
same work without a screen. Exit codes: 0 good,
1 findings of severity 誤り, 2 something could not be read or written.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

try:
    from model.document import storage
    from model.document.storage import FileError
    from model.standard.standard import Standard
    from model.standard_folder import load
    from model.standard_folder.load import StandardError
    from templates.commands import check, commands, console, demo
    from templates.commands.check import GOOD
    from templates.commands.console import FAILED
    from ui.widgets import screen
except ModuleNotFoundError as missing:  # the first start, before the set-up
    print(
        f"部品「{missing.name}」がまだ入っていません。「python3 .ci/start.py」を実行すると、必要なものを入れてから始めます。",
        file=sys.stderr,
    )
    sys.exit(2)

STANDARD_FOLDER = Path(__file__).parent / "templates" / "standards" / "tottori"
_COMMANDS = ("sample", "demo", "check", "export", "import", "next-year", "rules", "schema")
_NO_DISPLAY: Final = "画面がないため、窓の代わりに、画面なしでできることをします。"
_HOW_TO_SEE_IT: Final = "\n窓を開くには、画面のあるパソコンで python3 .ci/start.py を実行してください（ほかの命令は python3 main.py --help）。"


def run(arguments: list[str] | None = None) -> int:
    """Run the window or a headless command; the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    return console.guarded(lambda: _run(words))


def _run(words: list[str]) -> int:
    try:
        in_force = load.load(STANDARD_FOLDER)
        if words and words[0] in (*_COMMANDS, "-h", "--help"):
            options = _parser().parse_args(words)
            return _command(options, in_force)
        return _window(words, in_force)
    except (FileError, StandardError) as error:
        console.say(str(error))
        return FAILED


def _command(options: argparse.Namespace, in_force: Standard) -> int:
    match options.command:
        case "check":
            return check.check(options, in_force)
        case "export":
            return commands.export(options, in_force, STANDARD_FOLDER)
        case "import":
            return commands.take_in(options, in_force, STANDARD_FOLDER)
        case "next-year":
            return commands.carry_over(options, in_force)
        case "demo":
            return demo.demo(options, in_force, STANDARD_FOLDER)
        case "sample":
            return commands.sample(options, STANDARD_FOLDER)
        case "rules":
            return commands.rules(in_force)
        case _:
            return _schema()


def _window(words: list[str], in_force: Standard) -> int:
    if len(words) > 1 or any(word.startswith("-") for word in words):
        _parser().error(f"命令「{words[0]}」はありません。")
    file = Path(words[0]) if words else None
    if not screen.has_display():
        print(_NO_DISPLAY)
        code = demo.demo(argparse.Namespace(file=file, output=None), in_force, STANDARD_FOLDER)
        print(_HOW_TO_SEE_IT)
        return code
    if library := screen.missing_library():
        console.say(screen.missing_sentence(library))
        return FAILED
    from ui.window import app  # Qt is read only when a window is wanted

    return app.open_window(in_force, STANDARD_FOLDER, file)


def _schema() -> int:
    print(json.dumps(storage.schema(), ensure_ascii=False, indent=2))
    return GOOD


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

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print the help; argparse's own way drops it in silence where it cannot be printed."""
        print(message, end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence, and how the command is written; argparse's own words are English."""
        for pattern, words in _PARSER_WORDS:
            if match := pattern.fullmatch(message):
                message = words.format(*match.groups())
                break
        console.say(f"{message}\n{self.format_usage()}説明: python3 main.py --help")
        self.exit(FAILED)


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


_CHECK_HELP: Final = """\
要求書のファイル（.yosan）を検査して、指摘を出す。フォルダーを渡すと、その下のすべての .yosan を名前の順に検査する。
終了コードは、了解していない【誤り】が一つでもあれば 1、読めないものがあれば 2、なければ 0。

--json の出力は、ファイルの順の配列（項目の説明は docs/check-json.ja.md）:
  file          ファイル
  findings      指摘（了解していないもの）
  acknowledged  書いた人が理由を付けて了解した指摘
  questions     質問票の質問
  error         読めなかったわけ（読めなかったとき。ほかの項目は file だけ）
指摘と質問の項目:
  rule          規則の番号（docs/rules.ja.md）
  severity      error 誤り / warning 注意 / info 参考 / question 質問
  place         欄（番号で示したもの）
  where         欄（言葉で示したもの）
  message       指摘か質問の文
  source        出典
  fix           直し方: label ボタンの言葉, place 欄, value 入れる値, also ほかの欄, adds 加える債務負担行為, cuts 加える減額の内訳。なければ null
  acknowledged  了解の理由か、質問の答え。なければ \"\""""


_IMPORT_HELP: Final = """\
公表ページ（.html・.txt）、予算帖が書き出したExcel（.xlsx）、要求書のファイルを読み、それぞれを「フォルダー/名前.yosan」に書く。
種類は中身で決める。同じ名前のファイルがあれば「名前-2.yosan」にし、置き換えない。読めないファイルからは何も書かない。
もとのファイルごとに「読み取れなかった箇所」と、予算帖が書き出したExcelとページでは「手で変えられた箇所」を出す。

--json の出力は、もとのファイルの順の配列:
  source    もとのファイル
  file      書いた要求書（読めたとき）
  unread    読み取れなかった箇所: where どこ, text 何が, why なぜ・どこに入れたか
  changes   手で変えられた箇所: where, what, before, after, place 画面の欄
  findings, acknowledged, questions  検査の指摘と質問（check --json と同じ）
  error     読めなかったわけ（読めなかったとき。ほかの項目は source だけ）"""


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
    _add_replace(sample)
    demo = commands.add_parser(
        "demo", help="見本を検査し、すべての形に書き出す（画面のない所では、命令なしでもこれをする）"
    )
    demo.add_argument("file", type=Path, nargs="?", metavar="ファイル", help="見本の代わりに使う要求書")
    demo.add_argument(
        "-o", "--output", type=Path, metavar="フォルダー", help="新しく作るフォルダー（なければ demo）"
    )
    check = commands.add_parser(
        "check",
        help="要求書を検査して指摘を出す（フォルダーならその下のすべて）",
        description=_CHECK_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("files", type=Path, nargs="+", metavar="ファイル・フォルダー")
    check.add_argument("--json", action="store_true", help="指摘をJSONで出す")
    export = commands.add_parser(
        "export", help="公表用のHTMLと財政課用のExcelを書き出す（指定がなければ両方）"
    )
    export.add_argument("files", type=Path, nargs="+", metavar="ファイル")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="フォルダー")
    _add_replace(export)
    export.add_argument("--html", action="store_true", help="HTMLを書く")
    export.add_argument("--xlsx", action="store_true", help="Excelを書く")
    export.add_argument("--json", action="store_true", help="要求書・合計・指摘をJSONで書く")
    take_in = commands.add_parser(
        "import",
        help="公表ページ・Excel・要求書を読み、要求書のファイルにする",
        description=_IMPORT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    take_in.add_argument("sources", type=Path, nargs="+", metavar="もとのファイル")
    take_in.add_argument("-o", "--output", type=Path, required=True, metavar="フォルダー")
    take_in.add_argument("--json", action="store_true", help="読み取れなかった箇所などをJSONで出す")
    carried = commands.add_parser("next-year", help="前の年度の要求書から、次の年度の要求書の案を作る")
    carried.add_argument("file", type=Path, metavar="ファイル")
    carried.add_argument("-o", "--output", type=Path, required=True, metavar="ファイル")
    _add_replace(carried)
    commands.add_parser("rules", help="検査の規則の一覧を出す（docs/rules.ja.md）")
    commands.add_parser("schema", help="要求書ファイルのJSON Schemaを出す")
    return parser


def _add_replace(command: argparse.ArgumentParser) -> None:
    command.add_argument("--replace", action="store_true", help="同じ名前のファイルを置き換える")


if __name__ == "__main__":
    sys.exit(run())
