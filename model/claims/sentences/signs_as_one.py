"""What belongs together in a sentence in signs, and the sign in its place: 前年度の当初予算額, 「標準事務費の要求額」, clauses that say nothing of a figure."""

from __future__ import annotations

import re
from typing import Final

from model.claims.labels.sheet_labels import Signs
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
YEAR_SIGNS: Final = _S.BEFORE + _S.OTHER_YEAR + _S.LAST
_WORDS: Final = r"[^、。\ue000-\uf8ff]"  # letters of a clause that names nothing known
ARROW: Final = "⇒"
_OF_NAME: Final = rf"{_S.NAME}[^{_S.NAME[1:-1]}{_S.GRANTED[1:-1]}]{{0,12}}{_S.MONEY}"


def _group(match: re.Match[str]) -> str:
    """The group of a pattern; "" where it has none."""
    return match[1] if match.re.groups else ""


_TABLE: Final[tuple[str | tuple[str, str], ...]] = (
    ("[⇒➡⇨]", "→"),
    r"\A\s*→\s*",
    # 職員数
    rf"({_S.LABEL})数(?=[はが][^。]{{0,40}}{_S.PEOPLE})",
    # 「R9要望では6.50人」: people are no 要望額
    (rf"{_S.ASKED}(?=(?:に(?:おいて)?は|では|で|は)、?{_S.PEOPLE})", _S.OWN),
    # 「職員数=1.9人役」: the first of the sentence, and no calculation
    (rf"\A([^=×+*÷{_S.QUANTITY[1:-1]}]*)=\s*(?={_S.QUANTITY}(?!\s*[×xX*÷/+→=]))", r"\1:"),
    (rf"(?<={_S.MONEY})\s+/\s+(?=[^\s\d])", "、"),  # 「補正前 12,500千円 / 補正後 44,500千円」
    # 「前年度の24,000千円に6,000千円を加えている」
    (
        rf"({_S.BEFORE}の{_S.MONEY}に、?{_S.MONEY})を(?:加え|足し|追加し)(?=て(?:いる|おり|いて)|たもの)",
        r"\1を上積みし",
    ),
    # 「実証が終わったことに伴う7,100千円の減額要求」
    rf"\A[^。、{_S.NAME[1:-1]}{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{2,40}}(?:に伴う|による)(?={_S.MONEY}の[増減]額要求)",
    # 「64,900千円(前年同)」
    (
        rf"(?<={_S.QUANTITY}\(){_S.BEFORE}(?:と|に)?同額?(?=[)、])|(?<={_S.QUANTITY}\()増減(?:なし|無し?)(?=[)、])",
        f"{_S.COMPARED}同額",
    ),
    # 「査定:要求から600千円の減」, 「計上額 62,550千円(要求比▲1,800)」
    (
        rf"({_S.GRANTED}(?:[^{_S.QUANTITY[1:-1]}]{{0,4}}|[は\s]*{_S.MONEY}[(、]))対?要求(?:額)?(?:から|より|比)(?={_S.MONEY})",
        rf"\1{_S.COMPARED}",
    ),
    (rf"[【〔\[]({_S.MONEY}(?:\([^()]*\))?|{_S.LABEL})[】〕\]]", r"(\1)"),
    # 「950千円(R7当初)→1,250千円(R8要求)」; without years it may be anything that goes to another
    (
        rf"({_OF_NAME})\({_S.BEFORE}{_WORDS}{{0,6}}\)\s*→\s*({_S.MONEY})(?:\({_S.OWN}{_WORDS}{{0,6}}\))?",
        r"\1から\2",
    ),
    (rf"({_OF_NAME})\s*→\s*(?={_S.MONEY}(?!\s*→))", rf"\1{ARROW}"),
    (rf"({_S.NAME}\s?{_S.PEOPLE})\s*→\s*(?={_S.PEOPLE}(?!\s*→))", rf"\1{ARROW}"),
    (rf"([{_S.BEFORE}{_S.LAST}]{_WORDS}{{0,6}}{_S.MONEY})\s*→\s*(?={_S.OWN})", r"\1、"),
    # 「前年度 118,566 → 要求 124,767千円」
    (
        rf"\A([\s・○]*)[{_S.BEFORE}{_S.LAST}]({_WORDS}{{0,6}}{_S.MONEY})\s*→\s*要求\s*(?={_S.MONEY})",
        rf"\1{_S.LAST}\2、{_S.OWN}{_S.OF_YEAR} ",
    ),
    (rf"\A([\s・○●◎■□◆※]*)[【\[〔(<]({_S.LABEL})[】\]〕)>]\s*(?={_S.QUANTITY})", r"\1\2 "),  # 【要求額】
    (
        rf"({_S.LINE})\s*\({_S.ASKED_BY_NAME}[:\s]*(?={_S.MONEY}\))",
        r"\1(",
    ),  # 「1.就職の支援(要求額:72,000千円)」
    rf"{_S.BEFORE}(?:に引き続き、?|とほ?ぼ?同(?:じ|)(?:規模|水準|程度)の(?={_S.MONEY}))",
    # 「令和5年度12月補正予算では」: another budget
    (rf"{_S.BEFORE}の?\d{{1,2}}月補正(?:予算)?(?=では|で|に|は|において)", _S.OTHER_YEAR),
    # 「往診車両の更新(4,300千円)を除けば、要求額は」
    (rf"(を(?:除けば|除くと|除いて|差し引けば|差し引くと)、?){_S.ASKED}(?=[はがで])", rf"\1{_S.SPOILED}"),
    # 「下流の河川改修事業(令和9年度要望額350,000千円)」: that of another project
    (
        rf"(?<=[一-鿿ァ-ヺー]事業)(?<![本該]事業)\((?:{_S.OWN}の?(?:当初)?(?:予算)?)?{_S.ASKED}",
        f"({_S.SPOILED}",
    ),
    # 「下半期の利用料は上半期より500千円多い2,500千円」: of the first
    rf"(?<=は)、?(?:{_S.LINE}|{_S.OTHER_LABEL})(?:より|に比べて?|と比べて?)、?{_S.MONEY}(?:多い|少ない|高い|低い|[増減])の?、?(?={_S.MONEY})",
    # 「令和7年度当初予算で34,760千円が措置されており」, 「前年度当初の105,000千円から」
    (
        rf"{_S.BEFORE}の?(?:当初)?予算額?(?:で|に|において)は?、?(?={_S.MONEY}[がを](?:予算)?(?:措置|計上|認め|お認め))",
        f"{_S.BEFORE}の",
    ),
    (rf"{_S.BEFORE}の?当初の(?={_S.MONEY}(?!の))", f"{_S.BEFORE}の"),
    # 「前年度の10億7,050万円に対して2億1,410万円の増額」
    (
        rf"\A{_S.BEFORE}の({_S.MONEY})に(?:対して?|比べて?|比較して)、?(?={_S.MONEY}の(?:増|減))",
        rf"{_S.BEFORE}の\1、{_S.COMPARED}",
    ),
    # 「巡回相談員を置くこととし、総額で」
    rf"(?<![^。、])[^、。は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{0,40}}を[^、。\ue000-\uf8ff]{{1,12}}こととし、(?=(?:総額|合計|全体)で?、?{_S.MONEY}を)",
    # 「報酬や旅費など、設置費として」
    rf"(?<=は)、?[^、。は\ue000-\uf8ff]{{2,30}}(?:など|等)、(?:設置|開催|運営|実施)費(?=として{_S.MONEY}[^{_S.QUANTITY[1:-1]}]*\Z)",
    # 「10月〜3月はこれに300千円を加えた2,300千円」
    rf"({_S.NAME}[はが])、?(?:これ|この額|同額)に、?{_S.MONEY}を(?:加え|足し|上乗せし|上積みし)(?:た|て、?)(?={_S.MONEY})",
    # 「10月〜3月分の保守運用経費は3,488千円に64千円を加えた3,552千円」
    rf"(?<=は)、?{_S.MONEY}に、?{_S.MONEY}を(?:加え|足し|上乗せし|上積みし)(?:た|て、?)(?={_S.MONEY})",
    # 「1m当たり9千円であるから、作業道開設工事費は」
    rf"(?<![^。、])[^。、{_S.NAME[1:-1]}{_S.QUANTITY[1:-1]}]{{0,12}}(?:当たり|あたり|につき|単価は?)、?{_S.MONEY}(?:で|であり|であるから|であることから|とし|とすると|のため)、(?={_S.LINE}[はに])",
    # 「資料の購入から移動図書館の運行まで、総額」
    rf"(?<![^。、])[^。、は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{1,40}}から[^。、は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{1,40}}まで、(?=(?:総額|合計|全体)で?、?{_S.MONEY}を)",
    # 「10月〜3月が消費増税分を含めて」
    rf"(?<={_S.NAME}が)、?{_WORDS}{{1,20}}を(?:含め|加味し|反映し)て?、?(?={_S.QUANTITY})",
    # 「大規模園分の所要額を」
    rf"({_S.LINE})(?:の|に係る|に要する|に必要な){_S.ASKED}(?:(?=[はをがも])|の?(?:合計|総額|計)(?=[はがで]))",
    # 「受入環境の整備に係る経費は、案内所の運営とパンフレットの印刷を合わせて」
    rf"({_S.LINE}」?(?:に係る|に要する|の)(?:経費|費用|予算)(?:は|として)、?)[^。は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{2,60}}(?:を(?:合わせ|足し)|に[^。は、{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{1,20}}を加え)(?:て|た)、?(?={_S.MONEY})",
    # 「財源の大半は一般財源で、その額は」, 「操作研修を開催することとし、その経費」
    (
        rf"({_S.NAME})[^。{_S.NAME[1:-1]}{_S.QUANTITY[1:-1]}]{{0,20}}、その(?:所要)?(?:額|経費|費用)(?:は|として)?、?(?={_S.MONEY})",
        r"\1は",
    ),
    # 「起債は作業道の開設に充てるもので、」
    rf"(?<={_S.NAME}は)、?(?![^。は]{{0,40}}新規に)[^。は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{2,40}}もので、",
    (rf"(?<={_S.OWN})の?(?:当初|補正)?予算(?:要求)?額(?=[はとがを:])", _S.OF_YEAR),
    (rf"(?<={_S.OWN})の?(?:当初)?(?:予算)?要求(?=[:は]?\s*{_S.MONEY})", _S.OF_YEAR),
    (rf"{_S.BEFORE}\([^()\ue000-\uf8ff]{{1,12}}\)", _S.BEFORE),  # 前年度(6月補正後)
    (rf"{_S.BEFORE}の?(?:(?:当初)?予算(?:計上)?(?:額|規模)?|当初(?=[は:]|\s*{_S.MONEY}))", _S.LAST),
    rf"、?率に(?:して|すると)、?(?=(?:約)?{_S.PERCENT})",
    # 「賃借料は、単価、台数ともに変更がなく、前年度と同額を」
    (
        rf"(?<={_S.NAME}は)、?[^。は\ue000-\uf8ff]{{1,30}}(?:変更|変わり|変動|増減)[がはも]?(?:なく|ないため|ない?ことから)、(?={_S.BEFORE})",
        "、",
    ),
    # 「増額となる8,200千円の主なものは」
    rf"(増額|減額)(?:となる|する|した)(?={_S.MONEY}の(?:うち|主|内訳|多く|大半))",
    # 標準事務費の前年度予算額, 「標準事務費は、前年度予算額の14,585千円を」, 「標準事務費(前年度予算額14,585千円)」
    (rf"({_S.LINE}(?:の|は、?|\())(?:{_S.LAST}の?|{_S.LAST}:\s*)(?={_S.MONEY})", rf"\1{_S.BEFORE}の"),
    (rf"({_S.NAME})の{_S.LAST}", rf"\1の{_S.BEFORE}"),
    # 「二次交通実証運行を除いた前年度予算」 is another figure
    (
        rf"を(?:除いた|除く|差し引いた|含まない)(?:場合の)?[{_S.BEFORE}{_S.LAST}]",
        f"を除く{_S.OTHER_YEAR}",
    ),
    (rf"の?対?{_S.BEFORE}比率?は、?(?:約)?(?={_S.PERCENT})", f"は{_S.COMPARED}"),
    (rf"対{_S.BEFORE}(?=\s*{_S.QUANTITY})", _S.COMPARED),
    rf"(?<={_S.NAME})\((?:補助率|負担率|充当率)?(?:\d+/\d+|定額|新規|継続|拡充|{_S.PERCENT})\)(?=\s*[は:]?、?{_S.QUANTITY})",
    (
        rf"({_S.LINE})は(?:[^。は\ue000-\uf8ff]{{0,40}}、)?{_S.ASKED}(?:[もはが]|について[はも]|を(?=[{_S.BEFORE}{_S.LAST}]))",
        r"\1は",
    ),
    # 「事業費の2分の1は国の補助であり、」: the rest of the sentence is of that part
    (rf"{_S.NAME}(?=の(?:\d+分の\d+|半分|半額)(?:は|が|を)(?!{_S.QUANTITY}))", _S.SPOILED),
    (rf"(?<!の){_S.LABEL}(?=と合わせ)", _S.SPOILED),
    (rf"{_S.BEFORE}\(({_S.MONEY})\)(?=から|より|に対し|に比べ|と比べ)", rf"{_S.BEFORE}の\1"),
    # 前年度の要求額 is another figure, but where it is compared with
    (rf"{_S.BEFORE}の?(?:当初)?{_S.ASKED}(?![とにかよのをでと並比対同])", _S.OTHER_YEAR),
    # 一般財源所要額
    rf"({_S.LABEL})の?{_S.ASKED}",
    # 標準事務費の要求額
    rf"({_S.NAME})の?(?:{_S.OWN}の?)?(?:当初)?{_S.ASKED_BY_NAME}",
    # 非常勤職員の人役
    rf"({_S.LABEL})の?{_S.PEOPLE_LABEL}",
    # その他(諸収入), 繰入れ(その他財源)
    (
        rf"({_S.LABEL}(?:財源)?)\((?:[^()分\d\ue000-\ue602\ue604-\uf8ff]|{_S.OTHER_LABEL}){{1,30}}\)(?={_S.QUANTITY}|[はがをで])",
        r"\1財源",
    ),
    rf"(?<![^、。のはに])[^、。のは()\ue000-\uf8ff]{{1,12}}\(({_S.LABEL}(?:財源)?)\)",
    rf"({_S.LABEL})\({_S.LABEL}(?:[+・と]{_S.LABEL}){{0,8}}\)",
    (
        rf"{_S.LABOUR}{_S.MONEY}を(?:含め|加え|合わせ|足し)(?:た|て|ると)、?(?:全体の|総)?(?:コスト|総額)(?=[はがで])",
        _S.TOTAL_COST,
    ),
    # 「全体のコスト(人件費9,586千円込み)」
    (
        rf"(?<![^、。\s])(?:全体の|総)(?:コスト|経費|事業費)\({_S.LABOUR}{_S.MONEY}?(?:込み?|を?含[むめ](?:た額)?|を(?:加え|合わせ)た額)\)",
        _S.TOTAL_COST,
    ),
    (
        rf"{_S.LABOUR}(?:を(?:含め|加え|合わせ|含ん|加味し)(?:[たてだ]|ると)(?:考え|み|見)?(?:ると)?、?|込み)の?(?:(?:全体の|総)?コスト(?=は))?",
        _S.TOTAL_COST,
    ),
    (rf"{_S.OWN}以[降後]", _S.OTHER_YEAR),
    # 「観光案内所運営委託は、査定で」
    (rf"({_S.LINE}[はがを]、?){_S.GRANTED}(?=[でにの])", rf"\1{_S.SPOILED}"),
    # 計上額は要求額より
    (
        rf"({_S.GRANTED}[^{_S.QUANTITY[1:-1]}]{{0,12}}){_S.ASKED}{_S.MONEY}?(?:より|から|に比べて?|と比べて?|に対して?|を(?={_S.MONEY}[上下]回))、?",
        rf"\1{_S.COMPARED}",
    ),
    # 「県費は国費と県債を充てた残りで」, 「一般財源は、国庫補助を充ててもなお」
    rf"(?:(?<=は)|(?<=は、))[^、。は{_S.QUANTITY[1:-1]}]{{0,60}}{_S.LABEL}(?:\([^()]{{0,30}}\))?を{_WORDS}{{1,8}}(?:残り|残余|残額|なお)(?:で|の)?、?",
    # 「入場料収入を除いた一般財源」, 「開館2年目となる令和8年度は」: a clause that says which, and no other
    rf"(?<![^。、])(?:{_WORDS}{{1,40}}|(?:{_S.LABEL}(?:と|、|及び|・|や)){{0,8}}{_S.LABEL})を(?:除いた|除く|差し引いた|{_WORDS}{{1,8}}後の)(?:[県市町]の)?(?={_S.LABEL})",
    rf"\A{_WORDS}{{1,40}}(?<![のは])(?=[{_S.OWN}{_S.BEFORE}{_S.LAST}][はにの])",
    # 「ダム本体に係る経費は、堤体工と取付道路工を合わせて」
    rf"({_S.LINE}」?(?:に係る|に要する|の)?(?:経費|費用|予算)?は、?){_S.NAME}(?:(?:、|と|及び|・){_S.NAME}){{0,8}}を(?:合わせ|足し)(?:て|た)、?",
    (
        rf"(?:{_S.LABEL}(?:を含|を加え|込み)|(?<![とび、や]){_S.LABEL}を合わせ)(?:めた?|んだ|む|た|て)?の?",
        _S.INCLUDED,
    ),
    rf"\({_S.INCLUDED}\)",
    # 「正職員1.2人、会計年度任用職員1.0人の合わせて2.2人であり、前年度の2.7人から」
    (
        rf"(?<={_S.QUANTITY})の?(?:合わせて|合計|計){_S.QUANTITY}(?:であり|で[^、。{_S.QUANTITY[1:-1]}]{{0,12}})、?{_S.BEFORE}の?{_S.QUANTITY}",
        f"の計{_S.SPOILED}",
    ),
    # 「計上額は18,600千円で、要求額を600千円下回った」
    (rf"({_S.GRANTED}は{_S.MONEY}(?:で|であり|となり)、?){_S.ASKED}(?=[をかよに])", rf"\1{_S.SPOILED}"),
    # 「人材の確保は急務であり、本事業では」, 「監督業務が増えるが、本事業を担う」
    r"\A[^。\ue000-\ue602\ue604-\uf8ff]{2,80}(?:[でて]おり|であり|[るたいだ](?:が|ものの)|[るた]中)、",
    # 「本事業の執行に当たる正職員は」
    rf"\A(?:(?:(?:本|この|当該)事業の|(?:補正|{_S.PROJECT})に係る)?(?:業務|事務)に(?:は|従事する|当たる)|(?:本|この|当該)事業(?:の(?:執行|実施|事務|推進))?(?:に当たる|に従事する|に必要な|を担う|を(?:担当|{_S.PROJECT})する|を行う)|(?:事務を)?(?:担当|{_S.PROJECT})する)(?={_S.LABEL})",
    # 「広報の実施など8,000千円」, 「委託料を含む」: more than that line
    (
        rf"(?<!{_S.LINE}に){_S.LINE}(?=を加え)|{_S.LINE}(?=を含|を除|込み|等(?![級号])|など|相当)|(?<![とび、や]){_S.LINE}(?=を合わせ)",
        _S.SPOILED,
    ),
)
"""What belongs together, each with the sign in its place; alone what is left out but for its group, if it has one."""
AS_ONE: Final = tuple(
    (lazy_pattern(row), _group) if isinstance(row, str) else (lazy_pattern(row[0]), row[1]) for row in _TABLE
)
"""The patterns, each with what takes the place of what it finds."""
