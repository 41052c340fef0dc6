<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.pictures</name>
    <message>
        <source>図にできる数字が、まだありません。金額や人役を入れると、ここに図が出ます。</source>
        <translation>There are no figures to draw yet. Pictures appear here once amounts or headcounts are entered.</translation>
    </message>
</context>
</TS>
