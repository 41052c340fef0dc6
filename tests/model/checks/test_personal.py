"""Personal data on a page that is published."""

from __future__ import annotations

import pytest

from model.edits.fields import set_value
from tests.model.checks.examples.characters import written
from tests.samples import findings, one_line, only, sample, set_values


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("問合せ taro@gmail.com", "個人のメールアドレス（taro@gmail.com）"),
        ("問合せ：ｔａｒｏ＠ｙａｈｏｏ．ｃｏ．ｊｐまで", "個人のメールアドレス（taro@yahoo.co.jp）"),
        ("taro.y@docomo.ne.jp", "個人のメールアドレス"),
        ("090-1234-5678", "携帯電話の番号（090-1234-5678）"),
        ("０８０－１２３４－５６７８", "携帯電話の番号"),
        ("070(1234)5678", "携帯電話の番号"),
        ("携帯：09012345678", "携帯電話の番号"),
        ("TEL 08012345678", "携帯電話の番号"),
        ("個人番号 123456789018", "個人番号らしい"),
        ("マイナンバー：1234-5678-9018", "個人番号らしい"),
    ],
)
def test_personal_data(text: str, what: str) -> None:
    """A free-mail address, a mobile number, a 個人番号 with its check digit: 注意, for the page is public within days."""
    found = only(written(text), "77")
    assert (found.severity, found.place) == ("warning", "section/costs/text")
    assert what in found.message


@pytest.mark.parametrize(
    "text",
    [
        "jouhou@pref.tottori.lg.jp",
        "info@tottori-npo.or.jp、office@nifty.com",
        "taro@notgmail.com、taro@gmail.com.example.jp",
        "@8,000千円×4箇所、@gmail",
        "0857-26-7000、0859-31-9650、0120-090-1234",
        "0800-123-4567（フリーダイヤル）、050-1234-5678",
        "090,123円、1,090-1234千円",
        "資産番号09012345678",
        "1090-1234-5678-9",
        "個人番号 123456789012",
        "マイナンバーの利用 12,345人",
        "法人番号 7000020310000",
        "マイナンバー制度（平成28年1月から）",
    ],
)
def test_what_offices_write(text: str) -> None:
    """Office mail and telephones, prices with @, amounts and other numbers are no personal data."""
    assert findings(written(text), "77") == []


def test_contact_of_the_office() -> None:
    """The page prints the section's telephone and mail for the readers to use; a private one there is told."""
    assert findings(sample(), "77") == []
    request = set_values(
        one_line(), [("contact/phone", "0857-26-8319"), ("contact/email", "a@pref.tottori.lg.jp")]
    )
    assert findings(request, "77") == []
    assert only(set_value(request, "contact/email", "taro@icloud.com"), "77").place == "contact/email"
    assert only(set_value(request, "contact/phone", "090-1234-5678"), "77").place == "contact/phone"


def test_every_text_is_told_once() -> None:
    """Two addresses in one remark are one finding; a table's title and a line's remark are looked at too."""
    request = set_values(
        one_line(),
        [("group/table/title", "a@gmail.com"), ("line/only/remark", "b@gmail.com c@gmail.com 090-1111-2222")],
    )
    assert [(finding.place, "メール" in finding.message) for finding in findings(request, "77")] == [
        ("group/table/title", True),
        ("line/only/remark", True),
        ("line/only/remark", False),
    ]


def test_number_itself_is_not_repeated() -> None:
    """A finding is kept with its answer in the file, so it does not repeat a 個人番号."""
    assert "1234" not in only(written("個人番号 1234 5678 9018"), "77").message
