"""What the window makes when it is first asked for: its start pays for none of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.window.files.request_files import RequestFiles

if TYPE_CHECKING:
    from ui.form.narrative import SectionCard
    from ui.window.commands.import_actions import ImportActions
    from ui.window.commands.pane_actions import PaneActions
    from ui.window.commands.view_actions import ViewActions
    from ui.window.exports import Exports
    from ui.window.files.comparing import Comparing
    from ui.window.paper.papers import Papers
    from ui.window.shelf.shelf import Shelf


class OnDemand(QObject):
    """What is done with the open request besides typing, each part made with its first use."""

    preview_closed = Signal()
    """The preview of the paper was closed by its own button."""

    def __init__(self, files: RequestFiles, worked_in: Callable[[], QWidget | None]) -> None:
        super().__init__(files)
        self._files = files
        self._worked_in = worked_in

    def has(self, name: str) -> bool:
        """Whether a part was made."""
        return name in vars(self)

    @cached_property
    def acts(self) -> ViewActions:
        """What the menus do with the open request; made with the first of them."""
        from ui.window.commands.view_actions import ViewActions

        return ViewActions(self._files, self._worked_in)

    @property
    def panes(self) -> PaneActions:
        """What is done in the panes of the open request: called by what can be chosen only while there is one."""
        from ui.window.commands.pane_actions import PaneActions

        return PaneActions(self._files.window.open_view)

    def in_section(self, act: Callable[[SectionCard], None]) -> Callable[[], None]:
        """What does something with the section of the texts that has the focus."""
        return lambda: self.acts.with_section(act)

    @cached_property
    def imports(self) -> ImportActions:
        """The ways into the window that are not a request file; made when one is first taken."""
        from ui.window.commands.import_actions import ImportActions

        return ImportActions(self._files)

    @cached_property
    def shelf(self) -> Shelf:
        """The folder of the section with its requests; made with the start page."""
        from ui.window.shelf.shelf import Shelf

        return Shelf(self._files)

    @cached_property
    def comparing(self) -> Comparing:
        """What compares the open request with another and makes one of both; made when it is first wanted."""
        from ui.window.files.comparing import Comparing

        return Comparing(self._files)

    @cached_property
    def exports(self) -> Exports:
        """What is written of the open request for others; made when it is first asked for."""
        from ui.window.exports import Exports

        return Exports(self._files, lambda document: self.papers.order(document))

    @cached_property
    def papers(self) -> Papers:
        """The open request on paper; made when it is first asked for."""
        from ui.window.paper.papers import Papers

        return Papers(self._files, self.preview_closed.emit)
