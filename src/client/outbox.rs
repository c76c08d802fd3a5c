//! What a phone keeps of its ballot, per session, so that a reload, a closed tab or a dead network loses nothing.

use survey::{BallotId, Code};
use web_sys::Storage;

use super::written::Written;

/// One session's ballot on this phone.
pub struct Outbox {
    code: Code,
    id: BallotId,
    sent: Option<Written>,
    draft: Option<Written>,
    waiting: bool,
    durable: bool,
}

impl Outbox {
    /// What this phone has kept for the session; none where it has kept nothing.
    pub fn open(code: Code) -> Option<Self> {
        let kept = |name: &str| read(code, name);
        Some(Self {
            code,
            id: kept("id")?.parse().ok()?,
            sent: kept("sent").map(Written::from_text),
            draft: kept("draft").map(Written::from_text),
            waiting: kept("waiting").is_some(),
            durable: true,
        })
    }

    /// An outbox for a new ballot, in place of whatever was kept. Its id is kept at once, so that a second tab of this
    /// phone finds it and the two make one ballot.
    pub fn new(code: Code, id: BallotId) -> Self {
        let mut outbox = Self { code, id, sent: None, draft: None, waiting: false, durable: false };
        outbox.save();
        outbox
    }

    /// The ballot's id.
    pub fn id(&self) -> BallotId {
        self.id
    }

    /// What the endpoint has acknowledged.
    pub fn sent(&self) -> Option<&Written> {
        self.sent.as_ref()
    }

    /// What was written since.
    pub fn draft(&self) -> Option<&Written> {
        self.draft.as_ref()
    }

    /// The draft, where it is to be sent as soon as the network allows.
    pub fn waiting(&self) -> Option<&Written> {
        self.draft.as_ref().filter(|_| self.waiting)
    }

    /// Whether what is kept outlives the page. A browser may refuse storage, or have no room.
    pub fn is_durable(&self) -> bool {
        self.durable
    }

    /// Keeps what is being written; `waiting` where it is to be sent.
    pub fn keep(&mut self, draft: Written, waiting: bool) {
        // Another tab may have sent meanwhile.
        self.sent = read(self.code, "sent").map(Written::from_text).or(self.sent.take());
        self.draft = Some(draft);
        self.waiting = waiting;
        self.save();
    }

    /// Sends no more for now: the draft stays.
    pub fn hold(&mut self) {
        self.waiting = false;
        self.save();
    }

    /// The endpoint has acknowledged this ballot. A draft that has changed since stays, and goes on waiting.
    pub fn acknowledge(&mut self, ballot: Written) {
        if self.draft.as_ref() == Some(&ballot) {
            self.draft = None;
            self.waiting = false;
        }
        self.sent = Some(ballot);
        self.save();
    }

    /// Forgets what was written since the last acknowledged ballot.
    pub fn drop_draft(&mut self) {
        self.draft = None;
        self.waiting = false;
        self.save();
    }

    fn save(&mut self) {
        let id = self.id.to_string();
        let saved = [
            ("id", Some(id.as_str())),
            ("sent", self.sent.as_ref().map(Written::as_str)),
            ("draft", self.draft.as_ref().map(Written::as_str)),
            ("waiting", self.waiting.then_some("yes")),
        ];
        self.durable = storage().is_some_and(|storage| {
            saved.iter().all(|(name, value)| {
                let key = key(self.code, name);
                match value {
                    Some(value) => storage.set_item(&key, value).is_ok(),
                    None => storage.remove_item(&key).is_ok(),
                }
            })
        });
    }
}

/// Forgets whatever this device has kept of a ballot for the session: the next person is somebody else.
#[cfg(any(feature = "alone", feature = "ticket"))]
pub fn forget(code: Code) {
    let Some(storage) = storage() else { return };
    for name in ["id", "sent", "draft", "waiting"] {
        drop(storage.remove_item(&key(code, name)));
    }
}

fn read(code: Code, name: &str) -> Option<String> {
    storage()?.get_item(&key(code, name)).ok()?
}

fn key(code: Code, name: &str) -> String {
    ["furikaeri.", code.as_str(), ".", name].concat()
}

/// A new ballot's id: 128 bits of the browser's own randomness; none where it has none.
pub fn new_ballot_id() -> Option<BallotId> {
    let mut bytes = [0; 16];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(BallotId::from_bytes(bytes))
}

/// None where the browser refuses storage, as some do in private windows.
pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
