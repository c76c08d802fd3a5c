//! `/sessions/{code}/batches`: answers that came by other ways than the form, from files and from paper. They are checked
//! like any ballot, counted at once, and their texts are cut loose at once.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use survey::wire::{BatchId, BatchKind, BatchPart, Fault, PaperTally};
use survey::{Ballot, Code, Questionnaire, State as Standing, Tally};

use super::{BatchInPath, InPath, PartInPath};
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;
use crate::store::{NewPart, PartTaken, Removed};

/// The most bytes of a part.
const LIMIT: usize = 4 * 1024 * 1024;
/// The most parts of a batch; of a thousand ballots each, ten million.
const MOST_PARTS: u32 = 10_000;
/// The longest name of a batch, in characters.
const NAME_LIMIT: usize = 200;

/// Lists a session's batches.
pub(crate) async fn list(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
) -> Result<Response, Problem> {
    let stored = endpoint.session(code).await?;
    endpoint.key_holder_only(&bearer, &stored)?;
    Ok(body::json(StatusCode::OK, &endpoint.store.batches(code).await?))
}

/// Stores a paper tally, in place of the one of this id.
pub(crate) async fn put_paper(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    BatchInPath(id): BatchInPath,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    let stored = endpoint.session(code).await?;
    endpoint.key_holder_only(&bearer, &stored)?;
    let PaperTally { name, ballots, counts } = body::read_json(request).await?;
    let mut faults = check_name(&name);
    let tally = Tally::of_counts(&stored.session.questionnaire, ballots, &counts);
    let tally = tally.map_err(|refusals| faults.extend(refusals.into_iter().map(Fault::from)));
    let (Ok(tally), true) = (tally, faults.is_empty()) else { return Err(Problem::InvalidBatch(faults)) };
    let kind = BatchKind::Paper;
    store(&endpoint, NewPart { code, id, kind, name, parts: 1, number: 0, tally, texts: Vec::new() }).await
}

/// Stores one part of a file's ballots. The same part again changes nothing.
pub(crate) async fn put_part(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    BatchInPath(id): BatchInPath,
    PartInPath(number): PartInPath,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    let stored = endpoint.session(code).await?;
    endpoint.key_holder_only(&bearer, &stored)?;
    let part: BatchPart = body::read_json_up_to(request, LIMIT).await?;
    let new = counted(code, id, number, part, &stored.session.questionnaire)?;
    store(&endpoint, new).await
}

/// Removes a batch with all that came with it.
pub(crate) async fn remove(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    BatchInPath(id): BatchInPath,
    bearer: Bearer,
) -> Result<StatusCode, Problem> {
    let stored = endpoint.session(code).await?;
    endpoint.key_holder_only(&bearer, &stored)?;
    match endpoint.store.remove_batch(code, id).await? {
        Removed::Done => Ok(StatusCode::NO_CONTENT),
        Removed::Sealed => Err(Problem::Sealed),
        Removed::HasAnswers | Removed::Nothing => Err(Problem::BatchNotFound),
    }
}

/// A part's ballots, each checked, counted; their texts loose and in no order that follows the file's.
fn counted(
    code: Code,
    id: BatchId,
    number: u32,
    part: BatchPart,
    questionnaire: &Questionnaire,
) -> Result<NewPart, Problem> {
    let BatchPart { name, parts, ballots } = part;
    let mut faults = check_name(&name);
    if !(1..=MOST_PARTS).contains(&parts) || number >= parts {
        let detail = format!("must be from 1 to {MOST_PARTS}, and more than the part's number");
        faults.push(Fault { pointer: "/parts".into(), code: "out_of_range".into(), detail });
    }
    let mut tally = Tally::empty(questionnaire);
    let mut texts = Vec::new();
    for (place, ballot) in ballots.iter().enumerate() {
        match Ballot::check(ballot, questionnaire) {
            Ok(ballot) => {
                tally.add(&ballot);
                texts.extend(texts_of(&ballot, questionnaire));
            }
            Err(refusals) => faults.extend(refusals.into_iter().map(|refusal| {
                let fault = Fault::from(refusal);
                Fault { pointer: format!("/ballots/{place}{}", fault.pointer), ..fault }
            })),
        }
    }
    if !faults.is_empty() {
        return Err(Problem::InvalidBatch(faults));
    }
    Ok(NewPart { code, id, kind: BatchKind::File, name, parts, number, tally, texts })
}

fn texts_of(ballot: &Ballot, questionnaire: &Questionnaire) -> Vec<(Option<String>, String)> {
    let reasons = questionnaire.axes.iter().zip(ballot.reasons());
    let reasons = reasons.filter_map(|(axis, reason)| Some((Some(axis.id.clone()), reason.clone()?)));
    reasons.chain(ballot.comment().map(|comment| (None, comment.to_owned()))).collect()
}

fn check_name(name: &str) -> Vec<Fault> {
    let length = name.trim().chars().count();
    if (1..=NAME_LIMIT).contains(&length) {
        return Vec::new();
    }
    let detail = format!("must have from 1 to {NAME_LIMIT} characters");
    vec![Fault { pointer: "/name".into(), code: "out_of_range".into(), detail }]
}

async fn store(endpoint: &Endpoint, part: NewPart) -> Result<Response, Problem> {
    match endpoint.store.put_part(part).await? {
        PartTaken::Stored(batch) => Ok(body::json(StatusCode::OK, &batch)),
        PartTaken::AlreadyWhole => Err(Problem::AlreadyImported),
        PartTaken::Different => Err(Problem::InvalidBatch(vec![Fault {
            pointer: "/parts".into(),
            code: "different".into(),
            detail: "the batch of this id began with another number of parts, or is of another kind".into(),
        }])),
        PartTaken::Sealed => Err(Problem::NotOpen(Standing::Sealed)),
        PartTaken::NoSession => Err(Problem::SessionNotFound),
    }
}
