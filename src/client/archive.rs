//! Calls about everything that is kept, as one file. They need the organiser's key.

use survey::wire::Merged;

use super::desk::parse;
use super::endpoint::read;
use super::json::Json;
use super::{Endpoint, Trouble};

const ARCHIVE: &str = "/api/v1/archive";

/// Why a file was not taken in; nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It is none of ours.
    NotOurs,
    /// A later program wrote it.
    Newer,
    /// It is damaged.
    Damaged,
    /// Answers that are only here would be gone, because the file has their session sealed.
    WouldLose,
    /// Anything else.
    Trouble(Trouble),
}

impl From<Trouble> for NotTaken {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl Endpoint {
    /// Everything that is kept, as the text of a file.
    pub async fn archive(&self) -> Result<String, Trouble> {
        self.call("GET", ARCHIVE, None).await
    }

    /// Takes over what a file has; `may_discard` where answers may be gone for it, see [`NotTaken::WouldLose`].
    pub async fn merge(&self, file: &str, may_discard: bool) -> Result<Merged, NotTaken> {
        let query = if may_discard { "?discard=yes" } else { "" };
        let response = self.ask("POST", &[ARCHIVE, query].concat(), Some(file)).await?;
        if !matches!(response.status(), 400 | 409 | 422) {
            return Ok(parse(&read(response).await?)?);
        }
        let text = response.text().map_err(|_| Trouble::Unreachable)?;
        let text = wasm_bindgen_futures::JsFuture::from(text).await.ok().and_then(|text| text.as_string());
        let code = text.and_then(|text| Json::parse(&text)).and_then(|problem| problem.get("code").text());
        Err(match code.as_deref() {
            Some("would_lose") => NotTaken::WouldLose,
            Some("newer_archive") => NotTaken::Newer,
            Some("damaged_archive") => NotTaken::Damaged,
            _ => NotTaken::NotOurs,
        })
    }
}
