//! Table files and workbooks: what stands over columns and beside figures there, beyond what [`super::report`] says.

/// A session's first day, as data.
pub const FIRST_DAY: &str = "開始日（ISO）";
/// Its last day, as data.
pub const LAST_DAY: &str = "終了日（ISO）";
/// How many municipalities took part.
pub const MUNICIPALITIES: &str = "参加自治体数";
/// How many answered.
pub const ANSWERED: &str = "回答数";
/// How many of those who came.
pub const RESPONSE: &str = "回答率";
/// The same, where the cells have no percent sign.
pub const RESPONSE_PERCENT: &str = "回答率（%）";
/// How the figures came about: [`COUNTED`] or [`PUBLISHED`].
pub const KIND: &str = "数値の種別";
/// From answers.
pub const COUNTED: &str = "集計値";
/// As they were published.
pub const PUBLISHED: &str = "公表値";
/// Of a whole programme.
pub const PROGRAMME_MUNICIPALITIES: &str = "事業全体の参加自治体数";
/// Of a whole programme.
pub const PROGRAMME_PEOPLE: &str = "事業全体の受講者数（実人数）";
/// Of a whole programme.
pub const PROGRAMME_CUMULATIVE: &str = "事業全体の受講者数（延べ人数）";

/// The row under a programme's sessions.
pub const WHOLE: &str = "事業全体";
/// The columns of an axis: its percentage, and how many people that is.
pub const SHARE: &str = "割合";
/// See [`SHARE`].
pub const COUNT: &str = "人数";
/// Over the tables of a session's sheet.
pub const TABLES: &str = "集計表";
/// A column of such a table.
pub const CHOICE: &str = "選択肢";
/// How a choice counts; the last column.
pub const LEANING: &str = "区分";
/// Counts towards the percentage.
pub const FAVOURABLE: &str = "肯定的";
/// Neither.
pub const NEUTRAL: &str = "中立";
/// The opposite.
pub const UNFAVOURABLE: &str = "否定的";
/// The people who answered an axis.
pub const BASE: &str = "回答";
/// Those who answered, but not this axis.
pub const SKIPPED: &str = "無回答";
/// Beside a comment.
pub const COMMENT: &str = "感想・意見";
/// A sheet whose session has a title that no sheet can have.
pub const UNTITLED: &str = "開催回";

/// The headers of an axis, each of which stands for itself: 理解度（%）, 理解度の肯定的な回答（人）, 理解度の回答（人）.
pub fn axis_headers(axis: &str) -> [String; 3] {
    [format!("{axis}（%）"), format!("{axis}の{FAVOURABLE}な回答（人）"), format!("{axis}の{BASE}（人）")]
}

/// An axis whose name another one has too, told apart by its id: 理解度（understanding）.
pub fn told_apart(axis: &str, id: &str) -> String {
    format!("{axis}（{id}）")
}

/// A headline with what belongs beside it: …と回答（21人中20人）.
pub fn with_count(sentence: &str, count: &str) -> String {
    format!("{sentence}（{count}）")
}

/// 延べ96人, of a whole programme.
pub fn cumulative(number: u32) -> String {
    format!("延べ{}", super::people(number.into()))
}

/// What a chart of an axis's choices is, for those who do not see it.
pub fn bar_described(axis: &str, sentence: &str) -> String {
    format!("{axis}の回答の割合を示す帯グラフ。{sentence}。値は集計表にあります。")
}

/// What the lines of a programme's axes are, for those who do not see them.
pub fn course_described(programme: &str) -> String {
    format!("{programme}の各回の割合を評価軸ごとに示す折れ線グラフ。値は上の表にあります。")
}
