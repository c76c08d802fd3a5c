//! A phone that nothing can be sent from: the session came in the page's address, and the ballot goes out as a ticket that is
//! shown. The form's calls are answered here, so that it is the form that every phone has.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use survey::{Ballot, BallotId, Code, Language, Results, State, wire};
use ticket::{Invitation, InvitationFault, ShortCode, Ticket};
use web_sys::{Headers, Response, ResponseInit};

use super::outbox::storage;
use super::written::Written;
use super::{Outbox, Trouble, new_ballot_id};

/// A ticket that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What each QR code says, in order.
    pub codes: Vec<String>,
    /// The choices alone, to be read aloud; none where there are too many of them for that.
    pub short: Option<String>,
    /// Whether there was another before it.
    pub is_corrected: bool,
}

/// Is told about how many characters are too many.
type OnTooLong = Rc<dyn Fn(usize)>;

thread_local! {
    static INVITED: RefCell<Option<Invitation>> = const { RefCell::new(None) };
    static MADE: RefCell<Option<Made>> = const { RefCell::new(None) };
    static ON_TOO_LONG: RefCell<Option<OnTooLong>> = const { RefCell::new(None) };
}

/// The session that this phone is invited to from now on, from the digits of the page's address.
pub fn invited_by(digits: &str) -> Result<wire::SessionView, InvitationFault> {
    let invitation = Invitation::from_digits(digits)?;
    let session = view(&invitation);
    INVITED.set(Some(invitation));
    MADE.set(None);
    Ok(session)
}

/// Calls where a ballot was written that has no room in QR codes.
pub fn on_too_long(tell: impl Fn(usize) + 'static) {
    ON_TOO_LONG.set(Some(Rc::new(tell)));
}

/// The ticket of what was answered last. Where it was made before the page was loaded, it is made again of what the phone has
/// kept: sealed anew, it has other digits and says the same.
pub fn made() -> Option<Made> {
    if let Some(made) = MADE.with_borrow(Clone::clone) {
        return Some(made);
    }
    let made = INVITED.with_borrow(|invited| {
        let invited = invited.as_ref()?;
        let outbox = Outbox::open(invited.code)?;
        let ballot = check(invited, outbox.sent()?)?;
        make(invited, outbox.id(), revision(invited.code).unwrap_or(0), ballot).ok()
    });
    MADE.set(made.clone());
    made
}

/// Whether the phone has the ballot when the page is closed.
pub fn is_kept(code: Code) -> bool {
    Outbox::open(code).is_some_and(|outbox| outbox.sent().is_some())
}

/// Forgets the ballot and its ticket: the next person is somebody else.
pub fn forget_all(code: Code) {
    super::outbox::forget(code);
    if let Some(storage) = storage() {
        drop(storage.remove_item(&place(code)));
    }
    MADE.set(None);
}

/// Answers the calls of the form.
pub(super) async fn fetch(
    method: &str,
    path: &str,
    _: &Headers,
    body: Option<&str>,
) -> Result<Response, Trouble> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let answer = INVITED.with_borrow(|invited| {
        let invited = invited.as_ref()?;
        match (method, path.rsplit_once('/')?) {
            ("GET", (_, "form")) => form(invited, query.strip_prefix("lang=").unwrap_or_default()),
            ("PUT", (_, id)) => Some((take(invited, id.parse().ok()?, body?), String::new())),
            _ => None,
        }
    });
    let (status, text) = answer.unwrap_or((404, String::new()));
    let init = ResponseInit::new();
    init.set_status(status);
    Response::new_with_opt_str_and_init(Some(&text), &init).map_err(|_| Trouble::Unreachable)
}

/// The form as an endpoint would write it.
fn form(invited: &Invitation, language: &str) -> Option<(u16, String)> {
    let language = Language::named(language).unwrap_or_else(crate::language::of_page);
    Some((200, form::answer_by_ticket(&view(invited), new_ballot_id()?, language).screen))
}

fn view(invited: &Invitation) -> wire::SessionView {
    let draft =
        wire::SessionDraft { questionnaire: Some(invited.questionnaire.clone()), ..Default::default() };
    let session = survey::Session {
        title: invited.title.clone(),
        date: invited.date,
        date_end: invited.date_end,
        // Whoever answers here sees nothing of the others.
        results: Results::Desk,
        // And is promised no more than a browser can keep that has the answers.
        reveal: survey::Reveal { at: 1, every: 1 },
        ..draft.into_session()
    };
    wire::SessionView::new(invited.code, invited.programme.clone(), session, State::Open, 0, "")
}

/// Makes the ticket of a ballot; the status that an endpoint would answer.
fn take(invited: &Invitation, id: BallotId, body: &str) -> u16 {
    let written = Written::from_text(body.to_owned());
    let Some(ballot) = check(invited, &written) else { return 422 };
    let next = revision(invited.code).map_or(0, |last| last.saturating_add(1));
    match make(invited, id, next, ballot) {
        Ok(made) => {
            if let Some(storage) = storage() {
                // Without storage there is one page and one ticket; the desk counts a correction by its id all the same.
                drop(storage.set_item(&place(invited.code), &next.to_string()));
            }
            MADE.set(Some(made));
            200
        }
        Err(excess) => {
            // Told when the form has taken the refusal in.
            if let (Some(excess), Some(tell)) = (excess, ON_TOO_LONG.with_borrow(Clone::clone)) {
                tell(excess);
            }
            422
        }
    }
}

/// Fails with the number of characters that are too many, or without one where the browser has no randomness: then nothing
/// can be sealed.
fn make(invited: &Invitation, id: BallotId, revision: u16, ballot: Ballot) -> Result<Made, Option<usize>> {
    let is_random = Cell::new(true);
    let mut random = |bytes: &mut [u8]| {
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok());
        is_random.set(is_random.get() && filled);
    };
    let short = ShortCode::of(&ballot, &id, invited.code).map(|code| code.to_string());
    let ticket = Ticket { id, revision, ballot };
    let codes = ticket
        .write(invited.code, &invited.key, &mut random)
        .map_err(|too_long| Some(too_long.characters))?;
    if is_random.get() { Ok(Made { codes, short, is_corrected: revision > 0 }) } else { Err(None) }
}

fn check(invited: &Invitation, written: &Written) -> Option<Ballot> {
    let answers = written.read()?;
    let axes = invited.questionnaire.axes.iter();
    let ballot = wire::Ballot {
        choices: axes.clone().map(|axis| (axis.id.clone(), answers.choice(&axis.id))).collect(),
        reasons: axes.map(|axis| (axis.id.clone(), answers.reason(&axis.id))).collect(),
        comment: answers.comment(),
    };
    Ballot::check(&ballot, &invited.questionnaire).ok()
}

/// How often the last ticket of this phone had been corrected; none where there is no ticket yet.
fn revision(code: Code) -> Option<u16> {
    storage()?.get_item(&place(code)).ok()??.parse().ok()
}

fn place(code: Code) -> String {
    ["furikaeri.", code.as_str(), ".revision"].concat()
}
