//! Calls about answers that came by other ways than the form, and about what people wrote. They need the session's or
//! the organiser's key.

use std::collections::BTreeMap;

use survey::Code;
use survey::wire::{Batch, BatchId, Comment, Comments, PaperTally, Picked};

use super::desk::{parse, print};
use super::endpoint::session_path;
use super::{Endpoint, Trouble};

impl Endpoint {
    /// The batches of a session.
    pub async fn batches(&self, code: Code) -> Result<Vec<Batch>, Trouble> {
        parse(&self.call("GET", &[&session_path(code), "/batches"].concat(), None).await?)
    }

    /// Stores a paper tally, or corrects the one of this id.
    pub async fn put_paper(&self, code: Code, id: BatchId, paper: &PaperTally) -> Result<Batch, Trouble> {
        parse(&self.call("PUT", &batch_path(code, id), Some(&print(paper))).await?)
    }

    /// Stores one part of a file's ballots: `part` is a [`survey::wire::BatchPart`] as JSON. The same part again changes
    /// nothing; a part of a file that was imported whole before is [`Trouble::AlreadyThere`].
    pub async fn put_part(&self, code: Code, id: BatchId, number: u32, part: &str) -> Result<Batch, Trouble> {
        let path = [&batch_path(code, id), "/parts/", &number.to_string()].concat();
        parse(&self.call("PUT", &path, Some(part)).await?)
    }

    /// Removes a batch with all that came with it.
    pub async fn remove_batch(&self, code: Code, id: BatchId) -> Result<(), Trouble> {
        self.call("DELETE", &batch_path(code, id), None).await.map(drop)
    }

    /// What people wrote; [`Trouble::NotOpen`] while the session is open, when nobody may read it.
    pub async fn comments(&self, code: Code) -> Result<Vec<Comment>, Trouble> {
        let comments: Comments = parse(&self.call("GET", &comments_path(code), None).await?)?;
        Ok(comments.comments)
    }

    /// Picks comments for the report, or takes them out of it.
    pub async fn pick(&self, code: Code, picked: BTreeMap<String, bool>) -> Result<Vec<Comment>, Trouble> {
        let body = print(&Picked { picked });
        let comments: Comments = parse(&self.call("PATCH", &comments_path(code), Some(&body)).await?)?;
        Ok(comments.comments)
    }
}

/// A new paper tally's id: the browser's own randomness; none where it has none.
pub fn new_batch_id() -> Option<BatchId> {
    let mut bytes = [0; 32];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(BatchId::from_bytes(bytes))
}

fn comments_path(code: Code) -> String {
    [&session_path(code), "/comments"].concat()
}

fn batch_path(code: Code, id: BatchId) -> String {
    [&session_path(code), "/batches/", &id.to_string()].concat()
}
