//! What is wrong with a field of a session or a programme.

use super::desk::{BASE, DATE, EXPECTED, HOMEWORK_SHORT, MUNICIPALITIES, PEOPLE, PURPOSE, TITLE, VENUE};

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
        "date_end" => "Last day",
        "expected" => EXPECTED,
        "venue" => VENUE,
        "purpose" => PURPOSE,
        "agenda" => "Agenda",
        "homework" => HOMEWORK_SHORT,
        "municipalities" => MUNICIPALITIES,
        "people" => PEOPLE,
        "cumulative" => "Attendances in total",
        "fiscal_year" => "Fiscal year",
        "audience" => "Audience",
        "group" => "Group",
        "good_points" => "What went well",
        "issues" => "What did not",
        "suggestions" => "What should follow",
        "base" => BASE,
        "percent" => "Published percentage",
        "named" | "chosen" => "Choices of the published results",
        _ => "Input",
    };
    let wrong = match (code, name) {
        ("blank", _) => "must be filled in",
        ("too_long", _) => "is too long",
        ("out_of_range", "expected" | "base") => "must be from 1 to 100,000",
        ("out_of_range", "people" | "cumulative" | "municipalities") => "must be from 1 to 1,000,000",
        ("out_of_range", "percent") => "must be from 0 to 100",
        ("out_of_range", "agenda" | "homework" | "good_points" | "issues" | "suggestions") => {
            "can have up to 50 items"
        }
        ("out_of_range", _) => "has a wrong number",
        ("ends_before_start", _) => "is before the first day",
        ("wrong_type" | "missing", _) => "has the wrong form",
        ("unknown_label" | "unknown_axis", _) => "is not in this questionnaire",
        _ => "needs to be checked",
    };
    format!("{field}: {wrong}")
}

/// Programme 2, session 3, where many things were sent.
fn place(pointer: &str) -> String {
    let parts: Vec<_> = pointer.split('/').collect();
    let number_of = |name: &str| {
        let at = parts.iter().position(|part| *part == name)?;
        parts.get(at + 1)?.parse::<usize>().ok().map(|number| number + 1)
    };
    let programme = number_of("programmes").map(|number| format!("Programme {number}, "));
    let session = number_of("sessions").map(|number| format!("session {number}, "));
    [programme, session].into_iter().flatten().collect()
}
