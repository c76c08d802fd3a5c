//! Calls about tickets: what opens them, what invites phones to make them, and how their ballots are stored.

use survey::wire::{SessionView, TicketSecret};
use survey::{Ballot, BallotId, Code, Questionnaire};
use ticket::{Invitation, KeyPair};

use super::desk::{parse, print};
use super::endpoint::{read, session_path};
use super::outbox::storage;
use super::{Endpoint, Trouble};
use crate::address;

/// What a ballot did to what was there of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// There was nothing.
    First,
    /// It is in its place.
    Replaced,
    /// It says the same: nothing has changed.
    Unchanged,
    /// What is there is later, and stays.
    Older,
}

/// Where an address is kept that somebody has written.
const PLACE: &str = "furikaeri.phone-page";

impl Endpoint {
    /// What opens a session's tickets; made when it is first asked for.
    pub async fn ticket_keys(&self, code: Code) -> Result<KeyPair, Trouble> {
        let path = [&session_path(code), "/ticket-secret"].concat();
        let secret: TicketSecret = parse(&self.call("GET", &path, None).await?)?;
        Ok(KeyPair::from_secret(secret.bytes()))
    }

    /// The digits that invite a phone to a session.
    pub async fn invitation(&self, session: &SessionView) -> Result<String, Trouble> {
        let keys = self.ticket_keys(session.code).await?;
        let invitation = Invitation {
            code: session.code,
            programme: session.programme.clone(),
            title: session.title.clone(),
            date: session.date,
            date_end: session.date_end,
            questionnaire: session.questionnaire.clone(),
            key: keys.public(),
        };
        Ok(invitation.to_digits())
    }

    /// Stores a ticket's ballot, unless one of its id with a higher revision is there.
    pub async fn put_ticket(
        &self,
        code: Code,
        (id, revision): (BallotId, u32),
        ballot: &Ballot,
        questionnaire: &Questionnaire,
    ) -> Result<Placed, Trouble> {
        let path = format!("{}/ballots/{id}?way=ticket&revision={revision}", session_path(code));
        let response = self.ask("PUT", &path, Some(&print(&ballot.to_wire(questionnaire)))).await?;
        let placed = match response.headers().get("ballot").ok().flatten().as_deref() {
            Some("first") => Placed::First,
            Some("replaced") => Placed::Replaced,
            Some("older") => Placed::Older,
            _ => Placed::Unchanged,
        };
        read(response).await.map(|_| placed)
    }
}

/// The address of the page that phones open, e.g. `https://www.city.example.lg.jp/kenshu/ticket.html`: what somebody has written
/// here, or else the page beside this one; empty where this one was opened from a folder, which no phone can.
pub fn phone_page() -> String {
    let written = storage().and_then(|storage| storage.get_item(PLACE).ok()?);
    written.unwrap_or_else(page_beside)
}

/// Keeps an address for this browser, and gives it as it is kept; an empty one is the page beside this one again. None where it
/// is no address of a page, or says more than that.
pub fn keep_phone_page(address: &str) -> Option<String> {
    let storage = storage();
    if address.is_empty() {
        // Where it cannot be kept, it holds until the page is closed.
        drop(storage.map(|storage| storage.remove_item(PLACE)));
        return Some(page_beside());
    }
    let url = web_sys::Url::new(address).ok()?;
    let is_page = url.protocol() == "https:" || url.protocol() == "http:";
    if !is_page || !url.hash().is_empty() || !url.pathname().ends_with(".html") {
        return None;
    }
    drop(storage.map(|storage| storage.set_item(PLACE, address)));
    Some(address.to_owned())
}

/// Whether only this machine can open an address.
pub fn is_of_this_machine(address: &str) -> bool {
    let host = web_sys::Url::new(address).map(|url| url.hostname()).unwrap_or_default();
    host == "localhost" || host == "[::1]" || host.starts_with("127.")
}

/// The page of this folder.
pub fn page_beside() -> String {
    let base = address::base();
    match base.split('#').next().and_then(|file| file.rsplit_once('/')) {
        Some((folder, _)) if base.starts_with("http") => [folder, "/ticket.html"].concat(),
        _ => String::new(),
    }
}
