<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.desk</name>
    <message>
        <source>Enter 要求書を開く（読むだけ）&#x3000;F2 決定へ&#x3000;F6 右へ・表へ&#x3000;Ctrl+Enter 決定&#x3000;Ctrl+1〜6 見るもの&#x3000;Ctrl+F 検索&#x3000;F5 読み直す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bureau} {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bureau} {rest}（超過）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bureau} {section}&#x3000;{stage}&#x3000;{number}版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,}件のファイルがあります。新しいものを待っています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,}件を写しました。Excelに貼って書き、見出しから控えの列まで写して、ここに貼り付けてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,}件（未決定 {undecided:,}件）&#x3000;歳出（千円）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,}行を貼り付け、{filled:,}件に入力しました。受け付けなかった行 {refused:,}行。まだ決定していません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided:,}件の決定を台帳に書きました。受け付けなかったもの {refused:,}件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}&#x3000;{count:,}件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}ごとの要求額と査定（歳出）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}（千円） {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} {name}（千円）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{result}（要求が変わりました）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage} 第{number}版（{file}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}&#x3000;{stage} 決定{number}&#x3000;{actor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}&#x3000;{stage} 第{number}版&#x3000;{amount}千円</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year}年度 {budget} {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ 注意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● 誤り</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;決定: {actor} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;（いまの版）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>「{line}」に減額の理由がありますが、計上額がありません。計上額を入れるか、理由を消してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>「{text}」は額として読めません。千円の整数を入れてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>「{text}」を貼り付ける欄がありません。黄色になる欄を選んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>すべての段階</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>まだ決定していない入力を消し、台帳の決定に戻します。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>まとめない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>まとめ方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>わけ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>シーリング</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>シーリングの残り（一般財源、千円）&#x3000;{rests}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイル</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダーが応答しません。つながり次第、続きから集めます。この窓のほかの仕事はそのまま続けられます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダーが選ばれていません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダーを見ていません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダーを見に行っています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダーを見る処理が終わりました。フォルダーを選び直すと、また始まります。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダーを選ぶ(&amp;O)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一覧</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>了解: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>予算と段階</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>予算帖</source>
        <translation>Yosancho</translation>
    </message>
    <message>
        <source>事業名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人役</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>債務負担行為</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力を始めた後に、新しい版が届いたか、ほかの人が決定しました。入力を消すと、今の内容が出ます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力を消す(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力中の{count:,}件は、まだ決定していません。もう一度閉じると、入力は消えます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力中の{count:,}件を決定する(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力中（要求が変わりました）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写して作った別の事業として受け取る(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>別途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前の決定を書き込んでいます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>千円の整数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>参考</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取り込み</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取り込みの件数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取り込みの状態</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取り込むフォルダー</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受け付けず</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受け付けないものだけ(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受け付けなかった行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受け付けられませんでした: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台帳の決定のままです。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合計</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名前を変えた新しい版として受け取る(&amp;V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>図</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>増減</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>増減の大きい順（歳出、前年度との差）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>届いたファイル</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打てば入力&#x3000;Ctrl+Enter その行を決定&#x3000;Ctrl+Shift+Enter 入力中をすべて決定&#x3000;Ctrl+C・Ctrl+V Excelへ・から&#x3000;Ctrl+O 要求書を開く</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指摘と質問</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指摘・質問 {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新しいものを待っています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>時刻</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未回答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未決定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未説明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>査定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>査定（財源別）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>検索（事業名・部局・課・款項目）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>段階</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>決定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>決定する(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>決定する入力がありません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>決定の結果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>決定も説明もない額</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>決定も説明もない額 {amount}千円</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>注意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>減額</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>減額の理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版と決定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版・決定 {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状態</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>種類</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答えはまだありません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答え（{who}）: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>経費</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>結果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>結果と額を入れてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>継続費</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>繰越明許費</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行別の計上額と減額の理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表の要求を選ぶと、ここで決定を入れられます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表示中の要求に、図にできる数字がありません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表示中の計</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表示中をすべて写す(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求がまだ来ていない課 {count}課: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求どおり計上(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求の一般財源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求の一覧</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求の検索</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求の残り</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求の財源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求書を取り込むフォルダー</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求額</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求額のすべてが、決定されたか説明されています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>見るのをやめる(&amp;E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>見るもの</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>計上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>計上の一般財源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>計上の残り</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>誤り</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>課</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>財政課の机 - {register}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>財政課処理欄</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>財政課処理欄（減額の理由など。公表されます）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>財源ごとの要求額と計上額（歳出）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>財源別の欄と行の控えを付けて写します。Excelに貼って書けます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>財源（歳出、千円）&#x3000;{sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>貼り付け(&amp;V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>選んだ要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部局のシーリング</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>集めています。残り {count:,}件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>集めました。検査しています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（今の版にない経費）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>？ {asker} から&#x3000;{place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>？ 質問</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
