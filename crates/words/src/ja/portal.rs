//! What is read where a portal shows the results of a session.

/// A page's title.
pub const RESULTS: &str = "アンケートの結果";
/// A page's title, and the table's name.
pub const TABLE: &str = "開催回ごとの結果";
/// Before the number of people.
pub const ANSWERED: &str = "回答 ";
/// Before the endpoint has answered.
pub const LOADING: &str = "読み込んでいます…";
/// The endpoint does not answer.
pub const UNREACHABLE: &str = "いまは表示できません。つながると自動で表示します。";
/// No such session.
pub const UNKNOWN: &str = "このコードの開催回は見つかりません。";
/// The session's results are not for everybody.
pub const NOT_SHARED: &str = "この開催回の結果は公開していません。";
/// No session of the programme is over, or none is shared.
pub const NOTHING_FINISHED: &str = "公開できる結果はまだありません。";

/// What a screen reader hears when more answers are shown.
pub fn shown(ballots: u32) -> String {
    format!("{ballots}人分の結果を表示しました")
}
