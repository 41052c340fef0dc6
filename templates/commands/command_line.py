"""The command line: the window with a file, or a command with its options; and the command carried out."""

from __future__ import annotations

import argparse
import gettext
import json
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from model.document import storage
from model.files.leftovers import clear_leftovers
from model.language import JAPANESE, LANGUAGES, WORDS, gettext_noop, speak, translate
from model.standard.standard import Standard
from model.standard_folder.files import DEFAULT, chosen, shipped_names
from model.standard_folder.load import load
from templates.commands import (
    carrying,
    check,
    comparing,
    console,
    demo,
    exporting,
    file_type,
    importing,
    listing,
    rules_page,
    samples,
)
from templates.commands.console import FAILED, GOOD
from templates.commands.desk_commands import Run, add_comparison, add_desk_commands, add_output, add_replace


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What a command line asks for.

    Returns:
        ``standard``, the folder of the Standard; ``language``, a code, None for that of the settings; ``command``, None for the
        window; ``run``, which carries the command out; and its own options, for the window ``file``, which may be None.

    Raises:
        SystemExit: after the help, or a sentence that says what is wrong.
        StandardError: when there is no Standard of the name.
    """
    _speak(_language_in(words))
    choice, rest = _choice().parse_known_args(words)
    parser, commands = command_parser()
    if rest and rest[0] in (*commands, "-h", "--help"):
        options = parser.parse_args(rest)
    elif len(rest) > 1 or any(word.startswith("-") for word in rest):
        parser.error(translate("命令「{command}」はありません。").format(command=rest[0]))
    else:
        options = argparse.Namespace(command=None, file=Path(rest[0]) if rest else None)
    options.standard, options.language = chosen(choice.standard), choice.language
    return options


def _speak(language: str) -> None:
    """Speak a language, argparse too, which asks gettext."""
    speak(language)
    os.environ["LANGUAGE"] = language  # where gettext looks first
    gettext.bindtextdomain("messages", WORDS)


def _language_in(words: Sequence[str]) -> str:
    """The language that a command line names, read before the rest of it is; Japanese where it names none."""
    chooser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    chooser.add_argument("--language", nargs="?", default=JAPANESE)
    return chooser.parse_known_args(words)[0].language or JAPANESE


def run_command(options: argparse.Namespace) -> int:
    """Carry out a command; the exit code."""
    in_force = load(options.standard)
    if output := getattr(options, "output", None):
        clear_leftovers(output if os.path.isdir(output) else output.parent)  # noqa: PTH112 - raises nothing
    code: int = options.run(options, in_force)
    return code


def _schema(_options: argparse.Namespace, _in_force: Standard) -> int:
    print(json.dumps(storage.schema(), ensure_ascii=False, indent=2))
    return GOOD


class _Parser(argparse.ArgumentParser):
    """A parser that reports in one sentence what is wrong with a command line."""

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print the help; argparse's own way drops it in silence where it cannot be printed."""
        print(message, end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how the command is written; end the program."""
        console.say(
            translate("{message}\n{usage}説明: {program} --help").format(
                message=message, usage=self.format_usage(), program=console.program()
            )
        )
        self.exit(FAILED)


def _choice() -> _Parser:
    """The choice of the Standard, which stands before or behind any command."""
    parser = _Parser(prog=console.program(), add_help=False, allow_abbrev=False)
    parser.add_argument(
        "--standard",
        metavar=translate("様式の設定"),
        default=DEFAULT,
        help=translate(
            "様式の設定のフォルダー、または付いている設定の名前（{names}。なければ {default}）"
        ).format(names=translate("、").join(shipped_names()), default=DEFAULT),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=translate("言葉（ja 日本語、en 英語）。なければ日本語、窓は前に［表示］→［言語］で選んだもの"),
    )
    return parser


_CHECK_HELP: Final = gettext_noop("""\
要求書のファイル（.yosan）を検査して、指摘を出す。フォルダーかパターン（*.yosan）を渡すと、そのすべての .yosan を名前の順に検査する。
終了コードは、了解していない【誤り】が一つでもあれば 1、読めないものがあれば 2、なければ 0。

--json の出力は、ファイルの順の配列（項目の説明は docs/check-json.ja.md）:
  file          ファイル
  findings      指摘（了解していないもの）
  acknowledged  書いた人が理由を付けて了解した指摘
  questions     質問票の質問
  empty         未記入の欄（place 番号で示した欄, where 言葉で示した欄）
  error         読めなかったわけ（読めなかったとき。ほかの項目は file だけ）
指摘と質問の項目:
  rule          規則の番号（docs/rules.ja.md）
  severity      error 誤り / warning 注意 / info 参考 / question 質問
  place         欄（番号で示したもの）
  where         欄（言葉で示したもの）
  message       指摘か質問の文
  source        出典
  fix           直し方: label ボタンの言葉, place 欄, value 入れる値, also ほかの欄, adds 加える債務負担行為, cuts 加える減額の内訳。なければ null
  acknowledged  了解の理由か、質問の答え。なければ \"\"""")


_LIST_HELP: Final = gettext_noop("""\
要求書ごとに、年度、予算、事業名、要求額、前年度、増減、未記入の欄の数、誤りと注意の数（了解していないもの）、最終変更、開いている人を1行に出し、
年度ごとの計を、歳出と、債務負担行為・継続費・繰越明許費の用紙とに分けて最後に出す。金額は千円。読めないファイルがあれば、わけを出して終了コード 2。

--json の出力:
  requests  1件ずつ: file, year, western_year, budget, kind 種類, section 課, name, amount, previous, change, empty 未記入, errors 誤り, warnings 注意,
            changed 最終変更, owner 開いている人。読めないファイルは file と error だけ
            kind は expenditure 歳出, commitment 債務負担行為, continuing 継続費, carry_over 繰越明許費
  years     年度と種類ごとの計: year, kind, requests 件数, amount, previous, change, without_amount 要求額のない件数（計に入れない）""")


_IMPORT_HELP: Final = gettext_noop("""\
公表ページ（.html・.mhtml・.txt）、Excelのブック（.xlsx・.xls・.xlsb）、.ods、.csv・.tsv、要求書のファイルを読み、それぞれを
「フォルダー/名前.yosan」に書く。フォルダーかパターン（*.xlsx）を渡すと、その下の読めるファイルをすべて、名前の順に読む。
種類は中身で決める。同じ名前のファイルがあれば「名前-2.yosan」にし、置き換えない。読めないファイルからは何も書かない。
もとのファイルごとに「読み取れなかった箇所」と、予算帖が書き出したExcelとページでは「手で変えられた箇所」を出す。

--json の出力は、もとのファイルの順の配列:
  source    もとのファイル
  file      書いた要求書（読めたとき）
  unread    読み取れなかった箇所: where どこ, text 何が, why なぜ・どこに入れたか
  changes   手で変えられた箇所: where, what, before, after, place 画面の欄
  findings, acknowledged, questions  検査の指摘と質問（check --json と同じ）
  error     読めなかったわけ（読めなかったとき。ほかの項目は source だけ）""")


_COMPARE_HELP: Final = gettext_noop("""\
二つの要求書を比べ、違うところを項目ごとに出す（何が、前は、後は、いくら）。要求書のファイル、公表ページ、Excelのどれでもよい。
行は番号で対応させ、番号の違う行（別々に読み込んだもの、別の年度のもの）は項目・表の中の言葉で対応させて、そう断る。
--register を付けると、台帳の中で比べる: --stage と --with-stage で二つの段階、--year と --with-year で二つの年度、どちらもなければ
今の版とその一つ前の版。--name で一つの事業、なければすべて。
終了コードは、同じなら 0、違えば 1、読めないものがあれば 2。

--json の出力:
  before, after          比べたファイル
  same                   同じか
  summary                違いの数を言う文
  rows_matched_by_words  番号が違い、言葉で対応させた行の数
  figures                違いの結果として変わる額（要求額、合計など）
  differences            違い
figures と differences の項目:
  section 項目, what 欄, way changed 変更 / added 追加 / deleted 削除 / moved 移動, was 前, is 後,
  by 増減（千円。額でなければ null）, place 後の要求書での欄""")


def command_parser() -> tuple[argparse.ArgumentParser, Collection[str]]:
    """The parser of a command with its options, and the commands."""
    parser = _Parser(
        prog=console.program(),
        description=translate(
            "予算帖: 予算要求書を書く。命令なしで {program} [ファイル] とすると窓が開く。"
        ).format(program=console.program()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=translate("終了コード: 0 よい / 1 誤りの指摘がある / 2 読み書きできない"),
        parents=[_choice()],
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=translate("命令"))

    def add_command(name: str, run: Run | None, **words: Any) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(
            name, parents=[_choice()], formatter_class=argparse.RawDescriptionHelpFormatter, **words
        )
        command.set_defaults(run=run)
        return command

    sample = add_command("sample", samples.sample, help=translate("見本をファイルに書く"))
    sample.add_argument(
        "kind",
        nargs="?",
        metavar=translate("種類"),
        help=translate("補正予算、債務負担行為、公共事業、企業会計。なければ、公表された当初予算の要求書"),
    )
    add_output(sample, translate("ファイル"))
    add_replace(sample)
    shown = add_command(
        "demo",
        demo.demo,
        help=translate("見本を検査し、すべての形に書き出す（画面のない所では、命令なしでもこれをする）"),
    )
    shown.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar=translate("ファイル"),
        help=translate("見本の代わりに使う要求書"),
    )
    add_output(
        shown, translate("フォルダー"), translate("新しく作るフォルダー（なければ demo）"), required=False
    )
    checked = add_command(
        "check",
        check.check,
        help=translate("要求書を検査して指摘を出す（フォルダーならその下のすべて）"),
        description=translate(_CHECK_HELP),
    )
    checked.add_argument("files", type=Path, nargs="+", metavar=translate("ファイル・フォルダー・パターン"))
    printed = checked.add_mutually_exclusive_group()
    printed.add_argument("--json", action="store_true", help=translate("指摘をJSONで出す"))
    printed.add_argument(
        "--figures",
        action="store_true",
        help=translate(
            "指摘に続けて、文の中の額・率・数・年度のそれぞれが何と読めるか、何と同じか、何と違うかを出す"
        ),
    )
    shelf = add_command(
        "list",
        listing.list_files,
        help=translate("要求書の一覧と年度ごとの計を出す（フォルダーならその下のすべて）"),
        description=translate(_LIST_HELP),
    )
    shelf.add_argument("files", type=Path, nargs="+", metavar=translate("ファイル・フォルダー・パターン"))
    shelf.add_argument("--json", action="store_true", help=translate("一覧をJSONで出す"))
    export = add_command(
        "export",
        exporting.export,
        help=translate("公表用のHTML、財政課用のExcel、印刷用のPDFを書き出す（指定がなければHTMLとExcel）"),
    )
    export.add_argument("files", type=Path, nargs="+", metavar=translate("ファイル・フォルダー・パターン"))
    add_output(export, translate("フォルダー"))
    add_replace(export)
    export.add_argument("--html", action="store_true", help=translate("HTMLを書く"))
    export.add_argument("--xlsx", action="store_true", help=translate("Excelを書く"))
    export.add_argument(
        "--without-copy",
        action="store_true",
        help=translate(
            "Excelに要求書の控えを入れない（人に渡すとき。見えているものだけになり、予算帖では読み戻せない）"
        ),
    )
    export.add_argument("--pdf", action="store_true", help=translate("印刷用のPDFを書く"))
    export.add_argument("--pictures", action="store_true", help=translate("図を入れたPDFを書く"))
    export.add_argument(
        "--ledger", action="store_true", help=translate("債務負担行為調書を後ろに付けたPDFを書く")
    )
    export.add_argument("--questions", action="store_true", help=translate("質問票を後ろに付けたPDFを書く"))
    export.add_argument("--json", action="store_true", help=translate("要求書・合計・指摘をJSONで書く"))
    import_files = add_command(
        "import",
        importing.import_files,
        help=translate("公表ページ・Excel・要求書を読み、要求書のファイルにする"),
        description=translate(_IMPORT_HELP),
    )
    import_files.add_argument(
        "sources", type=Path, nargs="+", metavar=translate("もとのファイル・フォルダー・パターン")
    )
    add_output(import_files, translate("フォルダー"))
    import_files.add_argument(
        "--json", action="store_true", help=translate("読み取れなかった箇所などをJSONで出す")
    )
    import_files.add_argument(
        "--computed",
        action="store_true",
        help=translate(
            "内訳と合っている合計を計算値に戻す（画面の「合っている合計を計算値に戻す」と同じ。額は変わらない）"
        ),
    )
    compare = add_command(
        "compare",
        comparing.compare_files,
        help=translate("二つの要求書の違いを表にする（画面・JSON・Excel・印刷用のページ）"),
        description=translate(_COMPARE_HELP),
    )
    compare.add_argument("before", type=Path, nargs="?", metavar=translate("前のファイル"))
    compare.add_argument("after", type=Path, nargs="?", metavar=translate("後のファイル"))
    add_comparison(compare)
    compare.add_argument("--json", action="store_true", help=translate("違いをJSONで出す"))
    add_output(
        compare, translate("ファイル"), translate("違いを表にして書く（.xlsx か .html）"), required=False
    )
    add_replace(compare)
    carried = add_command(
        "next-year", carrying.carry_over, help=translate("前の年度の要求書から、次の年度の要求書の案を作る")
    )
    carried.add_argument("files", type=Path, nargs="+", metavar=translate("ファイル・フォルダー・パターン"))
    add_output(
        carried,
        translate("書く先"),
        translate(
            "ファイル一つならファイルの名前。いくつか、フォルダー、パターン（*.yosan）なら、書くフォルダー"
        ),
    )
    add_replace(carried)
    add_desk_commands(add_command)
    add_command("rules", rules_page.rules, help=translate("検査の規則の一覧を出す（docs/rules.ja.md）"))
    add_command("schema", _schema, help=translate("要求書ファイルのJSON Schemaを出す"))
    associate = add_command(
        "associate",
        file_type.associate,
        help=translate("要求書のファイルをダブルクリックで開くようにする（Windows、このユーザーだけ）"),
    )
    associate.add_argument("--remove", action="store_true", help=translate("その設定を外す"))
    return parser, commands.choices
