//! What is said of a session, as the draft that makes it: the form in which it is kept and edited.

use survey::{Session, wire};

/// The draft that makes this session again; all that was left to a default stands in it.
pub(crate) fn draft_of(session: &Session) -> wire::SessionDraft {
    let session = session.clone();
    wire::SessionDraft {
        title: session.title,
        date: session.date,
        date_end: session.date_end,
        venue: session.venue,
        expected: session.expected,
        purpose: session.purpose,
        agenda: session.agenda,
        homework: session.homework,
        attendance: session.attendance,
        published: session.published,
        programme: None,
        reveal: Some(session.reveal),
        results: Some(session.results),
        state: None,
        questionnaire: Some(session.questionnaire),
    }
}
