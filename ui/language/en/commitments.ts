<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.commitments</name>
    <message>
        <source>{year}&#x3000;{amount}千円</source>
        <translation>{year}  {amount} thousand yen</translation>
    </message>
    <message>
        <source>「R2.11」「R3当初」など、設定済のときに書きます。</source>
        <translation>As “R2.11” or “R3当初”; for a commitment that is already set.</translation>
    </message>
    <message>
        <source>「R8.4〜R13.3」など。初めの年度は、今年度の予算に入ることがあります。</source>
        <translation>As “R8.4〜R13.3”. Its first year may lie in this year&apos;s budget.</translation>
    </message>
    <message>
        <source>この継続費を削除</source>
        <translation>Delete this continuing expense</translation>
    </message>
    <message>
        <source>今回要求する債務負担行為</source>
        <translation>Commitments requested now</translation>
    </message>
    <message>
        <source>今年度の要求額</source>
        <translation>Request amount of this year</translation>
    </message>
    <message>
        <source>備考に入る文</source>
        <translation>Words that go into 備考</translation>
    </message>
    <message>
        <source>債務負担行為の削除</source>
        <translation>Delete commitment</translation>
    </message>
    <message>
        <source>債務負担行為の図</source>
        <translation>Picture of the commitments</translation>
    </message>
    <message>
        <source>債務負担行為の追加</source>
        <translation>Add commitment</translation>
    </message>
    <message>
        <source>億円</source>
        <translation>hundred million yen</translation>
    </message>
    <message>
        <source>元に戻せます。</source>
        <translation>Can be undone.</translation>
    </message>
    <message>
        <source>前年度末までに支出する（した）年度です。</source>
        <translation>The years paid up to the end of last year.</translation>
    </message>
    <message>
        <source>前年度末までの支出見込額です。</source>
        <translation>The amount paid up to the end of last year, as expected.</translation>
    </message>
    <message>
        <source>千円</source>
        <translation>thousand yen</translation>
    </message>
    <message>
        <source>単位:{unit}</source>
        <translation>Unit: {unit}</translation>
    </message>
    <message>
        <source>単位:千円。年割額を変えないときは、変更前を空欄のままにします。</source>
        <translation>Unit: thousand yen. Where the annual amounts do not change, 変更前 stays empty.</translation>
    </message>
    <message>
        <source>変更前の年割額の和が入ります。</source>
        <translation>The sum of the annual amounts (変更前).</translation>
    </message>
    <message>
        <source>年割額（変更後）の和が入ります。</source>
        <translation>The sum of the annual amounts (変更後).</translation>
    </message>
    <message>
        <source>年度ごとの額があり、税率が上がる年度にかかるときに使えます。</source>
        <translation>Can be used where there are amounts by year, and a year in which the tax rate rises.</translation>
    </message>
    <message>
        <source>年度ごとの額の和が入ります。</source>
        <translation>The sum of the amounts by year.</translation>
    </message>
    <message>
        <source>年度ごとの額を契約額とし、税率の改正後の額と差を求めます。設定済のものは、増える分を別に要求します。</source>
        <translation>Takes the amounts by year as contracted and works out those at the new tax rate, and the difference. For a commitment already set, the increase is requested separately.</translation>
    </message>
    <message>
        <source>年度ごとの額を改正前の税率の契約額とみて、変更後の額と、差引の今回要求額を入れました（Ctrl+Zで戻ります）。</source>
        <translation>Taking the amounts by year as contracted at the former tax rate, the changed amounts and the difference requested now were put in (Ctrl+Z undoes it).</translation>
    </message>
    <message>
        <source>年度ごとの額・契約期間・説明</source>
        <translation>Amounts by year, contract period, note</translation>
    </message>
    <message>
        <source>年度の行の削除</source>
        <translation>Delete year</translation>
    </message>
    <message>
        <source>年度を並べる</source>
        <translation>List years</translation>
    </message>
    <message>
        <source>期間が読めないか、その年度はもう並んでいます。</source>
        <translation>The period cannot be read, or its years are listed already.</translation>
    </message>
    <message>
        <source>期間の年度を並べる</source>
        <translation>List the years of the period</translation>
    </message>
    <message>
        <source>百万円</source>
        <translation>million yen</translation>
    </message>
    <message>
        <source>税率の改正で変更する</source>
        <translation>Change by a new tax rate</translation>
    </message>
    <message>
        <source>税率の改正による変更</source>
        <translation>Change by a new tax rate</translation>
    </message>
    <message>
        <source>空欄なら、対象の経費の内容が入ります。</source>
        <translation>Where empty: the 内容 of its cost line.</translation>
    </message>
    <message>
        <source>継続費の削除</source>
        <translation>Delete continuing expense</translation>
    </message>
    <message>
        <source>継続費の追加</source>
        <translation>Add continuing expense</translation>
    </message>
    <message>
        <source>設定期間の年度の行を作り、対象の経費と同じ額を入れます。</source>
        <translation>Makes a row for each year of the committed period, with the amount of the cost line.</translation>
    </message>
    <message>
        <source>設定済の債務負担行為</source>
        <translation>Commitments already set</translation>
    </message>
    <message>
        <source>（年度）</source>
        <translation>(year)</translation>
    </message>
    <message>
        <source>（経費の行がありません）</source>
        <translation>(there are no cost lines)</translation>
    </message>
    <message>
        <source>（経費を選ぶか、期間を入力）</source>
        <translation>(choose a cost line or type a period)</translation>
    </message>
    <message>
        <source>（経費を選んでください）</source>
        <translation>(choose a cost line)</translation>
    </message>
    <message>
        <source>＋ 継続費を追加</source>
        <translation>+ Add continuing expense</translation>
    </message>
</context>
</TS>
