<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.form</name>
    <message>
        <source>{amount} 不一致</source>
        <translation>{amount} open</translation>
    </message>
    <message>
        <source>{first}
財政課処理欄から読んだ減額: {read}</source>
        <translation>{first}
Cuts read from 財政課処理欄: {read}</translation>
    </message>
    <message>
        <source>{text}（□は未記入の欄の数）</source>
        <translation>{text} (□: number of empty fields)</translation>
    </message>
    <message>
        <source>{word} {amount}千円</source>
        <translation>{word}: {amount} thousand yen</translation>
    </message>
    <message>
        <source>□未記入{blanks}</source>
        <translation>□Empty {blanks}</translation>
    </message>
    <message>
        <source>▲注意{warnings}</source>
        <translation>▲Warning {warnings}</translation>
    </message>
    <message>
        <source>○参考{notes}</source>
        <translation>○Info {notes}</translation>
    </message>
    <message>
        <source>●誤り{errors}</source>
        <translation>●Error {errors}</translation>
    </message>
    <message>
        <source>ここには人役だけを入れ、人件費とトータルコストは計算に任せます。</source>
        <translation>Enter only the headcount (人役) here; 人件費 and トータルコスト are calculated.</translation>
    </message>
    <message>
        <source>このヒントを閉じる（［表示］→［項目のヒントを出す］で戻せます）</source>
        <translation>Close this hint (View → Show hints of the sections brings it back)</translation>
    </message>
    <message>
        <source>この項目に箇所表・年度別実績などの表を加える（Ctrl+Alt+T）</source>
        <translation>Add a table to this section, as of places or results by year (Ctrl+Alt+T)</translation>
    </message>
    <message>
        <source>この項目を上へ移す</source>
        <translation>Move this section up</translation>
    </message>
    <message>
        <source>この項目を下へ移す</source>
        <translation>Move this section down</translation>
    </message>
    <message>
        <source>この項目を削除する（元に戻せます）</source>
        <translation>Delete this section (can be undone)</translation>
    </message>
    <message>
        <source>これまでに取り組んだことと、その成果や課題を書きます。</source>
        <translation>What has been done so far, with its results and what remains to be done.</translation>
    </message>
    <message>
        <source>ヒントを閉じる: {words}</source>
        <translation>Close the hint: {words}</translation>
    </message>
    <message>
        <source>人件費の計算</source>
        <translation>Calculation of the labour cost</translation>
    </message>
    <message>
        <source>何をする事業なのかを、公表を読む人に分かる言葉で項目ごとに書きます。</source>
        <translation>Say section by section what the project does, in words that readers of the published page understand.</translation>
    </message>
    <message>
        <source>公表はしません。財政課に渡すブックに付きます。</source>
        <translation>Not published. Goes with the workbook for the finance division.</translation>
    </message>
    <message>
        <source>内訳の計</source>
        <translation>Total of its parts</translation>
    </message>
    <message>
        <source>前の年度の要求書から引き継いだ文です。直すと消えます。</source>
        <translation>This text was carried over from last year&apos;s request. The mark goes once it is edited.</translation>
    </message>
    <message>
        <source>前年度</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>単位:千円</source>
        <translation>Thousand yen</translation>
    </message>
    <message>
        <source>単位:千円。財政課が記入します。</source>
        <translation>Unit: thousand yen. Filled in by the finance division.</translation>
    </message>
    <message>
        <source>単位:千円・人。人役を入れると人件費を計算します。</source>
        <translation>Unit: thousand yen, people. The labour cost is calculated from the headcount (人役).</translation>
    </message>
    <message>
        <source>図にない債務負担行為</source>
        <translation>Commitments that are not in the picture</translation>
    </message>
    <message>
        <source>国庫支出金などの補助率や根拠を書きます。</source>
        <translation>The rates of subsidies and other revenues, and what they rest on.</translation>
    </message>
    <message>
        <source>国庫支出金や県債などの額を入れると、残りが一般財源になります。</source>
        <translation>Enter subsidies, bonds and other sources; the rest is 一般財源.</translation>
    </message>
    <message>
        <source>増減</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>差額</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>年度・予算・段階に合わせて様式が決まり、事業名は公表ページの題になります。</source>
        <translation>年度, 予算 and 段階 decide the form; 事業名 is the title of the published page.</translation>
    </message>
    <message>
        <source>昨年度の文のまま</source>
        <translation>Last year&apos;s text</translation>
    </message>
    <message>
        <source>様式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>様式: {label}</source>
        <translation>Form: {label}</translation>
    </message>
    <message>
        <source>様式の言葉に戻す</source>
        <translation>Return to the words of the form</translation>
    </message>
    <message>
        <source>減額の内訳の行の削除</source>
        <translation>Delete part of the cut</translation>
    </message>
    <message>
        <source>減額の内訳の計</source>
        <translation>Total of the parts of the cut</translation>
    </message>
    <message>
        <source>減額の額</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>番号は自動で付きます。</source>
        <translation>Numbered automatically.</translation>
    </message>
    <message>
        <source>節別の計</source>
        <translation>Totals by object class</translation>
    </message>
    <message>
        <source>経費を1行ずつ書くと計が出て、金額の欄には =20,845円×11か月 のような式も書けます。</source>
        <translation>Write the costs line by line and they are added up; an amount may be a calculation, as =20,845円×11か月.</translation>
    </message>
    <message>
        <source>継続費を設定する事業だけ、年度ごとの額を書きます。</source>
        <translation>Amounts by year, only for a project with a continuing expense.</translation>
    </message>
    <message>
        <source>行の名前と表を、年度と段階の様式のとおりにします（元に戻せます）。</source>
        <translation>Names the rows and lays out the tables as the form of this year and stage has them (can be undone).</translation>
    </message>
    <message>
        <source>表の前に置く文（なければ空欄のまま）</source>
        <translation>Text above the tables (may stay empty)</translation>
    </message>
    <message>
        <source>表の追加</source>
        <translation>Add table</translation>
    </message>
    <message>
        <source>要求書</source>
        <translation>Budget request</translation>
    </message>
    <message>
        <source>要求書の項目</source>
        <translation>Sections of the request</translation>
    </message>
    <message>
        <source>要求額</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>要求額は下の経費の表から計算されるので、経費を書けばここに合計が入ります。</source>
        <translation>The amount is calculated from the cost tables below: write the costs, and their total stands here.</translation>
    </message>
    <message>
        <source>説明のない残り</source>
        <translation>Rest that no part explains</translation>
    </message>
    <message>
        <source>財政課が、査定の考え方を書きます。</source>
        <translation>The finance division writes the reasons of its assessment here.</translation>
    </message>
    <message>
        <source>財政課が、減額した経費とその額を書きます。</source>
        <translation>The finance division writes which costs were cut, and by how much.</translation>
    </message>
    <message>
        <source>財政課が、計上する額とその財源を書きます。</source>
        <translation>The finance division writes the assessed amount and its sources.</translation>
    </message>
    <message>
        <source>財源の根拠の行の削除</source>
        <translation>Delete funding term</translation>
    </message>
    <message>
        <source>財源計</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>金額は「=」か式（20,845円×11か月）でも入力できます。Enter 下へ・Tab 右へ・F2 編集・Alt+Shift+→ 内訳にする・Ctrl+- 行の削除・左端の点をつかんで移動。ほかの操作は右クリックか［行］［積算］メニューから。Excelの範囲をそのまま貼り付けられます。</source>
        <translation>Amounts can also be typed as calculations, with or without “=” (20,845円×11か月). Enter: down; Tab: right; F2: edit; Alt+Shift+→: make it a part; Ctrl+-: delete row; drag the dots at the left to move. More by right click or in the menus Row and Basis. Ranges of Excel can be pasted as they are.</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>項目の削除</source>
        <translation>Delete section</translation>
    </message>
    <message>
        <source>項目の移動</source>
        <translation>Move section</translation>
    </message>
    <message>
        <source>項目の追加</source>
        <translation>Add section</translation>
    </message>
    <message>
        <source>（経費を選ぶ）</source>
        <translation>(choose a cost line)</translation>
    </message>
    <message>
        <source>（見出しなし）</source>
        <translation>(no heading)</translation>
    </message>
    <message>
        <source>（財源を選ぶ）</source>
        <translation>(source)</translation>
    </message>
    <message>
        <source>＋ 項目を追加</source>
        <translation>+ Add section</translation>
    </message>
    <message>
        <source>＋表</source>
        <translation>+ Table</translation>
    </message>
</context>
</TS>
