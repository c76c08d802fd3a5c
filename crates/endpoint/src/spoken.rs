//! Which language a person is answered in: the one that the link asks for, or else the one that the browser likes best.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use survey::Language;

/// The language of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spoken(pub(crate) Language);

impl<S: Sync> FromRequestParts<S> for Spoken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let asked = parts.uri.query().and_then(asked);
        let accepted = || {
            let values = parts.headers.get_all(ACCEPT_LANGUAGE).iter();
            let values: Vec<_> = values.filter_map(|value| value.to_str().ok()).collect();
            Language::preferred(&values.join(","))
        };
        Ok(Self(asked.or_else(accepted).unwrap_or_default()))
    }
}

/// The language that a link asks for, or Japanese: for files, which are the same for every browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked(pub(crate) Language);

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.uri.query().and_then(asked).unwrap_or_default()))
    }
}

/// What `lang` says in a query; a name that no language has says nothing.
fn asked(query: &str) -> Option<Language> {
    query.split('&').filter_map(|pair| pair.strip_prefix("lang=")).find_map(Language::named)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    async fn spoken(address: &str, accepted: &[&str]) -> Language {
        let mut request = Request::get(address);
        for value in accepted {
            request = request.header(ACCEPT_LANGUAGE, *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        Spoken::from_request_parts(&mut parts, &()).await.unwrap().0
    }

    #[tokio::test]
    async fn the_link_goes_before_the_browser_and_both_before_japanese() {
        assert_eq!(spoken("/s/AB3K7Q?lang=easy", &["en"]).await, Language::EasyJapanese);
        assert_eq!(spoken("/?code=A&lang=en", &["ja"]).await, Language::English);
        assert_eq!(spoken("/s/AB3K7Q", &["fr, en;q=0.5"]).await, Language::English);
        assert_eq!(spoken("/s/AB3K7Q", &["fr", "en"]).await, Language::English);
        assert_eq!(spoken("/s/AB3K7Q?lang=xx&language=en", &["en"]).await, Language::English);
        assert_eq!(spoken("/s/AB3K7Q?lang=xx", &[]).await, Language::Japanese);
        assert_eq!(spoken("/s/AB3K7Q", &["fr"]).await, Language::Japanese);
    }
}
