<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.window</name>
    <message>
        <source> ほか{count:,}か所</source>
        <translation> and {count:,} more</translation>
    </message>
    <message>
        <source>999 / 9999件</source>
        <translation>999 of 9999</translation>
    </message>
    <message>
        <source>Enter 開く&#x3000;&#x3000;N 翌年度の要求書を作る&#x3000;&#x3000;Ctrl+F 検索&#x3000;&#x3000;F5 読み直す&#x3000;&#x3000;Ctrl+A すべて選ぶ</source>
        <translation>Enter open    N next year&apos;s request    Ctrl+F search    F5 read again    Ctrl+A select all</translation>
    </message>
    <message>
        <source>Enter・F3</source>
        <translation>Enter, F3</translation>
    </message>
    <message>
        <source>Enter・Shift+Enter</source>
        <translation>Enter, Shift+Enter</translation>
    </message>
    <message>
        <source>Excelブック (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>HTMLとExcelを書き出しています</source>
        <translation>Exporting page and workbook</translation>
    </message>
    <message>
        <source>HTMLとExcelを書き出す…</source>
        <translation>Export HTML and Excel…</translation>
    </message>
    <message>
        <source>PDFを書き出す…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>Shift+Enter・Shift+F3</source>
        <translation>Shift+Enter, Shift+F3</translation>
    </message>
    <message>
        <source>Shift+矢印</source>
        <translation>Shift+arrows</translation>
    </message>
    <message>
        <source>Tab・Shift+Tab</source>
        <translation>Tab, Shift+Tab</translation>
    </message>
    <message>
        <source>{before}【{found}】{after}</source>
        <translation>{before}[{found}]{after}</translation>
    </message>
    <message>
        <source>{count}か所から消しました。Ctrl+Z で、まとめて元に戻せます。</source>
        <translation>Places emptied: {count}. Ctrl+Z undoes all of them at once.</translation>
    </message>
    <message>
        <source>{count}か所から消す(&amp;A)</source>
        <translation>Delete &amp;all ({count})</translation>
    </message>
    <message>
        <source>{count}か所を置き換えました。Ctrl+Z で、まとめて元に戻せます。</source>
        <translation>Places replaced: {count}. Ctrl+Z undoes all of them at once.</translation>
    </message>
    <message>
        <source>{count}か所を置き換える(&amp;A)</source>
        <translation>Replace &amp;all ({count})</translation>
    </message>
    <message>
        <source>{count}件を検査しました。誤りのあるもの {errors}件、注意のあるもの {warnings}件、未記入のあるもの {empty}件{more}。</source>
        <translation>Requests checked: {count}. With errors: {errors}, with warnings: {warnings}, with empty fields: {empty}{more}.</translation>
    </message>
    <message>
        <source>{doing}。終わってから選んでください。</source>
        <translation>{doing}. Try again when that is finished.</translation>
    </message>
    <message>
        <source>{done}: {label}（{where}{others}）</source>
        <translation>{done}: {label} ({where}{others})</translation>
    </message>
    <message>
        <source>{done}（{count}件）。</source>
        <translation>{done} ({count}). </translation>
    </message>
    <message>
        <source>{error}ファイルには何も書き込んでいません。入力はこの画面に残っています。</source>
        <translation>{error} Nothing was written to the file. What you typed is still on the screen.</translation>
    </message>
    <message>
        <source>{folder} に {names} を書き出しました。{warning}</source>
        <translation>{names} exported to {folder}.{warning}</translation>
    </message>
    <message>
        <source>{names} の単価を取り入れました。</source>
        <translation>Unit prices taken over: {names}.</translation>
    </message>
    <message>
        <source>{names}がファイルを閉じました（または、読むだけにしました）。</source>
        <translation>{names} closed the file (or only reads it now).</translation>
    </message>
    <message>
        <source>{names}もこのファイルを開いています</source>
        <translation>{names} also has this file open</translation>
    </message>
    <message>
        <source>{name} に {count}ページを送りました。</source>
        <translation>Pages sent to {name}: {count}.</translation>
    </message>
    <message>
        <source>{name} をもとに、次の年度の要求書を作ります。元のファイルは変わりません。</source>
        <translation>Makes the request of the following year from {name}. That file is not changed.</translation>
    </message>
    <message>
        <source>{name} を保存しました。</source>
        <translation>{name} saved.</translation>
    </message>
    <message>
        <source>{name} を保存しました。前のファイルは、消されたか、移されたか、名前が変わっていたので、新しく作りました。</source>
        <translation>{name} was saved. The file from before had been deleted, moved or renamed, so that a new one was made.</translation>
    </message>
    <message>
        <source>{name}{locked}[*] - 予算帖</source>
        <translation>{name}{locked}[*] - Yosancho</translation>
    </message>
    <message>
        <source>{name}をブラウザーで開きました。印刷はブラウザーからもできます。</source>
        <translation>Opened in the browser: {name}. It can be printed from there too.</translation>
    </message>
    <message>
        <source>{name}を置くフォルダーが作れません（{reason}）。要求書は何も変わっていません。「{folder}」の空きと権限を確かめてください。</source>
        <translation>A folder for this could not be made: {name} ({reason}). The request is unchanged. Check the free space of “{folder}” and your rights there.</translation>
    </message>
    <message>
        <source>{page} / {count} ページ</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>{path} から単価を{count}件読みました。</source>
        <translation>Unit prices read from {path}: {count}.</translation>
    </message>
    <message>
        <source>{path} がありません。「単価表のひな形を作る」で作れます。</source>
        <translation>There is no {path}. “Make a price table” makes it.</translation>
    </message>
    <message>
        <source>{path} に比較の表を書き出しました。</source>
        <translation>The table of the comparison was written to {path}.</translation>
    </message>
    <message>
        <source>{path} はすでにあります。Excelで開いて書き足してください。</source>
        <translation>{path} exists already. Open it in Excel and add to it.</translation>
    </message>
    <message>
        <source>{path} を作りました。Excelで開いて書き換えると、積算の式で名前が使えます。</source>
        <translation>{path} was made. Fill it in with Excel; its names can then be used in calculations.</translation>
    </message>
    <message>
        <source>{saved:%m月%d日 %H:%M} に保存した版</source>
        <translation>Version saved {saved:%Y-%m-%d %H:%M}</translation>
    </message>
    <message>
        <source>{saved:%m月%d日 %H:%M} に保存した版に戻しました。ファイルは保存するまで変わりません。「元に戻す」で取り消せます。</source>
        <translation>The request is again as it was saved {saved:%Y-%m-%d %H:%M}. The file is unchanged until you save. Undo takes this back.</translation>
    </message>
    <message>
        <source>{saved:%m月%d日 %H:%M} に保存した版を開きました。上書き保存で「{name}」に入り、壊れた内容と入れ替わります。</source>
        <translation>The version saved {saved:%Y-%m-%d %H:%M} was opened. Saving puts it into “{name}” in place of the damaged content.</translation>
    </message>
    <message>
        <source>{sentence}

要求書のファイルは何も変わっていません。直せないときは、この文を担当者に知らせてください。</source>
        <translation>{sentence}

No file of a request has changed. Where this cannot be mended, tell this sentence to the person in charge.</translation>
    </message>
    <message>
        <source>{sentence}保存するときに名前を付けます。</source>
        <translation>{sentence}You will be asked for a name when you save.</translation>
    </message>
    <message>
        <source>{title}（{name} があるか確かめられません。別の名前か場所を選んでください）</source>
        <translation>{title} (it cannot be seen whether {name} exists: choose another name or place)</translation>
    </message>
    <message>
        <source>{title}（{name} はすでにあります）</source>
        <translation>{title} ({name} exists already)</translation>
    </message>
    <message>
        <source>{title}（「{folder}」が応えないか、ないので、ほかの場所から選んでください）</source>
        <translation>{title} (“{folder}” does not answer or is not there: choose another place)</translation>
    </message>
    <message>
        <source>{when}
{name}&#x3000;{far}</source>
        <translation>{when}
{name}  {far}</translation>
    </message>
    <message>
        <source>{when} {saver}{where}が保存</source>
        <translation>{when}, saved by {saver}{where}</translation>
    </message>
    <message>
        <source>{when}保存
{damaged}</source>
        <translation>{when}, saved
{damaged}</translation>
    </message>
    <message>
        <source>{when}保存（ほかの人かほかのパソコンなど、だれが保存したかの記録がありません）</source>
        <translation>{when}, saved (by someone else or on another computer: there is no record of who saved it)</translation>
    </message>
    <message>
        <source>{where} ＞ {plain}</source>
        <translation>{where} &gt; {plain}</translation>
    </message>
    <message>
        <source>{where}{count}件</source>
        <translation>{where}{count}</translation>
    </message>
    <message>
        <source>{why}あなたの入力は、この画面に残っています。</source>
        <translation>{why} What you typed is still in this window.</translation>
    </message>
    <message>
        <source>{why}あなたの入力は、この画面に残っています。保存すると、新しく作ります。</source>
        <translation>{why} What you typed is still in this window. Saving makes the file anew.</translation>
    </message>
    <message>
        <source>{why}このパソコンには、{saved:%m月%d日 %H:%M} に保存した版が残っています。「前の版から続ける」でそれを開けます。</source>
        <translation>{why} This computer has kept the version saved {saved:%Y-%m-%d %H:%M}. “Go on from that version” opens it.</translation>
    </message>
    <message>
        <source>{words}&#x3000;{done}／{of}</source>
        <translation>{words}  {done} of {of}</translation>
    </message>
    <message>
        <source>{words}できなかったもの {count}件&#x3000;{named}{more}</source>
        <translation>{words}Failed: {count}  {named}{more}</translation>
    </message>
    <message>
        <source>{words}（F6）</source>
        <translation>{words} (F6)</translation>
    </message>
    <message>
        <source>{year}のこの行は分けられません。期間に消費税率の改正がないか、式の月数が行の期間（内容に「5月〜3月」のように書きます）と合いません。</source>
        <translation>This line of {year} cannot be split: no change of the consumption tax rate lies in its period, or the months of its calculation do not fit that period (write it in the description as “5月〜3月”).</translation>
    </message>
    <message>
        <source>{year}の要求書を作りました。変えたところは右の一覧にあります。元の要求書のファイルは変わりません。</source>
        <translation>The request of {year} was made. What was changed is listed at the right. The file that it was made from is unchanged.</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日 {changed:%H:%M} に保存</source>
        <translation>saved {year}-{month}-{day} {changed:%H:%M}</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日 {saved:%H:%M:%S} に</source>
        <translation>{year}-{month}-{day} {saved:%H:%M:%S}</translation>
    </message>
    <message>
        <source>&#x3000;</source>
        <translation>  </translation>
    </message>
    <message>
        <source>&#x3000;ほか{count}件</source>
        <translation>  and {count} more</translation>
    </message>
    <message>
        <source>&#x3000;保存した内容と {count} か所違います</source>
        <translation>  differences from what was saved: {count}</translation>
    </message>
    <message>
        <source>&#x3000;未記入の欄が{count}か所あります。</source>
        <translation> {count} fields are still empty.</translation>
    </message>
    <message>
        <source>&#x3000;誤りが{count}件残っています。</source>
        <translation>  Errors left: {count}.</translation>
    </message>
    <message>
        <source>&#x3000;質問票に未回答が{count}問あります。</source>
        <translation>  Questions without an answer: {count}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>、{count:,}行がなくなりました</source>
        <translation>; rows gone: {count:,}</translation>
    </message>
    <message>
        <source>、{count:,}行が加わりました</source>
        <translation>; rows added: {count:,}</translation>
    </message>
    <message>
        <source>、開けないもの {count}件</source>
        <translation>, unreadable: {count}</translation>
    </message>
    <message>
        <source>「{folder}」に {others} がすでにあり、この画面から書き出したものではありません。まだ何も書いていません。置き換えると、前の内容は失われます。</source>
        <translation>{others} exists already in “{folder}” and was not exported from this window. Nothing has been written yet. If you replace it, its old content is lost.</translation>
    </message>
    <message>
        <source>「{name}」がまだ開けません（置いてある所が応えません）。ファイルも、いまの画面の内容も変わっていません。このまま待ちながら、ほかのことができます。</source>
        <translation>“{name}” cannot be opened yet (the place where it lies does not answer). Neither the file nor what is on the screen has changed. You can do something else while you wait.</translation>
    </message>
    <message>
        <source>「{name}」と合わせました。保存するまで、どちらのファイルも変わりません。保存したあとは、その写しを消してかまいません。</source>
        <translation>Merged with “{name}”. Neither file changes until you save. After that the copy can be deleted.</translation>
    </message>
    <message>
        <source>「{name}」には、保存されないまま終わった書きかけがあります: {work}&#x3000;{written:%m月%d日 %H:%M} まで&#x3000;いま開いている内容と {count} か所違います。{more}どちらを選んでも、ファイルは保存するまで変わりません。</source>
        <translation>“{name}” has unsaved work: {work}, until {written:%Y-%m-%d %H:%M}, differences from what is open now: {count}. {more}Whatever you choose, the file is unchanged until you save.</translation>
    </message>
    <message>
        <source>「{name}」には読み取れなかった箇所が{count}件あり、それは比べていません。</source>
        <translation>Parts of “{name}” that could not be read: {count}; they are not compared.</translation>
    </message>
    <message>
        <source>「{name}」に保存しています…</source>
        <translation>Saving to “{name}”…</translation>
    </message>
    <message>
        <source>「{name}」に書き出しています…</source>
        <translation>Exporting to “{name}”…</translation>
    </message>
    <message>
        <source>「{name}」に書き出しました</source>
        <translation>Exported to “{name}”</translation>
    </message>
    <message>
        <source>「{name}」の変更を保存しますか。</source>
        <translation>Save the changes of “{name}”?</translation>
    </message>
    <message>
        <source>「{name}」の表を調べています…</source>
        <translation>Looking at the tables of “{name}”…</translation>
    </message>
    <message>
        <source>「{name}」の読み込みをやめました。何も変わっていません。</source>
        <translation>Reading “{name}” was stopped. Nothing has changed.</translation>
    </message>
    <message>
        <source>「{name}」は、{owner}{more}。このまま書いても、保存するときに確かめるので、どちらの入力も失われません。どうするか選んでください。</source>
        <translation>“{name}”: {owner}{more}. You can go on writing: saving is checked, so that nobody&apos;s work is lost. Choose what to do.</translation>
    </message>
    <message>
        <source>「{name}」は、フォルダーの同期や複写のときに分かれた、この要求書の写しのようです（違うところ {count}か所）。{more}どちらのファイルも変わっていません。</source>
        <translation>“{name}” looks like a copy of this request that was split off when a folder was synchronised or copied (differences: {count}). {more}Neither file has changed.</translation>
    </message>
    <message>
        <source>「{name}」は、先にほかの要求書を開いたので、開きませんでした。</source>
        <translation>“{name}” was not opened, for another request was opened first.</translation>
    </message>
    <message>
        <source>「{name}」は、開いたあとにほかの人が保存しています。まだ何も書き込んでいません。あなたの入力は、この画面と書きかけの控えにあります。どうするか選んでください。</source>
        <translation>“{name}” was saved by someone else after you opened it. Nothing has been written yet. What you typed is on the screen and in the copy of unsaved work. Choose what to do.</translation>
    </message>
    <message>
        <source>「{name}」はそのまま残してあります。</source>
        <translation>“{name}” was left as it is.</translation>
    </message>
    <message>
        <source>「{name}」は保存しました。ただし、{note}</source>
        <translation>“{name}” was saved, but {note}</translation>
    </message>
    <message>
        <source>「{name}」は読み取り専用なので、読むだけで開いています。{can_copy}書くときは「写しを作る」を選んでください。読み取り専用を外したあとは「編集する」で書けます。</source>
        <translation>“{name}” is write-protected, so it can only be read. {can_copy}To write, choose “Make a copy”. Once the protection is removed, “Edit” lets you write.</translation>
    </message>
    <message>
        <source>「{name}」は読むだけで開いています。{owner}はファイルを閉じました。「編集する」を選ぶと、いまの内容を開き直して書けます。</source>
        <translation>“{name}” can only be read. {owner} closed the file. “Edit” opens it anew as it is now, to be written.</translation>
    </message>
    <message>
        <source>「{name}」は読むだけで開いています。別の名前を付けてください。</source>
        <translation>“{name}” can only be read. Choose another name.</translation>
    </message>
    <message>
        <source>「{name}」は読むだけで開いています（{owner}{more}）。{can_copy}書くときは「編集する」か「写しを作る」を選んでください。</source>
        <translation>“{name}” can only be read ({owner}{more}). {can_copy}To write, choose “Edit” or “Make a copy”.</translation>
    </message>
    <message>
        <source>「{name}」への保存がまだ終わっていません（保存先が応えません）。入力はこの画面にあり、続けて書けます。このまま待つか、別の場所に保存してください。</source>
        <translation>Saving to “{name}” has not ended yet (the place does not answer). What you typed is on the screen, and you can go on. Wait, or save somewhere else.</translation>
    </message>
    <message>
        <source>「{name}」への保存がまだ終わっていません（共有フォルダーが応えません）。保存が終わったら閉じます。待たずに閉じても、書きかけは控えにあり、次に始めたときに開けます。</source>
        <translation>Saving to “{name}” has not ended yet (the shared folder does not answer). The window closes when it has. If you close it without waiting, your work is in the copy of unsaved work and can be opened at the next start.</translation>
    </message>
    <message>
        <source>「{name}」を、{owner}。あなたと同時に書いています。あとから保存する人に、先の保存との重なりを見せるので、どちらの入力も失われません。</source>
        <translation>“{name}”: {owner}. Both of you are writing. Whoever saves last is shown where both changed something, so nobody&apos;s work is lost.</translation>
    </message>
    <message>
        <source>「{name}」を新しい要求書として開きました。</source>
        <translation>“{name}” was opened as a new request. </translation>
    </message>
    <message>
        <source>「{name}」を読み込んでいます…</source>
        <translation>Reading “{name}”…</translation>
    </message>
    <message>
        <source>「{name}」を読み込んでいます&#x3000;{read:,}／{every:,}行</source>
        <translation>Reading “{name}”  row {read:,} of {every:,}</translation>
    </message>
    <message>
        <source>「{name}」を開いています…</source>
        <translation>Opening “{name}”…</translation>
    </message>
    <message>
        <source>「{text}」は見つかりません。</source>
        <translation>“{text}” was not found.</translation>
    </message>
    <message>
        <source>「{who}」と合わせました。元に戻すこともできます。保存するまでファイルは変わりません。</source>
        <translation>Merged with “{who}”. This can be undone. The file is unchanged until you save.</translation>
    </message>
    <message>
        <source>あなたの要求書を別のファイルにします。両方が残ります。</source>
        <translation>Your request becomes another file. Both are kept.</translation>
    </message>
    <message>
        <source>いま</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>いまの内容と {count} か所違います</source>
        <translation>differences from what is open now: {count}</translation>
    </message>
    <message>
        <source>いまの内容と同じです</source>
        <translation>the same as what is open now</translation>
    </message>
    <message>
        <source>いまの要求書</source>
        <translation>The open request</translation>
    </message>
    <message>
        <source>いま保存する</source>
        <translation>Save now</translation>
    </message>
    <message>
        <source>ここには、ひとつの操作で直せる指摘がありません。</source>
        <translation>Nothing that is found here can be repaired in one step.</translation>
    </message>
    <message>
        <source>ここには指摘がありません。右の一覧で選んでから了解することもできます。</source>
        <translation>Nothing is found here. You can also choose a finding in the list at the right and acknowledge it.</translation>
    </message>
    <message>
        <source>ここはまだ書き込みのない欄か計算の欄なので、付せんは「{where}」に付けます。</source>
        <translation>Nothing is written here yet, or it is calculated: the sticky note goes to “{where}”.</translation>
    </message>
    <message>
        <source>ここまでにします。済んだものはそのまま残ります。</source>
        <translation>Go no further. What is done stays.</translation>
    </message>
    <message>
        <source>このまま</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>この内容の写しは、もう尋ねません。ファイルは両方とも残ります。</source>
        <translation>You are not asked about this copy again. Both files stay.</translation>
    </message>
    <message>
        <source>この版の控えは壊れていて読めません。ほかの版を選んでください。</source>
        <translation>This version is damaged and cannot be read. Choose another one.</translation>
    </message>
    <message>
        <source>この画面を相手の版にします。あなたの入力は「元に戻す」で戻せます。</source>
        <translation>The window shows the other person&apos;s version. Undo brings back what you typed.</translation>
    </message>
    <message>
        <source>この知らせを消します。</source>
        <translation>Closes this message.</translation>
    </message>
    <message>
        <source>この行は、いまの要求書にはありません。</source>
        <translation>This row is not in the open request.</translation>
    </message>
    <message>
        <source>この行を閉じます。</source>
        <translation>Closes this line.</translation>
    </message>
    <message>
        <source>この要求書には、翌年度への引継ぎの一覧がありません。</source>
        <translation>This request has no carried list of last year.</translation>
    </message>
    <message>
        <source>この要求書は、表の読み方を選んで読み込んだものではありません。</source>
        <translation>This request did not come from a table whose reading was chosen.</translation>
    </message>
    <message>
        <source>すべての年度</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>すべての状態</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>すべて検査(&amp;T)</source>
        <translation>Check &amp;all</translation>
    </message>
    <message>
        <source>すること</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>すること・項目の名前</source>
        <translation>What to do, or a section</translation>
    </message>
    <message>
        <source>そのままにする</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>つないだ数字の元へ</source>
        <translation>Go to the source of a linked figure</translation>
    </message>
    <message>
        <source>つながりを外す</source>
        <translation>Unlink figure</translation>
    </message>
    <message>
        <source>つなぐ</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>となりのセルへ</source>
        <translation>To the next cell</translation>
    </message>
    <message>
        <source>どこ</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>ひらがな・ローマ字でも探せます。↑↓で選び、Enter で実行、Esc で閉じます。</source>
        <translation>Any part of the words will do. ↑↓ choose, Enter runs, Esc closes.</translation>
    </message>
    <message>
        <source>ふつうの文字のままにします。</source>
        <translation>Leaves them as plain text.</translation>
    </message>
    <message>
        <source>ぶつからない変更は両方を取り入れ、ぶつかるところだけを選びます。</source>
        <translation>Changes that do not collide are both taken; you choose only where they collide.</translation>
    </message>
    <message>
        <source>ほかに{count}件あります。</source>
        <translation>{count} more. </translation>
    </message>
    <message>
        <source>ほかの要求書と合わせる…</source>
        <translation>Merge with another request…</translation>
    </message>
    <message>
        <source>ほかの要求書と比べる…</source>
        <translation>Compare with another request…</translation>
    </message>
    <message>
        <source>ほかの見本から始める</source>
        <translation>Begin with another sample</translation>
    </message>
    <message>
        <source>まだ一度も保存していないので、比べるものがありません。</source>
        <translation>There is nothing to compare with: the request was never saved.</translation>
    </message>
    <message>
        <source>まだ一度も保存していません。保存しないと、この要求書への入力は残りません。</source>
        <translation>The request was never saved. Unless you save it, what you typed is lost.</translation>
    </message>
    <message>
        <source>もう一度</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>もう一度保存</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>もとの大きさで表示</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>やめました（{done}件は済んでいます）。</source>
        <translation>Stopped (done: {done}).</translation>
    </message>
    <message>
        <source>やめる(&amp;Y)</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>やめる(&amp;Z)</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>やり直しました</source>
        <translation>Redone</translation>
    </message>
    <message>
        <source>やり直す</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>やり直す: {redo}</source>
        <translation>Redo: {redo}</translation>
    </message>
    <message>
        <source>わかりました</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>キー</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>キーの一覧</source>
        <translation>List of keys</translation>
    </message>
    <message>
        <source>キー・すること</source>
        <translation>Keys, or what they do</translation>
    </message>
    <message>
        <source>クリップボードに文がありません。公表ページの文をコピーしてから選んでください。</source>
        <translation>There is no text in the clipboard. Copy the text of a published page first.</translation>
    </message>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>コマンドとキーの一覧</source>
        <translation>List of commands and keys</translation>
    </message>
    <message>
        <source>コマンドを探す</source>
        <translation>Find a command</translation>
    </message>
    <message>
        <source>コマンドを探す…</source>
        <translation>Find a command…</translation>
    </message>
    <message>
        <source>セルの中で改行する</source>
        <translation>New line within the cell</translation>
    </message>
    <message>
        <source>セルの続きから書く</source>
        <translation>Write on in the cell</translation>
    </message>
    <message>
        <source>ファイル</source>
        <translation>File</translation>
    </message>
    <message>
        <source>ファイル(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>ファイルはそのまま残ります。</source>
        <translation>The files stay as they are.</translation>
    </message>
    <message>
        <source>フォルダー(&amp;N):</source>
        <translation>&amp;Folder:</translation>
    </message>
    <message>
        <source>フォルダーの要求書をすべて読み直し、検査します。</source>
        <translation>Reads and checks all requests of the folder anew.</translation>
    </message>
    <message>
        <source>フォルダーを変える(&amp;D)…</source>
        <translation>Change fol&amp;der…</translation>
    </message>
    <message>
        <source>ブラウザーを開けません。{name}は作ってあり、この窓を閉じるまで残ります。場所を写して、ブラウザーの住所の欄に貼り付けてください。</source>
        <translation>The browser could not be opened. The page ({name}) is made and stays until this window is closed. Copy its address and paste it into the address line of a browser.</translation>
    </message>
    <message>
        <source>プリンターが応えません。要求書は変わっていません。プリンターを確かめて、もう一度印刷してください。</source>
        <translation>The printer does not answer. The request is as it was. Check the printer and print again.</translation>
    </message>
    <message>
        <source>プリンターを選び直して印刷します。</source>
        <translation>Chooses a printer anew and prints.</translation>
    </message>
    <message>
        <source>ヘルプ(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>ページの場所をクリップボードに写します。</source>
        <translation>Copies the address of the page to the clipboard.</translation>
    </message>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一覧にするフォルダーを選びます。</source>
        <translation>Choose the folder whose requests are listed.</translation>
    </message>
    <message>
        <source>上書きする</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>上書き保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>下のセルへ・上のセルへ</source>
        <translation>To the cell below, above</translation>
    </message>
    <message>
        <source>下へコピー</source>
        <translation>Copy down</translation>
    </message>
    <message>
        <source>予算</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>予算帖</source>
        <translation>Yosancho</translation>
    </message>
    <message>
        <source>予算帖を始められません。</source>
        <translation>Yosancho cannot be started.</translation>
    </message>
    <message>
        <source>予算要求書 ({endings})</source>
        <translation>Budget request ({endings})</translation>
    </message>
    <message>
        <source>予算要求書を書き、合計を確かめ、公表用のHTMLと財政課に出すExcelを作ります。</source>
        <translation>Write budget requests, have their totals checked, and make the HTML for publication and the Excel workbook for the finance division.</translation>
    </message>
    <message>
        <source>事業名</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>事業名なし</source>
        <translation>(project without a name)</translation>
    </message>
    <message>
        <source>人に渡すExcelを書き出す（控えなし）…</source>
        <translation>Export Excel for passing on (without the hidden copy)…</translation>
    </message>
    <message>
        <source>付せん</source>
        <translation>Sticky notes</translation>
    </message>
    <message>
        <source>付せんを書く・直す</source>
        <translation>Write or change a sticky note</translation>
    </message>
    <message>
        <source>保存が終わっていません。終わってから、もう一度選んでください。</source>
        <translation>Saving has not ended. Try again when it has.</translation>
    </message>
    <message>
        <source>保存が終わっても、この窓を閉じません。</source>
        <translation>The window stays open when saving has ended.</translation>
    </message>
    <message>
        <source>保存されなかった書きかけを開きました。上書き保存で「{name}」に入ります。</source>
        <translation>Unsaved work was opened. Save writes it to “{name}”.</translation>
    </message>
    <message>
        <source>保存されなかった書きかけを開きました。名前を付けて保存してください。</source>
        <translation>Unsaved work was opened. Save it under a name.</translation>
    </message>
    <message>
        <source>保存した「{name}」</source>
        <translation>Saved “{name}”</translation>
    </message>
    <message>
        <source>保存したものと比べる</source>
        <translation>Compare with what was saved</translation>
    </message>
    <message>
        <source>保存していない要求書</source>
        <translation>Request that was never saved</translation>
    </message>
    <message>
        <source>保存しない</source>
        <translation>Don&apos;t save</translation>
    </message>
    <message>
        <source>保存しないと、前に保存したあとの入力は失われます。</source>
        <translation>Unless you save, what you typed since the last saving is lost.</translation>
    </message>
    <message>
        <source>保存する</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存するとき、その人の保存と重なっていないか確かめます。</source>
        <translation>Saving checks whether that person has saved in the meantime.</translation>
    </message>
    <message>
        <source>保存の状態</source>
        <translation>State of saving</translation>
    </message>
    <message>
        <source>元に戻しました</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>元に戻す: {undo}</source>
        <translation>Undo: {undo}</translation>
    </message>
    <message>
        <source>全角・半角、大文字・小文字を区別しない</source>
        <translation>Ignore width and case of letters</translation>
    </message>
    <message>
        <source>公表ページ</source>
        <translation>Published page</translation>
    </message>
    <message>
        <source>公表ページの文を貼り付けて読む</source>
        <translation>Read the copied text of a published page</translation>
    </message>
    <message>
        <source>公表ページを見る</source>
        <translation>Show the published page</translation>
    </message>
    <message>
        <source>内訳のひな形を入れる</source>
        <translation>Insert a template of parts</translation>
    </message>
    <message>
        <source>写し「{name}」</source>
        <translation>Copy “{name}”</translation>
    </message>
    <message>
        <source>写しからいまの要求書までに、どこが変わったかを表で見ます。</source>
        <translation>Shows in a table what was changed from the copy to the open request.</translation>
    </message>
    <message>
        <source>写した範囲を本文の表として貼り付け</source>
        <translation>Paste the copied cells as a table of the text</translation>
    </message>
    <message>
        <source>写しとして開いています。保存するときに名前を付けます。元のファイルは変わりません。</source>
        <translation>Opened as a copy. You will be asked for a name when you save. The original file is unchanged.</translation>
    </message>
    <message>
        <source>写しを作る</source>
        <translation>Make a copy</translation>
    </message>
    <message>
        <source>切り取り</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>別のファイルとして書き続けます。元のファイルは変わりません。</source>
        <translation>You go on in another file. The original file is unchanged.</translation>
    </message>
    <message>
        <source>別のフォルダーへ</source>
        <translation>Another folder</translation>
    </message>
    <message>
        <source>別の版の予算帖の控えです</source>
        <translation>it is a copy of another version of the program</translation>
    </message>
    <message>
        <source>別名で保存</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>前に保存した版…</source>
        <translation>Earlier versions…</translation>
    </message>
    <message>
        <source>前の保存がまだ終わっていません。終わってから、もう一度保存するか、別の場所に保存してください。</source>
        <translation>The previous saving has not ended yet. Save again when it has, or save somewhere else.</translation>
    </message>
    <message>
        <source>前の内容は失われます。</source>
        <translation>The old content is lost.</translation>
    </message>
    <message>
        <source>前の指摘へ</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <source>前の版から続ける</source>
        <translation>Go on from that version</translation>
    </message>
    <message>
        <source>前の版に戻す</source>
        <translation>Go back to an earlier version</translation>
    </message>
    <message>
        <source>前の版はまだありません。あなたが保存し直すたびに、その前の内容を10回分まで残します。ほかの人がした保存は、ここには残りません。</source>
        <translation>There is no earlier version yet. Each time you save, what was there before is kept, ten times at most. What others save is not kept here.</translation>
    </message>
    <message>
        <source>前の項目へ</source>
        <translation>Previous section</translation>
    </message>
    <message>
        <source>前へ</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>前を検索</source>
        <translation>Find previous</translation>
    </message>
    <message>
        <source>前回、保存されないまま終わった書きかけがあります{more}</source>
        <translation>There is unsaved work from last time{more}</translation>
    </message>
    <message>
        <source>前回の書きかけの控えのうち{count}件は、いま開けません（{why}）。控えは「{path}」にそのまま残してあり、開けるようになれば、次に始めたときに出ます。保存したファイルは無事です。</source>
        <translation>Copies of unsaved work of last time that cannot be opened now: {count} ({why}). They stay as they are in “{path}”, and are offered at the next start once they can be opened. The saved files are safe.</translation>
    </message>
    <message>
        <source>前回の書きかけの控えのうち{count}件は壊れていて開けません。保存したファイルとほかの控えは無事です。保存したファイルを開いて続けてください。壊れた控えは「{damaged}」に残してあります。</source>
        <translation>Copies of last time&apos;s unsaved work that are damaged and cannot be opened: {count}. Saved files and other copies are safe: open the saved file to go on. What is damaged was left at “{damaged}”.</translation>
    </message>
    <message>
        <source>前回保存されなかった書きかけがあります。［ファイル］→［最近使った要求書］から開けます。</source>
        <translation>There is unsaved work from last time. Open it from File → Recent requests.</translation>
    </message>
    <message>
        <source>前年度</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>前年度の額を要求額に入れる</source>
        <translation>Copy previous year&apos;s amount to the request</translation>
    </message>
    <message>
        <source>前後の言葉</source>
        <translation>Words around it</translation>
    </message>
    <message>
        <source>単位:千円</source>
        <translation>Unit: thousand yen</translation>
    </message>
    <message>
        <source>単価の取り入れ</source>
        <translation>Take over unit prices</translation>
    </message>
    <message>
        <source>単価表のひな形を作る</source>
        <translation>Make a price table</translation>
    </message>
    <message>
        <source>単価表を読み直す</source>
        <translation>Read the price table again</translation>
    </message>
    <message>
        <source>印を外す</source>
        <translation>Remove the mark</translation>
    </message>
    <message>
        <source>印刷</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>印刷…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>印刷していません。{why}</source>
        <translation>Nothing was printed. {why}</translation>
    </message>
    <message>
        <source>印刷するページを組んでいます…</source>
        <translation>Preparing the pages for print…</translation>
    </message>
    <message>
        <source>印刷とPDFに債務負担行為調書を付ける</source>
        <translation>Print and PDF with the ledger of commitments</translation>
    </message>
    <message>
        <source>印刷とPDFに図を入れる</source>
        <translation>Print and PDF with pictures</translation>
    </message>
    <message>
        <source>印刷とPDFに質問票を付ける</source>
        <translation>Print and PDF with the question sheet</translation>
    </message>
    <message>
        <source>印刷用のページ (*.html)</source>
        <translation>Page for printing (*.html)</translation>
    </message>
    <message>
        <source>取り入れる単価はありません。使っている単価は単価表と同じです。</source>
        <translation>There are no prices to take over. Those in use are the ones of the price table.</translation>
    </message>
    <message>
        <source>右のセルへ・左のセルへ（表の終わりでは次の欄へ）</source>
        <translation>To the cell at the right, left (at the end of the table to the next field)</translation>
    </message>
    <message>
        <source>右の一覧を見てください。</source>
        <translation>See the list at the right. </translation>
    </message>
    <message>
        <source>右へ</source>
        <translation>To the right</translation>
    </message>
    <message>
        <source>合っている合計を計算値に戻しました。額は変わりません。</source>
        <translation>Totals that agree are calculated again. No amount changes.</translation>
    </message>
    <message>
        <source>合っている合計を計算値に戻す</source>
        <translation>Calculate totals that agree again</translation>
    </message>
    <message>
        <source>合計を計算値に戻す</source>
        <translation>Calculate totals again</translation>
    </message>
    <message>
        <source>同じファイルにもう一度保存します。</source>
        <translation>Saves to the same file once more.</translation>
    </message>
    <message>
        <source>同じフォルダーにもう一度書き出します。</source>
        <translation>Exports once more into the same folder.</translation>
    </message>
    <message>
        <source>名前を付けて保存</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>名前を付けて保存…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>図</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>図を脇に表示する</source>
        <translation>Show pictures at the side</translation>
    </message>
    <message>
        <source>場所(&amp;P):</source>
        <translation>&amp;Place:</translation>
    </message>
    <message>
        <source>場所と名前を選んで保存します。</source>
        <translation>Choose a place and a name to save under.</translation>
    </message>
    <message>
        <source>場所を写す</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>増減</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>壊れたファイルは、保存するまでそのまま残ります。</source>
        <translation>The damaged file stays as it is until you save.</translation>
    </message>
    <message>
        <source>変わった単価をすべて取り入れる</source>
        <translation>Take over all changed unit prices</translation>
    </message>
    <message>
        <source>変更を合わせる</source>
        <translation>Merge the changes</translation>
    </message>
    <message>
        <source>大きく表示</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>始めまで来たので、終わりに移りました。</source>
        <translation>From the beginning, the search went on at the end.</translation>
    </message>
    <message>
        <source>小さく表示</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>左へ</source>
        <translation>To the left</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>年度ごとの計</source>
        <translation>Sums by year</translation>
    </message>
    <message>
        <source>引継ぎ</source>
        <translation>Carried</translation>
    </message>
    <message>
        <source>引継ぎの一覧</source>
        <translation>Carried list</translation>
    </message>
    <message>
        <source>引継ぎの一覧を印刷する</source>
        <translation>Print the carried list</translation>
    </message>
    <message>
        <source>待たずに閉じる</source>
        <translation>Close without waiting</translation>
    </message>
    <message>
        <source>思わぬ誤り</source>
        <translation>Unexpected fault</translation>
    </message>
    <message>
        <source>思わぬ誤りが起きました。入力した内容は残っています。記録 {path} を担当に送ってください。</source>
        <translation>An unexpected fault occurred. What you typed is kept. Please send the log {path} to your support.</translation>
    </message>
    <message>
        <source>戻る</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>所要経費の絞り込みと並べ替え</source>
        <translation>Filter and sort the costs</translation>
    </message>
    <message>
        <source>所要経費の行にカーソルを置いてから選んでください。</source>
        <translation>Place the cursor in a cost line first.</translation>
    </message>
    <message>
        <source>手で変えられた {count} か所を取り込みました。</source>
        <translation>Places taken over that were changed by hand: {count}. </translation>
    </message>
    <message>
        <source>指摘</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>指摘(&amp;K)</source>
        <translation>F&amp;indings</translation>
    </message>
    <message>
        <source>指摘なし</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>指摘はありません。</source>
        <translation>There are no findings.</translation>
    </message>
    <message>
        <source>探す言葉・金額</source>
        <translation>Words or amount to find</translation>
    </message>
    <message>
        <source>文の中の数字{count}か所は、文から要求書のどの数字か分かります。つなぐと、額が変わったときに文も変わります。</source>
        <translation>Figures in the texts that can be told to be figures of the request: {count}. Linked, they follow when an amount changes.</translation>
    </message>
    <message>
        <source>文の中の数字を一覧にする</source>
        <translation>List the figures in the texts</translation>
    </message>
    <message>
        <source>文の数字をつなぐ・入れる…</source>
        <translation>Link or insert a figure…</translation>
    </message>
    <message>
        <source>文の数字を要求書の数字とつなぎます（元に戻せます）。</source>
        <translation>Links the figures of the texts with those of the request (can be undone).</translation>
    </message>
    <message>
        <source>文の確かな数字をまとめてつなぐ</source>
        <translation>Link all certain figures</translation>
    </message>
    <message>
        <source>新しい要求書</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>新しい要求書を書く</source>
        <translation>Write a new request</translation>
    </message>
    <message>
        <source>書きかけ</source>
        <translation>Unsaved work</translation>
    </message>
    <message>
        <source>書きかけの控えが取れていません</source>
        <translation>No copy of unsaved work is kept</translation>
    </message>
    <message>
        <source>書きかけの控えが取れません（{why}）。入力はこの画面にあり、保存したファイルは無事ですが、いまパソコンが止まると、保存していない入力は失われます。こまめに保存してください。</source>
        <translation>No copy of unsaved work can be kept ({why}). What you typed is on the screen and saved files are safe, but if the computer stops now, what is not saved is lost. Save often.</translation>
    </message>
    <message>
        <source>書きかけはそのまま残してあります。このファイルを開いたときと、始めのページから開けます。</source>
        <translation>The unsaved work is kept. It can be opened from the start page, and when this file is opened.</translation>
    </message>
    <message>
        <source>書きかけは控えに残ります。</source>
        <translation>Your work is in the copy of unsaved work.</translation>
    </message>
    <message>
        <source>書きかけは消えません。次に開いたときに、もう一度尋ねます。</source>
        <translation>The unsaved work is kept. You will be asked again the next time you open the file.</translation>
    </message>
    <message>
        <source>書きかけを、保存していない変更として開きます。ファイルがそのあと変わっていれば、保存するときに確かめます。</source>
        <translation>Opens the unsaved work as changes that are not saved. If the file has changed since, saving checks that.</translation>
    </message>
    <message>
        <source>書きかけをやめる</source>
        <translation>Give up what is being typed</translation>
    </message>
    <message>
        <source>書きかけを開く</source>
        <translation>Open the unsaved work</translation>
    </message>
    <message>
        <source>書きかけを開く: {name}&#x3000;{file}&#x3000;{written:%m月%d日 %H:%M} まで{changed}</source>
        <translation>Unsaved work: {name}  {file}  until {written:%Y-%m-%d %H:%M}{changed}</translation>
    </message>
    <message>
        <source>書きかけを開くと、いまの要求書がどう変わるかを表で見ます。</source>
        <translation>Shows in a table what the unsaved work would change in the open request.</translation>
    </message>
    <message>
        <source>書きかけ（{written:%m月%d日 %H:%M} まで）</source>
        <translation>Unsaved work (until {written:%Y-%m-%d %H:%M})</translation>
    </message>
    <message>
        <source>書き出さない</source>
        <translation>Don&apos;t export</translation>
    </message>
    <message>
        <source>書き出しています（{name}）…</source>
        <translation>Exporting ({name})…</translation>
    </message>
    <message>
        <source>書き出していません。{why}</source>
        <translation>Nothing was exported. {why}</translation>
    </message>
    <message>
        <source>書き出し（{name}）がまだ終わっていません（共有フォルダーなどが応えないようです）。書き終わるまで、前からあるファイルはそのまま残ります。このまま待ちながら、続けて書けます。</source>
        <translation>The export ({name}) has not finished yet (a shared folder does not seem to answer). Files that were there stay as they are until it has. You can go on writing while you wait.</translation>
    </message>
    <message>
        <source>書き出す(&amp;X)…</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>書き出すフォルダー</source>
        <translation>Folder to export to</translation>
    </message>
    <message>
        <source>書き出すフォルダーを選び直します。</source>
        <translation>Choose another folder to export to.</translation>
    </message>
    <message>
        <source>書き出す（{which}）(&amp;X)…</source>
        <translation>E&amp;xport ({which})…</translation>
    </message>
    <message>
        <source>書けるようにします。ほかの人が開いていれば、保存するときに重なりを確かめます。</source>
        <translation>Lets you write. If others have the file open, saving checks whether changes collide.</translation>
    </message>
    <message>
        <source>最終変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>最近使った要求書</source>
        <translation>Recent requests</translation>
    </message>
    <message>
        <source>未記入</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>未記入のあるもの</source>
        <translation>With empty fields</translation>
    </message>
    <message>
        <source>本文に表を入れる</source>
        <translation>Insert a table into the text</translation>
    </message>
    <message>
        <source>本文の表</source>
        <translation>Section table</translation>
    </message>
    <message>
        <source>本文の項目の中にカーソルを置いてから選んでください。</source>
        <translation>Place the cursor in a narrative section first.</translation>
    </message>
    <message>
        <source>検索</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>検索…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>検索（事業名・年度・予算・課・ファイル名）</source>
        <translation>Search (project, year, budget, section, file name)</translation>
    </message>
    <message>
        <source>欄の文は選んで写せますが、書き込みはできません。</source>
        <translation>Text of the fields can be selected and copied, but not changed. </translation>
    </message>
    <message>
        <source>欄を書けないようにします。ファイルは変わりません。</source>
        <translation>Locks the fields. The file is unchanged.</translation>
    </message>
    <message>
        <source>次の指摘へ</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>次の項目へ</source>
        <translation>Next section</translation>
    </message>
    <message>
        <source>次へ</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>次を検索</source>
        <translation>Find next</translation>
    </message>
    <message>
        <source>比較の表を書き出す</source>
        <translation>Export the table of the comparison</translation>
    </message>
    <message>
        <source>注意のあるもの</source>
        <translation>With warnings</translation>
    </message>
    <message>
        <source>消去</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>消費税率の改正で分ける</source>
        <translation>Split at a change of the consumption tax rate</translation>
    </message>
    <message>
        <source>無題の要求書</source>
        <translation>Untitled request</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>理由を付けて了解する…</source>
        <translation>Acknowledge with a reason…</translation>
    </message>
    <message>
        <source>直す</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>相手の変更はこのファイルから消え、［ファイル］→［前に保存した版］に残ります。</source>
        <translation>The other person&apos;s changes vanish from this file; they stay under File → Earlier versions.</translation>
    </message>
    <message>
        <source>相手の版を読みました。あなたの入力に戻すときは、Ctrl+Z（元に戻す）を押してください。</source>
        <translation>The other person&apos;s version was read. To return to what you typed, press Ctrl+Z (Undo).</translation>
    </message>
    <message>
        <source>相手の版を読む</source>
        <translation>Read the other version</translation>
    </message>
    <message>
        <source>確かめられずに仮に読んだところが {count} あります。</source>
        <translation>Places that were read on an assumption: {count}. </translation>
    </message>
    <message>
        <source>移動(&amp;G)</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>種類(&amp;T):</source>
        <translation>&amp;Type:</translation>
    </message>
    <message>
        <source>積算(&amp;B)</source>
        <translation>&amp;Basis</translation>
    </message>
    <message>
        <source>積算（式）を書く</source>
        <translation>Write a basis (積算)</translation>
    </message>
    <message>
        <source>空にして書き始める</source>
        <translation>Empty the cell and write</translation>
    </message>
    <message>
        <source>節の列を出す</source>
        <translation>Show the column of object classes (節)</translation>
    </message>
    <message>
        <source>紙のプレビュー</source>
        <translation>Paper preview</translation>
    </message>
    <message>
        <source>紙のプレビューを表示する</source>
        <translation>Show paper preview</translation>
    </message>
    <message>
        <source>紙のプレビューを閉じます（F9）。</source>
        <translation>Close the paper preview (F9).</translation>
    </message>
    <message>
        <source>紙のプレビューを閉じる</source>
        <translation>Close the paper preview</translation>
    </message>
    <message>
        <source>終わりまで来たので、始めに戻りました。</source>
        <translation>From the end, the search went on at the beginning.</translation>
    </message>
    <message>
        <source>終了</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>組んでいます…</source>
        <translation>Preparing…</translation>
    </message>
    <message>
        <source>編集(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>編集する</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>編集できます。保存するとき、ほかの人の保存と重なっていれば知らせます。</source>
        <translation>You can edit. When you save, you are told where changes of others collide with yours.</translation>
    </message>
    <message>
        <source>置き換える</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>置き換える(&amp;A)</source>
        <translation>Replace &amp;all</translation>
    </message>
    <message>
        <source>置き換える言葉・金額</source>
        <translation>Words or amount to put instead</translation>
    </message>
    <message>
        <source>置換</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>置換…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>置換後</source>
        <translation>After</translation>
    </message>
    <message>
        <source>置換（{count}か所）</source>
        <translation>Replace ({count})</translation>
    </message>
    <message>
        <source>翌年度の要求書の作成</source>
        <translation>Make next year&apos;s request</translation>
    </message>
    <message>
        <source>翌年度の要求書を作っています</source>
        <translation>Making next year&apos;s requests</translation>
    </message>
    <message>
        <source>翌年度の要求書を作りました</source>
        <translation>Next year&apos;s requests made</translation>
    </message>
    <message>
        <source>翌年度の要求書を作る</source>
        <translation>Make next year&apos;s request</translation>
    </message>
    <message>
        <source>翌年度を作る(&amp;Y)</source>
        <translation>Next &amp;year</translation>
    </message>
    <message>
        <source>翌年度を作る（{which}）(&amp;Y)</source>
        <translation>Next &amp;year ({which})</translation>
    </message>
    <message>
        <source>脇の一覧</source>
        <translation>Lists at the side</translation>
    </message>
    <message>
        <source>脇の一覧へ</source>
        <translation>To the lists at the side</translation>
    </message>
    <message>
        <source>行(&amp;R)</source>
        <translation>&amp;Row</translation>
    </message>
    <message>
        <source>行の印</source>
        <translation>Mark of the row</translation>
    </message>
    <message>
        <source>表のセル</source>
        <translation>Cells of tables</translation>
    </message>
    <message>
        <source>表示(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>表示の大きさ {percent}％</source>
        <translation>Size {percent}%</translation>
    </message>
    <message>
        <source>表示の言葉は、いまの確かめごとを終えてもう一度選ぶか、次に始めたときに {language} になります。</source>
        <translation>The interface will be in {language} when what is asked now is done and it is chosen again, or at the next start.</translation>
    </message>
    <message>
        <source>表示の言葉を {language} にしました。</source>
        <translation>The interface is in {language} now.</translation>
    </message>
    <message>
        <source>表示中の{count}件</source>
        <translation>{count} shown</translation>
    </message>
    <message>
        <source>要求書の一覧</source>
        <translation>Requests of a folder</translation>
    </message>
    <message>
        <source>要求書の検索</source>
        <translation>Search the requests</translation>
    </message>
    <message>
        <source>要求書をファイルに保存します。</source>
        <translation>Saves the request to a file.</translation>
    </message>
    <message>
        <source>要求書を一覧にするフォルダー</source>
        <translation>Folder whose requests are listed</translation>
    </message>
    <message>
        <source>要求書を取り込むフォルダー</source>
        <translation>Folder from which requests are collected</translation>
    </message>
    <message>
        <source>要求書を検査しています</source>
        <translation>Checking requests</translation>
    </message>
    <message>
        <source>要求書を読んでいます</source>
        <translation>Reading requests</translation>
    </message>
    <message>
        <source>要求書を開く</source>
        <translation>Open a request</translation>
    </message>
    <message>
        <source>要求書・公表ページ・Excel・CSV ({endings})</source>
        <translation>Requests, published pages, Excel, CSV ({endings})</translation>
    </message>
    <message>
        <source>要求額</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>見つかったところ</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>見出しも付けてコピー</source>
        <translation>Copy with headings</translation>
    </message>
    <message>
        <source>見本から始める</source>
        <translation>Begin with the sample</translation>
    </message>
    <message>
        <source>見本から始める（公表された要求書）</source>
        <translation>Begin with the sample (a published request)</translation>
    </message>
    <message>
        <source>言語 / Language</source>
        <translation>Language / 言語</translation>
    </message>
    <message>
        <source>計算値と合っている手入力の合計はありません。</source>
        <translation>There are no typed totals that agree with the calculated ones.</translation>
    </message>
    <message>
        <source>誤りのあるもの</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>誤り・注意</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>読み取れなかった箇所が {count} あります。</source>
        <translation>Parts that could not be read: {count}. </translation>
    </message>
    <message>
        <source>読み込みの進み具合</source>
        <translation>Progress of reading</translation>
    </message>
    <message>
        <source>読み込みをやめます。開いている要求書は変わりません。</source>
        <translation>Stops reading. The open request is unchanged.</translation>
    </message>
    <message>
        <source>読み込んだ表の読み方を見る</source>
        <translation>See how the table was read</translation>
    </message>
    <message>
        <source>読むだけ</source>
        <translation>Only read</translation>
    </message>
    <message>
        <source>読むだけで開いているので、付せんは付けられません。</source>
        <translation>The request can only be read: no sticky notes can be written.</translation>
    </message>
    <message>
        <source>読むだけで開いているので、変わりません。書くときは、上の「編集する」か「写しを作る」を選んでください。</source>
        <translation>The request can only be read, so nothing changes. To write, choose “Edit” or “Make a copy” above.</translation>
    </message>
    <message>
        <source>読むだけで開いているので、置き換えません。</source>
        <translation>The request can only be read, so nothing is replaced.</translation>
    </message>
    <message>
        <source>課のフォルダーを一覧にする…</source>
        <translation>List the requests of a folder…</translation>
    </message>
    <message>
        <source>財政課の欄も表示する</source>
        <translation>Show the finance division&apos;s fields</translation>
    </message>
    <message>
        <source>貼り付け</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>貼り付けた文</source>
        <translation>Pasted text</translation>
    </message>
    <message>
        <source>貼り付けました。</source>
        <translation>Pasted.</translation>
    </message>
    <message>
        <source>貼り付ける</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>貼り付ける範囲がありません。Excelで表の範囲を見出しからコピーしてください。</source>
        <translation>There is nothing to paste. Copy a range of a table in Excel, with its headings.</translation>
    </message>
    <message>
        <source>貼り付ける表</source>
        <translation>Table to paste</translation>
    </message>
    <message>
        <source>貼り付ける表を読んでいる間に要求書が変わったので、貼り付けませんでした。もう一度貼り付けてください。</source>
        <translation>The request changed while the table to paste was read, so nothing was pasted. Paste it again.</translation>
    </message>
    <message>
        <source>貼り付けをやめました。表は変わっていません。</source>
        <translation>Pasting was stopped. The table is unchanged.</translation>
    </message>
    <message>
        <source>質問票</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>質問票に答える</source>
        <translation>Answer the question sheet</translation>
    </message>
    <message>
        <source>返ってきた確認を選ぶ</source>
        <translation>Choose letters that came back</translation>
    </message>
    <message>
        <source>進み具合</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>違いを見る</source>
        <translation>Show the differences</translation>
    </message>
    <message>
        <source>選ぶ範囲を広げる</source>
        <translation>Extend the selection</translation>
    </message>
    <message>
        <source>選んだ{count}件</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>選んだ（選ばなければ表示中の）要求書のHTMLとExcelを書き出します。</source>
        <translation>Exports HTML and Excel of the selected requests, or of all that are shown.</translation>
    </message>
    <message>
        <source>選んだ（選ばなければ表示中の）要求書の翌年度の案を、それぞれの隣に書きます。置き換えはしません。</source>
        <translation>Writes the draft of next year beside each of the selected requests, or of all that are shown. Nothing is replaced.</translation>
    </message>
    <message>
        <source>閉じない</source>
        <translation>Don&apos;t close</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>開いている人</source>
        <translation>Open by</translation>
    </message>
    <message>
        <source>開いている人がいるもの</source>
        <translation>Opened by someone</translation>
    </message>
    <message>
        <source>開かない</source>
        <translation>Don&apos;t open</translation>
    </message>
    <message>
        <source>開く…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>開く…（保存した要求書・公表ページ・Excel）</source>
        <translation>Open… (request, published page, Excel)</translation>
    </message>
    <message>
        <source>開けないもの</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>項目のヒントをすべて閉じる</source>
        <translation>Close all hints of the sections</translation>
    </message>
    <message>
        <source>項目のヒントを出す</source>
        <translation>Show hints of the sections</translation>
    </message>
    <message>
        <source>項目へ移動</source>
        <translation>Go to a section</translation>
    </message>
    <message>
        <source>項目を上へ移す</source>
        <translation>Move section up</translation>
    </message>
    <message>
        <source>項目を下へ移す</source>
        <translation>Move section down</translation>
    </message>
    <message>
        <source>項目を削除</source>
        <translation>Delete section</translation>
    </message>
    <message>
        <source>（{count}件のうち{shown}件を表示しています）</source>
        <translation>(shown: {shown} of {count})</translation>
    </message>
    <message>
        <source>（{count}件）</source>
        <translation> ({count})</translation>
    </message>
    <message>
        <source>（{machine}）</source>
        <translation> ({machine})</translation>
    </message>
    <message>
        <source>（{year}）</source>
        <translation> ({year})</translation>
    </message>
    <message>
        <source>（ほかに{count}人）</source>
        <translation> and {count} more</translation>
    </message>
    <message>
        <source>（事業名なし）</source>
        <translation>(project without a name)</translation>
    </message>
    <message>
        <source>（空欄）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（読むだけ）</source>
        <translation> (only read)</translation>
    </message>
</context>
</TS>
