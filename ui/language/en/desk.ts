<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.desk</name>
    <message>
        <source>予算帖</source>
        <translation>Yosancho</translation>
    </message>
</context>
</TS>
