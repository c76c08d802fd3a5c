//! Who sees what of a tally: the reveal rule and the session's `results` setting, in one pure function.

use survey::{Results, Tally, wire};

use crate::store::Stored;

/// Who is looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Viewer {
    /// Anyone with the session's code.
    Anyone,
    /// A holder of the session's key, or of the organiser's.
    KeyHolder,
}

impl Viewer {
    /// The one who brought a key, or did not.
    pub(crate) fn with_key(key: bool) -> Self {
        if key { Self::KeyHolder } else { Self::Anyone }
    }
}

/// The tally that an organiser's report may have: all of it when answering has ended, before that what is revealed.
pub(crate) fn tally_for_report(stored: &Stored) -> Tally {
    if stored.state.is_over() { stored.standing.tally.clone() } else { revealed(stored) }
}

/// The tally as far as the reveal rule shows it, which is empty where it shows nothing.
pub(crate) fn revealed(stored: &Stored) -> Tally {
    stored.standing.revealed.clone().unwrap_or_else(|| Tally::empty(&stored.session.questionnaire))
}

/// The tally as this viewer may see it now.
pub(crate) fn tally_for(viewer: Viewer, stored: &Stored) -> wire::Tally {
    let has_key = viewer == Viewer::KeyHolder;
    let over = stored.state.is_over();
    let may_see = match stored.session.results {
        Results::AfterAnswer => true,
        Results::Board => has_key,
        Results::Desk => has_key && over,
    };
    let standing = &stored.standing;
    // While answering goes on, a key opens no more than the revealed tally: it stands on a projector.
    let shown = if has_key && over { Some(&standing.tally) } else { standing.revealed.as_ref() };
    match shown.filter(|_| may_see) {
        Some(shown) => wire::Tally::revealed(standing.tally.ballots, shown, &stored.session.questionnaire),
        None => wire::Tally::hidden(standing.tally.ballots),
    }
}
