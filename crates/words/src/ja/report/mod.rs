//! What stands in a report: its headings, the paragraph over a session's axes, and what needs checking. All that a rendering
//! says is said here, so that the page, the print and the files say the same.

mod called;
mod checks;
mod definition;

use survey::report::Sources;
use survey::{Attendance, Date, Era, Summary};

pub(crate) use called::numbered;
pub use called::{among_all, mark, number, point, short_title};
pub use checks::{finding, finding_of, findings};
pub use definition::definition;

use super::{joined_labels, people};

/// The page's name.
pub const REPORT: &str = "実施結果報告";
/// The first page's heading.
pub const OVERVIEW: &str = "実施結果サマリ";
/// Where the report is being fetched.
pub const LOADING: &str = "報告書を読み込んでいます";
/// The address names no programme of this endpoint.
pub const NOT_FOUND: &str = "この事業は見つかりません。事務局画面から開き直してください。";
/// The endpoint does not answer.
pub const UNREACHABLE: &str = "サーバーにつながりません。少し待ってからもう一度お試しください。";
/// The button that tries again.
pub const AGAIN: &str = "もう一度読み込む";

// The toolbar.

/// What a screen reader calls it.
pub const TOOLS: &str = "報告書の操作";
/// Back to the desk's programmes.
pub const TO_PROGRAMMES: &str = "事業・報告書へ戻る";
/// The button that prints.
pub const PRINT: &str = "印刷／PDFで保存";
/// A file.
pub const XLSX: &str = "Excel";
/// A file.
pub const CSV: &str = "CSV";
/// A file, for old spreadsheets.
pub const CSV_SHIFT_JIS: &str = "CSV（Shift_JIS）";
/// A file.
pub const JSON: &str = "JSON";
/// The buttons beside a bar.
pub const SAVE_SVG: &str = "SVG";
/// The buttons beside a bar.
pub const SAVE_PNG: &str = "PNG";

/// What a screen reader says of the buttons beside a bar: 「理解度」のグラフをSVGで保存.
pub fn save_chart(axis: &str, kind: &str) -> String {
    format!("「{axis}」のグラフを{kind}で保存")
}

/// A file's name without its ending: 報告書_令和7年度_横連携・BPR_BPO. What file systems refuse is replaced.
pub fn file_name(years: &str, title: &str) -> String {
    clean(&format!("報告書_{years}_{title}"))
}

/// A chart file's name without its ending: 第1回_理解度.
pub fn chart_name(session: &str, axis: &str) -> String {
    clean(&format!("{session}_{axis}"))
}

/// A name without what file systems refuse, and not too long for them.
pub(crate) fn clean(name: &str) -> String {
    let refused = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    name.chars().map(|c| if refused(c) { '_' } else { c }).take(100).collect()
}

// Years and numbers.

/// 令和7年度, by the year of its April.
pub fn fiscal_year(year: i32) -> String {
    let april = u16::try_from(year).ok().and_then(|year| Date::new(year, 4, 1));
    match april.and_then(Date::era) {
        Some((Era::Reiwa, year)) => format!("令和{year}年度"),
        // It began in 平成31年, and is called by the era that it ended in.
        Some((Era::Heisei, 31)) => "令和元年度".to_owned(),
        Some((Era::Heisei, year)) => format!("平成{}年度", first(year)),
        Some((Era::Showa, year)) => format!("昭和{}年度", first(year)),
        None => format!("{year}年度"),
    }
}

fn first(year: i32) -> String {
    if year == 1 { "元".to_owned() } else { year.to_string() }
}

/// 令和7年度, or several: 令和6年度・令和7年度.
pub fn fiscal_years(years: &[i32]) -> String {
    years.iter().map(|year| fiscal_year(*year)).collect::<Vec<_>>().join("・")
}

/// At the foot of each page.
pub const FOOT: &str = "割合は設問に回答した人を100%とした値です。四捨五入した内訳は、見出しの割合と100%に合うように端数を調整しています。";

// The table.

/// The table's name.
pub const TABLE: &str = "開催回ごとの受講者数と評価";
/// A column.
pub const PROGRAMME: &str = "事業";
/// A column.
pub const AUDIENCE: &str = "対象";
/// A column.
pub const SESSION: &str = "開催内容";
/// A column, and a fact.
pub const DAYS: &str = "開催日";
/// A column.
pub const PEOPLE: &str = "受講者数";
/// A column.
pub const ANSWERED: &str = "回答";

/// 21人: a number of people under a column that says what it is of.
pub fn in_column(number: u64) -> String {
    people(number)
}

/// 回答 45人: how many a percentage is of, where not all answered.
pub fn answered_of(base: u64) -> String {
    format!("{ANSWERED} {}", people(base))
}

/// Where something is not known.
pub const NOTHING: &str = "—";
/// Beside a heading that goes on from the page before.
pub const CONTINUED: &str = "（続き）";
/// Beside a figure that needs checking.
pub const MARK: &str = "※";
/// Under a bar whose figure needs checking.
pub const DOUBTFUL: &str = "※ 確認が必要な値です（実施結果サマリを参照）";
/// What a screen reader says of the mark.
pub const MARK_SAID: &str = "要確認";

/// Under a table with figures that were published elsewhere.
pub const PUBLISHED_NOTE: &str = "人数の内訳がない割合は、公表された値をそのまま示しています。";

// Who came, and the axes over the sessions.

/// The heading.
pub const ATTENDANCE: &str = "参加状況";
/// The heading.
pub const COURSE: &str = "評価の推移";

/// 21自治体・21人（延べ96人）, as far as it is known; empty where nothing is.
pub fn attendance(came: &Attendance) -> String {
    let municipalities = came.municipalities.map(|number| format!("{}自治体", super::grouped(number.into())));
    let persons = came.people.map(|number| people(number.into()));
    let counted: Vec<_> = municipalities.into_iter().chain(persons).collect();
    let counted = counted.join("・");
    match came.cumulative.map(|number| format!("延べ{}", people(number.into()))) {
        Some(cumulative) if counted.is_empty() => cumulative,
        Some(cumulative) => format!("{counted}（{cumulative}）"),
        None => counted,
    }
}

/// What a screen reader says of an axis's line: 習得度の推移：第1回 52%、第2回 67%.
pub fn course<'s>(axis: &str, points: impl IntoIterator<Item = (&'s str, u8)>) -> String {
    let points: Vec<_> =
        points.into_iter().map(|(session, percent)| format!("{session} {percent}%")).collect();
    format!("{axis}の推移：{}", points.join("、"))
}

// What the organiser writes.

/// The page's heading.
pub const REFLECTION: &str = "成果と課題";
/// A heading.
pub const GOOD_POINTS: &str = "良かった点";
/// A heading.
pub const ISSUES: &str = "課題";
/// A heading.
pub const SUGGESTIONS: &str = "今後に向けて";

// A session's page.

/// A fact.
pub const VENUE: &str = "会場";
/// A fact.
pub const CAME: &str = "参加";
/// A fact.
pub const EXPECTED: &str = "参加予定";
/// A fact.
pub const PURPOSE: &str = "実施目的";
/// A fact.
pub const AGENDA: &str = "実施内容";
/// A fact.
pub const HOMEWORK: &str = "宿題";
/// A fact: how the answers came.
pub const SOURCES: &str = "回答の方法";
/// The paragraph's name.
pub const SUMMARY: &str = "サマリ";
/// Over what participants wrote.
pub const VOICES: &str = "回答者の声";
/// A session that nobody has answered.
pub const NO_ANSWERS: &str = "まだ回答はありません。";
/// The heading over all sessions that nobody has answered.
pub const WAITING: &str = "回答のない開催回";
/// What a published headline leaves to the other choices.
pub const THE_OTHERS: &str = "その他の回答";

/// A session's heading: 第1回　令和7年6月4日（水）　アンケート結果（回答 21人／参加 21人、回答率100%）. Without answers only
/// what is known of the session itself.
pub fn session(title: &str, days: &str, answered: u32, came: Option<u32>, response: Option<u8>) -> String {
    if answered == 0 {
        return format!("{title}　{days}");
    }
    let mut counts = format!("回答 {}", people(answered.into()));
    if let Some(came) = came {
        counts.push_str(&format!("／参加 {}", people(came.into())));
    }
    if let Some(percent) = response {
        counts.push_str(&format!("、回答率{percent}%"));
    }
    format!("{title}　{days}　アンケート結果（{counts}）")
}

/// フォーム 21件、ファイル 5件、紙 3件; none where all came one way.
pub fn sources(sources: &Sources) -> Option<String> {
    let ways = [
        ("フォーム", sources.form),
        ("会場の端末", sources.kiosk),
        ("チケット", sources.ticket),
        ("ファイル", sources.file),
        ("紙", sources.paper),
    ];
    let ways = ways.into_iter().filter(|(_, count)| *count > 0);
    let ways: Vec<_> = ways.map(|(way, count)| format!("{way} {}件", super::grouped(count.into()))).collect();
    (ways.len() > 1).then(|| ways.join("、"))
}

/// 公表値（回答 21人）: what stands in place of a count.
pub fn published_of(base: u32) -> String {
    format!("公表値（回答 {}）", people(base.into()))
}

/// Over a text that gives a reason: 「習得度」の理由.
pub fn reason(axis: &str) -> String {
    format!("「{axis}」の理由")
}

/// The paragraph over a session's axes: 「理解度」「役立ち度」「満足度」は9割以上。「習得度」は52%で、24%が「もっと勉強が必要」
/// 「実践はしない」と回答した。
pub fn summary(summary: &Summary) -> String {
    let mut text = String::new();
    if !summary.high.is_empty() {
        let level = if summary.all_full { "は全て100%。" } else { "は9割以上。" };
        text.push_str(&joined_labels(summary.high.iter().map(String::as_str)));
        text.push_str(level);
    }
    for other in &summary.others {
        let against = match &other.against {
            Some(against) => {
                let labels = joined_labels(against.labels.iter().map(String::as_str));
                format!("で、{}%が{labels}と回答した。", against.percent)
            }
            None => "だった。".to_owned(),
        };
        text.push_str(&format!("「{}」は{}%{against}", other.axis, other.percent));
    }
    text
}
