"""What goes from the desk to the sections and to the public, and what ends a stage: the menu of it, and each piece of work beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from model.files.file_names import safe_stem
from model.files.files import FileError, OtherContentError, write_files
from model.files.leftovers import clear_leftovers
from model.register.closing import close_stage, unfinished
from model.register.listing import Selection, in_last_stage
from model.register.opening import Register
from model.standard.standard import Standard
from model.values import fiscal_year
from templates.desk.consolidating import CONSOLIDATED, consolidated_bytes
from templates.desk.letters import letter_files, letter_template, letters, take_answers
from templates.desk.notices import NOTICE, notices
from templates.site.publishing import EarlierSiteError, Publication, publish, site_name, site_of_last_year
from ui.desk.desk_data import DeskData, StageKey
from ui.language import translate
from ui.window import dialogs
from ui.window.files.beside import Beside


class Outgoing(QObject):
    """Writes what goes out, for the stage that is chosen at the desk, or for each request at its last stage where all are."""

    said = Signal(str)
    changed = Signal()  # the register

    def __init__(
        self,
        register: Register,
        data: DeskData,
        standard_folder: Path,
        stage: Callable[[], StageKey | None],
        window: QMainWindow,
    ) -> None:
        """Make it, with its menu in the window; ``stage`` gives the chosen stage, None for all."""
        super().__init__(window)
        self._register, self._data, self._standard_folder = register, data, standard_folder
        self._stage, self._window = stage, window
        self._warned: tuple[StageKey, int] | None = None  # of the end of a stage
        self._earlier_site: Path | None = None  # where one stands, which was said
        self.work: Beside[str] | None = None
        menu = window.menuBar().addMenu(translate("ui.desk", "課へ・公表(&T)"))
        for words, act in (
            (translate("ui.desk", "課への確認を書き出す…"), partial(self._write, _letters)),
            (translate("ui.desk", "返ってきた確認の答えを取り込む…"), self._take_answers),
            (translate("ui.desk", "内示を書き出す…"), partial(self._write, _notices)),
            (translate("ui.desk", "集計を書き出す…"), partial(self._write, _consolidated)),
            (translate("ui.desk", "公表のページを書き出す…"), self._publish),
            (translate("ui.desk", "段階を締め切る"), self._close),
        ):
            menu.addAction(words, act)

    # --- private ---

    def _chosen(self) -> Selection:
        stage = self._stage()
        year = max((row.year for row in self._data.read.rows), default=0)
        return in_last_stage(Selection(*stage) if stage is not None else Selection(year))

    def _one_stage(self) -> StageKey | None:
        """The chosen stage; None where all are, which is said."""
        if (stage := self._stage()) is None:
            self.said.emit(translate("ui.desk", "「予算と段階」で、段階を一つ選んでください。"))
        return stage

    def _write(self, work: Callable[[Register, Selection, Standard, Path], str]) -> None:
        folder = dialogs.ask_export_folder(self._window, str(Path.home()))
        if folder is not None:
            self._begin(partial(work, self._register, self._chosen(), self._data.standard, folder))

    def _take_answers(self) -> None:
        paths = dialogs.ask_letter_paths(self._window, str(Path.home()))
        if paths:
            self._begin(partial(_answers, self._register, paths))

    def _publish(self) -> None:
        if (stage := self._one_stage()) is None:
            return
        folder = dialogs.ask_export_folder(self._window, str(Path.home()))
        if folder is not None:
            output = folder / site_name(*stage)
            work = partial(_site, self._register, stage, self._data.standard, self._standard_folder, output)
            self._begin(partial(work, replaces=output == self._earlier_site))
            self._earlier_site = None

    def _close(self) -> None:
        """Close the chosen stage when it is chosen again: nothing of it changes afterwards."""
        if (stage := self._one_stage()) is None:
            return
        rows = [row for row in self._data.read.rows if row.at == stage]
        left = len(unfinished(rows))
        if self._warned != (stage, left):
            words = translate(
                "ui.desk",
                "{stage} {count:,}件（決定のないもの {left:,}件）を締め切ると、この段階の要求も決定も変わらなくなります。もう一度選ぶと締め切ります。",
            )
            self.said.emit(words.format(stage=stage[2], count=len(rows), left=left))
            self._warned = (stage, left)  # until something else is said
            return
        self._warned = None
        self._begin(partial(_closed, self._register, stage, with_unfinished=left > 0))

    def lapse(self) -> None:
        """Forget that a stage was chosen to be closed: something else was said or looked at since."""
        self._warned = None

    def _begin(self, work: Callable[[], str]) -> None:
        """Begin a piece of work; one at a time."""
        if self.work is not None and not self.work.is_over:
            self.said.emit(translate("ui.desk", "前の仕事を続けています。終わってから選んでください。"))
            return
        self.said.emit(translate("ui.desk", "書いています。窓はこのまま使えます。"))
        self.work = Beside(work, self._show, self, self._say_why)

    def _show(self, sentence: str) -> None:
        self.changed.emit()
        self.said.emit(sentence)

    def _say_why(self, error: FileError) -> None:
        # Outside of f-strings: lupdate reads them there.
        advice = ""
        if isinstance(error, OtherContentError):
            advice = translate("ui.desk", "別のフォルダーを選んでください。")
        elif isinstance(error, EarlierSiteError):
            self._earlier_site = error.output
            advice = translate("ui.desk", "同じフォルダーをもう一度選ぶと、置き換えます。")
        self._show(f"{error}{advice}")


def _letters(register: Register, chosen: Selection, _standard: Standard, folder: Path) -> str:
    made = letters(register, chosen)
    told = [letter for letter in made if not letter.is_empty]
    template = letter_template()
    files = {folder / name: data for letter in told for name, data in letter_files(letter, template).items()}
    if files:
        _write(folder, files)
    words = translate(
        "ui.desk",
        "{count:,}課への確認を {folder} に書きました。指摘も質問もない {others:,}課には書いていません。",
    )
    return words.format(count=len(told), folder=folder, others=len(made) - len(told))


def _answers(register: Register, paths: list[Path]) -> str:
    count = sum(take_answers(register, path) for path in paths)
    return translate("ui.desk", "答え {count:,}件を台帳に入れました。").format(count=count)


def _notices(register: Register, chosen: Selection, standard: Standard, folder: Path) -> str:
    made = notices(register, chosen, standard)
    if not made:
        raise FileError(translate("ui.desk", "決定した要求がありません。査定してから内示を書いてください。"))
    _write(folder, {folder / f"{section.file_stem(NOTICE)}.xlsx": data for section, data in made.items()})
    return translate("ui.desk", "{count:,}課への内示を {folder} に書きました。").format(
        count=len(made), folder=folder
    )


def _consolidated(register: Register, chosen: Selection, standard: Standard, folder: Path) -> str:
    year = fiscal_year.official(chosen.year).label if chosen.year else ""
    name = " ".join(filter(None, (CONSOLIDATED, year, chosen.budget, chosen.stage)))
    path = folder / f"{safe_stem(name)}.xlsx"
    _write(folder, {path: consolidated_bytes(register, chosen, standard)})
    return translate("ui.desk", "{path} を書きました。").format(path=path)


def _write(folder: Path, files: dict[Path, bytes]) -> None:
    """Write files into a folder, where none of other content is replaced; what a program that was killed left there goes."""
    clear_leftovers(folder)
    write_files(files, replace=False)


def _site(
    register: Register,
    stage: StageKey,
    standard: Standard,
    standard_folder: Path,
    output: Path,
    *,
    replaces: bool,
) -> str:
    year, budget, _ = stage
    before = site_of_last_year(output.parent, year, budget)
    wanted = Publication(*stage, last_year=before)
    published = publish(register, wanted, standard, standard_folder, output, replaces=replaces)
    words = translate(
        "ui.desk", "{count:,}件（決定のないもの {undecided:,}件）の公表のページを {output} に書きました。"
    ).format(count=published.count, undecided=published.undecided, output=output)
    if before is None:
        return words + translate(
            "ui.desk", "前年度の公表ページが同じフォルダーにないので、前年度へのリンクはありません。"
        )
    return words + translate("ui.desk", "前年度の「{site}」へのリンクを入れました。").format(site=before.name)


def _closed(register: Register, stage: StageKey, *, with_unfinished: bool) -> str:
    count = close_stage(register, *stage, with_unfinished=with_unfinished)
    return translate("ui.desk", "{stage} {count:,}件を締め切りました。").format(stage=stage[2], count=count)
