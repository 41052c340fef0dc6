<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.tables</name>
    <message>
        <source>{added:,}行を加え、{replaced}は前の内容を置き換えました（Ctrl+Z で戻ります）。</source>
        <translation>Rows added: {added:,}. Replaced what was there before: {replaced} (Ctrl+Z undoes it).</translation>
    </message>
    <message>
        <source>{added:,}行を加えました（Ctrl+Z で戻ります）。</source>
        <translation>Rows added: {added:,} (Ctrl+Z undoes it).</translation>
    </message>
    <message>
        <source>{count:,}個のセル</source>
        <translation>cells: {count:,}</translation>
    </message>
    <message>
        <source>{label}の入力</source>
        <translation>Typing in {label}</translation>
    </message>
    <message>
        <source>{replaced}は前の内容を置き換えました（Ctrl+Z で戻ります）。</source>
        <translation>Replaced what was there before: {replaced} (Ctrl+Z undoes it).</translation>
    </message>
    <message>
        <source>このセルの指摘</source>
        <translation>Findings of this cell</translation>
    </message>
    <message>
        <source>このセルは空にできません。行を消すのは Ctrl+- です。</source>
        <translation>This cell cannot be emptied. Ctrl+- deletes the row.</translation>
    </message>
    <message>
        <source>と</source>
        <translation> and </translation>
    </message>
    <message>
        <source>クリップボードに文字がありません。表は変わっていません。</source>
        <translation>The clipboard holds no text. The table is as it was.</translation>
    </message>
    <message>
        <source>セルの消去</source>
        <translation>Clear cells</translation>
    </message>
    <message>
        <source>データの個数 {count:,}&#x3000;合計 {total}&#x3000;平均 {average}</source>
        <translation>Count {count:,}   Sum {total}   Average {average}</translation>
    </message>
    <message>
        <source>下へコピー</source>
        <translation>Copy down</translation>
    </message>
    <message>
        <source>入力した額です（計算値 {amount}千円）。↺ を押すと計算値に戻ります。</source>
        <translation>A declared figure (derived: {amount} thousand yen). ↺ returns to the derived figure.</translation>
    </message>
    <message>
        <source>前年度の額を入れるのは、所要経費の要求額の欄です。</source>
        <translation>Last year&apos;s amounts go into the request amounts (要求額) of the cost tables.</translation>
    </message>
    <message>
        <source>計算値に戻す</source>
        <translation>Return to the derived figure</translation>
    </message>
    <message>
        <source>貼り付け</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>選択したセルの合計</source>
        <translation>Sum of the selected cells</translation>
    </message>
</context>
</TS>
