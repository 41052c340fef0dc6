"""The pages of the site, written by several processes: each page is a matter of its request alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

from model.document import storage
from model.document.document import take_snapshot
from model.register.deciding import Decision, with_decision
from model.standard.standard import Standard
from templates.page.html import render
from templates.page.links import Link

AT_ONCE: Final = 25
"""Pages that a process is given at a time; what is in the memory is twice that for each process."""
FEW: Final = 100
"""So many pages are written faster by this process alone than others are started."""
_LINKS: Final = (Link("この段階の一覧へ", "../index.html"), Link("全事業のデータ", "../data/requests.csv"))


class PageToWrite(NamedTuple):
    """A request with what was decided on it, and the file of its page.

    ``others`` leads to its pages at other stages. It is given as the bytes of its file: values that another process made are equal to those of this one, but not the same
    objects, and what is left out of the page's data as usual would stand in it.
    """

    content: bytes
    source: str
    decision: Decision | None
    path: Path
    others: tuple[Link, ...] = ()


def write_pages(
    pages: Iterable[PageToWrite], count: int, standard_folder: Path, standard: Standard
) -> Iterator[int]:
    """Write pages; how many more are written, as they are.

    They are read as they are wanted; ``count`` is how many they are.
    """
    if count <= FEW or (os.cpu_count() or 1) == 1:
        for page in pages:
            _write(page, standard, standard_folder)
            yield 1
        return
    # Started anew and not copied from this process, which has a connection to the register open.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        remaining = iter(pages)
        running: set[Future[int]] = set()
        while batch := list(islice(remaining, AT_ONCE)):
            running.add(processes.submit(_write_batch, batch, standard, standard_folder))
            if len(running) > 2 * (os.cpu_count() or 1):
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        yield from (future.result() for future in running)


def _write_batch(batch: list[PageToWrite], standard: Standard, standard_folder: Path) -> int:
    for page in batch:
        _write(page, standard, standard_folder)
    return len(batch)


def _write(page: PageToWrite, standard: Standard, standard_folder: Path) -> None:
    request = storage.loads(page.content, page.source)
    if page.decision is not None:
        request = with_decision(request, page.decision)
    text = render(take_snapshot(request, standard), standard_folder, (*page.others, *_LINKS))
    page.path.write_text(text, encoding="utf-8", newline="\n")
