//! What is wrong with a field of a session or a programme.

use super::desk::{BASE, DATE, EXPECTED, HOMEWORK_SHORT, MUNICIPALITIES, PEOPLE, PURPOSE, TITLE, VENUE};

/// A fault of a field, by its place and code in the problem answer.
pub fn fault(pointer: &str, code: &str) -> String {
    let of_programme = pointer.starts_with("/programmes/") && !pointer.contains("/sessions/");
    let title = if of_programme { super::programmes::TITLE } else { TITLE };
    place(pointer) + &fault_of(title, pointer, code)
}

/// The same without the place; `title` is what the field of a title is called.
pub(super) fn fault_of(title: &str, pointer: &str, code: &str) -> String {
    let name = pointer.rsplit('/').find(|part| part.parse::<usize>().is_err()).unwrap_or_default();
    let field = match name {
        "title" => title,
        "date" => DATE,
        "date_end" => "最終日",
        "expected" => EXPECTED,
        "venue" => VENUE,
        "purpose" => PURPOSE,
        "agenda" => "実施内容",
        "homework" => HOMEWORK_SHORT,
        "municipalities" => MUNICIPALITIES,
        "people" => PEOPLE,
        "cumulative" => "延べ人数",
        "fiscal_year" => "年度",
        "audience" => "対象",
        "group" => "区分",
        "good_points" => "良かった点",
        "issues" => "課題",
        "suggestions" => "今後に向けて",
        "base" => BASE,
        "percent" => "公表済みの割合",
        "named" | "chosen" => "公表済みの結果の選択肢",
        _ => "入力",
    };
    let wrong = match (code, name) {
        ("blank", _) => "を入力してください",
        ("too_long", _) => "が長すぎます",
        ("out_of_range", "expected" | "base") => "は1人から10万人までで入力してください",
        ("out_of_range", "people" | "cumulative" | "municipalities") => "は1から100万までで入力してください",
        ("out_of_range", "percent") => "は0から100までで入力してください",
        ("out_of_range", "agenda" | "homework" | "good_points" | "issues" | "suggestions") => {
            "は50項目までです"
        }
        ("out_of_range", _) => "の数が正しくありません",
        ("ends_before_start", _) => "が開催日より前になっています",
        ("wrong_type" | "missing", _) => "の形式が正しくありません",
        ("unknown_label" | "unknown_axis", _) => "がこのアンケートにありません",
        _ => "を確かめてください",
    };
    format!("{field}{wrong}")
}

/// 2番目の事業の3番目の開催回の; nothing where only one thing was sent.
fn place(pointer: &str) -> String {
    let parts: Vec<_> = pointer.split('/').collect();
    let number_of = |name: &str| {
        let at = parts.iter().position(|part| *part == name)?;
        parts.get(at + 1)?.parse::<usize>().ok().map(|number| number + 1)
    };
    let programme = number_of("programmes").map(|number| format!("{number}番目の事業の"));
    let session = number_of("sessions").map(|number| format!("{number}番目の開催回の"));
    [programme, session].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_its_field_and_where_it_stands_among_many() {
        let said = [
            ("/title", "blank", "開催名を入力してください"),
            ("/agenda/3", "too_long", "実施内容が長すぎます"),
            ("/attendance/people", "out_of_range", "参加者数は1から100万までで入力してください"),
            ("/programmes/0/title", "blank", "1番目の事業の事業名を入力してください"),
            (
                "/programmes/1/sessions/2/date",
                "missing",
                "2番目の事業の3番目の開催回の開催日の形式が正しくありません",
            ),
            ("", "unknown", "入力を確かめてください"),
        ];
        for (pointer, code, sentence) in said {
            assert_eq!(fault(pointer, code), sentence);
        }
        assert_eq!(super::super::programmes::fault("/title", "blank"), "事業名を入力してください");
    }
}
