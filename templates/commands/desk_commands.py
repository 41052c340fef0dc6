"""The commands of the finance division's desk: how they are written, and which function carries each out.

SQLAlchemy and openpyxl are read only when one of them is carried out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from model.language import gettext_noop, translate
from model.standard.standard import Standard
from model.values import fiscal_year

Run: TypeAlias = Callable[[argparse.Namespace, Standard], int]
"""Carries out a command with its options under the Standard in force; gives the exit code."""


_COLLECT_HELP: Final = gettext_noop("""\
フォルダーの中の要求書（.xlsx・.yosan など）を台帳に集める。台帳がなければ作る。ファイルごとに、新規・変更・変更なし・重複・受け付けずのどれかと、
わけを出す。途中で止まっても、もう一度実行すれば続きから集める。受け付けないファイルがあれば終了コード 1、読めないフォルダーがあれば 2。

台帳は、ファイルの名前（SQLite）か、サーバーの所在（postgresql+psycopg://利用者@サーバー/データベース）で指定する。

--json の出力:
  files   1件ずつ: path, kind（new 新規 / changed 変更 / unchanged 変更なし / duplicate 重複 / refused 受け付けず）, reason わけ,
          request 要求の番号, version 版の番号, is_renamed_or_separate --renamed か --separate で集め直すもの
  counts  種類ごとの件数
  missing 様式の設定の課の一覧（offices）のうち、要求がまだ来ていない課: year, code, bureau, section""")


def add_desk_commands(add_command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the parser."""
    collect = add_command(
        "collect",
        _act,
        help=translate("フォルダーの中の要求書を台帳に集める"),
        description=translate(_COLLECT_HELP),
    )
    collect.add_argument("folders", type=Path, nargs="+", metavar=translate("フォルダー・ファイル・パターン"))
    _add_register(collect)
    _add_words(
        collect, "--sender", translate("送った人"), translate("なければ、ファイルのあるフォルダーの名前")
    )
    same = collect.add_mutually_exclusive_group()
    for option, words in (
        ("renamed", translate("同じ事業IDで事業名の違うファイルを、名前を変えた新しい版として受け取る")),
        ("separate", translate("同じ事業IDで事業名の違うファイルを、写して作った別の事業として受け取る")),
    ):
        same.add_argument(
            f"--{option}", dest="same_project", action="store_const", const=option, default="", help=words
        )
    collect.add_argument("--json", action="store_true", help=translate("結果をJSONで出す"))
    letters = add_command(
        "letters",
        _act,
        help=translate(
            "課ごとに、指摘と質問の通知をExcelとページで書く。返ってきたExcelからは、答えを台帳に入れる"
        ),
    )
    letters.add_argument("answers", type=Path, nargs="*", metavar=translate("返ってきたファイル"))
    add_output(letters, translate("フォルダー"), translate("課ごとの通知を書くフォルダー"), required=False)
    assess = add_command(
        "assess",
        _act,
        help=translate(
            "査定表をExcelで書く。返ってきた査定表からは、決定を台帳に入れる（見た後に変わった要求は受け付けない）"
        ),
    )
    assess.add_argument("grid", type=Path, nargs="?", metavar=translate("返ってきた査定表"))
    add_output(assess, translate("ファイル"), translate("査定表を書くファイル"), required=False)
    notices = add_command(
        "notices", _act, help=translate("課ごとの内示（自分の課の要求の決定だけ）をExcelで書く")
    )
    add_output(notices, translate("フォルダー"))
    consolidate = add_command(
        "consolidate",
        _act,
        help=translate(
            "台帳のすべての要求を一つのExcelにまとめる（一覧、集計、増減、質問、査定と理由、調書）"
        ),
    )
    add_output(consolidate, translate("ファイル"))
    ask = add_command(
        "ask", _act, help=translate("一つの要求について課に質問する（次の letters の黄色の欄に入る）")
    )
    ask.add_argument("question", metavar=translate("質問"))
    ask.add_argument(
        "--name",
        required=True,
        metavar=translate("事業名"),
        help=translate("質問する事業名（一つに決まる言葉）"),
    )
    _add_register(ask)
    add_selection(ask)
    for command in (letters, assess, notices, consolidate):
        _add_register(command)
        add_selection(command)
        add_replace(command)
    close = add_command(
        "close-stage", _act, help=translate("段階を締め切る（以後、その段階の要求も決定も変わらない）")
    )
    _add_register(close)
    _add_budget(close)
    close.add_argument("--stage", required=True, metavar=translate("段階"))
    close.add_argument(
        "--unfinished", action="store_true", help=translate("決定のない要求があっても締め切る")
    )
    roles = add_command(
        "register-roles",
        _act,
        help=translate("PostgreSQLの台帳に、役割（課・担当者・決裁者・閲覧者）とその権限を作る"),
    )
    _add_register(roles)
    whole = add_command(
        "export-register",
        _act,
        help=translate("台帳のすべてを、表ごとのCSVと、受け取ったままの要求書のファイルにして書き出す"),
    )
    _add_register(whole)
    add_output(whole, translate("フォルダー"))
    add_replace(whole)
    desk = add_command("desk", None, help=translate("財政課の机を開く（すべての要求の表、集計、査定）"))
    desk.add_argument("register", metavar=translate("台帳"), help=_register_help())
    _add_actor(desk)
    publish = add_command(
        "publish",
        _act,
        help=translate(
            "段階のすべての公表ページを、一覧・検索・データ（CSV・Excel）とともにフォルダーに書く"
        ),
    )
    _add_register(publish)
    add_output(publish, translate("フォルダー"))
    _add_budget(publish)
    _add_words(publish, "--stage", translate("段階"), translate("なければ、その予算の最後の段階"))
    publish.add_argument(
        "--last-year",
        type=Path,
        metavar=translate("フォルダー"),
        help=translate("前年度の公表ページのフォルダー。同じ事業のページをつなぐ"),
    )
    _add_words(
        publish,
        "--address",
        translate("所在"),
        translate("公表する所在（https://…/）。あれば sitemap.xml も書く"),
    )
    publish.add_argument("--replace", action="store_true", help=translate("前の公表ページを置き換える"))


def add_comparison(compare: argparse.ArgumentParser) -> None:
    """Add the options by which ``compare`` looks into a register."""
    _add_words(compare, "--register", translate("台帳"), translate("台帳の中で、段階か年度か版を比べる"))
    add_selection(compare)
    _add_words(compare, "--with-stage", translate("段階"), translate("比べる前の段階"))
    compare.add_argument(
        "--with-year", type=_western, default=0, metavar=translate("年度"), help=translate("比べる前の年度")
    )
    _add_words(compare, "--name", translate("事業名"), translate("事業名にこの言葉のあるものだけ"))


def _act(options: argparse.Namespace, in_force: Standard) -> int:
    """Carry out a command of the desk."""
    from templates.commands.desk_acts import ACTS

    return ACTS[options.command](options, in_force)


def add_selection(command: argparse.ArgumentParser) -> None:
    """Add the options that say which requests of the register are meant."""
    command.add_argument("--year", type=_western, default=0, metavar=translate("年度"), help=_year_help())
    for name, words in (
        ("budget", translate("予算")),
        ("stage", translate("段階")),
        ("bureau", translate("部局")),
        ("section", translate("課")),
    ):
        _add_words(command, f"--{name}", words, translate("なければすべて"))


def _year_help() -> str:
    year = fiscal_year.official(2027)
    return translate("{label}、{short}、2027 のどれか").format(label=year.label, short=year.short)


def _western(text: str) -> int:
    """A fiscal year as it is typed: 2027, 令和9年度, R9."""
    year = fiscal_year.parse(text)
    if year is None:
        raise argparse.ArgumentTypeError(
            translate("「{text}」は年度として読めません。{forms}の形で入れてください。").format(
                text=text, forms=_year_help()
            )
        )
    return year.year


def _add_words(command: argparse.ArgumentParser, option: str, metavar: str, words: str) -> None:
    """Add an option that takes words; "" where it is not given."""
    command.add_argument(option, default="", metavar=metavar, help=words)


def add_output(
    command: argparse.ArgumentParser, metavar: str, words: str | None = None, *, required: bool = True
) -> None:
    """Add the option that names what is written into."""
    command.add_argument("-o", "--output", type=Path, required=required, metavar=metavar, help=words)


def add_replace(command: argparse.ArgumentParser) -> None:
    """Add the option that files of the same names are replaced."""
    command.add_argument("--replace", action="store_true", help=translate("同じ名前のファイルを置き換える"))


def _add_budget(command: argparse.ArgumentParser) -> None:
    command.add_argument("--year", type=_western, required=True, metavar=translate("年度"), help=_year_help())
    command.add_argument("--budget", required=True, metavar=translate("予算"))


def _add_register(command: argparse.ArgumentParser) -> None:
    command.add_argument("--register", required=True, metavar=translate("台帳"), help=_register_help())
    _add_actor(command)


def _register_help() -> str:
    return translate("台帳のファイルか、postgresql+psycopg:// で始まる所在")


def _add_actor(command: argparse.ArgumentParser) -> None:
    words = translate("記録に残す人の名前（なければ、利用者の名前）")
    _add_words(command, "--actor", translate("名前"), words)
