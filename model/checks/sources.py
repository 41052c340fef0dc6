"""Sources that several rules have: the law, the form or the guide, in words of a reader who looks it up."""

from __future__ import annotations

from typing import Final

INPUT: Final = "予算帖の入力の決まり"
PUBLISHED_SHEETS: Final = "公表された要求書の計算"
PUBLISHED_COMMITMENTS: Final = "公表された債務負担行為要求書"
PUBLISHED_NOTES: Final = "公表された要求書の注"
COMMITMENT_LAW: Final = "地方自治法214条・同施行令144条（債務負担行為とその調書）"
CALCULATIONS: Final = "積算の検算（公表された要求書、査定基準「積算は正確か」）"
CHANGES: Final = "財政課の査定の視点（増減の大きい経費と新しい経費の理由）"
ESTIMATES: Final = "予算要求書（見積書）の作成の留意事項"
ESTIMATES_AND_CLASSES: Final = f"{ESTIMATES}、自治体の支出科目の手引"
PROJECT_ENDS: Final = "事業評価（すべての事業に終期を設定）"
TEXTS_AND_TABLES: Final = "本文と所要経費の表の照合（財政課への想定問答、公表ページ）"
