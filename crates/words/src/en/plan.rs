//! What an organiser reads when a plan or a summary table is imported: what was understood, and what is wrong and why.

use survey::import::DateFault;
use survey::import::plan::{CellFault, Field, TableFault};
use survey::{Questionnaire, Rule};

use super::figures::{date, grouped, joined, people, weekday};

pub const NOT_IMPORTED: &str = "Columns left out";

pub fn field(field: &Field, questionnaire: &Questionnaire) -> String {
    match field {
        Field::Programme => "Programme",
        Field::Group => "Group",
        Field::Audience => "Audience",
        Field::Title => "Title",
        Field::Date => "Date",
        Field::DateEnd => "Last day",
        Field::Venue => "Venue",
        Field::Municipalities => "Municipalities",
        Field::People => "Participants",
        Field::Expected => "Expected participants",
        Field::Purpose => "Purpose",
        Field::Agenda => "Agenda",
        Field::Homework => "Homework",
        Field::Base => "Number of answers",
        Field::Percent(id) => {
            let axis = questionnaire.axes.iter().find(|axis| axis.id == *id);
            axis.map_or(id.as_str(), |axis| &axis.name)
        }
    }
    .to_owned()
}

pub fn table_fault(fault: &TableFault, questionnaire: &Questionnaire) -> String {
    match fault {
        TableFault::Empty => {
            "There are no rows to import. Please paste the row of headers together with the rows below it."
                .to_owned()
        }
        TableFault::NoHeader => {
            "No row of headers was found. Please include the row with headers such as 開催名 (title) and 開催日 (date)."
                .to_owned()
        }
        TableFault::Missing(missing) => {
            format!("There is no column “{}”. Please check the headers.", field(missing, questionnaire))
        }
        TableFault::Ambiguous { field: of, headers } => {
            let headers = joined(headers.iter().map(String::as_str), "and");
            let field = field(of, questionnaire);
            format!(
                "Several columns can be read as “{field}”: {headers}. Please leave only one, or change the headers."
            )
        }
        TableFault::TooManyRows { limit } => {
            format!("There are too many rows. Up to {limit} can be imported at once. Please divide the table.")
        }
        TableFault::Programme { title, rule: broken } => format!("Programme “{title}”: {}", rule(broken)),
    }
}

pub fn cell_fault(fault: &CellFault) -> String {
    match fault {
        CellFault::Blank => "It is empty.".to_owned(),
        CellFault::NoDate => "There is no date. The session is imported without one.".to_owned(),
        CellFault::Date(fault) => date_fault(fault),
        CellFault::OutsideFiscalYear => {
            "The date is outside the fiscal year. It can be imported as it is.".to_owned()
        }
        CellFault::NotANumber => {
            "This is no number of people or municipalities. Please write it like 21 or 21人.".to_owned()
        }
        CellFault::NotAPercentage => "A percentage is a whole number from 0% to 100%.".to_owned(),
        CellFault::NoBase => {
            "To import percentages, the number of answers or of participants is needed.".to_owned()
        }
        CellFault::Rule(broken) => rule(broken),
    }
}

pub fn date_fault(fault: &DateFault) -> String {
    match fault {
        DateFault::Unreadable => {
            "This is no date. Please write it like 2025/6/4, 令和7年6月4日 or 6月23日～24日.".to_owned()
        }
        DateFault::NoSuchDay => "There is no such day in the calendar.".to_owned(),
        DateFault::Weekday { date: day, written } => {
            format!("The day of the week is wrong: it says {}, but it is {}.", weekday(*written), date(*day))
        }
        DateFault::EndsBeforeStart => "The last day is before the first.".to_owned(),
        DateFault::Length { days, written } => {
            format!("The number of days is wrong: the dates span {days}, but it says {written}.")
        }
    }
}

/// Which rule is broken.
fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Blank => "It is empty.".to_owned(),
        Rule::TooLong { limit, length } => {
            format!("It is too long: it has {length} characters, and up to {limit} are allowed.")
        }
        Rule::OutOfRange { min: 0, max } => {
            format!("Up to {} are allowed.", grouped(u64::from(*max)))
        }
        Rule::OutOfRange { min, max } => {
            let [min, max] = [min, max].map(|number| grouped(u64::from(*number)));
            format!("It must be from {min} to {max}.")
        }
        Rule::EndsBeforeStart => "The last day is before the first.".to_owned(),
        Rule::NoStart => "There is a last day; please enter the first as well.".to_owned(),
        Rule::Duplicate => "It is there twice.".to_owned(),
        Rule::UnknownAxis => "The questionnaire has no such axis.".to_owned(),
        Rule::UnknownLabel => "The questionnaire has no such choice.".to_owned(),
        Rule::UnknownChoice { choices } => format!("There are {choices} choices."),
        Rule::NothingFavourable => "At least one choice must be favourable.".to_owned(),
        Rule::MoreThanBallots { ballots } => {
            format!("It is more than the number of those who answered ({}).", people(u64::from(*ballots)))
        }
        Rule::BadId => "An id begins with a small letter and has only a–z, 0–9, “-” and “_”.".to_owned(),
        Rule::NotAsked => "The questionnaire does not ask for this.".to_owned(),
    }
}
