<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.findings</name>
    <message>
        <source>{count}問のうち{answered}問に答えました</source>
        <translation>Answered: {answered} of {count}</translation>
    </message>
    <message>
        <source>{title}（{hidden}件を隠しています）</source>
        <translation>{title} (hidden: {hidden})</translation>
    </message>
    <message>
        <source>{word}を一覧に出す・出さない</source>
        <translation>{word}: list or leave out</translation>
    </message>
    <message>
        <source>✓ 済</source>
        <translation>✓ answered</translation>
    </message>
    <message>
        <source>【{word}】{message}</source>
        <translation>{word}: {message}</translation>
    </message>
    <message>
        <source>いまは質問がありません。</source>
        <translation>There are no questions now.</translation>
    </message>
    <message>
        <source>この指摘をまた一覧に出します。</source>
        <translation>Lists this finding again.</translation>
    </message>
    <message>
        <source>この質問の欄へ移る</source>
        <translation>Go to the field of this question</translation>
    </message>
    <message>
        <source>すべての項目</source>
        <translation>All sections</translation>
    </message>
    <message>
        <source>ほかに {count} 件あります。</source>
        <translation>Further findings: {count}</translation>
    </message>
    <message>
        <source>了解: {acknowledged}</source>
        <translation>Acknowledged: {acknowledged}</translation>
    </message>
    <message>
        <source>了解…</source>
        <translation>Acknowledge…</translation>
    </message>
    <message>
        <source>了解の取消し</source>
        <translation>Withdraw acknowledgement</translation>
    </message>
    <message>
        <source>了解の理由</source>
        <translation>Reason of the acknowledgement</translation>
    </message>
    <message>
        <source>了解を取り消す</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>了解済み</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>指摘 {count}件</source>
        <translation>Findings: {count}</translation>
    </message>
    <message>
        <source>指摘の一覧</source>
        <translation>List of findings</translation>
    </message>
    <message>
        <source>指摘の了解</source>
        <translation>Acknowledge a finding</translation>
    </message>
    <message>
        <source>指摘の項目</source>
        <translation>Section of the findings</translation>
    </message>
    <message>
        <source>指摘はありません</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>未回答</source>
        <translation>open</translation>
    </message>
    <message>
        <source>根拠: {source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>検査中です…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>欄へ</source>
        <translation>Go to field</translation>
    </message>
    <message>
        <source>理由を付けて、いまの値のままでよいことにします。値が変わると、また出ます。（Ctrl+,）</source>
        <translation>Accepts the value as it is, with a reason. The finding comes back when the value changes. (Ctrl+,)</translation>
    </message>
    <message>
        <source>理由を入力してください</source>
        <translation>Please type a reason</translation>
    </message>
    <message>
        <source>理由（Enter で決定・Esc でやめる）</source>
        <translation>Reason (Enter takes it, Esc leaves it)</translation>
    </message>
    <message>
        <source>直す: {label}（Ctrl+.）</source>
        <translation>Repair: {label} (Ctrl+.)</translation>
    </message>
    <message>
        <source>答え</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>財政課が尋ねそうなことです。答えは財政課に渡すブックに付きます。</source>
        <translation>What the finance division is likely to ask. The answers go with the workbook for the finance division.</translation>
    </message>
    <message>
        <source>質問への答えの入力</source>
        <translation>Typing an answer</translation>
    </message>
</context>
</TS>
