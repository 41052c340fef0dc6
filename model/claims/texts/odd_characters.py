"""Characters that a published sheet may lose: which ones they are, and how the same is written without them.

The levels are those of the character sets (rules.md section D): JIS X 0208 is plain everywhere, JIS X 0213 is what today's
machines have. Outside of them are 外字 (private use), what is in no Japanese set at all, and 機種依存文字: those that
only the vendors' rows of Shift_JIS have, and circled, squared and other compatibility forms of plain characters. Of these
the publication site really loses some: it turned ①②③ into @AB (forms.md section 4).

Left alone: marks with no width (a joiner, a variation selector), accents, and the doubles of JIS X 0208 that Windows
types for its own (～ for 〜, － for −).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

from model.standard.character_words import CharacterWords
from model.values.pattern import lazy_pattern

Kind: TypeAlias = Literal["private", "beyond", "special", "kana"]
"""外字; in no Japanese character set; 機種依存文字; half-width kana (and kana in two pieces, letter and voicing)."""

# First bytes of NEC's and IBM's additions to Shift_JIS.
_VENDOR_ROWS: Final = frozenset((0x87, 0xED, 0xEE, 0xFA, 0xFB, 0xFC))
_HALF_WIDTH: Final = lazy_pattern("[\uff61-\uff9f]+")
_TWO_PIECES: Final = lazy_pattern("[\u3041-\u30ff][\u3099\u309a]")
_VOICING: Final[Mapping[str, str]] = {
    "\u3099": "゛",
    "\u309a": "゜",
}  # second pieces of a kana, and how they stand alone
_NO_CHARACTERS: Final = frozenset(("Cc", "Cf", "Cs", "Mn", "Me", "Mc", "Zs", "Zl", "Zp"))


def odd_characters(line: str) -> tuple[tuple[str, Kind], ...]:
    """The characters of a line of text that a published sheet may lose, each once; of half-width kana the whole run.

    >>> odd_characters("①ﾌﾟﾘﾝﾀｰ 3台")[0]
    ('①', 'special')
    """
    if line.isascii():
        return ()
    found: dict[str, Kind] = {}
    if not is_plain(line):
        for character in dict.fromkeys(line):
            kind = _kind(character)
            if kind is not None and kind != "kana":
                found.setdefault(character, kind)
        for run in _HALF_WIDTH.findall(line):
            found.setdefault(run, "kana")
        for pair in _TWO_PIECES.findall(line):
            if not unicodedata.is_normalized("NFC", pair):
                found.setdefault(pair, "kana")
    return tuple(found.items())


def replaced(text: str, words: CharacterWords, characters: Iterable[str] | None = None) -> str:
    """The text with what can be written in plain characters so written; the rest of it is left as it is.

    ``characters`` are the odd characters of the text where they are known.

    >>> replaced("ﾌﾟﾘﾝﾀｰ㈱㍻", CharacterWords())
    'プリンター(株)平成'
    """
    has_kana = False
    plain: dict[int, str] = {}
    for character in dict(odd_characters(text)) if characters is None else characters:
        if _HALF_WIDTH.match(character):
            has_kana = True
        elif len(character) == 1:
            plain[ord(character)] = _plain(character, words)
    text = text.translate(plain)  # at once: a text may have thousands of different ones
    if has_kana:
        text = _HALF_WIDTH.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    if any(sign in text for sign in _VOICING):
        text = _TWO_PIECES.sub(lambda pair: unicodedata.normalize("NFC", pair.group()), text)
    if has_kana:  # a voicing mark that belongs to no kana stands alone as it did
        for sign, alone in _VOICING.items():
            text = text.replace(sign, alone)
    return text


def is_plain(text: str) -> bool:
    """Whether a text is of JIS X 0208 without half-width kana: asked of every new line, so at the speed of C."""
    return bool(_encoded(text, "shift_jis")) and not _HALF_WIDTH.search(text)


def _kind(character: str) -> Kind | None:
    code = ord(character)
    if "\uff61" <= character <= "\uff9f":
        return "kana"
    if code < 0x80 or _encoded(character, "shift_jis"):
        return None
    category = unicodedata.category(character)
    if category == "Co":
        return "private"
    if category in _NO_CHARACTERS:
        return None
    is_in_x0213 = bool(_encoded(character, "euc_jis_2004"))
    of_windows = _encoded(character, "cp932")
    if of_windows:
        is_kanji_of_x0213 = category == "Lo" and is_in_x0213
        return "special" if of_windows[0] in _VENDOR_ROWS and not is_kanji_of_x0213 else None
    form = unicodedata.decomposition(character).partition(" ")[0]
    if form in ("<circle>", "<square>") or (form.startswith("<") and not is_in_x0213):
        return "special"
    return None if is_in_x0213 else "beyond"


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return b""


def _plain(character: str, words: CharacterWords) -> str:
    """A character in plain ones; itself where it is plain, or where there is no plain form of it."""
    if character not in words.ordinary and character in words.instead:
        return words.instead[character]
    if character in words.ordinary or _kind(character) != "special":
        return character
    plain = unicodedata.normalize("NFKC", character).replace("\u2044", "/")  # the stroke of a fraction
    if any(_kind(character) is not None for character in plain):
        return character
    is_circled = unicodedata.decomposition(character).startswith("<circle>")
    return words.circled.replace("{}", plain) if is_circled else plain
