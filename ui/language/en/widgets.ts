<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.widgets</name>
    <message>
        <source>{label}の入力</source>
        <translation>Typing in {label}</translation>
    </message>
    <message>
        <source>{label}の変更</source>
        <translation>Change of {label}</translation>
    </message>
    <message>
        <source>{length:,}／{limit:,}字</source>
        <translation>{length:,} of {limit:,} characters</translation>
    </message>
    <message>
        <source>付せん（{head}）: {text}</source>
        <translation>Sticky note ({head}): {text}</translation>
    </message>
    <message>
        <source>写した表を、文として入れました。表として入れるには Ctrl+Z で戻し、経費の表の中で Ctrl+V、本文の項目で Ctrl+Alt+V を押します。</source>
        <translation>The copied table came in as text. To have it as a table, go back with Ctrl+Z and press Ctrl+V within the cost tables, or Ctrl+Alt+V in a section of the text.</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>計算値に戻す</source>
        <translation>Return to the derived figure</translation>
    </message>
    <message>
        <source>誤り</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>（この欄の指摘はほかに{count}件）</source>
        <translation> (further findings here: {count})</translation>
    </message>
</context>
</TS>
