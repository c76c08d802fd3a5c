//! What the organiser reads about programmes: the list of a year, one programme, and the import of a plan.

use survey::Unanimous;

// The list.

/// Its heading.
pub const PROGRAMMES: &str = "事業の一覧";
/// When there are none.
pub const NO_PROGRAMMES: &str =
    "事業はまだありません。年度の計画や実施結果の表があれば、まとめて作成できます。";
/// The link to the import.
pub const IMPORT_LINK: &str = "事業をまとめて作成（Excelから）";
/// The button that opens the small form, and the form's heading.
pub const MAKE: &str = "事業を作成する";
/// A column.
pub const TITLE: &str = "事業名";
/// A column, and a field's label.
pub const AUDIENCE: &str = "対象";
/// A column.
pub const ANSWERED: &str = "結果あり";
/// A link to the report.
pub const REPORT: &str = "報告書";
/// A link to the report of a whole group.
pub const REPORT_TOGETHER: &str = "まとめて報告書";
/// The link to a programme.
pub const LOOK: &str = "詳細";
/// Programmes that are part of nothing.
pub const NO_GROUP: &str = "区分なし";

/// 2回／5回: those of all that have results.
pub fn answered(answered: u32, sessions: u32) -> String {
    format!("{answered}回／{sessions}回")
}

// The form of a programme.

/// A field's label.
pub const FISCAL_YEAR: &str = "年度";
/// A field's label.
pub const GROUP: &str = "区分（まとめて報告する事業に同じ名前を付けます）";
/// The fields of who came.
pub const ATTENDANCE: &str = "参加状況";
/// What is meant by them.
pub const ATTENDANCE_HINT: &str =
    "事業全体の人数です。延べ人数が空欄のときは、各開催回の参加者数の合計が報告書に載ります。";
/// A field's label.
pub const MUNICIPALITIES: &str = "参加自治体数";
/// A field's label.
pub const PEOPLE: &str = "参加者数（実人数）";
/// A field's label.
pub const CUMULATIVE: &str = "延べ人数";
/// The choice of how a headline says it.
pub const UNANIMOUS: &str = "全員が肯定的な回答をしたときの見出し";
/// The button.
pub const MAKE_IT: &str = "作成する";
/// The button of a correction.
pub const SAVE: &str = "保存する";
/// By the button, while something typed is not saved.
pub const UNSAVED: &str = "保存していない変更があります";

/// How a headline says that every answer was favourable.
pub fn unanimous(unanimous: Unanimous) -> &'static str {
    match unanimous {
        Unanimous::Everybody => "全ての回答者が「…」と回答",
        Unanimous::Percent => "100%が「…」と回答",
    }
}

/// A fault of a programme's field, by its place and code in the problem answer.
pub fn fault(pointer: &str, code: &str) -> String {
    super::faults::fault_of(TITLE, pointer, code)
}

// One programme.

/// The button that goes back to the list.
pub const BACK: &str = "事業の一覧へ戻る";
/// The button that goes from a session back to its programme.
pub const BACK_TO_ONE: &str = "事業へ戻る";
/// 対象：県内市町村の職員.
pub fn for_whom(audience: &str) -> String {
    format!("{AUDIENCE}：{audience}")
}

/// 延べ96人.
pub fn cumulative(people: u32) -> String {
    format!("延べ{}", super::people(people.into()))
}

/// The link to the sheets for printing.
pub const SHEETS: &str = "QRコード一覧";
/// The heading over its sessions.
pub const ITS_SESSIONS: &str = "開催回";
/// When there are none.
pub const NO_SESSIONS: &str = "この事業の開催回はまだありません。";
/// What is folded away.
pub const ADD_SESSION: &str = "開催回を追加する";
/// The heading over the texts.
pub const TEXTS: &str = "報告書の文章";
/// How they are written.
pub const TEXTS_HINT: &str = "1行が1項目になります。空欄の項目は報告書に載りません。";
/// A field's label.
pub const GOOD_POINTS: &str = "良かった点";
/// A field's label.
pub const ISSUES: &str = "課題";
/// A field's label.
pub const SUGGESTIONS: &str = "今後に向けて";
/// What is folded away.
pub const FACTS: &str = "事業の内容を編集する";
/// The button.
pub const REMOVE: &str = "事業を削除する";
/// Asked before.
pub const REMOVE_SURE: &str = "この事業と、その開催回をすべて削除します。配布済みのQRコードやリンクは使えなくなります。元には戻せません。";
/// The button that removes indeed.
pub const REMOVE_YES: &str = "削除する（元に戻せません）";
/// A button that changes nothing.
pub const CANCEL: &str = "キャンセル";
/// Why there is no button.
pub const CANNOT_REMOVE: &str = "回答や公表済みの結果がある事業は削除できません。";

// The import.

/// Its heading.
pub const IMPORT: &str = "事業をまとめて作成する";
/// What it takes and what it does.
pub const IMPORT_BODY: &str = "年度の計画や実施結果の表を、見出しの行ごとExcelからコピーして貼り付けるか、ファイルを選んでください。1行が1つの開催回になります。作成のボタンを押すまで、何も作成されません。";
/// A field's label.
pub const PASTE: &str = "表を貼り付ける";
/// What stands in the empty field.
pub const PASTE_EXAMPLE: &str = "事業\t開催名\t開催日\t対象\t会場";
/// A field's label.
pub const FILE: &str = "またはファイルを選ぶ（Excel、CSV、TSV、JSON）";
/// A field's label.
pub const DEFAULT_TITLE: &str = "事業名（表に「事業」の列がないとき）";
/// Under the field of the year.
pub const YEAR_HINT: &str = "「6月4日」のように年のない日付を、この年度の日付として読みます";
/// While a file is read.
pub const READING: &str = "読み取っています";
/// The button that takes the file out again.
pub const EMPTY: &str = "入力を消す";

/// 「計画.xlsx」を読み取りました.
pub fn read_from(file: &str) -> String {
    format!("「{file}」を読み取りました")
}

/// 読み取っています 40%.
pub fn reading(percent: u8) -> String {
    format!("{READING} {percent}%")
}

/// A file of JSON that cannot be read: where, in characters.
pub fn json_fault(line: usize, column: usize) -> String {
    format!("JSONの{line}行目・{column}文字目を読み取れません。書き方を確かめてください。")
}

/// JSON that ends too early.
pub const JSON_ENDS: &str = "JSONが途中で終わっています。ファイルの全体があるか確かめてください。";
/// Before what the parser says.
pub const JSON_DETAIL: &str = "詳細：";

// The preview.

/// Its heading.
pub const PREVIEW: &str = "読み取った内容";
/// The heading over the columns.
pub const COLUMNS: &str = "列の読み取り";
/// Before the columns that are not imported.
pub const NOT_IMPORTED: &str = "取り込まない列：";
/// A column without a header.
pub const NO_HEADER: &str = "（見出しなし）";
/// A column of the preview.
pub const LINE: &str = "行";
/// A column of the preview.
pub const DATE: &str = "開催日";
/// A column of the preview.
pub const SESSION_TITLE: &str = "開催名";
/// A column of the preview.
pub const CAME: &str = "参加者数";
/// A column of the preview.
pub const TO_CHECK: &str = "確認";
/// Before what hinders.
pub const WRONG: &str = "誤り";
/// Before what is noteworthy.
pub const NOTEWORTHY: &str = "注意";
/// A table that cannot be read as a plan.
pub const TABLE_WRONG: &str = "この表からは作成できません。";
/// Programmes of these titles are there already.
pub const SAME_TITLE: &str = "同じ年度に同じ名前の事業が既にあります。作成すると、別の事業として加わります：";

/// 2件の事業、7件の開催回を読み取りました.
pub fn understood(programmes: usize, sessions: usize) -> String {
    format!("{programmes}件の事業、{sessions}件の開催回を読み取りました。誤りはありません。")
}

/// 「計画.xlsx」を読み取った内容: the heading, where a file was chosen.
pub fn preview_of(file: &str) -> String {
    format!("「{file}」を{PREVIEW}")
}

/// 30行のうち2行に誤りがあります, of what was pasted.
pub fn wrong_rows(wrong: usize, rows: usize) -> String {
    format!("{rows}行のうち{wrong}行に誤りがあります。直してから貼り直してください。")
}

/// 30行のうち2行に誤りがあります, of a file.
pub fn wrong_rows_of_file(wrong: usize, rows: usize) -> String {
    format!("{rows}行のうち{wrong}行に誤りがあります。直してから、もう一度読み込んでください。")
}

/// Beside what was understood, where percentages came without a number of answers.
pub const ALL_ANSWERED: &str = "「回答数」の列がないため、公表値は参加者全員が回答したものとして扱います。";

/// The weekdays fit another year.
pub fn other_year(year: &str) -> String {
    format!("曜日は{year}の日付と合います。年度の選び間違いではありませんか。")
}

/// The button that reads the table as of that year.
pub fn read_as(year: &str) -> String {
    format!("{year}として読み直す")
}

/// The button.
pub fn make_sessions(number: usize) -> String {
    format!("{number}件の開催回を作成する")
}

/// 「開催日」：… what is wrong with a cell of this column.
pub fn in_column(header: &str, fault: &str) -> String {
    format!("「{header}」：{fault}")
}

/// In the preview, before the agenda.
pub const AGENDA: &str = "実施内容";

/// 予定 30人.
pub fn expected(people: u32) -> String {
    format!("予定 {}", super::people(people.into()))
}

/// 公表値（21人）：理解度 100%　役立ち度 95%.
pub fn published(base: u32, axes: &[String]) -> String {
    format!("公表値（{}）：{}", super::people(base.into()), axes.join("　"))
}

/// 理解度 100%.
pub fn percent(axis: &str, percent: u8) -> String {
    // The two stay on one line.
    format!("{axis}\u{a0}{percent}%")
}

// After the import.

/// The heading.
pub fn made(sessions: usize) -> String {
    format!("{sessions}件の開催回を作成しました")
}

/// The links with keys can be saved only now.
pub const KEYS_ONCE: &str = "鍵を含むリンク（進行役・投影画面）を保存できるのは今だけです。この画面を閉じる前に、リンクの一覧をファイルに保存してください。";
/// The button.
pub const SAVE_LINKS: &str = "リンクの一覧を保存（CSV）";
/// The file's name.
pub const LINKS_FILE: &str = "開催回のリンク.csv";
/// The button that begins anew.
pub const IMPORT_MORE: &str = "続けて別の表を取り込む";
/// Asked before.
pub const IMPORT_MORE_SURE: &str =
    "鍵を含むリンクは、もう保存できなくなります。リンクの一覧は保存しましたか。";
/// A column.
pub const CODE: &str = "コード";
/// A column of the file.
pub const ANSWER_LINK: &str = "回答用アドレス";
/// A column of the file.
pub const FACILITATOR_LINK: &str = "進行役のリンク";
/// A column of the file.
pub const BOARD_LINK: &str = "投影画面のリンク";
