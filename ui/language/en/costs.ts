<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ja_JP">
<context>
    <name>ui.costs</name>
    <message>
        <source>{count}行の要求額を、前年度の額にしました。</source>
        <translation>Lines that took last year&apos;s amount as request amount: {count}. </translation>
    </message>
    <message>
        <source>{lines:,}行</source>
        <translation>{lines:,} lines</translation>
    </message>
    <message>
        <source>{lines:,}行のうち{shown:,}行</source>
        <translation>{shown:,} of {lines:,} lines</translation>
    </message>
    <message>
        <source>{what}: {how_many}。並べ替えと絞り込みは画面だけで、要求書は変わりません。{reason}</source>
        <translation>{what}: {how_many}. Filter and sorting are of the screen alone; the request does not change. {reason}</translation>
    </message>
    <message>
        <source>ほかに{more}件、確かめることがあります。</source>
        <translation> Further questions: {more}.</translation>
    </message>
    <message>
        <source>上へ移動</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下へコピー</source>
        <translation>Copy down</translation>
    </message>
    <message>
        <source>下へ移動</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>並べ替え</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>並べ替え中</source>
        <translation>Sorted</translation>
    </message>
    <message>
        <source>債務負担行為を付ける</source>
        <translation>Add a commitment</translation>
    </message>
    <message>
        <source>内容の順</source>
        <translation>By 内容</translation>
    </message>
    <message>
        <source>内容・備考の言葉</source>
        <translation>Words in 内容 or 備考</translation>
    </message>
    <message>
        <source>内訳から戻す</source>
        <translation>Outdent</translation>
    </message>
    <message>
        <source>内訳にする</source>
        <translation>Make it a part</translation>
    </message>
    <message>
        <source>内訳にする（字下げ）</source>
        <translation>Make it a part (indent)</translation>
    </message>
    <message>
        <source>内訳のある行は、内訳から計算するのでそのままです。</source>
        <translation>Lines with parts stay as they are: they are calculated from their parts. </translation>
    </message>
    <message>
        <source>前年度の額のない行は、そのままです。</source>
        <translation>Lines without an amount of last year stay as they are. </translation>
    </message>
    <message>
        <source>前年度の額を入れる</source>
        <translation>Take last year&apos;s amounts</translation>
    </message>
    <message>
        <source>増減の大きい順</source>
        <translation>By change, largest first</translation>
    </message>
    <message>
        <source>所要経費の並べ替え</source>
        <translation>Sorting of the cost tables</translation>
    </message>
    <message>
        <source>所要経費の絞り込み</source>
        <translation>Filter of the cost tables</translation>
    </message>
    <message>
        <source>普通の行に戻しました。</source>
        <translation>This is an ordinary line again.</translation>
    </message>
    <message>
        <source>積算のあった{count}行は、額に置き換えました（Ctrl+Z で戻ります）。</source>
        <translation>Lines whose basis the amount replaced: {count} (Ctrl+Z undoes it). </translation>
    </message>
    <message>
        <source>経費の行ではない{others}行には貼り付けませんでした。</source>
        <translation>Rows not pasted into, for they are no cost lines: {others}.</translation>
    </message>
    <message>
        <source>絞り込み</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>絞り込み中</source>
        <translation>Filtered</translation>
    </message>
    <message>
        <source>行の削除</source>
        <translation>Delete row</translation>
    </message>
    <message>
        <source>行の挿入</source>
        <translation>Insert row</translation>
    </message>
    <message>
        <source>行の挿入・削除・移動は、絞り込みと並べ替えを解除してから行います。</source>
        <translation>Rows can be inserted, deleted and moved once filter and sorting are cleared.</translation>
    </message>
    <message>
        <source>行の移動</source>
        <translation>Move row</translation>
    </message>
    <message>
        <source>行を上に挿入</source>
        <translation>Insert row above</translation>
    </message>
    <message>
        <source>行を下に挿入</source>
        <translation>Insert row below</translation>
    </message>
    <message>
        <source>行（題の上では表）を削除</source>
        <translation>Delete row (on a title: the table)</translation>
    </message>
    <message>
        <source>表には何も貼り付けていません。</source>
        <translation> Nothing was pasted into the table.</translation>
    </message>
    <message>
        <source>表の削除</source>
        <translation>Delete table</translation>
    </message>
    <message>
        <source>表の移動</source>
        <translation>Move table</translation>
    </message>
    <message>
        <source>表の追加</source>
        <translation>Add table</translation>
    </message>
    <message>
        <source>表の順</source>
        <translation>As in the table</translation>
    </message>
    <message>
        <source>表の題「{title}」</source>
        <translation>the title “{title}”</translation>
    </message>
    <message>
        <source>表をもとの順に、すべての行を表示します</source>
        <translation>Shows all lines in the order of the table</translation>
    </message>
    <message>
        <source>表を追加</source>
        <translation>Add table</translation>
    </message>
    <message>
        <source>要求額の大きい順</source>
        <translation>By request amount, largest first</translation>
    </message>
    <message>
        <source>見出しの行</source>
        <translation>Heading line</translation>
    </message>
    <message>
        <source>見出しの行にしました。印字されるのは内訳の額です。</source>
        <translation>This is a heading line now: the amounts of its parts are printed.</translation>
    </message>
    <message>
        <source>解除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>計算値に戻す</source>
        <translation>Return to the derived figure</translation>
    </message>
    <message>
        <source>金額を印字しない見出しにする・戻す</source>
        <translation>Heading line without printed amounts, or back</translation>
    </message>
    <message>
        <source>（新しい表の題をここに入力）</source>
        <translation>(type the title of a new table here)</translation>
    </message>
    <message>
        <source>（次の行をここに入力）</source>
        <translation>(type the next line here)</translation>
    </message>
    <message>
        <source>（表の題）</source>
        <translation>(title of the table)</translation>
    </message>
</context>
</TS>
