<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.section_tables</name>
    <message>
        <source>この表を上へ移す（Alt+Shift+↑）</source>
        <translation>Move this table up (Alt+Shift+↑)</translation>
    </message>
    <message>
        <source>この表を下へ移す（Alt+Shift+↓）</source>
        <translation>Move this table down (Alt+Shift+↓)</translation>
    </message>
    <message>
        <source>この表を削除する（元に戻せます）</source>
        <translation>Delete this table (can be undone)</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>none</translation>
    </message>
    <message>
        <source>入れる欄のない{lost}個のセルは貼り付けませんでした。</source>
        <translation>Cells not pasted, for there is no field for them: {lost}. </translation>
    </message>
    <message>
        <source>入力した計です（行の和 {said}）。↺ を押すと行の和に戻ります。</source>
        <translation>A typed total (sum of the rows: {said}). ↺ returns to the sum of the rows.</translation>
    </message>
    <message>
        <source>入力した計を行の和に戻す</source>
        <translation>Return the typed total to the sum of the rows</translation>
    </message>
    <message>
        <source>列の削除</source>
        <translation>Delete column</translation>
    </message>
    <message>
        <source>列の挿入</source>
        <translation>Insert column</translation>
    </message>
    <message>
        <source>列の移動</source>
        <translation>Move column</translation>
    </message>
    <message>
        <source>列の計を出す・やめる</source>
        <translation>Show or drop the total of the column</translation>
    </message>
    <message>
        <source>列を削除</source>
        <translation>Delete column</translation>
    </message>
    <message>
        <source>列を右へ移す</source>
        <translation>Move column right</translation>
    </message>
    <message>
        <source>列を左に挿入</source>
        <translation>Insert column at the left</translation>
    </message>
    <message>
        <source>列を左へ移す</source>
        <translation>Move column left</translation>
    </message>
    <message>
        <source>単位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>本文の表</source>
        <translation>Section table</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>行の削除</source>
        <translation>Delete row</translation>
    </message>
    <message>
        <source>行の挿入</source>
        <translation>Insert row</translation>
    </message>
    <message>
        <source>行の移動</source>
        <translation>Move row</translation>
    </message>
    <message>
        <source>行を上に挿入</source>
        <translation>Insert row above</translation>
    </message>
    <message>
        <source>行を上へ移す</source>
        <translation>Move row up</translation>
    </message>
    <message>
        <source>行を下へ移す</source>
        <translation>Move row down</translation>
    </message>
    <message>
        <source>行（Ctrl+スペースで選んだ列）を削除</source>
        <translation>Delete row (or column selected by Ctrl+Space)</translation>
    </message>
    <message>
        <source>表の削除</source>
        <translation>Delete table</translation>
    </message>
    <message>
        <source>表の最後の列は削除できません。表ごと削除するには「表を削除」を使います。</source>
        <translation>The last column of a table cannot be deleted. “Delete table” deletes the whole table.</translation>
    </message>
    <message>
        <source>表の注（なければ空欄のまま）</source>
        <translation>Note of the table (may stay empty)</translation>
    </message>
    <message>
        <source>表の移動</source>
        <translation>Move table</translation>
    </message>
    <message>
        <source>表の行にカーソルを置いてから選んでください。</source>
        <translation>Put the cursor into a row of the table first.</translation>
    </message>
    <message>
        <source>表の題（なければ空欄のまま）</source>
        <translation>Title of the table (may stay empty)</translation>
    </message>
    <message>
        <source>表を上へ移す</source>
        <translation>Move table up</translation>
    </message>
    <message>
        <source>表を下へ移す</source>
        <translation>Move table down</translation>
    </message>
    <message>
        <source>表を削除</source>
        <translation>Delete table</translation>
    </message>
    <message>
        <source>見出し</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>見出しと計のほかに{rows}行を貼り付けました。</source>
        <translation>Pasted the headings, the total and rows: {rows}. </translation>
    </message>
    <message>
        <source>見出しのほかに{rows}行を貼り付けました。</source>
        <translation>Pasted the headings and rows: {rows}. </translation>
    </message>
    <message>
        <source>計</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>計をやめる</source>
        <translation>Drop total</translation>
    </message>
    <message>
        <source>計を出す</source>
        <translation>Show total</translation>
    </message>
    <message>
        <source>（列）</source>
        <translation>(new)</translation>
    </message>
    <message>
        <source>（次の行）</source>
        <translation>(next row)</translation>
    </message>
</context>
</TS>
