//! The domain of post-session feedback.
//!
//! A [`Questionnaire`] has axes; a participant's [`Ballot`] answers them; a [`Tally`] counts ballots and merges in
//! any order; [`Shares`] are whole percentages that add up; a [`Headline`] is what one sentence says about an axis; a
//! [`Report`] is all that can be published of a [`Programme`]'s sessions.
//! [`wire`] holds every type that crosses the network or a file.
//!
//! Nothing here has a clock, does I/O, awaits or knows a browser, and nothing panics, whatever the input: the same code
//! counts on the server, on a phone and in a spreadsheet import.

mod attendance;
mod ballot;
pub mod base32;
mod code;
mod date;
mod headline;
pub mod import;
mod language;
mod programme;
mod published;
mod questionnaire;
mod refusal;
pub mod report;
mod reveal;
pub mod route;
mod session;
mod shares;
mod summary;
mod tally;
mod tone;
mod translation;
pub mod wire;

pub use attendance::Attendance;
pub use ballot::{Ballot, BallotId, COMMENT_LIMIT, REASON_LIMIT};
pub use code::Code;
pub use date::{Date, Days, Era};
pub use headline::Headline;
pub use language::Language;
pub use programme::{Programme, Unanimous};
pub use published::{HeadlineFault, PartOf, Published, PublishedAxis, Unattainable};
pub use questionnaire::{Axis, Choice, Leaning, Questionnaire};
pub use refusal::{Refusal, Rule};
pub use report::{Report, Way};
pub use reveal::Reveal;
pub use route::{Guide, Route};
pub use session::{Results, Session, State};
pub use shares::Shares;
pub use summary::{Against, HIGH, Other, Summary};
pub use tally::{AxisTally, Tally};
pub use tone::Tone;
pub use translation::{TranslatedAxis, Translation};
