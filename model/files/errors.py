"""What is raised where a file cannot be read or written: a sentence that says what, where and what to do."""

from __future__ import annotations

from pathlib import Path


class FileError(Exception):
    """A file cannot be read or written; the message says what, where, what to do, in the language in use.

    Attributes:
        sentence: the message in Japanese, as it is kept.
    """

    def __init__(self, template: str, **fields: object) -> None:
        """Make the error of a Japanese sentence, with a name in braces for each of the fields that are put in."""
        from model.language import Phrase, phrase  # nothing is refused before the window is there

        is_made = isinstance(template, Phrase) and not fields
        self.sentence = template if is_made else phrase(template, **fields)
        super().__init__(self.sentence)

    def __str__(self) -> str:
        from model.language import spoken

        return spoken(self.sentence)


class OtherContentError(FileError):
    """Files of other content stand where new ones were to be written; none was."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        names = "、".join(f"「{path}」" for path in paths)
        super().__init__("{names}がすでにあり、内容が違うため、何も書きませんでした。", names=names)


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in Japanese words."""
    from model.files.reasons import words_of  # nothing is refused before the window is there

    return words_of(error)


def not_opened(path: Path, error: OSError | ValueError) -> FileError:
    """The error of a file that cannot be opened, with why the system refused and what can be done."""
    from model.files.reasons import remedy  # nothing is refused before the window is there

    return FileError(
        "「{path}」が開けません（{reason}）。{remedy}",
        path=path,
        reason=reason(error),
        remedy=remedy(path, error),
    )


def on_another_drive(path: Path) -> FileError:
    """The error of a file that is not there any more, with a folder of that name on another drive than it was on."""
    return FileError(
        "「{path}」がありません。共有フォルダーとのつながりが切れ、同じ名前の別の場所になっています。つながっているか確かめてもう一度するか、別の場所を選んでください。",
        path=path,
    )
