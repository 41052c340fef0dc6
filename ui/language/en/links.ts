<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.links</name>
    <message>
        <source>Enter 入れる・↑↓ 選ぶ・Esc やめる</source>
        <translation>Enter inserts, ↑↓ choose, Esc closes</translation>
    </message>
    <message>
        <source>{figure}（減額）</source>
        <translation>{figure} (decrease)</translation>
    </message>
    <message>
        <source>{words} ＝ {label}&#x3000;Ctrl+K でつなぐ</source>
        <translation>{words} = {label}  Ctrl+K links it</translation>
    </message>
    <message>
        <source>「{shown}」はただの文字になりました。</source>
        <translation>“{shown}” is ordinary text now.</translation>
    </message>
    <message>
        <source>「{words}」を{label}とつなぎました。</source>
        <translation>“{words}” is linked to {label}.</translation>
    </message>
    <message>
        <source>ありません</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>つながりを外す</source>
        <translation>Unlink figure</translation>
    </message>
    <message>
        <source>つなぐ数字を探す</source>
        <translation>Search for a figure to link</translation>
    </message>
    <message>
        <source>カーソルの所に、つないだ数字はありません。</source>
        <translation>There is no linked figure at the cursor.</translation>
    </message>
    <message>
        <source>名前か数字で探す（例: 要求額、12085）</source>
        <translation>Search by name or number (要求額, 12085)</translation>
    </message>
    <message>
        <source>数字をつなぐ</source>
        <translation>Link figure</translation>
    </message>
    <message>
        <source>数字をつなげるのは、本文・注・処理欄などの文の中です。文の中にカーソルを置いてから選んでください。</source>
        <translation>Figures are linked within texts (本文, notes, 処理欄). Put the cursor into a text first.</translation>
    </message>
    <message>
        <source>数字を入れる</source>
        <translation>Insert figure</translation>
    </message>
    <message>
        <source>文の中に、要求書の数字と確かめられてまだつながっていない数字はありません。</source>
        <translation>The texts have no unlinked figure that certainly is one of the request.</translation>
    </message>
    <message>
        <source>文の数字{count}か所をつなぎました。つないだ数字には下線が付きます（Ctrl+Zで戻せます）。</source>
        <translation>Figures linked in the texts: {count}. Linked figures are underlined (Ctrl+Z undoes it).</translation>
    </message>
    <message>
        <source>確かな数字をつなぐ</source>
        <translation>Link certain figures</translation>
    </message>
    <message>
        <source>要求書の数字</source>
        <translation>Figures of the request</translation>
    </message>
</context>
</TS>
