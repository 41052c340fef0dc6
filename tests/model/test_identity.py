"""The lasting ids of a request: which 事業 it is through years and copies, and which document is written on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from model.differences.differences import compare
from model.differences.merge import merge
from model.document import storage
from model.document.document import Document
from model.edits.fields import set_value
from model.edits.identity import copied, identified, new_identity, of_next_year
from model.next_year import next_year
from model.request.request import Request
from model.values.identity import Identity
from templates.page.published_part import published_part
from templates.sheet.sheet import lay_out
from tests.examples import examples
from tests.requests import requests
from tests.samples import SAMPLE_FILE, empty, sample, snapshot, standard

KNOWN = Identity("p" * 16, "d" * 16)


def known() -> Request:
    """The real sheet with ids."""
    return replace(sample(), identity=KNOWN)


def named(request: Request, name: str) -> Request:
    """The request under another 事業名."""
    return set_value(request, "header/name", name)


def test_each_new_request_is_one_of_its_own() -> None:
    """Two requests that are begun are two 事業 and two documents."""
    ids = [new_identity(), new_identity(), empty().identity]
    assert len({one.project for one in ids} | {one.document for one in ids}) == 6


@settings(max_examples=examples(30))
@given(requests())
def test_ids_of_what_has_none_follow_from_what_it_holds(request: Request) -> None:
    """A file from before there were ids has the same ones each time it is read, and another content has others."""
    once = identified(request)
    assert once.identity.is_whole
    assert identified(request) == once == identified(once)
    assert identified(named(request, request.header.name + "二")).identity != once.identity


def test_the_next_year_is_another_document_of_the_same_project() -> None:
    """The draft of the following year belongs to the same 事業, whoever makes it and whenever."""
    draft = next_year(known(), standard())
    assert draft.identity.project == KNOWN.project
    assert draft.identity.document not in ("", KNOWN.document)
    assert draft.identity == of_next_year(known())
    assert next_year(draft, standard()).identity.document != draft.identity.document


def test_a_copy_is_another_document_of_the_same_project() -> None:
    """What is saved under another name beside its file has a 文書ID of its own."""
    copy = copied(known())
    assert copy.identity.project == KNOWN.project
    assert copy.identity.document != KNOWN.document
    assert replace(copy, identity=KNOWN) == known()


def test_ids_are_in_the_file_and_in_no_page(tmp_path: Path) -> None:
    """The file is of format 8 and keeps them; what is published has none of them."""
    data = storage.dumps(known())
    assert data.startswith(b'{\n  "format": 8,\n')
    assert storage.loads(data, "x") == known()
    seen = snapshot(known())
    assert published_part(seen, lay_out(seen)).identity == Identity()


@pytest.mark.parametrize("damaged", [b'{"project": 5}', b"null", b'"x"'])
def test_ids_that_are_none_are_damage(damaged: bytes) -> None:
    """An id that is no text is no id of the format; a third one is a field that is not known, and kept."""
    data = storage.dumps_compact(known())
    of_known = b'{"project":"pppppppppppppppp","document":"dddddddddddddddd"}'
    assert of_known in data
    with pytest.raises(storage.FileError):
        storage.loads(data.replace(of_known, damaged), "x")


def test_ids_are_no_difference() -> None:
    """Two copies of one request are the same, whatever document each is; what is merged stays the one that is open."""
    copy = copied(known())
    assert compare(known(), copy, standard()).is_same
    merged = merge(None, named(known(), "私の名"), copy)
    assert merged.request.identity == KNOWN


def test_the_first_save_gives_ids_to_every_step() -> None:
    """Ids are no edit: before the first save and behind an undo the request is the same one."""
    document = Document(sample(), standard())
    document.edit("名", named(document.request, "新しい名"))
    document.take_identity(KNOWN)
    assert document.request == replace(named(sample(), "新しい名"), identity=KNOWN)
    assert document.undo_label == "名"
    document.undo()
    assert document.request == known()
    assert not document.is_modified, "it is what is in its file"
    document.redo()
    assert document.request.identity == KNOWN
    assert document.is_modified


def test_a_draft_keeps_its_ids_from_the_request_it_was_made_of() -> None:
    """Undo of 「翌年度の要求書を作る」 gives last year's document back, also when the draft was saved meanwhile."""
    document = Document(known(), standard())
    document.edit("翌年度", next_year(document.request, standard()))
    document.take_identity(copied(document.request).identity)
    document.undo()
    assert document.request == known()


def test_a_version_from_before_there_were_ids_stays_the_same_document() -> None:
    """An older version that is restored over the open request has that one's ids."""
    document = Document(known(), standard())
    document.edit("前の版に戻す", named(storage.load(SAMPLE_FILE), "前の名"))
    assert document.request.identity == KNOWN
