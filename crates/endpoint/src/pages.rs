//! The pages a person opens. A participant's page comes whole, with the form in it; the board and the desk come bare and
//! are filled by the app.

use std::sync::Arc;

use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use form::Page;
use survey::{Code, Language, Route, Way, wire};

use crate::app::Template;
use crate::body;
use crate::endpoint::{Endpoint, NotTaken, fresh_id};
use crate::problem::Problem;
use crate::routes::InPath;
use crate::sight::{Viewer, tally_for};
use crate::spoken::Spoken;
use crate::store::Stored;

/// `GET /`: type a code; `?code=` is what a browser without scripts sends.
pub(crate) async fn home(
    State(endpoint): State<Arc<Endpoint>>,
    Query(asked): Query<Vec<(String, String)>>,
    Spoken(language): Spoken,
) -> Response {
    let typed = asked.iter().find(|(name, _)| name == "code").map(|(_, typed)| typed.as_str());
    match typed.map(|typed| (typed, typed.parse::<Code>())) {
        None => endpoint.app.answer.page(StatusCode::OK, &form::home(None, language)),
        Some((_, Ok(code))) => {
            let path = Route::Answer(code).to_path();
            let chosen = asked.iter().find(|(name, _)| name == "lang");
            let chosen = chosen.and_then(|(_, name)| Language::named(name));
            let query = chosen.map(|language| format!("?lang={}", language.name())).unwrap_or_default();
            Redirect::to(&(path + &query)).into_response()
        }
        Some((typed, Err(_))) => endpoint.app.answer.page(StatusCode::OK, &form::home(Some(typed), language)),
    }
}

/// `GET /s/{code}`: the questionnaire.
pub(crate) async fn form(
    State(endpoint): State<Arc<Endpoint>>,
    Spoken(language): Spoken,
    code: Result<InPath, Problem>,
) -> Result<Response, Calm> {
    let stored = find(&endpoint, language, code).await?;
    let page =
        endpoint.answer(stored, language).map_err(|problem| Calm::new(&endpoint, language, problem))?;
    Ok(endpoint.app.answer.page(StatusCode::OK, &page))
}

/// `POST /s/{code}`: the questionnaire, filled in without scripts.
pub(crate) async fn send(
    State(endpoint): State<Arc<Endpoint>>,
    Spoken(language): Spoken,
    code: Result<InPath, Problem>,
    request: Request,
) -> Result<Response, Calm> {
    let stored = find(&endpoint, language, code).await?;
    let code = stored.code;
    let sent = body::read_form(request).await;
    let read = match &sent {
        Ok(bytes) => form::read(bytes, &stored.session.questionnaire),
        Err(_) => None,
    };
    let Some((id, ballot)) = read else {
        let status = match sent {
            Ok(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Err(problem) => problem.status_and_code().0,
        };
        let empty = wire::Ballot::default();
        let page = form::refused(
            &endpoint.view(stored),
            fresh_id().map_err(|problem| Calm::new(&endpoint, language, problem))?,
            &empty,
            &[],
            language,
        );
        return Ok(endpoint.app.answer.page(status, &page));
    };
    if let Some(from) = sent.as_deref().ok().and_then(form::asks_for_language) {
        let tally = tally_for(Viewer::Anyone, &stored);
        let page = form::switched(&endpoint.view(stored), id, &ballot, from, &tally, language);
        return Ok(endpoint.app.answer.page(StatusCode::OK, &page));
    }
    let (status, page) = match endpoint.take(code, id, &ballot, (Way::Form, None)).await {
        Ok((_, stored)) => {
            let tally = tally_for(Viewer::Anyone, &stored);
            (
                StatusCode::OK,
                form::receipt(&endpoint.view(Stored::clone(&stored)), id, &ballot, &tally, language),
            )
        }
        Err(NotTaken::Refused(refusals)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            form::refused(&endpoint.view(stored), id, &ballot, &refusals, language),
        ),
        Err(NotTaken::Problem(Problem::NotOpen(_))) => {
            // Read anew: the state may have changed since the form was sent.
            let stored = find(&endpoint, language, Ok(InPath(code))).await?;
            (StatusCode::CONFLICT, form::not_taken(&endpoint.view(stored), id, &ballot, language))
        }
        Err(NotTaken::Problem(problem)) => return Err(Calm::new(&endpoint, language, problem)),
    };
    Ok(endpoint.app.answer.page(status, &page))
}

/// `GET /board/{code}`, `/results/{code}` and `/table/{code}`: the projected results, the results alone, and the table of
/// what is finished.
pub(crate) async fn board(
    State(endpoint): State<Arc<Endpoint>>,
    Spoken(language): Spoken,
    code: Result<InPath, Problem>,
) -> Result<Response, Calm> {
    match code {
        Ok(_) => Ok(endpoint.app.board.bare()),
        Err(problem) => Err(Calm::new(&endpoint, language, problem)),
    }
}

/// `GET /desk`: where sessions are made and run; `GET /gallery`: every part of it, and of the other pages.
pub(crate) async fn desk(State(endpoint): State<Arc<Endpoint>>) -> Response {
    endpoint.app.desk.bare()
}

/// `GET /guides/{name}`: how it is done.
pub(crate) async fn guide(State(endpoint): State<Arc<Endpoint>>, uri: Uri) -> Response {
    let page = match Route::parse(uri.path()) {
        Some(Route::Guide(guide)) => endpoint.app.guide(guide),
        _ => None,
    };
    page.map_or_else(|| Problem::NotFound.into_response(), Template::bare)
}

/// `GET /report/{ids}`: the report; the app asks for it with the key that only it knows.
pub(crate) async fn report(State(endpoint): State<Arc<Endpoint>>, spoken: Spoken, uri: Uri) -> Response {
    bare(&endpoint, spoken, &uri)
}

/// `GET /sheets/{codes}`: QR codes for printing.
pub(crate) async fn sheets(State(endpoint): State<Arc<Endpoint>>, spoken: Spoken, uri: Uri) -> Response {
    bare(&endpoint, spoken, &uri)
}

/// The page that the app fills, where the address is one of a page.
fn bare(endpoint: &Endpoint, Spoken(language): Spoken, uri: &Uri) -> Response {
    match Route::parse(uri.path()) {
        Some(_) => endpoint.app.desk.bare(),
        None => Calm::new(endpoint, language, Problem::SessionNotFound).into_response(),
    }
}

/// Any other address: a file of the app, a page spelled another way, or nothing.
pub(crate) async fn other(State(endpoint): State<Arc<Endpoint>>, uri: Uri, headers: HeaderMap) -> Response {
    if let Some(file) = endpoint.app.file(uri.path(), &headers) {
        return file;
    }
    match Route::parse(uri.path()).map(|route| route.to_path()).filter(|path| path != uri.path()) {
        Some(path) => Redirect::permanent(&path).into_response(),
        None => Problem::NotFound.into_response(),
    }
}

/// A page that says calmly why there is no other.
pub(crate) struct Calm(Response);

impl Calm {
    fn new(endpoint: &Endpoint, language: Language, problem: Problem) -> Self {
        let (status, _) = problem.status_and_code();
        let page: Page = if status == StatusCode::NOT_FOUND {
            form::unknown(language)
        } else {
            form::unavailable(language)
        };
        let mut response = endpoint.app.answer.page(status, &page);
        if let Some(cause) = problem.cause() {
            response.extensions_mut().insert(cause);
        }
        Self(response)
    }
}

impl IntoResponse for Calm {
    fn into_response(self) -> Response {
        self.0
    }
}

async fn find(
    endpoint: &Endpoint,
    language: Language,
    code: Result<InPath, Problem>,
) -> Result<Stored, Calm> {
    let found = match code {
        Ok(InPath(code)) => endpoint.session(code).await,
        Err(problem) => Err(problem),
    };
    found.map_err(|problem| Calm::new(endpoint, language, problem))
}
