//! Merging an archive into what a store keeps: the same for every store.

use archive::{Archive, Counts};
use survey::Code;

use super::Standing;

/// Adds what another archive has. What was shown here stays shown until the reveal rule lets all that is here now through: what
/// was shown elsewhere is no step of ours.
pub(super) fn merge(ours: &mut Archive, other: &Archive) {
    let shown: Vec<(Code, Counts)> = other
        .sessions
        .keys()
        .filter_map(|code| Some((*code, ours.sessions.get(code)?.revealed.clone()?)))
        .collect();
    ours.merge(other);
    for (code, shown) in shown {
        if let Some(session) = ours.sessions.get_mut(&code) {
            session.revealed = Some(shown);
        }
    }
    for code in other.sessions.keys() {
        let Some(session) = ours.sessions.get_mut(code) else { continue };
        let mut standing = Standing {
            tally: session.tally(),
            revealed: session.revealed.as_ref().map(Counts::tally),
            sources: session.sources(),
        };
        let rule = session.about.value.draft.reveal.unwrap_or_default();
        standing.come_together(rule, session.state().is_over());
        session.revealed = standing.revealed.as_ref().map(Into::into);
    }
}
