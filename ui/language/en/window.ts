<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.window</name>
    <message>
        <source>予算帖</source>
        <translation>Yosancho</translation>
    </message>
    <message>
        <source>前回保存されなかった書きかけがあります。［ファイル］→［最近使った要求書］から開けます。</source>
        <translation>There is unsaved work from last time. Open it from File → Recent requests.</translation>
    </message>
</context>
</TS>
