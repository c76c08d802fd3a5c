//! `/programmes/{ids}/report`: the report of one or several programmes as one JSON value, and the files made of it; `?lang=en`
//! names all that is named in English.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use survey::report::{ProgrammeRecord, Remark, SessionRecord};
use survey::{Language, Report, State as Standing, Tally};
use tables::Encoding;

use super::ProgrammesInPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;
use crate::sight::{revealed, tally_for_report};
use crate::spoken::Asked;
use crate::store::Stored;

/// The report as one JSON value.
pub(crate) async fn json(
    State(endpoint): State<Arc<Endpoint>>,
    ProgrammesInPath(ids): ProgrammesInPath,
    Asked(language): Asked,
    bearer: Bearer,
) -> Result<Response, Problem> {
    Ok(fresh(body::json(StatusCode::OK, &report(&endpoint, &ids, &bearer, language).await?)))
}

/// Its summary table as a CSV file; `?encoding=shift_jis` for programs that read nothing else.
pub(crate) async fn csv(
    State(endpoint): State<Arc<Endpoint>>,
    ProgrammesInPath(ids): ProgrammesInPath,
    Query(asked): Query<Vec<(String, String)>>,
    Asked(language): Asked,
    bearer: Bearer,
) -> Result<Response, Problem> {
    let encoding = asked.iter().find(|(name, _)| name == "encoding").map(|(_, value)| value.as_str());
    let (encoding, kind) = match encoding {
        None | Some("utf-8") => (Encoding::Utf8WithBom, "text/csv; charset=utf-8"),
        Some("shift_jis") => (Encoding::ShiftJis, "text/csv; charset=Shift_JIS"),
        Some(_) => return Err(Problem::UnknownEncoding),
    };
    let report = report(&endpoint, &ids, &bearer, language).await?;
    Ok(file(kind, report_files::csv(&report, encoding).bytes))
}

/// Its workbook.
pub(crate) async fn xlsx(
    State(endpoint): State<Arc<Endpoint>>,
    ProgrammesInPath(ids): ProgrammesInPath,
    Asked(language): Asked,
    bearer: Bearer,
) -> Result<Response, Problem> {
    let report = report(&endpoint, &ids, &bearer, language).await?;
    // Drawing a large one takes a while; the other requests go on, where there is a thread for it.
    #[cfg(not(target_family = "wasm"))]
    let made = tokio::task::spawn_blocking(move || report_files::xlsx(&report)).await;
    #[cfg(not(target_family = "wasm"))]
    let made = made.map_err(|error| Problem::Internal(error.to_string()))?;
    #[cfg(target_family = "wasm")]
    let made = report_files::xlsx(&report);
    let bytes = made.map_err(|error| Problem::Internal(error.to_string()))?;
    Ok(file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes))
}

async fn report(
    endpoint: &Endpoint,
    ids: &[survey::Code],
    bearer: &Bearer,
    language: Language,
) -> Result<Report, Problem> {
    endpoint.organiser_only(bearer)?;
    let mut records = Vec::with_capacity(ids.len());
    for id in ids {
        let stored = endpoint.store.programme(*id).await?.ok_or(Problem::ProgrammeNotFound)?;
        let mut sessions = Vec::new();
        for session in endpoint.store.sessions_of(*id).await? {
            sessions.push(record(endpoint, session).await?);
        }
        records.push(ProgrammeRecord { id: *id, programme: stored.programme, sessions });
    }
    Ok(Report::of(&records, language))
}

/// All that was counted of a session, however it came.
async fn record(endpoint: &Endpoint, stored: Stored) -> Result<SessionRecord, Problem> {
    // While people answer, nobody reads what they write.
    let texts = match stored.state {
        Standing::Open => Vec::new(),
        _ => endpoint.store.texts(stored.code).await?,
    };
    let picked = texts.into_iter().filter(|text| text.picked);
    let remarks = picked.map(|text| Remark { axis: text.axis, text: text.text }).collect();
    let form = tally_for_report(&stored);
    Ok(SessionRecord { remarks, ..counted(endpoint, stored, form).await? })
}

/// What anybody may see of a session: of its form what is revealed, and nothing that people wrote.
pub(super) async fn public_record(endpoint: &Endpoint, stored: Stored) -> Result<SessionRecord, Problem> {
    let form = revealed(&stored);
    counted(endpoint, stored, form).await
}

/// A session with what its form counted, and what came by other ways.
async fn counted(endpoint: &Endpoint, stored: Stored, form: Tally) -> Result<SessionRecord, Problem> {
    let mut tally = form;
    let collected = endpoint.store.collected(stored.code).await?;
    let mut sources = collected.sources;
    let ways = stored.standing.sources;
    // Of what is revealed so far it is not known how it came, and telling would say more than the reveal rule does.
    if tally.ballots == stored.standing.tally.ballots {
        (sources.form, sources.kiosk, sources.ticket) = (ways.form, ways.kiosk, ways.ticket);
    } else {
        sources.form = tally.ballots;
    }
    tally.merge(&collected.tally);
    let Stored { code, state, session, .. } = stored;
    Ok(SessionRecord { code, state, session, tally, sources, remarks: Vec::new() })
}

fn file(kind: &'static str, bytes: Vec<u8>) -> Response {
    fresh(([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], bytes).into_response())
}

fn fresh(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
