//! `/programmes`: the organiser plans a year. Programmes are made with their sessions, all of a request or none.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use survey::wire::{self, Fault, ProgrammeDraft, ProgrammeMade, Programmes, SessionLinks};
use survey::{Code, Programme, Session, State as Standing};

use super::sessions::{TRIES, faults_of, row};
use super::{ProgrammesInPath, key::made};
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::{Bearer, Key};
use crate::problem::Problem;
use crate::store::{NewProgramme, NewSession, Removed, Stored};

/// The most bytes of a year's programmes.
const LIMIT: usize = 2 * 1024 * 1024;
/// The most programmes, and the most sessions of one, that a request may make.
const MOST: usize = 500;

/// Makes programmes; their sessions' keys are shown in this answer alone.
pub(crate) async fn make(
    State(endpoint): State<Arc<Endpoint>>,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let asked: Programmes<ProgrammeDraft> = body::read_json_up_to(request, LIMIT).await?;
    let checked = check_all(asked.programmes)?;
    for _ in 0..TRIES {
        let (new, keys) = with_codes(&checked)?;
        if endpoint.store.add_programmes(new.clone()).await? {
            let programmes = new.iter().zip(&keys).map(|(new, keys)| answer(&endpoint, new, keys)).collect();
            let mut response = body::json(StatusCode::CREATED, &Programmes::<ProgrammeMade> { programmes });
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return Ok(response);
        }
    }
    Err(Problem::Internal(format!("{TRIES} sets of random codes were all taken")))
}

/// Lists all programmes, the newest year first.
pub(crate) async fn list(State(endpoint): State<Arc<Endpoint>>, bearer: Bearer) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let sessions = endpoint.store.sessions().await?;
    let programmes = endpoint.store.programmes().await?;
    let rows = programmes.into_iter().map(|stored| {
        let of = |session: &&Stored| session.programme.as_ref().is_some_and(|(id, _)| *id == stored.id);
        let answered = sessions.iter().filter(of).filter(|session| session.has_answers());
        wire::ProgrammeRow {
            id: stored.id,
            title: stored.programme.title,
            fiscal_year: stored.programme.fiscal_year,
            audience: stored.programme.audience,
            group: stored.programme.group,
            sessions: count(sessions.iter().filter(of)),
            answered: count(answered),
        }
    });
    Ok(body::json(StatusCode::OK, &rows.collect::<Vec<_>>()))
}

/// Answers with a programme and its sessions.
pub(crate) async fn get(
    State(endpoint): State<Arc<Endpoint>>,
    ProgrammesInPath(ids): ProgrammesInPath,
    bearer: Bearer,
) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    view(&endpoint, one(&ids)?).await
}

/// Replaces what is said of a programme; its sessions stay. Answers like `get`.
pub(crate) async fn edit(
    State(endpoint): State<Arc<Endpoint>>,
    ProgrammesInPath(ids): ProgrammesInPath,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let id = one(&ids)?;
    let draft: ProgrammeDraft = body::read_json_up_to(request, LIMIT).await?;
    let (programme, sessions) = draft.into_programme();
    let mut faults: Vec<Fault> = programme.check().into_iter().map(Into::into).collect();
    if !sessions.is_empty() {
        faults.push(Fault {
            pointer: "/sessions".into(),
            code: "not_editable".into(),
            detail: "sessions are edited by themselves".into(),
        });
    }
    if !faults.is_empty() {
        return Err(Problem::InvalidProgramme(faults));
    }
    if !endpoint.store.edit_programme(id, programme).await? {
        return Err(Problem::ProgrammeNotFound);
    }
    view(&endpoint, id).await
}

/// Removes a programme with its sessions, as long as nobody has answered one.
pub(crate) async fn remove(
    State(endpoint): State<Arc<Endpoint>>,
    ProgrammesInPath(ids): ProgrammesInPath,
    bearer: Bearer,
) -> Result<StatusCode, Problem> {
    endpoint.organiser_only(&bearer)?;
    match endpoint.store.remove_programme(one(&ids)?).await? {
        Removed::Done => Ok(StatusCode::NO_CONTENT),
        Removed::HasAnswers | Removed::Sealed => Err(Problem::HasAnswers),
        Removed::Nothing => Err(Problem::ProgrammeNotFound),
    }
}

fn one(ids: &[Code]) -> Result<Code, Problem> {
    match ids {
        [id] => Ok(*id),
        _ => Err(Problem::ProgrammeNotFound),
    }
}

async fn view(endpoint: &Endpoint, id: Code) -> Result<Response, Problem> {
    let stored = endpoint.store.programme(id).await?.ok_or(Problem::ProgrammeNotFound)?;
    let mut sessions: Vec<_> = endpoint.store.sessions_of(id).await?.into_iter().map(row).collect();
    // Stable: those of one day, and those without one, stay in the order they were made.
    sessions.sort_by_key(|session| (session.date.is_none(), session.date));
    let programme = ProgrammeDraft::of(stored.programme);
    let view = wire::ProgrammeView { id, programme, sessions, public_url: endpoint.public_url.clone() };
    Ok(body::json(StatusCode::OK, &view))
}

/// A programme and its sessions, each with the state it starts in, without faults.
type Checked = (Programme, Vec<(Session, Standing)>);

fn check_all(drafts: Vec<ProgrammeDraft>) -> Result<Vec<Checked>, Problem> {
    let mut faults = Vec::new();
    check_number("/programmes", drafts.len(), &mut faults);
    let checked = drafts.into_iter().enumerate().map(|(number, draft)| {
        let at = format!("/programmes/{number}");
        let (programme, drafts) = draft.into_programme();
        faults.extend(programme.check().into_iter().map(|refusal| beneath(&at, refusal.into())));
        if drafts.len() > MOST {
            check_number(&format!("{at}/sessions"), drafts.len(), &mut faults);
        }
        let sessions = drafts.into_iter().enumerate().map(|(number, draft)| {
            let at = format!("{at}/sessions/{number}");
            if draft.programme.is_some() {
                faults.push(Fault {
                    pointer: format!("{at}/programme"),
                    code: "not_asked".into(),
                    detail: "the session belongs to the programme it stands in".into(),
                });
            }
            let state = draft.state.unwrap_or(Standing::Draft);
            let session = draft.into_session();
            faults.extend(faults_of(&session, state).into_iter().map(|fault| beneath(&at, fault)));
            (session, state)
        });
        (programme, sessions.collect())
    });
    let checked: Vec<Checked> = checked.collect();
    if faults.is_empty() { Ok(checked) } else { Err(Problem::InvalidProgramme(faults)) }
}

fn check_number(at: &str, number: usize, faults: &mut Vec<Fault>) {
    if !(1..=MOST).contains(&number) {
        let detail = format!("must be from 1 to {MOST}");
        faults.push(Fault { pointer: at.to_owned(), code: "out_of_range".into(), detail });
    }
}

fn beneath(at: &str, fault: Fault) -> Fault {
    Fault { pointer: format!("{at}{}", fault.pointer), ..fault }
}

/// The programmes with random ids, codes and keys; the keys as they are handed out stand apart.
fn with_codes(checked: &[Checked]) -> Result<(Vec<NewProgramme>, Vec<Vec<Key>>), Problem> {
    let mut new = Vec::with_capacity(checked.len());
    let mut all_keys = Vec::with_capacity(checked.len());
    for (programme, sessions) in checked {
        let id = Code::from_bits(getrandom::u32()?);
        let mut keys = Vec::with_capacity(sessions.len());
        let mut with_codes = Vec::with_capacity(sessions.len());
        for (session, state) in sessions {
            let (code, key) = (Code::from_bits(getrandom::u32()?), Key::random()?);
            let (facilitator, session, state) = (key.hash(), session.clone(), *state);
            with_codes.push(NewSession { code, facilitator, state, session, programme: Some(id) });
            keys.push(key);
        }
        new.push(NewProgramme { id, programme: programme.clone(), sessions: with_codes });
        all_keys.push(keys);
    }
    Ok((new, all_keys))
}

fn answer(endpoint: &Endpoint, new: &NewProgramme, keys: &[Key]) -> ProgrammeMade {
    let sessions = new.sessions.iter().zip(keys).map(|(new, key)| {
        let wire::SessionMade { code, facilitator_key, links } = made(endpoint, new.code, key);
        SessionLinks { code, title: new.session.title.clone(), facilitator_key, links }
    });
    ProgrammeMade { id: new.id, title: new.programme.title.clone(), sessions: sessions.collect() }
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}
