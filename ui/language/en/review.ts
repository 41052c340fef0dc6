<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.review</name>
    <message>
        <source>1 自分</source>
        <translation>1 mine</translation>
    </message>
    <message>
        <source>2 相手</source>
        <translation>2 theirs</translation>
    </message>
    <message>
        <source>3 もと</source>
        <translation>3 base</translation>
    </message>
    <message>
        <source>4 両方</source>
        <translation>4 both</translation>
    </message>
    <message>
        <source>F6 表へ&#x3000;Ctrl+PgDn 次のシート&#x3000;Alt+↓ 列の役割&#x3000;Alt+→ 行の種類&#x3000;数字 読み方&#x3000;F8 次の確認&#x3000;Ctrl+Z 戻す</source>
        <translation>F6 to the table   Ctrl+PgDn next sheet   Alt+↓ role of the column   Alt+→ kind of the row   digits: reading   F8 next question   Ctrl+Z undo</translation>
    </message>
    <message>
        <source>{count}問のうち{unanswered}問が未回答</source>
        <translation>not answered {unanswered} of {count}</translation>
    </message>
    <message>
        <source>{letter} 隠</source>
        <translation>{letter} hidden</translation>
    </message>
    <message>
        <source>{taken_sentence}あなたの変更は残ります。</source>
        <translation>{taken_sentence} Your changes stay.</translation>
    </message>
    <message>
        <source>{title}（隠れたシート）</source>
        <translation>{title} (hidden sheet)</translation>
    </message>
    <message>
        <source>{words}&#x3000;確認{count}</source>
        <translation>{words}  questions {count}</translation>
    </message>
    <message>
        <source>{word} {count}件</source>
        <translation>{word} {count}</translation>
    </message>
    <message>
        <source>&#x3000;このままでよければ 1。違うときは列の役割（Alt+↓）か行の種類（Alt+→）を選び直すか、取り込んだあとに直してください。</source>
        <translation> Press 1 if this is right. If not, choose another role of the column (Alt+↓) or kind of the row (Alt+→), or mend it afterwards.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{name}」の前の版&#x3000;{count}件</source>
        <translation>Earlier versions of “{name}”: {count}</translation>
    </message>
    <message>
        <source>「{name}」の読み方を確かめる</source>
        <translation>Review of “{name}”</translation>
    </message>
    <message>
        <source>「{name}」は、書き出したあとに {count} か所が手で変えられています</source>
        <translation>“{name}” was changed by hand after its export, at places: {count}</translation>
    </message>
    <message>
        <source>「{text}」は額として読めません。数字で入れてください（例 1,200）。</source>
        <translation>“{text}” cannot be read as an amount. Please type a number (as 1,200).</translation>
    </message>
    <message>
        <source>「{who}」と一つに合わせます。もとの要求書が分からないので、違うところはすべて尋ね、片方にだけある行は残します。合わせるまで、あなたの入力もファイルも変わりません（Esc でやめます）。</source>
        <translation>Merges with “{who}”. Their common base is not known: every difference is asked, and rows that only one side has are kept. Until you merge, neither what you typed nor the file changes (Esc leaves all as it is).</translation>
    </message>
    <message>
        <source>「{who}」にも変更があります。両方の変更を一つに合わせます。合わせるまで、あなたの入力もファイルも変わりません（Esc でやめます）。</source>
        <translation>“{who}” has changes too. The changes of both are merged into one. Until you merge, neither what you typed nor the file changes (Esc leaves all as it is).</translation>
    </message>
    <message>
        <source>【{word}】{section}</source>
        <translation>{word}: {section}</translation>
    </message>
    <message>
        <source>あと{rest}か所を決めてください。キー: {keys}（または ← → で選んで Space）。決まったら Enter。</source>
        <translation>Still to decide: {rest}. Keys: {keys} (or choose by ← → and press Space). Enter when all is decided.</translation>
    </message>
    <message>
        <source>いまの内容と比べる (&amp;C)</source>
        <translation>&amp;Compare with the open request</translation>
    </message>
    <message>
        <source>このままでも書き出せます（Enter）。一覧で行を選んで Enter を押すかダブルクリックすると、書き出さずにその欄へもどります。</source>
        <translation>It can be exported as it is (Enter). Enter or a double click on a row of the list goes back to its field without exporting.</translation>
    </message>
    <message>
        <source>このまま書き出す</source>
        <translation>Export as it is</translation>
    </message>
    <message>
        <source>このまま開く</source>
        <translation>Open as it is</translation>
    </message>
    <message>
        <source>この付せんの欄へ移る</source>
        <translation>Go to the field of this note</translation>
    </message>
    <message>
        <source>この付せんを消す（元に戻せます）</source>
        <translation>Delete this note (can be undone)</translation>
    </message>
    <message>
        <source>この様式に要る欄（* の付いた欄など）のうち、まだ書かれていないものです。Enter でその欄へ移ります。</source>
        <translation>Fields that this form needs (as those with *) and that are still empty. Enter goes to the field.</translation>
    </message>
    <message>
        <source>この版に戻す</source>
        <translation>Return to this version</translation>
    </message>
    <message>
        <source>この表を取り込む</source>
        <translation>Take this table</translation>
    </message>
    <message>
        <source>すべてコピー</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>すべて回答済み</source>
        <translation>all answered</translation>
    </message>
    <message>
        <source>すべて決まりました。Enter で合わせます。</source>
        <translation>All is decided. Enter merges.</translation>
    </message>
    <message>
        <source>つながっていない数字と、要求書の数字との関係です。Enter でその文へ移ります。文の中では Ctrl+K でつなげます。</source>
        <translation>Figures that are not linked, and how they stand to the figures of the request. Enter goes to the text, where Ctrl+K links them.</translation>
    </message>
    <message>
        <source>はがす</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>ほか {count} 件</source>
        <translation>Further reasons: {count}</translation>
    </message>
    <message>
        <source>ほかに取り入れる相手の変更はありません。</source>
        <translation>There are no other changes of theirs to take.</translation>
    </message>
    <message>
        <source>ほかの読み方: {others}</source>
        <translation>Other readings: {others}</translation>
    </message>
    <message>
        <source>もと（3）</source>
        <translation>Base (3)</translation>
    </message>
    <message>
        <source>もどって直す</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>シート</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一覧をブラウザーで開きます。印刷はそこからできます。</source>
        <translation>Opens the list in the browser, where it can be printed.</translation>
    </message>
    <message>
        <source>一覧を文としてコピーします。</source>
        <translation>Copies the list as text.</translation>
    </message>
    <message>
        <source>一覧を要求書から消します（元に戻せます）。</source>
        <translation>Takes the list out of the request (can be undone).</translation>
    </message>
    <message>
        <source>両方（4）</source>
        <translation>Both (4)</translation>
    </message>
    <message>
        <source>了解: {acknowledged}</source>
        <translation>Acknowledged: {acknowledged}</translation>
    </message>
    <message>
        <source>了解済み&#x3000;{count}</source>
        <translation>Acknowledged  {count}</translation>
    </message>
    <message>
        <source>了解済みの指摘</source>
        <translation>Acknowledged findings</translation>
    </message>
    <message>
        <source>付せん: {where}</source>
        <translation>Sticky note: {where}</translation>
    </message>
    <message>
        <source>付せん&#x3000;{still}枚</source>
        <translation>Sticky notes  {still}</translation>
    </message>
    <message>
        <source>付せんの入力</source>
        <translation>Typing a sticky note</translation>
    </message>
    <message>
        <source>付せんをはがす</source>
        <translation>Remove sticky note</translation>
    </message>
    <message>
        <source>付せんを未済に戻す</source>
        <translation>Reopen sticky note</translation>
    </message>
    <message>
        <source>付せんを済みにする</source>
        <translation>Tick off sticky note</translation>
    </message>
    <message>
        <source>使わずに読み直す</source>
        <translation>Read again without it</translation>
    </message>
    <message>
        <source>値なし</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>元のページや表と見比べて、足りないところを直してください。</source>
        <translation>Compare with the page or table that it came from, and add what is missing.</translation>
    </message>
    <message>
        <source>元の表</source>
        <translation>Source table</translation>
    </message>
    <message>
        <source>元の資料から確かめられず、仮に読んだところです。Enter でその欄へ移り、値を直すか「この読み方でよい」を選んでください。</source>
        <translation>What could not be proven from the source and was assumed. Enter goes to the field: mend the value, or choose 「この読み方でよい」.</translation>
    </message>
    <message>
        <source>前の年度の要求書から変えたところです。スペースキーで済みの印を付け、Enter でその場所へ移ります。一覧は要求書と一緒に保存されます。</source>
        <translation>What was changed when this request was made from last year&apos;s. Space ticks off, Enter goes to the place. The list is saved with the request.</translation>
    </message>
    <message>
        <source>前の版</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>前へ</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>単位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>印刷</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>取り入れる相手の変更</source>
        <translation>Changes of theirs that are taken</translation>
    </message>
    <message>
        <source>取り込みの確認</source>
        <translation>Source questions</translation>
    </message>
    <message>
        <source>取り込む</source>
        <translation>Take it</translation>
    </message>
    <message>
        <source>取り込む行</source>
        <translation>Lines to take</translation>
    </message>
    <message>
        <source>取り込む行と根拠</source>
        <translation>Lines to take, and evidence</translation>
    </message>
    <message>
        <source>取り込んで、新しい要求書として開きます。もとのファイルも、保存した要求書も変わりません。</source>
        <translation>They come in, and the file is opened as a new request. Neither the file nor the saved request changes.</translation>
    </message>
    <message>
        <source>合わせる</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>同じ見出しの表について、前に確かめた読み方を使いました。</source>
        <translation>Read as was decided before for tables with the same headings.</translation>
    </message>
    <message>
        <source>変更を合わせる: ぶつかるところはありません</source>
        <translation>Merge: no collisions</translation>
    </message>
    <message>
        <source>変更を合わせる: 決めるところが{count}か所あります</source>
        <translation>Merge: collisions to decide {count}</translation>
    </message>
    <message>
        <source>左は元の表、右は取り込まれる内容です。Enter で取り込み（答えなかったことは誤りとして残ります）、Esc で何も変えずにもどります。</source>
        <translation>At the left the source, at the right what comes in. Enter takes it (what you do not answer stays as an error), Esc goes back and changes nothing.</translation>
    </message>
    <message>
        <source>左は写した表、右は入る内容です。Enter で{go_on}（答えなかったことは仮の読み方のまま入ります）、Esc で何も変えずにもどります。</source>
        <translation>At the left the copied table, at the right what comes in. Enter: {go_on} (what you do not answer comes in as assumed). Esc goes back and changes nothing.</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>引継ぎの一覧の片付け</source>
        <translation>Clear the carried list</translation>
    </message>
    <message>
        <source>引継ぎの確認</source>
        <translation>Tick a carried entry</translation>
    </message>
    <message>
        <source>手で変えられた箇所</source>
        <translation>Hand changes</translation>
    </message>
    <message>
        <source>手の変更</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>文の中の数字</source>
        <translation>Figures in texts</translation>
    </message>
    <message>
        <source>文の数字</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>書き出したあとに手で変えられ、取り込んだ内容です。</source>
        <translation>What was changed by hand after the export, and came in with the file.</translation>
    </message>
    <message>
        <source>書き出す前に: {counted}が残っています</source>
        <translation>Before the export, still open: {counted}</translation>
    </message>
    <message>
        <source>書くこと</source>
        <translation>Write here</translation>
    </message>
    <message>
        <source>未記入 {count}か所</source>
        <translation>Empty fields: {count}</translation>
    </message>
    <message>
        <source>未記入の欄</source>
        <translation>Empty fields</translation>
    </message>
    <message>
        <source>未記入の欄が{count}か所あります（もどると、右の「未記入」に並びます）。</source>
        <translation>{count} fields are still empty (on going back they are listed at the right, under “Empty”).</translation>
    </message>
    <message>
        <source>未記入の欄はありません</source>
        <translation>No empty fields</translation>
    </message>
    <message>
        <source>欄</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>欄へ</source>
        <translation>Go to field</translation>
    </message>
    <message>
        <source>次へ</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>残っている誤りと注意</source>
        <translation>Open errors and warnings</translation>
    </message>
    <message>
        <source>残りはすべて相手</source>
        <translation>Theirs for the rest</translation>
    </message>
    <message>
        <source>残りはすべて自分</source>
        <translation>Mine for the rest</translation>
    </message>
    <message>
        <source>決めるところ</source>
        <translation>Collisions</translation>
    </message>
    <message>
        <source>済み</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>片付ける</source>
        <translation>Clear away</translation>
    </message>
    <message>
        <source>相手</source>
        <translation>the other writer</translation>
    </message>
    <message>
        <source>相手の変更 {count}か所は、ぶつからないのでそのまま取り入れます。</source>
        <translation>Changes of theirs that do not collide and are taken as they are: {count}.</translation>
    </message>
    <message>
        <source>相手（2）</source>
        <translation>Theirs (2)</translation>
    </message>
    <message>
        <source>確かめること {number}／{count}{state}</source>
        <translation>Question {number} of {count}{state}</translation>
    </message>
    <message>
        <source>確認</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>経費の表が見つかりません。見出しの行のセルを選び、Alt+↓ で列の役割を選ぶと、その下を表として読みます。そのまま取り込むと、文字として残ります。</source>
        <translation>No cost table was found. Select a cell of the headings and choose the role of its column by Alt+↓: what is below is then read as a table. Taken as it is, it stays as text.</translation>
    </message>
    <message>
        <source>翌年度への引継ぎ</source>
        <translation>Carried list</translation>
    </message>
    <message>
        <source>翌年度への引継ぎ&#x3000;済 {done}／{count}</source>
        <translation>Carried list  done {done} of {count}</translation>
    </message>
    <message>
        <source>自分（1）</source>
        <translation>Mine (1)</translation>
    </message>
    <message>
        <source>行を選んで Enter を押すか、ダブルクリックすると、いまの要求書のその欄へ移ります。Esc で閉じます。</source>
        <translation> Enter or a double click on a row goes to its field in the open request. Esc closes.</translation>
    </message>
    <message>
        <source>表{index}</source>
        <translation>Table {index}</translation>
    </message>
    <message>
        <source>表を書き出す（Excel・印刷用）…</source>
        <translation>Export table (Excel, print)…</translation>
    </message>
    <message>
        <source>要求書に同じ数字はありません</source>
        <translation>The request has no such figure</translation>
    </message>
    <message>
        <source>計算式は {evidence} です。</source>
        <translation>The formula is {evidence}.</translation>
    </message>
    <message>
        <source>読み取れない箇所</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>読み取れなかった箇所</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>読み方: {assumed}</source>
        <translation>Read as: {assumed}</translation>
    </message>
    <message>
        <source>読み方の根拠</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>読取り</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>課の中の覚え書きです。要求書のファイルに残り、ページ・Excelのシート・印刷には出ません。Shift+F2 でいまの欄に書き、Esc で欄に戻ります。</source>
        <translation>Notes within the section. They are kept in the file of the request and appear neither on the page, nor on the sheets of Excel, nor in print. Shift+F2 writes one about the current field, Esc goes back to the field.</translation>
    </message>
    <message>
        <source>質問票: {state}です。</source>
        <translation>Question sheet: {state}.</translation>
    </message>
    <message>
        <source>違うところ</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>選んだ版に戻します（Enter）。ファイルは保存するまで変わらず、「元に戻す」で取り消せます。
ここにあるのは、このパソコンであなたが保存するたびに残した、その前の内容です。共有フォルダーでほかの人がした保存は、あなたがその上に保存したときの内容のほかは残りません。</source>
        <translation>Goes back to the chosen version (Enter). The file does not change until you save, and Undo takes it back.
These are the contents before each of your own saves on this PC. Of what others saved in a shared folder, only the contents over which you saved are kept.</translation>
    </message>
    <message>
        <source>金額の単位</source>
        <translation>Unit of the amounts</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>隠 {number}</source>
        <translation>hidden {number}</translation>
    </message>
    <message>
        <source>額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>額を入れて Enter（元の表の単位で）</source>
        <translation>Amount, then Enter (in the unit of the source)</translation>
    </message>
    <message>
        <source>（すべて答えました）</source>
        <translation> (all answered)</translation>
    </message>
    <message>
        <source>（なし）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>（ほかに済み {done}枚）</source>
        <translation> (done: {done})</translation>
    </message>
    <message>
        <source>（仮に読んだもの）</source>
        <translation> (assumed)</translation>
    </message>
    <message>
        <source>（欄は削除されました）</source>
        <translation>(the field was deleted)</translation>
    </message>
    <message>
        <source>（空欄）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（答えた数 {answered}）</source>
        <translation> (answered {answered})</translation>
    </message>
    <message>
        <source>（追加） {after}</source>
        <translation>(added) {after}</translation>
    </message>
</context>
</TS>
