"""Words as one looks for them without converting: kana of either kind, full or half width, Latin letters, readings of kanji."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from model.values.pattern import lazy_pattern

if TYPE_CHECKING:
    import re

_ROWS: Final[Mapping[str, str]] = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの", "h": "はひふへほ",
    "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ", "d": "だぢづでど", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}  # fmt: skip
_OTHERS: Final[Mapping[str, str]] = {
    "shi": "し", "chi": "ち", "tsu": "つ", "fu": "ふ", "ji": "じ", "ya": "や", "yu": "ゆ", "yo": "よ", "wa": "わ", "wo": "を",
    "nn": "ん", "-": "ー", "sha": "しゃ", "shu": "しゅ", "sho": "しょ", "cha": "ちゃ", "chu": "ちゅ", "cho": "ちょ",
    "ja": "じゃ", "ju": "じゅ", "jo": "じょ",
}  # fmt: skip
_SMALL: Final[Mapping[str, str]] = {"ya": "ゃ", "yu": "ゅ", "yo": "ょ"}
_KANA: Final[Mapping[str, str]] = (
    {row + vowel: kana for row, line in _ROWS.items() for vowel, kana in zip("aiueo", line, strict=True)}
    | {row + small: line[1] + kana for row, line in _ROWS.items() if row for small, kana in _SMALL.items()}
    | dict(_OTHERS)
)
_SPELT: Final = lazy_pattern("|".join(sorted(_KANA, key=len, reverse=True)) + r"|([kstgzdbpc])(?=\1)|n")
"""A syllable in Latin letters, the first of two same consonants (っ), or ん."""
_READINGS: Final[Mapping[str, str]] = {
    "見出": "みだ", "一覧": "いちらん", "下": "した", "上": "うえ", "並": "なら", "予算": "よさん", "事業": "じぎょう", "人件費": "じんけんひ",
    "作": "つく", "使": "つか", "保存": "ほぞん", "債務負担行為": "さいむふたんこうい", "入": "い", "公表": "こうひょう", "内訳": "うちわけ",
    "内容": "ないよう", "切": "き", "前年度": "ぜんねんど", "前": "まえ", "削除": "さくじょ", "印刷": "いんさつ", "印字": "いんじ", "取": "と",
    "合計": "ごうけい", "合": "あ", "名前": "なまえ", "基本情報": "きほんじょうほう", "増減": "ぞうげん", "大": "おお", "小": "ちい", "字下": "じさ",
    "実績": "じっせき", "成果": "せいか", "戻": "もど", "所要経費": "しょようけいひ", "挿入": "そうにゅう", "探": "さが", "指摘": "してき",
    "新": "あたら", "書": "か", "最近": "さいきん", "本文": "ほんぶん", "査定": "さてい", "検索": "けんさく", "概要": "がいよう", "次": "つぎ",
    "消去": "しょうきょ", "減額": "げんがく", "版": "はん", "理由": "りゆう", "直": "なお", "移動": "いどう", "移": "うつ", "積算": "せきさん",
    "答": "こた", "紙": "かみ", "終了": "しゅうりょう", "絞": "しぼ", "編集": "へんしゅう", "置換": "ちかん", "翌年度": "よくねんど", "脇": "わき",
    "行": "ぎょう", "表示": "ひょうじ", "表": "ひょう", "見本": "みほん", "見": "み", "要求書": "ようきゅうしょ", "要求額": "ようきゅうがく",
    "計算値": "けいさんち", "読": "よ", "財政課": "ざいせいか", "財源": "ざいげん", "貼": "は", "質問票": "しつもんひょう", "追加": "ついか",
    "金額": "きんがく", "開": "ひら", "項目": "こうもく", "項": "こう", "額": "がく", "了解": "りょうかい", "比": "くら", "根拠": "こんきょ", "元": "もと",
    "始": "はじ", "単価": "たんか", "処理欄": "しょりらん", "使用欄": "しようらん", "取組": "とりくみ", "評価": "ひょうか", "状況": "じょうきょう",
}  # fmt: skip
"""How the kanji of the menus and of the form's sections are read."""


def plain(text: str) -> str:
    """A text without differences of width, case and kind of kana."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(chr(ord(sign) - 0x60) if "ァ" <= sign <= "ヶ" else sign for sign in folded)


def matches(text: str, wanted: str) -> bool:
    """Whether a text has the wanted words, as they are written or as they are read; each word counts for itself."""
    written = plain(text)
    read = plain(_read(text))
    return all(
        word in written or word in read or kana(word) in read or kana(word) in written
        for word in plain(wanted).split()
    )


def kana(text: str) -> str:
    """Latin letters as the kana that an input method makes of them; what is none stays."""
    return _SPELT.sub(_kana, text)


def _kana(spelt: re.Match[str]) -> str:
    return _KANA.get(spelt[0]) or ("ん" if spelt[0] == "n" else "っ")


def _read(text: str) -> str:
    for kanji in sorted(_READINGS, key=len, reverse=True):
        text = text.replace(kanji, _READINGS[kanji])
    return text
