"""The commands of the finance division's desk: how they are written, and which function carries each out.

SQLAlchemy and openpyxl are read only when one of them is carried out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from model.standard.standard import Standard

DESK_COMMANDS: Final = ("collect",)

_COLLECT_HELP: Final = """\
フォルダーの中の要求書（.xlsx・.yosan など）を台帳に集める。台帳がなければ作る。ファイルごとに、新規・変更・変更なし・重複・受け付けずのどれかと、
わけを出す。途中で止まっても、もう一度実行すれば続きから集める。受け付けないファイルがあれば終了コード 1、読めないフォルダーがあれば 2。

台帳は、ファイルの名前（SQLite）か、サーバーの所在（postgresql+psycopg://利用者@サーバー/データベース）で指定する。

--json の出力:
  files   1件ずつ: path, kind（new 新規 / changed 変更 / unchanged 変更なし / duplicate 重複 / refused 受け付けず）, reason わけ,
          request 要求の番号, version 版の番号
  counts  種類ごとの件数"""


def add_desk_commands(add_command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the parser."""
    collect = add_command(
        "collect",
        help="フォルダーの中の要求書を台帳に集める",
        description=_COLLECT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    collect.add_argument("folders", type=Path, nargs="+", metavar="フォルダー・ファイル・パターン")
    _add_register(collect)
    collect.add_argument(
        "--sender", default="", metavar="送った人", help="なければ、ファイルのあるフォルダーの名前"
    )
    collect.add_argument("--json", action="store_true", help="結果をJSONで出す")


def run_desk_command(options: argparse.Namespace, in_force: Standard, folder: Path) -> int:
    """Carry out a command; the exit code."""
    from templates.commands.collect import collect_files

    return collect_files(options, in_force, folder)


def _add_register(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--register",
        required=True,
        metavar="台帳",
        help="台帳のファイルか、postgresql+psycopg:// で始まる所在",
    )
    command.add_argument(
        "--actor", default="", metavar="名前", help="記録に残す人の名前（なければ、利用者の名前）"
    )
