//! Every address a person can open, in one place: nothing else spells or takes apart a path.

use crate::Code;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: type a session's code.
    Home,
    /// `/s/CODE`: the questionnaire.
    Answer(Code),
    /// `/board/CODE`: the projected results.
    Board(Code),
    /// `/results/CODE`: the results alone, as a portal shows them.
    Results(Code),
    /// `/table/CODE`: the table of what is finished, as a portal shows it.
    Table(Code),
    /// `/kiosk/CODE`: the questionnaire on a device that stands there for all.
    Kiosk(Code),
    /// `/scan/CODE`: where tickets are taken.
    Scan(Code),
    /// `/desk`: make and run sessions.
    Desk,
    /// `/guides/organiser`, `/guides/facilitator` or `/guides/local`: how it is done.
    Guide(Guide),
    /// `/report/ID,ID`: the report of one or several programmes.
    Report(Vec<Code>),
    /// `/gallery`: every part in every state.
    Gallery,
    /// `/sheets/CODE,CODE`: the QR codes of one or several sessions, for printing.
    Sheets(Vec<Code>),
}

/// A guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guide {
    /// For those who plan, run and publish.
    Organiser,
    /// For those who stand before the room.
    Facilitator,
    /// For those who have no server.
    Local,
}

impl Guide {
    /// Every guide.
    pub const ALL: [Self; 3] = [Self::Organiser, Self::Facilitator, Self::Local];

    /// The guide of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|guide| guide.name() == name)
    }

    /// Its name in addresses and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organiser => "organiser",
            Self::Facilitator => "facilitator",
            Self::Local => "local",
        }
    }
}

impl Route {
    /// The page of a path; none where there is no such page, or its code is no code. Case and a slash at the end do not
    /// matter: a QR code spells the whole address in capitals.
    pub fn parse(path: &str) -> Option<Self> {
        let mut parts = path.trim_matches('/').split('/');
        let first = parts.next().unwrap_or_default().to_ascii_lowercase();
        let second = parts.next();
        if parts.next().is_some() {
            return None;
        }
        match (first.as_str(), second) {
            ("", None) => Some(Self::Home),
            ("s", Some(code)) => code.parse().ok().map(Self::Answer),
            ("board", Some(code)) => code.parse().ok().map(Self::Board),
            ("results", Some(code)) => code.parse().ok().map(Self::Results),
            ("table", Some(code)) => code.parse().ok().map(Self::Table),
            ("kiosk", Some(code)) => code.parse().ok().map(Self::Kiosk),
            ("scan", Some(code)) => code.parse().ok().map(Self::Scan),
            ("desk", None) => Some(Self::Desk),
            ("guides", Some(name)) => Guide::named(name).map(Self::Guide),
            ("gallery", None) => Some(Self::Gallery),
            ("report", Some(ids)) => codes(ids).map(Self::Report),
            ("sheets", Some(sessions)) => codes(sessions).map(Self::Sheets),
            _ => None,
        }
    }

    /// The page's path, beginning with `/`.
    pub fn to_path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Answer(code) => format!("/s/{code}"),
            Self::Board(code) => format!("/board/{code}"),
            Self::Results(code) => format!("/results/{code}"),
            Self::Table(code) => format!("/table/{code}"),
            Self::Kiosk(code) => format!("/kiosk/{code}"),
            Self::Scan(code) => format!("/scan/{code}"),
            Self::Desk => "/desk".to_owned(),
            Self::Guide(guide) => format!("/guides/{}", guide.name()),
            Self::Gallery => "/gallery".to_owned(),
            Self::Report(ids) => format!("/report/{}", listed(ids)),
            Self::Sheets(sessions) => format!("/sheets/{}", listed(sessions)),
        }
    }

    /// The page's address under `base`, e.g. `https://example.lg.jp`, with or without a slash at the end.
    pub fn to_url(&self, base: &str) -> String {
        format!("{}{}", base.trim_end_matches('/'), self.to_path())
    }
}

/// Codes with commas between them; none where one is no code.
pub fn codes(text: &str) -> Option<Vec<Code>> {
    text.split(',').map(|code| code.parse().ok()).collect()
}

fn listed(codes: &[Code]) -> String {
    codes.iter().map(Code::as_str).collect::<Vec<_>>().join(",")
}

/// The fragment that carries a capability key, which no server ever sees.
pub fn key_fragment(key: &str) -> String {
    format!("#key={key}")
}

/// The fragment of a facilitator's desk: which session, and the key to it.
pub fn desk_fragment(code: Code, key: &str) -> String {
    format!("#code={code}&key={key}")
}

/// The value of `name` in a fragment such as `#code=AB3K7Q&key=…`.
pub fn in_fragment<'f>(fragment: &'f str, name: &str) -> Option<&'f str> {
    let pairs = fragment.trim_start_matches('#').split('&');
    pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// What a session's QR code says: its answering address, in capitals where that changes nothing, because a QR code of
/// capitals and digits has fewer and larger modules. A base with a path of its own keeps its case.
pub fn qr_text(base: &str, code: Code) -> String {
    let url = Route::Answer(code).to_url(base);
    let has_path = base.trim_end_matches('/').split("://").last().is_some_and(|rest| rest.contains('/'));
    if has_path { url } else { url.to_ascii_uppercase() }
}

/// The answering address as it is read off a screen: without the scheme, in small letters.
pub fn short_address(base: &str, code: Code) -> String {
    let url = Route::Answer(code).to_url(base);
    url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        "AB3K7Q".parse().unwrap()
    }

    #[test]
    fn every_route_reads_back() {
        let two = vec![code(), "123456".parse().unwrap()];
        let lists = [Route::Report(two.clone()), Route::Sheets(two), Route::Report(vec![code()])];
        for route in [
            Route::Home,
            Route::Answer(code()),
            Route::Board(code()),
            Route::Kiosk(code()),
            Route::Scan(code()),
            Route::Desk,
            Route::Gallery,
        ]
        .into_iter()
        .chain(lists)
        {
            assert_eq!(Route::parse(&route.to_path()), Some(route));
        }
    }

    #[test]
    fn addresses_are_forgiving_but_not_guessed() {
        assert_eq!(Route::parse("/S/AB3K7Q/"), Some(Route::Answer(code())));
        assert_eq!(Route::parse("/BOARD/ab3k7q"), Some(Route::Board(code())));
        for path in [
            "/s",
            "/s/",
            "/s/AB3K7",
            "/s/AB3K7Q/x",
            "/board",
            "/other",
            "/desk/x",
            "/report",
            "/report/",
            "/sheets/AB3K7Q,",
            "//x//y//z",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }

    #[test]
    fn a_qr_code_is_in_capitals_unless_the_base_has_a_path() {
        assert_eq!(qr_text("https://example.lg.jp/", code()), "HTTPS://EXAMPLE.LG.JP/S/AB3K7Q");
        assert_eq!(qr_text("https://example.lg.jp/ws", code()), "https://example.lg.jp/ws/s/AB3K7Q");
        assert_eq!(short_address("https://example.lg.jp", code()), "example.lg.jp/s/ab3k7q");
    }

    #[test]
    fn fragments_carry_keys() {
        assert_eq!(in_fragment(&desk_fragment(code(), "k1"), "key"), Some("k1"));
        assert_eq!(in_fragment(&key_fragment("k2"), "key"), Some("k2"));
        assert_eq!(in_fragment("#keys=1", "key"), None);
    }
}
