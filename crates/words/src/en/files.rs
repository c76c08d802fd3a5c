//! Table files and workbooks.

pub const FIRST_DAY: &str = "First day (ISO)";
pub const LAST_DAY: &str = "Last day (ISO)";
pub const MUNICIPALITIES: &str = "Municipalities";
pub const ANSWERED: &str = "Answered";
pub const RESPONSE: &str = "Response rate";
pub const RESPONSE_PERCENT: &str = "Response rate (%)";
pub const KIND: &str = "Kind of figures";
pub const COUNTED: &str = "Counted";
pub const PUBLISHED: &str = "Published";
pub const PROGRAMME_MUNICIPALITIES: &str = "Municipalities, whole programme";
pub const PROGRAMME_PEOPLE: &str = "Participants, whole programme";
pub const PROGRAMME_CUMULATIVE: &str = "Attendances, whole programme";

pub const WHOLE: &str = "Whole programme";
pub const SHARE: &str = "Share";
pub const COUNT: &str = "People";
pub const TABLES: &str = "Tables";
pub const CHOICE: &str = "Choice";
pub const LEANING: &str = "Leaning";
pub const FAVOURABLE: &str = "Favourable";
pub const NEUTRAL: &str = "Neutral";
pub const UNFAVOURABLE: &str = "Unfavourable";
pub const BASE: &str = "Answered";
pub const SKIPPED: &str = "Skipped";
pub const COMMENT: &str = "Comment";
pub const UNTITLED: &str = "Session";

/// Understanding (%), Understanding: favourable (people), Understanding: answered (people).
pub fn axis_headers(axis: &str) -> [String; 3] {
    [format!("{axis} (%)"), format!("{axis}: favourable (people)"), format!("{axis}: answered (people)")]
}

/// Understanding (understanding).
pub fn told_apart(axis: &str, id: &str) -> String {
    format!("{axis} ({id})")
}

/// … answered “Useful” (20 of 21 people).
pub fn with_count(sentence: &str, count: &str) -> String {
    format!("{sentence} ({count})")
}

/// 96 attendances.
pub fn cumulative(number: u32) -> String {
    super::programmes::cumulative(number)
}

pub fn bar_described(axis: &str, sentence: &str) -> String {
    format!("Bar chart of the answers on {axis}. {sentence}. The values are in the tables.")
}

pub fn course_described(programme: &str) -> String {
    format!(
        "Line chart of each axis’s percentage over the sessions of {programme}. The values are in the table above."
    )
}
