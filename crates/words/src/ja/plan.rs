//! What an organiser reads when a plan or a summary table is imported: what was understood, and what is wrong and why.

use survey::import::DateFault;
use survey::import::plan::{CellFault, Field, TableFault};
use survey::{Questionnaire, Rule};

use super::figures::{WEEKDAYS, date};

/// A column that is not imported.
pub const NOT_IMPORTED: &str = "取り込まない列";

/// A field's name, as its column is usually headed. Axes have the names of the questionnaire.
pub fn field(field: &Field, questionnaire: &Questionnaire) -> String {
    match field {
        Field::Programme => "事業",
        Field::Group => "区分",
        Field::Audience => "対象",
        Field::Title => "開催名",
        Field::Date => "開催日",
        Field::DateEnd => "最終日",
        Field::Venue => "会場",
        Field::Municipalities => "参加自治体数",
        Field::People => "参加者数",
        Field::Expected => "参加予定人数",
        Field::Purpose => "実施目的",
        Field::Agenda => "実施内容",
        Field::Homework => "宿題",
        Field::Base => "回答数",
        Field::Percent(id) => {
            let axis = questionnaire.axes.iter().find(|axis| axis.id == *id);
            axis.map_or(id.as_str(), |axis| &axis.name)
        }
    }
    .to_owned()
}

/// Why a whole table cannot be imported, and what to do.
pub fn table_fault(fault: &TableFault, questionnaire: &Questionnaire) -> String {
    match fault {
        TableFault::Empty => {
            "取り込む行がありません。見出しの行とその下の行を、いっしょに貼り付けてください。".to_owned()
        }
        TableFault::NoHeader => {
            "見出しの行が見つかりません。「開催名」「開催日」などの見出しがある行も含めてください。"
                .to_owned()
        }
        TableFault::Missing(missing) => {
            format!("「{}」の列がありません。見出しを確かめてください。", field(missing, questionnaire))
        }
        TableFault::Ambiguous { field: of, headers } => {
            let headers = super::joined_labels(headers.iter().map(String::as_str));
            let field = field(of, questionnaire);
            format!(
                "「{field}」と読める列がいくつかあります：{headers}。1つだけ残すか、見出しを変えてください。"
            )
        }
        TableFault::TooManyRows { limit } => {
            format!("行が多すぎます。一度に取り込めるのは{limit}行までです。分けて取り込んでください。")
        }
        TableFault::Programme { title, rule: broken } => format!("事業「{title}」：{}", rule(broken)),
    }
}

/// What is wrong with a cell, or noteworthy.
pub fn cell_fault(fault: &CellFault) -> String {
    match fault {
        CellFault::Blank => "入力されていません。".to_owned(),
        CellFault::NoDate => "日付がありません。開催日未定として取り込みます。".to_owned(),
        CellFault::Date(fault) => date_fault(fault),
        CellFault::OutsideFiscalYear => "年度の外の日付です。このまま取り込むこともできます。".to_owned(),
        CellFault::NotANumber => {
            "人数または自治体数として読めません。「21」「21人」のように書いてください。".to_owned()
        }
        CellFault::NotAPercentage => "割合は0%から100%までの整数で書いてください。".to_owned(),
        CellFault::NoBase => "割合を取り込むには、回答数か参加者数が必要です。".to_owned(),
        CellFault::Rule(broken) => rule(broken),
    }
}

/// Why a text is no date, and what to do.
pub fn date_fault(fault: &DateFault) -> String {
    match fault {
        DateFault::Unreadable => {
            "日付として読めません。「2025/6/4」「令和7年6月4日」「6月23日～24日」のように書いてください。"
                .to_owned()
        }
        DateFault::NoSuchDay => "暦にない日付です。".to_owned(),
        DateFault::Weekday { date: day, written } => {
            let written = WEEKDAYS.get(*written).copied().unwrap_or('？');
            format!("曜日が合いません。（{written}）とありますが、正しくは{}です。", date(*day))
        }
        DateFault::EndsBeforeStart => "最終日が初日より前になっています。".to_owned(),
        DateFault::Length { days, written } => {
            format!("日数が合いません。日付では{days}日間ですが、{written}日間と書かれています。")
        }
    }
}

/// Which rule is broken.
fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Blank => "入力されていません。".to_owned(),
        Rule::TooLong { limit, length } => {
            format!("長すぎます。{length}文字ありますが、{limit}文字までにしてください。")
        }
        Rule::OutOfRange { min: 0, max } => {
            format!("{}までにしてください。", super::grouped(u64::from(*max)))
        }
        Rule::OutOfRange { min, max } => {
            let [min, max] = [min, max].map(|number| super::grouped(u64::from(*number)));
            format!("{min}から{max}までにしてください。")
        }
        Rule::EndsBeforeStart => "最終日が初日より前になっています。".to_owned(),
        Rule::NoStart => "最終日だけでなく、初日も入力してください。".to_owned(),
        Rule::Duplicate => "同じものが二度あります。".to_owned(),
        Rule::UnknownAxis => "アンケートにない評価軸です。".to_owned(),
        Rule::UnknownLabel => "アンケートにない選択肢です。".to_owned(),
        Rule::UnknownChoice { choices } => format!("選択肢は{choices}個までです。"),
        Rule::NothingFavourable => "肯定的な選択肢が1つ以上必要です。".to_owned(),
        Rule::MoreThanBallots { ballots } => {
            format!("回答した人（{}）より多くなっています。", super::people(u64::from(*ballots)))
        }
        Rule::BadId => "IDは半角の英小文字で始め、英小文字・数字・「-」「_」だけにしてください。".to_owned(),
        Rule::NotAsked => "アンケートで尋ねていない項目です。".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_weekday_is_told_with_the_right_one() {
        let fault = DateFault::Weekday { date: "2025-06-04".parse().unwrap(), written: 3 };
        assert_eq!(
            cell_fault(&CellFault::Date(fault)),
            "曜日が合いません。（木）とありますが、正しくは令和7年6月4日（水）です。"
        );
    }

    #[test]
    fn ambiguous_columns_are_told_by_their_headers() {
        let fault = TableFault::Ambiguous {
            field: Field::Percent("understanding".into()),
            headers: vec!["理解度".into(), "理解度（%）".into()],
        };
        assert_eq!(
            table_fault(&fault, &Questionnaire::standard()),
            "「理解度」と読める列がいくつかあります：「理解度」「理解度（%）」。1つだけ残すか、見出しを変えてください。"
        );
    }

    #[test]
    fn a_range_is_told_with_the_end_that_matters() {
        let rule = |min, max| cell_fault(&CellFault::Rule(Rule::OutOfRange { min, max }));
        assert_eq!(rule(1, 100_000), "1から100,000までにしてください。");
        assert_eq!(rule(0, 50), "50までにしてください。");
    }
}
