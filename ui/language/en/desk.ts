<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.desk</name>
    <message>
        <source>Enter 要求書を開く（読むだけ）&#x3000;F2 決定へ&#x3000;F6 右へ・表へ&#x3000;Ctrl+Enter 決定&#x3000;Ctrl+1〜6 見るもの&#x3000;Ctrl+F 検索&#x3000;F5 読み直す</source>
        <translation>Enter open the request (read only)   F2 decision   F6 other side   Ctrl+Enter decide   Ctrl+1–6 views   Ctrl+F search   F5 read again</translation>
    </message>
    <message>
        <source>{bureau} {rest}</source>
        <translation>{bureau} {rest}</translation>
    </message>
    <message>
        <source>{bureau} {rest}（超過）</source>
        <translation>{bureau} {rest} (exceeded)</translation>
    </message>
    <message>
        <source>{bureau} {section}&#x3000;{stage}&#x3000;{number}版</source>
        <translation>{bureau} {section}   {stage}   version {number}</translation>
    </message>
    <message>
        <source>{count:,}件のファイルがあります。新しいものを待っています。</source>
        <translation>Files: {count:,}. Waiting for new ones.</translation>
    </message>
    <message>
        <source>{count:,}件を写しました。Excelに貼って書き、見出しから控えの列まで写して、ここに貼り付けてください。</source>
        <translation>Requests copied: {count:,}. Paste them into Excel, fill them in, copy from the headings to the column of keys, and paste here.</translation>
    </message>
    <message>
        <source>{count:,}件（未決定 {undecided:,}件）&#x3000;歳出（千円）</source>
        <translation>Requests: {count:,} (undecided {undecided:,})   Expenditure (thousand yen)</translation>
    </message>
    <message>
        <source>{count:,}件（決定のないもの {undecided:,}件）の公表のページを {output} に書きました。</source>
        <translation>{count:,} requests ({undecided:,} without a decision) are published in {output}.</translation>
    </message>
    <message>
        <source>{count:,}行を貼り付け、{filled:,}件に入力しました。受け付けなかった行 {refused:,}行。まだ決定していません。</source>
        <translation>Rows pasted: {count:,}; filled in: {filled:,}; refused: {refused:,}. Nothing is decided yet.</translation>
    </message>
    <message>
        <source>{count:,}課への内示を {folder} に書きました。</source>
        <translation>Notices to {count:,} sections are written to {folder}.</translation>
    </message>
    <message>
        <source>{count:,}課への確認を {folder} に書きました。指摘も質問もない {others:,}課には書いていません。</source>
        <translation>Letters to {count:,} sections are written to {folder}. None to the {others:,} sections without findings and questions.</translation>
    </message>
    <message>
        <source>{decided:,}件の決定を台帳に書きました。受け付けなかったもの {refused:,}件。</source>
        <translation>Decisions written to the register: {decided:,}. Refused: {refused:,}.</translation>
    </message>
    <message>
        <source>{group}&#x3000;{count:,}件</source>
        <translation>{group}   {count:,}</translation>
    </message>
    <message>
        <source>{group}ごとの要求額と査定（歳出）</source>
        <translation>Requested and decided by {group} (expenditure)</translation>
    </message>
    <message>
        <source>{kind}（千円） {amount}</source>
        <translation>{kind} (thousand yen) {amount}</translation>
    </message>
    <message>
        <source>{label} {name}（千円）</source>
        <translation>{label} {name} (thousand yen)</translation>
    </message>
    <message>
        <source>{path} を書きました。</source>
        <translation>{path} is written.</translation>
    </message>
    <message>
        <source>{section}「{name}」の答えを台帳に書きました。</source>
        <translation>{section}, {name}: the answer is in the register.</translation>
    </message>
    <message>
        <source>{section}「{name}」への質問を台帳に書きました。次の「課への確認」に載ります。</source>
        <translation>{section}, {name}: the question is in the register. It is in the next letter to the section.</translation>
    </message>
    <message>
        <source>{stage} {count:,}件を締め切りました。</source>
        <translation>{stage}: {count:,} requests are closed.</translation>
    </message>
    <message>
        <source>{stage} {count:,}件（決定のないもの {left:,}件）を締め切ると、この段階の要求も決定も変わらなくなります。もう一度選ぶと締め切ります。</source>
        <translation>Closing {stage}, {count:,} requests ({left:,} without a decision), means that nothing of this stage changes any more. Choose it once more to close it.</translation>
    </message>
    <message>
        <source>{stage} 第{number}版（{file}）</source>
        <translation>{stage} version {number} ({file})</translation>
    </message>
    <message>
        <source>{when}&#x3000;{stage} 決定{number}&#x3000;{actor}</source>
        <translation>{when}   {stage} decision {number}   {actor}</translation>
    </message>
    <message>
        <source>{when}&#x3000;{stage} 第{number}版&#x3000;{amount}千円</source>
        <translation>{when}   {stage} version {number}   {amount} thousand yen</translation>
    </message>
    <message>
        <source>&#x3000;決定: {actor} {day}</source>
        <translation>   Decision: {actor} {day}</translation>
    </message>
    <message>
        <source>&#x3000;（いまの版）</source>
        <translation>   (in force)</translation>
    </message>
    <message>
        <source>「{line}」に減額の理由がありますが、計上額がありません。計上額を入れるか、理由を消してください。</source>
        <translation>“{line}” has a reason for a cut and no assessed amount. Enter the amount, or delete the reason.</translation>
    </message>
    <message>
        <source>「{place}」について</source>
        <translation>About {place}</translation>
    </message>
    <message>
        <source>「{result}」と決定した後に、新しい版が届きました。もう一度決定してください。</source>
        <translation>A new version came after “{result}” was decided. Please decide again.</translation>
    </message>
    <message>
        <source>「{text}」は額として読めないので、入力されていません。千円の整数を入れてください。</source>
        <translation>“{text}” is no amount and was not entered. Enter a whole number of thousand yen.</translation>
    </message>
    <message>
        <source>「{text}」は額として読めません。千円の整数を入れてください。</source>
        <translation>“{text}” is not an amount. Enter a whole number of thousand yen.</translation>
    </message>
    <message>
        <source>「{text}」を貼り付ける欄がありません。黄色になる欄を選んでください。</source>
        <translation>There is no cell to paste “{text}” into. Choose a cell that can be filled in.</translation>
    </message>
    <message>
        <source>「予算と段階」で、段階を一つ選んでください。</source>
        <translation>Choose one stage above the table.</translation>
    </message>
    <message>
        <source>この欄は読むだけです。結果・計上・保留・別途・財政課処理欄に入力できます。</source>
        <translation>This cell is read-only. Result, assessed, held, separate and comment can be filled in.</translation>
    </message>
    <message>
        <source>この要求の全体について</source>
        <translation>About the whole request</translation>
    </message>
    <message>
        <source>すべての段階</source>
        <translation>All stages</translation>
    </message>
    <message>
        <source>すべての状態</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>まだ決定していない入力を消し、台帳の決定に戻します。</source>
        <translation>Deletes what is filled in and not decided, and shows the decision of the register.</translation>
    </message>
    <message>
        <source>まとめない</source>
        <translation>No groups</translation>
    </message>
    <message>
        <source>まとめ方</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>わけ</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>シーリング</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>シーリングの残り（一般財源、千円）&#x3000;{rests}</source>
        <translation>Left of the ceilings (general funds, thousand yen)   {rests}</translation>
    </message>
    <message>
        <source>ファイル</source>
        <translation>File</translation>
    </message>
    <message>
        <source>フォルダーが応答しません。つながり次第、続きから集めます。この窓のほかの仕事はそのまま続けられます。</source>
        <translation>The folder does not answer. Collecting goes on when it does. All other work in this window can go on.</translation>
    </message>
    <message>
        <source>フォルダーが選ばれていません。</source>
        <translation>No folder is chosen.</translation>
    </message>
    <message>
        <source>フォルダーを見ていません。</source>
        <translation>No folder is watched.</translation>
    </message>
    <message>
        <source>フォルダーを見に行っています。</source>
        <translation>Looking at the folder.</translation>
    </message>
    <message>
        <source>フォルダーを見る処理が終わりました。フォルダーを選び直すと、また始まります。</source>
        <translation>The watching has ended. Choose the folder again to start it.</translation>
    </message>
    <message>
        <source>フォルダーを選ぶ(&amp;O)…</source>
        <translation>Choose a f&amp;older…</translation>
    </message>
    <message>
        <source>一覧</source>
        <translation>List</translation>
    </message>
    <message>
        <source>了解: {reason}</source>
        <translation>Acknowledged: {reason}</translation>
    </message>
    <message>
        <source>予算と段階</source>
        <translation>Budget and stage</translation>
    </message>
    <message>
        <source>予算・段階</source>
        <translation>Budget and stage</translation>
    </message>
    <message>
        <source>事業名</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>人役</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>債務負担行為</source>
        <translation>Commitments</translation>
    </message>
    <message>
        <source>入力を始めた後に、新しい版が届いたか、ほかの人が決定しました。入力を消すと、今の内容が出ます。</source>
        <translation>Since the filling in began, a new version came or somebody decided. Discard what is filled in to see what stands now.</translation>
    </message>
    <message>
        <source>入力を消す(&amp;R)</source>
        <translation>Disca&amp;rd</translation>
    </message>
    <message>
        <source>入力中</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>入力中の{count:,}件は、まだ決定していません。もう一度閉じると、入力は消えます。</source>
        <translation>Pending and not decided: {count:,}. Close again to discard what was filled in.</translation>
    </message>
    <message>
        <source>入力中の{count:,}件を決定する(&amp;S)</source>
        <translation>Decide all pending: {count:,} (&amp;S)</translation>
    </message>
    <message>
        <source>公表のページを書き出す…</source>
        <translation>Write the public pages…</translation>
    </message>
    <message>
        <source>内示を書き出す…</source>
        <translation>Write the notices of decisions…</translation>
    </message>
    <message>
        <source>再査定</source>
        <translation>Decide again</translation>
    </message>
    <message>
        <source>写して作った別の事業として受け取る(&amp;P)</source>
        <translation>Take as another &amp;project, made by copying</translation>
    </message>
    <message>
        <source>別のフォルダーを選んでください。</source>
        <translation> Choose another folder.</translation>
    </message>
    <message>
        <source>別途</source>
        <translation>Separate</translation>
    </message>
    <message>
        <source>前の仕事を続けています。終わってから選んでください。</source>
        <translation>The work before is still going on. Choose it when that is over.</translation>
    </message>
    <message>
        <source>前の決定を書き込んでいます。</source>
        <translation>The previous decision is still being written.</translation>
    </message>
    <message>
        <source>前の質問を書き込んでいます。</source>
        <translation>The question before is still being written.</translation>
    </message>
    <message>
        <source>前年度</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>前年度の「{site}」へのリンクを入れました。</source>
        <translation> The pages are linked to “{site}” of last year.</translation>
    </message>
    <message>
        <source>前年度の公表ページが同じフォルダーにないので、前年度へのリンクはありません。</source>
        <translation> No site of last year is in that folder, so there are no links to last year.</translation>
    </message>
    <message>
        <source>千円の整数</source>
        <translation>A whole number of thousand yen</translation>
    </message>
    <message>
        <source>取り込み</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>取り込みの件数</source>
        <translation>Counts of the intake</translation>
    </message>
    <message>
        <source>取り込みの状態</source>
        <translation>State of the intake</translation>
    </message>
    <message>
        <source>取り込むフォルダー</source>
        <translation>Folder of the intake</translation>
    </message>
    <message>
        <source>受け付けず</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>受け付けないものだけ(&amp;N)</source>
        <translation>O&amp;nly refused</translation>
    </message>
    <message>
        <source>受け付けなかった行</source>
        <translation>Refused rows</translation>
    </message>
    <message>
        <source>受け付けられませんでした: {reason}</source>
        <translation>Refused: {reason}</translation>
    </message>
    <message>
        <source>台帳の決定のままです。</source>
        <translation>The decision of the register stands as it is.</translation>
    </message>
    <message>
        <source>合計</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>同じフォルダーをもう一度選ぶと、置き換えます。</source>
        <translation>Choose the same folder again to replace it.</translation>
    </message>
    <message>
        <source>名前を変えた新しい版として受け取る(&amp;V)</source>
        <translation>Take as a new &amp;version, renamed</translation>
    </message>
    <message>
        <source>図</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>増減</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>増減の大きい順（歳出、前年度との差）</source>
        <translation>Largest changes (expenditure, against the previous year)</translation>
    </message>
    <message>
        <source>届いたファイル</source>
        <translation>Files that came</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>FY</translation>
    </message>
    <message>
        <source>手で変えられたもの</source>
        <translation>With changes by hand</translation>
    </message>
    <message>
        <source>打てば入力&#x3000;Ctrl+Enter その行を決定&#x3000;Ctrl+Shift+Enter 入力中をすべて決定&#x3000;Ctrl+C・Ctrl+V Excelへ・から&#x3000;Ctrl+O 要求書を開く</source>
        <translation>Type to fill in   Ctrl+Enter decide the row   Ctrl+Shift+Enter decide all pending   Ctrl+C, Ctrl+V to and from Excel   Ctrl+O open</translation>
    </message>
    <message>
        <source>指摘と質問</source>
        <translation>Findings and questions</translation>
    </message>
    <message>
        <source>指摘・質問 {count}</source>
        <translation>Findings {count}</translation>
    </message>
    <message>
        <source>新しいものを待っています。</source>
        <translation>Waiting for new files.</translation>
    </message>
    <message>
        <source>新規</source>
        <translation>New</translation>
    </message>
    <message>
        <source>時刻</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>書いています。窓はこのまま使えます。</source>
        <translation>Writing. The window can be used meanwhile.</translation>
    </message>
    <message>
        <source>書きかけの質問があります。もう一度閉じると、消えます。</source>
        <translation>A question was typed and not asked. Close again to lose it.</translation>
    </message>
    <message>
        <source>未回答</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>未決定</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>未説明</source>
        <translation>Unexplained</translation>
    </message>
    <message>
        <source>査定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>査定（財源別）</source>
        <translation>Decide by source</translation>
    </message>
    <message>
        <source>検索（事業名・部局・課・款項目）</source>
        <translation>Search (project, bureau, section, 款項目)</translation>
    </message>
    <message>
        <source>款</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>款・項・目</source>
        <translation>Chapter, section, item</translation>
    </message>
    <message>
        <source>段階</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>段階を締め切る</source>
        <translation>Close the stage</translation>
    </message>
    <message>
        <source>決定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>決定した要求がありません。査定してから内示を書いてください。</source>
        <translation>Nothing is decided. Decide first, then write the notices.</translation>
    </message>
    <message>
        <source>決定する(&amp;D)</source>
        <translation>&amp;Decide</translation>
    </message>
    <message>
        <source>決定する入力がありません。</source>
        <translation>Nothing is filled in that could be decided.</translation>
    </message>
    <message>
        <source>決定のないもの</source>
        <translation>Without a decision</translation>
    </message>
    <message>
        <source>決定の後に変わったもの</source>
        <translation>Changed since the decision</translation>
    </message>
    <message>
        <source>決定の結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>決定も説明もない額</source>
        <translation>Neither decided nor explained</translation>
    </message>
    <message>
        <source>決定も説明もない額 {amount}千円</source>
        <translation>Neither decided nor explained: {amount} thousand yen</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Warn.</translation>
    </message>
    <message>
        <source>減額</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>減額の理由</source>
        <translation>Reason for the cut</translation>
    </message>
    <message>
        <source>版と決定</source>
        <translation>Versions and decisions</translation>
    </message>
    <message>
        <source>版・決定 {count}</source>
        <translation>Versions {count}</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>答え {count:,}件を台帳に入れました。</source>
        <translation>{count:,} answers are in the register.</translation>
    </message>
    <message>
        <source>答えはまだありません。</source>
        <translation>No answer yet.</translation>
    </message>
    <message>
        <source>答え（{who}）: {text}</source>
        <translation>Answer ({who}): {text}</translation>
    </message>
    <message>
        <source>経費</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>結果「{text}」はありません。{known} のどれかを入れてください。</source>
        <translation>There is no result “{text}”. Enter one of {known}.</translation>
    </message>
    <message>
        <source>結果と額を入れてください。</source>
        <translation>Enter a result and an amount.</translation>
    </message>
    <message>
        <source>継続費</source>
        <translation>Continuing expenses</translation>
    </message>
    <message>
        <source>繰越明許費</source>
        <translation>Carry-over</translation>
    </message>
    <message>
        <source>聞いた答えを書く(&amp;W)</source>
        <translation>&amp;Write the answer heard</translation>
    </message>
    <message>
        <source>行別の計上額と減額の理由</source>
        <translation>Assessed amounts by line, with the reason for each cut</translation>
    </message>
    <message>
        <source>表の要求を選ぶと、ここで決定を入れられます。</source>
        <translation>Choose a request in the table to fill in its decision here.</translation>
    </message>
    <message>
        <source>表示中の要求に、図にできる数字がありません。</source>
        <translation>The requests that are shown have no figures for a chart.</translation>
    </message>
    <message>
        <source>表示中の計</source>
        <translation>Sums of what is shown</translation>
    </message>
    <message>
        <source>表示中をすべて写す(&amp;K)</source>
        <translation>Copy all s&amp;hown</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>要求がまだ来ていない課 {count}課: {names}</source>
        <translation>Sections without a request: {count}: {names}</translation>
    </message>
    <message>
        <source>要求どおり計上(&amp;A)</source>
        <translation>&amp;Assess as requested</translation>
    </message>
    <message>
        <source>要求の一般財源</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>要求の一覧</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>要求の検索</source>
        <translation>Search requests</translation>
    </message>
    <message>
        <source>要求の残り</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>要求の財源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>要求書の届くフォルダーを一度選ぶと、この台帳を開いている間、新しいものと変わったものを見つけて集めます。</source>
        <translation>Choose once the folder into which requests come: while this register is open, what is new or changed is collected.</translation>
    </message>
    <message>
        <source>要求額</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>要求額のすべてが、決定されたか説明されています。</source>
        <translation>All that is requested is decided or explained.</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>見るのをやめる(&amp;E)</source>
        <translation>&amp;End watching</translation>
    </message>
    <message>
        <source>見るもの</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>計上</source>
        <translation>Assessed</translation>
    </message>
    <message>
        <source>計上の一般財源</source>
        <translation>Assessed</translation>
    </message>
    <message>
        <source>計上の残り</source>
        <translation>Left of assessed</translation>
    </message>
    <message>
        <source>誤り</source>
        <translation>Err.</translation>
    </message>
    <message>
        <source>誤りのあるもの</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>課</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>課に聞くこと</source>
        <translation>What to ask the section</translation>
    </message>
    <message>
        <source>課に質問する(&amp;Q)</source>
        <translation>Ask the section (&amp;Q)</translation>
    </message>
    <message>
        <source>課への確認を書き出す…</source>
        <translation>Write the letters to the sections…</translation>
    </message>
    <message>
        <source>課への質問、または課から聞いた答え</source>
        <translation>A question to the section, or an answer heard from it</translation>
    </message>
    <message>
        <source>課へ・公表(&amp;T)</source>
        <translation>To sections and public (&amp;T)</translation>
    </message>
    <message>
        <source>財政課の机 - {register}</source>
        <translation>Finance desk - {register}</translation>
    </message>
    <message>
        <source>財政課処理欄</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>財政課処理欄（減額の理由など。公表されます）</source>
        <translation>Comment of the finance division (reasons of cuts; it is published)</translation>
    </message>
    <message>
        <source>財源</source>
        <translation>Funding sources</translation>
    </message>
    <message>
        <source>財源ごとの要求額（太い棒）と計上額（細い棒）（歳出）</source>
        <translation>Requested (thick bar) and assessed (thin bar) by source (expenditure)</translation>
    </message>
    <message>
        <source>財源別の欄と行の控えを付けて写します。Excelに貼って書けます。</source>
        <translation>Copies with the columns by source and the key of each row, to be filled in in Excel.</translation>
    </message>
    <message>
        <source>財源（歳出、千円）&#x3000;{sources}</source>
        <translation>Sources (expenditure, thousand yen)   {sources}</translation>
    </message>
    <message>
        <source>貼り付け(&amp;V)</source>
        <translation>Paste (&amp;V)</translation>
    </message>
    <message>
        <source>質問に答えのないもの</source>
        <translation>With unanswered questions</translation>
    </message>
    <message>
        <source>返ってきた確認の答えを取り込む…</source>
        <translation>Take in answers that came back…</translation>
    </message>
    <message>
        <source>選んだ要求</source>
        <translation>The chosen request</translation>
    </message>
    <message>
        <source>選んだ質問への答えとして、電話などで聞いたことを台帳に書きます。</source>
        <translation>Writes what was heard, by telephone for one, into the register as the answer to the chosen question.</translation>
    </message>
    <message>
        <source>部局</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>部局のシーリング</source>
        <translation>Ceilings of the bureaus</translation>
    </message>
    <message>
        <source>部局・課</source>
        <translation>Bureau and section</translation>
    </message>
    <message>
        <source>集めています。残り {count:,}件。</source>
        <translation>Collecting. Left: {count:,}.</translation>
    </message>
    <message>
        <source>集めました。検査しています。</source>
        <translation>Collected. Being checked.</translation>
    </message>
    <message>
        <source>集計を書き出す…</source>
        <translation>Write the consolidated workbook…</translation>
    </message>
    <message>
        <source>（なし）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>（今の版にない経費）</source>
        <translation>(not in this version)</translation>
    </message>
    <message>
        <source>？ {asker} から&#x3000;{place}</source>
        <translation>? from {asker}   {place}</translation>
    </message>
    <message>
        <source>？ 質問</source>
        <translation>? Question</translation>
    </message>
</context>
</TS>
