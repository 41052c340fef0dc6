"""Variants of what strangers' tables taught: the same kind in other words, another order, another section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.templates.readers.fresh.rows import truth
from tests.templates.readers.fresh_tables import FRESH, Fresh, excel, text

_ = None
_BEFORE: Final = len(FRESH)

# Columns of blanks: a name that one blank parts from its figure, blank cells, a head above, pages.
text(
    "v01_blanks_half_width", ".txt",
    """件名: 林道維持費 R8要求内訳
財政課　御中

林政課です。内訳は下のとおりです。単位は千円です。

内容                    R7予算     R8要求
路面補修               12,400     13,150
側溝清掃                2,300      2,300
林道台帳システム更改作業    0      4,840
草刈り委託（6路線）  6,180      6,420
計                     20,880     26,710
""",
    truth((("路面補修", 13150, 12400), ("側溝清掃", 2300, 2300), ("林道台帳システム更改作業", 4840, 0), ("草刈り委託（6路線）", 6420, 6180)), year=8),
)  # fmt: skip
text(
    "v02_blanks_new_item_blank", ".txt",
    """令和８年度当初予算要求　緑化推進費（単位：千円）

区分　　　　　　　　　　要求額　　前年度
街路樹せん定　　　　　　８，８００　　８，２００
花壇苗購入　　　　　　　１，２６０　　１，１９０
記念植樹　　　　　　　　　　５４０
樹木診断　　　　　　　　２，４２０　　２，４２０
合計　　　　　　　　　１３，０２０　１１，８１０
""",
    truth((("街路樹せん定", 8800, 8200), ("花壇苗購入", 1260, 1190), ("記念植樹", 540, 0), ("樹木診断", 2420, 2420)), year=8),
)  # fmt: skip
text(
    "v03_host_two_pages", ".txt",
    """ 予算要求明細表                                              令和８年度    PAGE    1
 課コード  1340  道路建設課                                    出力 07.11.04
 事業コード 00217  橋りょう維持費                              単位 円
 ------------------------------------------------------------------------------
 節 細節 名称                   前年度予算額       要求額          増減額
 ------------------------------------------------------------------------------
 10 03   光熱水費                  1,120,000      1,180,000          60,000
 12 05   点検委託料               84,000,000     88,000,000       4,000,000
 12 06   設計委託料               36,500,000     31,000,000      -5,500,000
 ------------------------------------------------------------------------------
 予算要求明細表                                              令和８年度    PAGE    2
 課コード  1340  道路建設課                                    出力 07.11.04
 事業コード 00217  橋りょう維持費                              単位 円
 ------------------------------------------------------------------------------
 節 細節 名称                   前年度予算額       要求額          増減額
 ------------------------------------------------------------------------------
 14 01   工事請負費              210,000,000    246,000,000      36,000,000
 16 01   材料費                    2,400,000      2,650,000         250,000
 ------------------------------------------------------------------------------
         ** 合  計 **            334,020,000    368,830,000      34,810,000
 ------------------------------------------------------------------------------
""",
    truth((("光熱水費", 1180, 1120), ("点検委託料", 88000, 84000), ("設計委託料", 31000, 36500), ("工事請負費", 246000, 210000), ("材料費", 2650, 2400)), year=8),
    "cp932",
)  # fmt: skip
text(
    "v04_blanks_number_and_basis", ".txt",
    """令和8年度要求（監査事務局費）　単位：円

No  経費        積算                 要求額     前年度額
1   報酬        委員2人×12月      9,600,000   9,600,000
2   普通旅費    40回              640,000     610,000
3   消耗品費    一式               95,000      95,000
4   研修負担金  2人×3回           180,000     120,000
    合計                       10,515,000  10,425,000
""",
    truth((("報酬", 9600, 9600), ("普通旅費", 640, 610), ("消耗品費", 95, 95), ("研修負担金", 180, 120)), year=8),
)  # fmt: skip
text(
    "v05_blanks_signature_with_figures", ".txt",
    """市民活動課の令和８年度要求です（千円）。

事項　　　　　　　　　R8　　　　R7
地域活動補助　　　　15,400　　15,400
集会所改修　　　　　 8,250　　 3,300
広報紙　　　　　　　 1,936　　 1,848
計　　　　　　　　　25,586　　20,548

----
市民活動課　企画係　　内線 2314
""",
    truth((("地域活動補助", 15400, 15400), ("集会所改修", 8250, 3300), ("広報紙", 1936, 1848)), year=8),
)  # fmt: skip

# Lists: notes behind an item, the year in a sentence, the whole above the items; a list in HTML.
text(
    "v06_list_notes_behind", ".txt",
    """To: 予算担当
件名: 来年度要求の内訳

子育て応援課です。「ファミリーサポート推進事業」の令和９年度分の内訳は次のとおりです。

(1) 会員研修　1,240千円（R8 1,180千円）※年8回
(2) 援助活動補助　6,300千円（R8 5,900千円）※63市町村
(3) 周知チラシ　264千円（R8 250千円）
合計　7,804千円（R8 7,330千円）

よろしくお願いします。
""",
    truth((("会員研修", 1240, 1180), ("援助活動補助", 6300, 5900), ("周知チラシ", 264, 250)), year=9, name="ファミリーサポート推進事業"),
)  # fmt: skip
text(
    "v07_list_without_last_year", ".txt",
    """お世話になります。防災課です。
令和８年度の要求額の内訳を連絡します。

・備蓄食料更新　4,950千円　※5年ごと
・避難所用テント　2,310千円　※30張
・防災訓練　880千円
・計　8,140千円
""",
    truth((("備蓄食料更新", 4950, None), ("避難所用テント", 2310, None), ("防災訓練", 880, None)), previous=False, year=8),
)  # fmt: skip
text(
    "v08_html_list_total_below", ".html",
    "<html><head><meta charset=utf-8><title>要求</title></head><body><h2>有害鳥獣対策費　令和8年度要求</h2><ol>"
    "<li>捕獲奨励金　12,600千円（前年度 11,900千円）</li><li>侵入防止柵補助　8,400千円（前年度 9,200千円）</li>"
    "<li>研修会　330千円（前年度 330千円）</li></ol><p>合計　21,330千円（前年度 21,430千円）</p></body></html>",
    truth((("捕獲奨励金", 12600, 11900), ("侵入防止柵補助", 8400, 9200), ("研修会", 330, 330)), year=8),
)  # fmt: skip
text(
    "v09_html_list_all_above", ".html",
    "<html><head><meta charset=utf-8></head><body><h1>海岸漂着物対策事業</h1><dl><dt>予算要求額</dt></dl><p>令和８年度予算要求額：9,870千円（令和７年度：9,040千円）</p>"
    "<div>（内訳）</div><div>回収処理委託　7,200千円（令和７年度：6,600千円）</div><div>発生抑制啓発　1,350千円（令和７年度：1,350千円）</div>"
    "<div>モニタリング　1,320千円（令和７年度：1,090千円）</div></body></html>",
    truth((("回収処理委託", 7200, 6600), ("発生抑制啓発", 1350, 1350), ("モニタリング", 1320, 1090)), year=8, name="海岸漂着物対策事業"),
)  # fmt: skip
text(
    "v10_html_list_sum_wrong", ".html",
    "<html><head><meta charset=utf-8></head><body><h1>消費者教育推進事業</h1><p>令和8年度当初要求額　16,250千円（令和7年度当初　15,130千円）</p><ul>"
    "<li>相談員の研修　640千円（令和7年度　580千円）</li><li>市町村への交付金　9,600千円（令和7年度　9,000千円）</li></ul></body></html>",
    truth((("相談員の研修", 640, 580), ("市町村への交付金", 9600, 9000)), year=8, must="finding"),
)  # fmt: skip
text(
    "v11_tabs_with_words_of_a_page", ".txt",
    "令和８年度要求　職員厚生費（単位：千円）\n項目\t説明\t要求額\t前年度\n健康診断\t人間ドックほか\t22,400\t21,800\n"
    "厚生会補助\t補助対象事業費の1/2\t6,500\t6,500\n保養所管理\t人件費を含む\t9,120\t8,960\n計\t\t38,020\t37,260\n",
    truth((("健康診断", 22400, 21800), ("厚生会補助", 6500, 6500), ("保養所管理", 9120, 8960)), year=8),
)  # fmt: skip

# Headings in two rows, a fee for each head, signs in a heading, what stands beside the costs.
excel(
    "v12_of_which_in_a_second_row",
    [
        ["令和８年度　公園整備費　要求一覧（千円）"],
        ["箇所", "種別", "要求額", _, "前年度額"],
        [_, _, _, "うち用地費"],
        ["東公園", "工事請負費", 48000, 6000, 31000],
        ["港公園", "工事請負費", 22000, 1500, 24000],
        ["設計", "委託料", 7700, 0, 6600],
        ["計", _, 77700, 7500, 61600],
    ],
    truth((("東公園", 48000, 31000), ("港公園", 22000, 24000), ("設計", 7700, 6600)), year=8),
)  # fmt: skip
excel(
    "v13_of_which_merged_last_year_first",
    [
        ["下水道課　令和８年度当初　施設更新", _, _, _, "単位：千円"],
        ["前年度予算額", "件名", "要求額", _, "備考"],
        [_, _, _, "うち補助対象", _],
        [52000, "汚泥ポンプ更新", 61000, 50000, "国1/2"],
        [8800, "水質計器", 9900, 0, _],
        [13000, "管渠調査", 12100, 12100, "国1/2"],
        [73800, "計", 83000, 62100, _],
    ],
    truth((("汚泥ポンプ更新", 61000, 52000), ("水質計器", 9900, 8800), ("管渠調査", 12100, 13000)), year=8),
    merges="A2:A3 B2:B3 E2:E3",
)  # fmt: skip
excel(
    "v14_fee_for_each",
    [
        ["交通安全指導員　報酬　令和９年度要求（円）"],
        ["区分", "人数", "R9報酬額", "R9要求額", "R8予算額"],
        ["隊長", 4, 84000, 336000, 320000],
        ["副隊長", 9, 72000, 648000, 648000],
        ["隊員", 120, 60000, 7200000, 7080000],
        ["計", 133, _, 8184000, 8048000],
    ],
    truth((("隊長", 336, 320), ("副隊長", 648, 648), ("隊員", 7200, 7080)), year=9),
)  # fmt: skip
excel(
    "v15_signs_in_headings",
    [
        ["令和８年度　自治研修費", _, _, "（千円）"],
        ["項目", "前年度予算", "要求額", "増△減"],
        ["新任研修", 1200, 1450, 250],
        ["管理職研修", 900, 1000, 100],
        ["通信教育", 300, 420, 120],
        ["計", 2400, 2870, 470],
    ],
    truth((("新任研修", 1450, 1200), ("管理職研修", 1000, 900), ("通信教育", 420, 300)), year=8),
)  # fmt: skip
excel(
    "v16_reference_below",
    [
        ["事業名", "観光案内所運営事業", _, "（千円）"],
        ["令和８年度当初予算要求"],
        ["内容", "要求額", "前年度"],
        ["運営委託", 14300, 13900],
        ["Wi-Fi", 396, 396],
        ["計", 14696, 14296],
        [],
        ["（参考）観光列車運行事業　令和８年度要求"],
        ["内容", "要求額", "前年度"],
        ["運行負担金", 8000, 7000],
        ["広告", 1200, 1100],
        ["計", 9200, 8100],
    ],
    truth((("運営委託", 14300, 13900), ("Wi-Fi", 396, 396)), year=8, name="観光案内所運営事業"),
)  # fmt: skip
excel(
    "v17_reference_without_a_field",
    {
        "要求": [["令和８年度　観光案内所運営事業　要求", _, "千円"], ["内容", "要求額", "前年度"], ["運営委託", 14300, 13900], ["Wi-Fi", 396, 396], ["計", 14696, 14296]],
        "参考": [["参考：観光列車運行事業　令和８年度要求", _, "千円"], ["内容", "要求額", "前年度"], ["運行負担金", 8000, 7000], ["広告", 1200, 1100], ["計", 9200, 8100]],
    },
    truth((("運営委託", 14300, 13900), ("Wi-Fi", 396, 396)), year=8, name="観光案内所運営事業"),
)  # fmt: skip
excel(
    "v18_income_without_a_total",
    [
        ["令和８年度　農業大学校費　予算要求（千円）"],
        ["区分", "科目", "要求額", "前年度"],
        ["歳入", "授業料", 4200, 4100],
        [_, "生産物売払", 1800, 1750],
        ["歳出", "教材費", 2900, 2800],
        [_, "実習資材", 5600, 5200],
        [_, "農機修繕", 1100, 1300],
    ],
    truth((("教材費", 2900, 2800), ("実習資材", 5600, 5200), ("農機修繕", 1100, 1300)), year=8),
)  # fmt: skip
text(
    "v19_income_with_totals", ".csv",
    "会計年度,歳出入,節,内容,要求額（円）,前年度当初（円）\n2026,歳出,需用費,消耗品,310000,290000\n2026,歳出,委託料,清掃,1760000,1705000\n"
    "2026,歳出計,,,2070000,1995000\n2026,歳入,使用料,施設使用料,820000,790000\n2026,歳入,諸収入,自販機,120000,120000\n2026,歳入計,,,940000,910000\n",
    truth((("消耗品", 310, 290), ("清掃", 1760, 1705)), year=8),
)  # fmt: skip
excel(
    "v20_new_lines_and_a_note_of_years",
    [
        ["国民スポーツ大会準備費　要求内訳"],
        ["スポーツ課", _, _, _, "千円"],
        ["区分", "R7当初", "R8要求", "増減", "備考"],
        ["実行委員会負担金", 1200, 96000, 94800, _],
        ["競技会場仮設", _, 148000, 148000, "新規"],
        ["輸送", _, 32000, 32000, "新規"],
        ["広報", 800, 6400, 5600, _],
        ["計", 2000, 282400, 280400, _],
        ["※前回開催　昭和60年度、次回見込み　令和30年度"],
    ],
    truth((("実行委員会負担金", 96000, 1200), ("競技会場仮設", 148000, 0), ("輸送", 32000, 0), ("広報", 6400, 800)), year=8),
)  # fmt: skip
excel(
    "v21_units_differ",
    [
        ["令和８年度　警備費（千円）"],
        ["内容", "要求額", "前年度"],
        ["常駐", 9600, 9200000],
        ["機械", 1320, 1320000],
        ["新設", 4800, _],
        ["計", 15720, 10520000],
    ],
    truth((("常駐", 9600, 9200), ("機械", 1320, 1320), ("新設", 4800, 0)), year=8, must="asked"),
)  # fmt: skip
excel(
    "v22_years_apart_without_units",
    [
        ["令和８年度　実習船費（千円）"],
        ["内容", "要求額", "前年度"],
        ["燃料", 9600, 40],
        ["食料", 1320, 3],
        ["計", 10920, 43],
    ],
    truth((("燃料", 9600, 40), ("食料", 1320, 3)), year=8, must="asked"),
)  # fmt: skip

# What a person reads of the columns beside: sides in a note, 財源内訳 behind last year, what was spent up to a year, wholes.
excel(
    "v23_sides_in_a_note",
    [
        ["令和８年度　消費生活相談　要求"],
        ["左欄：R7当初　右欄：R8要求（千円）"],
        ["相談員報酬", 9600, 9840],
        ["弁護士相談", 1320, 1320],
        ["研修旅費", 240, 310],
        ["計", 11160, 11470],
    ],
    truth((("相談員報酬", 9840, 9600), ("弁護士相談", 1320, 1320), ("研修旅費", 310, 240)), year=8),
)  # fmt: skip
excel(
    "v24_sources_behind_last_year",
    [
        ["令和９年度　海岸保全費", _, _, _, _, _, "（千円）"],
        ["前年度", "要求額", "増減", "内容", "国費", "県債", "一財"],
        [40000, 42000, 2000, "護岸補修", 21000, 18900, 2100],
        [6000, 5500, -500, "調査", 2750, 0, 2750],
        [900, 950, 50, "清掃", 0, 0, 950],
        [46900, 48450, 1550, "計", 23750, 18900, 5800],
    ],
    truth((("護岸補修", 42000, 40000), ("調査", 5500, 6000), ("清掃", 950, 900)), year=9),
)  # fmt: skip
excel(
    "v25_up_to_a_year_and_last_year",
    [
        ["令和８年度　県営住宅建替事業　年次計画（千円）"],
        ["団地", "全体事業費", "R6まで", "R7当初", "R8要求", "R9以降"],
        ["緑町団地", 1450000, 320000, 410000, 530000, 190000],
        ["浜団地", 860000, 0, 60000, 240000, 560000],
        ["計", 2310000, 320000, 470000, 770000, 750000],
    ],
    truth((("緑町団地", 530000, 410000), ("浜団地", 240000, 60000)), year=8, name="県営住宅建替事業"),
)  # fmt: skip
excel(
    "v26_up_to_last_year_alone",
    [
        ["令和８年度　ため池改修　箇所別要求（千円）"],
        ["池名", "R7まで", "R8要求"],
        ["上池", 38000, 41000],
        ["奥谷池", 12000, 16500],
        ["計", 50000, 57500],
    ],
    truth((("上池", 41000, None), ("奥谷池", 16500, None)), previous=False, year=8),
)  # fmt: skip
excel(
    "v27_whole_beside_last_year",
    [
        ["令和８年度　私立学校施設補助（千円）"],
        ["学校", "総事業費", "R7県費", "R8県費要求額"],
        ["東高校", 90000, 22000, 30000],
        ["西学園", 45000, 15000, 15000],
        ["計", 135000, 37000, 45000],
    ],
    truth((("東高校", 30000, 22000), ("西学園", 15000, 15000)), year=8),
)  # fmt: skip
excel(
    "v28_whole_less_than_what_is_asked_for",
    [
        ["令和８年度　集落支援（千円）"],
        ["集落", "全体", "要求額"],
        ["上", 4000, 5000],
        ["下", 3000, 2500],
        ["計", 7000, 7500],
    ],
    truth((("上", 5000, None), ("下", 2500, None)), previous=False, year=8, must="asked"),
)  # fmt: skip
excel(
    "v29_plan_in_a_name",
    [
        ["地域交通プラン推進事業　R8要求額", _, "（千円）"],
        ["内容", "要求額", "前年度"],
        ["計画策定委託", 8800, 0],
        ["協議会", 420, 400],
        ["計", 9220, 400],
    ],
    truth((("計画策定委託", 8800, 0), ("協議会", 420, 400)), year=8, name="地域交通プラン推進事業"),
)  # fmt: skip
excel(
    "v30_second_choice_of_a_plan",
    [
        ["地域交通プラン推進事業　第２案　R8要求額", _, "（千円）"],
        ["内容", "要求額", "前年度"],
        ["計画策定委託", 8800, 0],
        ["協議会", 420, 400],
        ["計", 9220, 400],
    ],
    truth((("計画策定委託", 8800, 0), ("協議会", 420, 400)), year=8, name="地域交通プラン推進事業", must="asked"),
)  # fmt: skip
excel(
    "v31_halves_with_a_wrong_sum",
    [
        ["令和８年度　節別集計（千円）"],
        ["節", "要求額", "前年度", _, "節", "要求額", "前年度"],
        ["報酬", 2190, 2140, _, "委託料", 6820, 6490],
        ["旅費", 236, 214, _, "使用料及び賃借料", 198, 198],
        ["需用費", 815, 790, _, "計", 10359, 9832],
    ],
    truth((("報酬", 2190, 2140), ("旅費", 236, 214), ("需用費", 815, 790), ("委託料", 6820, 6490), ("使用料及び賃借料", 198, 198)), year=8, must="asked"),
)  # fmt: skip
excel(
    "v32_page_with_its_unit_in_words",
    [
        ["R8　文化施設修繕　一覧", _, _, "p.1"],
        ["※単位は千円"],
        ["施設", "内容", "要求額", "前年度"],
        ["県民会館", "空調", 18000, 9000],
        ["博物館", "照明", 7200, 0],
        ["R8　文化施設修繕　一覧", _, _, "p.2"],
        ["※単位は千円"],
        ["施設", "内容", "要求額", "前年度"],
        ["美術館", "防水", 24000, 21000],
        ["合計", _, 49200, 30000],
    ],
    truth((("空調", 18000, 9000), ("照明", 7200, 0), ("防水", 24000, 21000)), year=8),
)  # fmt: skip

# Headings that are parted below a merged one: with their units below, with blank cells in the first line.
excel(
    "v33_parted_headings_over_units",
    [
        ["令和８年度　庁舎清掃　要求"],
        ["内容", "令和８年度", _, _, "令和７年度"],
        [_, "本庁", "分庁舎", "計", _],
        [_, "千円", "千円", "千円", "千円"],
        ["日常", 1200, 800, 2000, 1900],
        ["定期", 300, 250, 550, 480],
        ["計", 1500, 1050, 2550, 2380],
    ],
    truth((("日常", 2000, 1900), ("定期", 550, 480)), year=8),
    merges="B2:D2",
)  # fmt: skip
excel(
    "v34_parted_headings_over_blank_cells",
    [
        ["令和８年度　庁舎清掃　要求（千円）"],
        ["内容", "令和８年度要求額", _, _, "令和７年度"],
        [_, "本庁", "分庁舎", "合計", _],
        ["日常", _, 2000, 2000, 1900],
        ["定期", 500, _, 500, 480],
        ["計", 500, 2000, 2500, 2380],
    ],
    truth((("日常", 2000, 1900), ("定期", 500, 480)), year=8),
    merges="B2:D2",
)  # fmt: skip

# Names of a head: another field behind them, a code of the accounting system before them.
_ROWS: Final = [["内容", "要求額", "前年度"], ["保守", 4200, 4000], ["更新", 1300, 900], ["計", 5500, 4900]]
for _key, _head, _name in (
    ("v35_field_behind_one_space", "事業名：河川台帳整備事業　担当課：河川課", "河川台帳整備事業"),
    ("v36_field_behind_a_stroke", "事業名：河川台帳整備事業／所管課：河川課", "河川台帳整備事業"),
    ("v37_field_in_brackets", "事業名：河川台帳整備事業（担当課：河川課）", "河川台帳整備事業"),
    ("v38_unknown_field", "事業名：河川台帳整備事業　　　　整理番号：12", "河川台帳整備事業"),
    ("v39_letters_apart", "事 業 名：河川台帳整備事業　　　担　当：河川課", "河川台帳整備事業"),
    ("v40_field_without_a_colon", "事業名：河川台帳整備事業　担当課　河川課", "河川台帳整備事業"),
    ("v41_field_before", "担当課：河川課　　事業名：0412 河川台帳整備事業", "河川台帳整備事業"),
    ("v42_code_before", "事業名：4120035 河川台帳整備事業", "河川台帳整備事業"),
    ("v43_code_in_brackets", "事業名：【0412】河川台帳整備事業", "河川台帳整備事業"),
    ("v44_code_behind", "事業名：河川台帳整備事業（08-02-03-0412）", "河川台帳整備事業"),
    ("v45_year_is_no_code", "事業名：2050 ゼロカーボン推進事業", "2050 ゼロカーボン推進事業"),
    ("v46_ages_are_no_code", "事業名：3-5歳児支援事業", "3-5歳児支援事業"),
):
    excel(
        _key,
        [["令和８年度　予算要求書（千円）"], [_head], *_ROWS],
        truth((("保守", 4200, 4000), ("更新", 1300, 900)), year=8, name=_name),
    )
excel(
    "v47_code_beside_its_label",
    [["令和８年度　予算要求書（千円）"], ["事業名", "08-02-0412 河川台帳整備事業"], *_ROWS],
    truth((("保守", 4200, 4000), ("更新", 1300, 900)), year=8, name="河川台帳整備事業"),
)

# The year: of a figure that is asked for, not of last year's; in the row of a system's export; behind a title. The name behind its section.
_OLD_FIRST: Final = [["内容", "前年", "要求"], ["保守", 4000, 4200], ["更新", 900, 1300], ["計", 4900, 5500]]
for _key, _above, _name, _must in (
    ("v48_year_of_the_request", "令和８年度要求額：5,500千円　／　令和７年度当初：4,900千円", "", "right"),
    ("v49_year_of_last_year_alone", "令和７年度当初：4,900千円", "", "asked"),
    ("v50_year_from_which_on", "施設更新（R8から5か年）", "", "asked"),
    ("v51_year_in_which_it_was_planned", "施設更新（R7当初で設計済）", "", "asked"),
    ("v52_section_before_the_name", "R8要求（環境課・ごみ収集事業）", "ごみ収集事業", "right"),
    ("v53_sections_in_the_name", "R8要求　住宅課・建築課連携事業", "住宅課・建築課連携事業", "right"),
    ("v54_dot_in_the_name", "R8要求　学習・生活支援事業", "学習・生活支援事業", "right"),
):
    excel(
        _key,
        [["防災対策費（千円）" if not _name else "要求書（千円）"], [_above], *_OLD_FIRST],
        truth((("保守", 4200, 4000), ("更新", 1300, 900)), year=8, name=_name, must=_must),
    )
excel(
    "v55_export_with_fields_in_one_row",
    [
        ["令和８年度", "一般会計", "歳出", _, "単位：千円"],
        ["コード", "内容", "前年度予定額", "当年度予定額", "増減"],
        [101, "保守", 4000, 4200, 200],
        [102, "更新", 900, 1300, 400],
        [_, "計", 4900, 5500, 600],
    ],
    truth((("保守", 4200, 4000), ("更新", 1300, 900)), year=8),
)

# One amount for what several rows explain: merged, or what they add up to.
_GROUPS: Final = [
    ["節", "内容", "内訳", "要求額", "前年度"],
    ["需用費", "食料", 100, 160, 150],
    [_, "毛布", 60, _, _],
    ["役務費", "電話", 40, 40, 30],
    ["合計", _, 200, 200, 180],
]
_SUMS: Final = (("需用費", 160, 150), ("役務費", 40, 30))
_TITLE: Final = ["令和８年度　防災　要求", _, _, _, "千円"]
excel("v56_merged_amounts_and_parts", [_TITLE, *_GROUPS], truth(_SUMS, year=8), merges="A3:A4 D3:D4 E3:E4")
excel("v57_amounts_and_parts_not_merged", [_TITLE, *_GROUPS], truth(_SUMS, year=8))
excel(
    "v58_merged_amounts_without_parts",
    [[*_TITLE[:3], "千円"], *([*row[:2], *row[3:]] for row in _GROUPS)],
    truth(_SUMS, year=8),
    merges="A3:A4 C3:C4 D3:D4",
)
excel(
    "v59_blank_line_that_is_one",
    [[*_TITLE[:3], "千円"], *([*row[:2], *row[3:]] for row in _GROUPS)],
    truth((("食料", 160, 150), ("毛布", None, None), ("電話", 40, 30)), year=8),
)
excel(
    "v60_last_year_alone_merged",
    [
        [*_TITLE[:3], "千円"],
        ["節", "内容", "要求額", "前年度"],
        ["需用費", "食料", 100, 150],
        [_, "毛布", 60, _],
        ["役務費", "電話", 40, 30],
        ["合計", _, 200, 180],
    ],
    truth((("食料", 100, None), ("毛布", 60, None), ("電話", 40, 30)), year=8, must="asked"),
    merges="A3:A4 D3:D4",
)

# Lists: words behind or between the amounts, sums that are wrong, what is only a part.
_LISTED: Final = (("委託", 8800, 0), ("保守", 3740, 3630))
for _key, _lines, _must in (
    ("v61_new_in_brackets", "・委託　8,800千円（R7：0千円）（新規）\n・保守　3,740千円（R7：3,630千円）\n計　12,540千円（R7：3,630千円）", "right"),
    ("v62_new_between", "・委託　8,800千円【新規】（R7：0千円）\n・保守　3,740千円（R7：3,630千円）\n計　12,540千円（R7：3,630千円）", "right"),
    ("v63_list_sum_wrong", "・委託　8,800千円（R7：0千円）\n・保守　3,740千円（R7：3,630千円）\n計　12,450千円（R7：3,630千円）", "finding"),
    ("v64_list_last_year_wrong", "・委託　8,800千円（R7：0千円）\n・保守　3,740千円（R7：3,630千円）\n計　12,540千円（R7：3,360千円）", "finding"),
):  # fmt: skip
    text(
        _key,
        ".txt",
        f"令和８年度当初予算要求　地籍図管理事業\n\n{_lines}\n",
        truth(_LISTED, year=8, name="地籍図管理事業", must=_must),
    )
text(
    "v65_list_of_the_main_ones", ".txt",
    "地籍図管理事業\n令和８年度要求額　12,540千円　主なものは次のとおり\n・委託　8,800千円\n・保守　3,000千円\n",
    truth((("委託", 8800, None), ("保守", 3000, None)), previous=False, year=8, must="asked"),
)  # fmt: skip

# Income of a public enterprise; a title's year over headings; what sentences say of other years; three names, one of a letter.
for _key, _income, _costs, _sum in (
    ("v66_income_just_summed", "１　収益的収入", "２　収益的支出", "計"),
    ("v67_income_by_its_sum", "１　医療の収益", "２　医療の費用", "収入計"),
    ("v68_income_by_its_title", "１　病院事業収益", "２　病院事業費用", "計"),
):
    _head = ["項目", "R8要求", "R7当初"]
    excel(
        _key,
        [
            ["病院　令和８年度予算要求", _, "千円"],
            [_income],
            _head,
            ["入院", 4820, 4710],
            ["外来", 1980, 1925],
            [_sum, 6800, 6635],
            [],
            [_costs],
            _head,
            ["給与費", 4150, 4020],
            ["材料費", 1760, 1690],
            ["計", 5910, 5710],
        ],
        truth((("給与費", 4150, 4020), ("材料費", 1760, 1690)), year=8),
    )
excel(
    "v69_year_of_a_title_over_headings",
    [
        ["河川環境整備事業", _, "令和８年度当初", "（千円）"],
        ["内容", "本年度要求", "前年度", "差引"],
        ["伐採", 21600, 19800, 1800],
        ["撤去", 54000, 61000, -7000],
        ["計", 75600, 80800, -5200],
    ],
    truth((("伐採", 21600, 19800), ("撤去", 54000, 61000)), year=8),
)
excel(
    "v70_year_over_this_and_last",
    [
        ["要求内訳（千円）"],
        ["内容", "令和８年度", _, "備考"],
        [_, "本年度", "前年度", _],
        ["保守", 4200, 4000, _],
        ["更新", 1300, 900, _],
        ["計", 5500, 4900, _],
    ],
    truth((("保守", 4200, 4000), ("更新", 1300, 900)), year=8),
)
for _key, _said, _columns, _must in (
    (
        "v71_sentence_of_what_was_asked_for",
        "令和６年度に要求した額を基にしています。",
        _OLD_FIRST[0],
        "asked",
    ),
    (
        "v72_sentence_of_what_was_refused",
        "令和７年度の要求では認められませんでした。",
        _OLD_FIRST[0],
        "asked",
    ),
    (
        "v73_sentence_of_this_request",
        "令和８年度の当初予算で要求したい額です。",
        ["内容", "R7当初", "要求額"],
        "right",
    ),
    (
        "v74_sentence_two_years_on",
        "令和９年度に向けた準備の経費です。",
        ["内容", "R7当初", "要求額"],
        "asked",
    ),
):
    excel(
        _key,
        [["防災設備費（千円）"], [_said], _columns, *_OLD_FIRST[1:]],
        truth((("保守", 4200, 4000), ("更新", 1300, 900)), year=8, must=_must),
    )
_PLAN: Final = [["体育館", 68400, 71200, 71200, 71900], ["武道館", 21300, 22100, 22100, 22300]]
for _key, _old, _must in (
    ("v75_present_contract", "現契約（R7）", "right"),
    ("v76_last_year_in_other_words", "R7指定管理料", "asked"),
):
    excel(
        _key,
        [
            ["指定管理料　次期指定期間（R8～R10）", _, _, _, "千円"],
            ["施設", _old, "次期", _, _],
            [_, _, "R8", "R9", "R10"],
            *_PLAN,
            ["※令和８年度当初予算で要求。R9以降は債務負担行為"],
        ],
        truth((("体育館", 71200, 68400), ("武道館", 22100, 21300)), year=8, must=_must),
        merges="A2:A3 B2:B3 C2:E2",
    )
for _key, _of in (
    (
        "v77_three_names",
        (("東部", "中学校", "屋根の塗装"), ("西部", "小学校", "床の張替"), ("南部", "高校", "外壁")),
    ),
    (
        "v78_three_names_of_one_letter",
        (("国道1号", "本町", "舗装"), ("県道2号", "東町", "橋"), ("県道3号", "西町", "側溝")),
    ),
):
    excel(
        _key,
        [
            ["令和８年度要求　修繕", _, _, _, "千円"],
            ["地区", "場所", "修繕内容", "要求額", "前年度"],
            *([*names, 100 * at, 90 * at] for at, names in enumerate(_of, start=1)),
            ["計", _, _, 600, 540],
        ],
        truth(tuple((names[2], 100 * at, 90 * at) for at, names in enumerate(_of, start=1)), year=8),
    )

# Halves side by side: a sum of last year that is wrong, and sums of each half.
_HALVES: Final = ["節", "要求額", "前年度", _, "節", "要求額", "前年度"]
excel(
    "v79_halves_with_a_wrong_sum_of_last_year",
    [
        ["令和８年度　節別集計（千円）"],
        _HALVES,
        ["報酬", 2190, 2140, _, "委託料", 6820, 6490],
        ["旅費", 236, 214, _, "使用料", 198, 198],
        ["需用費", 815, 790, _, "計", 10259, 9382],
    ],
    truth(
        (
            ("報酬", 2190, 2140),
            ("旅費", 236, 214),
            ("需用費", 815, 790),
            ("委託料", 6820, 6490),
            ("使用料", 198, 198),
        ),
        year=8,
        must="asked",
    ),
)
excel(
    "v80_halves_each_with_its_sum_one_wrong",
    [
        ["令和８年度　節別集計（千円）"],
        _HALVES,
        ["報酬", 2190, 2140, _, "委託料", 6820, 6490],
        ["旅費", 236, 214, _, "使用料", 198, 198],
        ["計", 2426, 2354, _, "計", 7081, 6688],
    ],
    truth(
        (("報酬", 2190, 2140), ("旅費", 236, 214), ("委託料", 6820, 6490), ("使用料", 198, 198)),
        year=8,
        must="finding",
    ),
)

# Lists in mails: the unit or the sum in a sentence, and what is counted beside what is asked for.
_FAIR: Final = (("会場借上", 1200, 1100), ("警備委託", 2530, 2310), ("広報物印刷", 440, 396))
_PEOPLE: Final = (
    "参加者数\n・大人　1,200（前年度 1,100）\n・子ども　300（前年度 280）\n計　1,500（前年度 1,380）\n"
)
_ASKING: Final = "夏まつり開催事業のR9要求です（単位：千円）。\n\n"
_OWN: Final = "".join(
    f"({n}) {what}：{this:,}千円（R8当初 {last:,}千円）\n" for n, (what, this, last) in enumerate(_FAIR, 1)
)
_BARE: Final = "".join(f"・{what}　{this:,}（前年度 {last:,}）\n" for what, this, last in _FAIR)
_SPACED: Final = "".join(
    f"{what}　　{this:,}　　{last:,}\n" for what, this, last in (*_FAIR, ("計", 4170, 3806))
)
for _name, _content, _must in (
    ("v91_table_of_blanks_above_people", f"{_ASKING}内容　　要求額　　前年度\n{_SPACED}\n{_PEOPLE}", "right"),
    ("v92_people_alone", f"{_ASKING}要求の内訳は別紙のとおり。\n{_PEOPLE}", "asked"),
    ("v93_list_without_units_wrong_sum", f"{_ASKING}夏まつり開催事業\n{_BARE}計　4,000（前年度 3,806）\n", "finding"),
    ("v94_sum_in_a_sentence", f"観光課です。夏まつり開催事業の令和9年度当初予算に4,170千円を要求します。\n\n{_OWN}", "right"),
    ("v95_another_sum_in_a_sentence", f"観光課です。夏まつり開催事業のR9要求額は総額4,270千円です。\n\n{_OWN}", "asked"),
    ("v96_list_of_units_above_people", f"{_ASKING}{_OWN}計　4,170千円（R8当初 3,806千円）\n\n{_PEOPLE}", "right"),
):  # fmt: skip
    text(_name, ".txt", _content, truth(_FAIR, year=9, name="夏まつり開催事業", must=_must))
for _name, _head, _must in (
    ("v97_field_and_title_of_two_years", [["夏まつり開催事業　令和9年度要求"], ["年度", 8]], "asked"),
    ("v98_field_of_a_bare_year", [["年度", 9, "款", 7], ["夏まつり開催事業"]], "right"),
    ("v99_count_behind_the_sum", [["夏まつり開催事業　R9要求"]], "right"),
):
    excel(
        _name,
        [*_head, ["単位：千円"], ["内容", "要求額", "前年度"], *_FAIR, ["計　３件", 4170, 3806]],
        truth(_FAIR, year=9, name="夏まつり開催事業", must=_must),
    )
# Amounts of sentences, below their names, of counts, and of a whole.
_SAID: Final = (("高齢運転者教室", 1320, 1250), ("返納支援", 2640, 2310), ("体験会", 880, 1100))
_HEAD: Final = "高齢者交通安全対策事業\n令和8年度当初予算　要求\n\n"
for _key, _body, _must in (
    (
        "v81_sentence_of_a_sum_first",
        "要求額は4,840千円（前年度4,660千円）で、内訳は高齢運転者教室が1,320千円（同1,250千円）、返納支援が2,640千円（同2,310千円）、体験会が880千円（同1,100千円）です。",
        "right",
    ),
    (
        "v82_sentence_of_the_year_before",
        "令和7年度は、高齢運転者教室に1,320千円、返納支援に2,640千円、体験会に880千円、合計4,840千円を要求しました。",
        "asked",
    ),
    (
        "v83_sentence_of_sources",
        "財源は、国庫支出金が1,320千円（前年度1,250千円）、県債が2,640千円（前年度2,310千円）、一般財源が880千円（前年度1,100千円）、合計4,840千円（前年度4,660千円）です。",
        "asked",
    ),
    (
        "v84_sentence_with_a_wrong_sum",
        "高齢運転者教室に1,320千円（前年度1,250千円）、返納支援に2,640千円（前年度2,310千円）、体験会に880千円（前年度1,100千円）、合計4,940千円（前年度4,660千円）を要求します。",
        "asked",
    ),
    (
        "v85_amount_below_its_name",
        "高齢運転者教室\n1,320千円（前年度1,250千円）\n返納支援\n2,640千円（前年度2,310千円）\n体験会\n880千円（前年度1,100千円）\n合計\n4,840千円（前年度4,660千円）",
        "right",
    ),
    (
        "v86_counts_under_a_heading_of_names",
        "（単位：千円）\n\t内容\t要求額\t前年度予算額\n高齢運転者教室\t延べ62回\t1320\t1250\n返納支援\t約1,400人\t2640\t2310\n体験会\t3会場\t880\t1100\n計\t\t4840\t4660",
        "right",
    ),
    (
        "v87_whole_of_which_a_part_is_asked",
        "（単位：千円）\n内容\t要求額\t前年度予算額\n高齢運転者教室\t1320\t1250\n返納支援\t2640\t2310\n体験会\t880\t1100\n計\t4840\t4660\n\n総額9,000千円のうち1/2を県が負担する",
        "asked",
    ),
):
    text(_key, ".txt", f"{_HEAD}{_body}\n", truth(_SAID, year=8, must=_must))

# Last year's amounts as this year's less the difference, where a heading says from what and each row has both; else asked.
_LESS: Final = [["委託", 18700, 1650], ["保管", 2640, 0], ["補助", 3300, -1100], ["計", 24640, 550]]
_LESS_TRUTH: Final = truth((("委託", 18700, 17050), ("保管", 2640, 2640), ("補助", 3300, 4400)), year=8)


def _less(name: str, headings: list[object], rows: Sequence[Sequence[object]] = _LESS) -> None:
    """A table with these headings behind the names of its lines."""
    excel(name, [["和牛振興　令和８年度要求"], [_, _, "千円"], ["項目", *headings], *rows], _LESS_TRUTH)


_less("v90_less_last_year", ["要求額", "対前年度増減"])
_less("v91_less_and_rate", ["要求額", "対前年度増減", "増減率"], [[*row, "5%"] for row in _LESS])
_less("v92_less_dash", ["要求額", "対前年度増減"], [[*row[:2], row[2] or "－"] for row in _LESS])
_less(
    "v93_less_triangle",
    ["要求額", "前年度との差額"],
    [[*row[:2], str(row[2]).replace("-", "△")] for row in _LESS],
)
_less("v94_less_unsaid", ["要求額", "増減"])
_less("v95_less_new", ["要求額", "対前年度増減"], [[*row[:2], row[2] or "皆増"] for row in _LESS])
_less("v96_less_blank", ["要求額", "対前年度増減"], [[*row[:2], row[2] or _] for row in _LESS])
_less(
    "v97_less_in_yen",
    ["要求額", "対前年度増減（円）"],
    [[*row[:2], int(str(row[2])) * 1000] for row in _LESS],
)
_less("v98_less_before_last", ["要求額", "対前々年度増減"])
_less("v99_rate_alone", ["要求額", "前年比"])
_less("v100_more_than_asked", ["要求額", "対前年度増減"], [[row[0], row[2], row[1]] for row in _LESS])
_less("v101_less_wrong_total", ["要求額", "対前年度増減"], [*_LESS[:3], ["計", 24640, 1550]])
_less("v111_less_of_settled", ["要求額", "対前年度決算増減"])
_less("v112_less_of_last_request", ["要求額", "対前年度要求増減"])
excel(
    "v113_less_supplementary",
    [["和牛振興　令和８年度12月補正要求"], [_, _, "千円"], ["項目", "要求額", "対前年度増減"], *_LESS],
    _LESS_TRUTH,
)
_less(
    "v114_less_of_which",
    ["要求額", "対前年度増減"],
    [_LESS[0], ["うち人件費", 5000, 100], *_LESS[1:], ["※ 単価の増"]],
)
text(
    "v102_less_page", ".html",
    "<html><body><h1>令和8年度要求　和牛振興（千円）</h1><table><tr><th>項目</th><th>要求額</th><th>対前年度増減</th></tr>"
    + "".join(f"<tr><td>{what}</td><td>{this:,}</td><td>{apart:,}</td></tr>" for what, this, apart in _LESS)
    + "</table></body></html>",
    _LESS_TRUTH,
)  # fmt: skip

# The unit over the last heading, of another year's amounts; over a price it is not that of the amounts.
for _name, _last in (("v103_unit_over_heading", "9年度見込額"), ("v104_unit_over_price", "単価")):
    excel(
        _name,
        [
            ["催事費 年度別支出予定額調書"],
            ["令和８年度当初要求", _, _, "観光課", "円" if _last == "単価" else "千円"],
            ["契約件名", "6年度決算", "7年度当初", "8年度要求", _last],
            ["委託", 17000, 17050, 18701, 17000],
            ["保管", 2640, 2640, 2640, 2640],
            ["計", 19640, 19690, 21341, 19640],
        ],
        truth((("委託", 18701, 17050), ("保管", 2640, 2640)), year=8),
    )  # fmt: skip

# An amount below a heading with a mark and words between them; what is struck out is not said any more.
_BELOW: Final = (("会場借上", 1200, 1100), ("警備委託", 2530, 2310), ("広報物印刷", 440, 396))
for _name, _marks in (("v105_headings_round", "①②③"), ("v106_headings_kana", "アイウ")):
    text(
        _name, ".html",
        "<html><body><h1>夏まつり開催事業</h1><p>令和８年度要求</p>"
        + "".join(
            f"<h3>{mark} {what}</h3><p>委託先を入札で決める</p><p>要求額 {this:,}千円（前年度 {last:,}千円）</p>"
            for mark, (what, this, last) in zip(_marks, _BELOW, strict=True)
        )
        + "<p>要求額合計 4,170千円（前年度 3,806千円）</p></body></html>",
        truth(_BELOW, year=8, name="夏まつり開催事業"),
    )  # fmt: skip
for _name, _words in (
    ("v108_one_mark_over_all", "{what}\n要求額 {this:,}千円（前年度 {last:,}千円）\n"),
    (
        "v109_marks_below_headings",
        "(1) {what}\n・委託先を入札で決める\n要求額 {this:,}千円（前年度 {last:,}千円）\n",
    ),
    (
        "v110_words_below_headings",
        "(1) {what}\n委託先を入札で決める\n要求額 {this:,}千円（前年度 {last:,}千円）\n",
    ),
):
    text(
        _name, ".txt",
        "夏まつり開催事業\n令和８年度要求\n\n"
        + ("１　要求内容\n" if "one_mark" in _name else "")
        + "".join(_words.format(what=what, this=this, last=last) for what, this, last in _BELOW)
        + "要求額合計 4,170千円（前年度 3,806千円）\n",
        truth(_BELOW, year=8, name="夏まつり開催事業"),
    )  # fmt: skip
text(
    "v107_struck_row", ".html",
    "<html><body><h1>夏まつり開催事業　令和８年度要求（千円）</h1><table><tr><th>内容</th><th>要求額</th><th>前年度</th></tr>"
    "<tr><td><del>看板</del></td><td><del>900</del></td><td><del>0</del></td></tr>"
    + "".join(f"<tr><td>{what}</td><td>{this:,}</td><td><strike>1</strike>{last:,}</td></tr>" for what, this, last in _BELOW)
    + "<tr><td>計</td><td>4,170</td><td>3,806</td></tr></table></body></html>",
    truth(_BELOW, year=8, name="夏まつり開催事業"),
)  # fmt: skip

# Tabs beside each other: what works out lines of the request, offices, versions, and a hidden draft.
_HEAD: Final = [["令和８年度　当初予算要求内訳"], ["事業名", "砂防調査事業", _, "千円"]]
_CLASSES: Final = (("報償費", 600, 500), ("旅費", 400, 300), ("需用費", 500, 450))
_REQUEST: Final = [*_HEAD, ["節", "要求額", "前年度"], *map(list, _CLASSES), ["計", 1500, 1250]]
for _name, _tabs in {
    "v120_basis_in_another_order": {
        "積算": [
            ["積算", "千円"],
            ["内容", "金額"],
            ["県内", 300],
            ["県外", 100],
            ["講師", 350],
            ["委員", 250],
            ["用紙", 200],
            ["印刷", 300],
            ["計", 1500],
        ]
    },
    "v121_basis_of_two_lines": {
        "報償費": [["積算", "千円"], ["内容", "金額"], ["講師", 350], ["委員", 250], ["計", 600]],
        "旅費": [["積算", "千円"], ["内容", "金額"], ["県内", 300], ["県外", 100], ["計", 400]],
    },
    "v122_basis_in_yen": {
        "積算（旅費）": [
            ["積算", _, _, "円"],
            ["内容", "人", "単価", "金額"],
            ["県内", 3, 100000, 300000],
            ["県外", 1, 100000, 100000],
            ["計", _, _, 400000],
        ]
    },
}.items():
    excel(_name, {"要求": _REQUEST, **_tabs}, truth(_CLASSES, year=8, name="砂防調査事業"))  # fmt: skip
_EXPLAINED: Final = [["報償費", "講師", 600, 500], ["委託料", "調査", 600, 610]]
excel(
    "v123_basis_of_one_class",
    {
        "要求": [*_HEAD, ["節", "説明", "要求額", "前年度"], *_EXPLAINED, ["計", _, 1200, 1110]],
        "積算根拠（委託料）": [["積算", _, _, "千円"], ["管内", "箇所数", "単価", "金額"], ["北部", 3, 100, 300], ["南部", 3, 100, 300], ["計", 6, _, 600]],
    },
    truth((("報償費講師", 600, 500), ("委託料調査", 600, 610)), year=8, name="砂防調査事業"),
)  # fmt: skip
excel(
    "v124_sum_by_chance",
    {
        "要求": _REQUEST,
        "備品": [["備品", _, "千円"], ["品名", "要求額", "前年度"], ["机", 400, 0], ["椅子", 200, 100], ["計", 600, 100]],
    },
    truth((*_CLASSES, ("机", 400, 0), ("椅子", 200, 100)), year=8, must="asked"),
)  # fmt: skip
for _name, _names, _must in (
    ("v125_schools", ("港東高等学校", "港西高等学校"), "right"),
    ("v126_months", ("９月時点", "１０月時点"), "asked"),
):
    _lines = ((("光熱水費", 900, 880), ("図書", 300, 310)), (("光熱水費", 700, 690), ("実習材料", 640, 600)))
    excel(
        _name,
        {
            tab: [*_HEAD, [tab], ["内容", "要求額", "前年度"], *map(list, rows), ["計", *(sum(row[at] for row in rows) for at in (1, 2))]]
            for tab, rows in zip(_names, _lines, strict=True)
        },
        truth((*_lines[0], *_lines[1]), year=8, name="砂防調査事業", must=_must),
    )  # fmt: skip
excel(
    "v127_hidden_draft",
    [*_HEAD, ["内容", "要求額（素案）", "要求額", "前年度"], *([what, this + 70, this, last] for what, this, last in _CLASSES), ["計", 1710, 1500, 1250]],
    truth(_CLASSES, year=8, name="砂防調査事業"),
    hidden="B",
)  # fmt: skip
for _name, _basis, _must in (
    ("v128_worked_out", "150千円×10回", "right"),
    ("v129_nearly_the_sum", "", "asked"),
):
    excel(
        _name,
        [*_HEAD, ["内容", "積算", "要求額", "前年度"], *([what, _, this, last] for what, this, last in _CLASSES), ["大会", _basis, 1500, 1400]],
        truth((*_CLASSES, ("大会", 1500, 1400)), year=8, name="砂防調査事業", must=_must),
    )  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
