//! What a page of somebody else shows of a session, beside its tally: `GET /sessions/{code}/form` is the participant's
//! screen as it stands on our own page, `GET /sessions/{code}/report` what anybody may see of the finished results, and
//! `GET /portals` whose pages may do so. None of them wants a key.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use survey::report::ProgrammeRecord;
use survey::{Attendance, Code, Programme, Report, Results, Unanimous};

use super::InPath;
use super::report::public_record;
use crate::body;
use crate::endpoint::Endpoint;
use crate::portals::FOR_ANY_PAGE;
use crate::problem::Problem;
use crate::spoken::Spoken;
use crate::store::Stored;

/// Answers with the participant's screen as HTML.
pub(crate) async fn form(
    State(endpoint): State<Arc<Endpoint>>,
    Spoken(language): Spoken,
    InPath(code): InPath,
) -> Result<Response, Problem> {
    let page = endpoint.answer(endpoint.session(code).await?, language)?;
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    Ok(fresh((kind, page.screen).into_response()))
}

/// Answers with the report of the session's programme, or of the session alone where it belongs to none: only of sessions
/// whose results anybody may see and that are over, without what people wrote and without what needs checking.
pub(crate) async fn report(
    State(endpoint): State<Arc<Endpoint>>,
    Spoken(language): Spoken,
    InPath(code): InPath,
) -> Result<Response, Problem> {
    let asked = endpoint.session(code).await?;
    let (id, programme, sessions) = match &asked.programme {
        Some((id, _)) => {
            let stored = endpoint.store.programme(*id).await?.ok_or(Problem::ProgrammeNotFound)?;
            (*id, stored.programme, endpoint.store.sessions_of(*id).await?)
        }
        None => (code, alone(&asked), vec![asked]),
    };
    let report = Report::of(&[public(&endpoint, id, programme, sessions).await?], language);
    Ok(fresh(body::json(StatusCode::OK, &Report { findings: Vec::new(), ..report })))
}

/// Answers with the origins of the portals; any page may ask, so that one that is none can be told so.
pub(crate) async fn portals(State(endpoint): State<Arc<Endpoint>>) -> Response {
    let portals = json!({ "portals": endpoint.portals.origins() });
    fresh((FOR_ANY_PAGE, body::json(StatusCode::OK, &portals)).into_response())
}

async fn public(
    endpoint: &Endpoint,
    id: Code,
    programme: Programme,
    sessions: Vec<Stored>,
) -> Result<ProgrammeRecord, Problem> {
    let mut records = Vec::new();
    for stored in sessions.into_iter().filter(is_public) {
        records.push(public_record(endpoint, stored).await?);
    }
    let (good_points, issues, suggestions) = Default::default();
    let programme = Programme { good_points, issues, suggestions, ..programme };
    Ok(ProgrammeRecord { id, programme, sessions: records })
}

/// Whether anybody may see a session's finished results.
fn is_public(stored: &Stored) -> bool {
    let finished = stored.state.is_over() || stored.session.published.is_some();
    finished && stored.session.results == Results::AfterAnswer
}

/// A session that belongs to no programme, as one.
fn alone(stored: &Stored) -> Programme {
    Programme {
        title: stored.session.title.clone(),
        fiscal_year: stored.session.date.map(|date| date.fiscal_year()).unwrap_or_default(),
        audience: None,
        group: None,
        attendance: Attendance::default(),
        good_points: Vec::new(),
        issues: Vec::new(),
        suggestions: Vec::new(),
        unanimous: Unanimous::default(),
    }
}

fn fresh(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
