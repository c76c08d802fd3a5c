//! The browser app inside the program: its page templates, and the files they load.

mod files;
mod security;
mod template;

use axum::http::HeaderMap;
use axum::response::Response;

use crate::portals::Portals;
use files::File;
use survey::Guide;
pub(crate) use template::Template;

/// What a page is where the program was built without the app.
const BARE: &str = r#"<!doctype html><html lang="ja"><head><meta charset="utf-8"><title></title></head><body><!--main--></body></html>"#;

/// The app.
pub(crate) struct App {
    /// For participants: all that a phone loads.
    pub(crate) answer: Template,
    /// For a projector, and for whoever looks at results alone.
    pub(crate) board: Template,
    /// For organisers and facilitators.
    pub(crate) desk: Template,
    guides: Vec<(Guide, Template)>,
    files: &'static [File],
}

impl App {
    /// The app that this program was built with; these portals may show its public pages in theirs.
    pub(crate) fn built_in(portals: &Portals) -> Self {
        Self::of(files::FILES, portals)
    }

    fn of(files: &'static [File], portals: &Portals) -> Self {
        let template = |name, portals: &Portals| {
            let file = files.iter().find(|file| file.name == name);
            let html = file.and_then(|file| str::from_utf8(file.plain).ok()).unwrap_or(BARE);
            Template::new(html, portals)
        };
        let guides = Guide::ALL.into_iter().filter_map(|guide| {
            let name = format!("guide-{}.html", guide.name());
            let file = files.iter().find(|file| file.name == name)?;
            Some((guide, Template::new(str::from_utf8(file.plain).ok()?, &Portals::default())))
        });
        Self {
            guides: guides.collect(),
            answer: template("index.html", portals),
            board: template("board.html", portals),
            // Whoever works here holds keys: no other page may lie around it.
            desk: template("desk.html", &Portals::default()),
            files,
        }
    }

    /// A guide's page; none where the program was built without it.
    pub(crate) fn guide(&self, guide: Guide) -> Option<&Template> {
        self.guides.iter().find(|(known, _)| *known == guide).map(|(_, page)| page)
    }

    /// The file at this path, compressed as the browser takes it; none where there is none. Templates are no files.
    pub(crate) fn file(&self, path: &str, asked: &HeaderMap) -> Option<Response> {
        let name = path.trim_start_matches('/');
        let file = self.files.iter().find(|file| file.name == name && !name.ends_with(".html"))?;
        Some(file.answer(asked))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use form::Page;
    use http_body_util::BodyExt;
    use survey::Language;

    use super::*;

    const INDEX: &[u8] =
        b"<!doctype html><html lang=\"ja\"><title>old</title><script>go()</script><body><!--main--><p>end";
    static FILES: [File; 2] = [
        File { name: "index.html", plain: INDEX, brotli: None, gzip: None },
        File { name: "answer-0123456789abcdef.js", plain: b"go()", brotli: Some(b"br"), gzip: None },
    ];

    async fn text(answer: Response) -> String {
        String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_page_is_its_template_with_title_and_main_in_place() {
        let app = App::of(&FILES, &Portals::default());
        let page =
            Page { title: "<T> & co".into(), screen: "<div>m</div>".into(), language: Language::English };
        let answer = app.answer.page(StatusCode::OK, &page);
        assert_eq!(answer.headers()["content-language"], "en");
        assert_eq!(answer.headers()["vary"], "accept-language");
        assert!(answer.headers()["content-security-policy"].to_str().unwrap().contains("'sha256-"));
        assert_eq!(
            text(answer).await,
            "<!doctype html><html lang=\"en\"><title>&lt;T&gt; &amp; co</title><script>go()</script><body><main><div>m</div></main><p>end"
        );
        assert_eq!(text(app.answer.bare()).await, str::from_utf8(INDEX).unwrap().replace("<!--main-->", ""));
        assert_eq!(text(app.desk.bare()).await, BARE.replace("<!--main-->", ""), "there was no desk.html");
    }

    #[test]
    fn files_are_found_by_their_path_and_templates_are_no_files() {
        let app = App::of(&FILES, &Portals::default());
        let found = |path| app.file(path, &HeaderMap::new()).is_some();
        assert!(found("/answer-0123456789abcdef.js"));
        for path in ["/index.html", "/answer.js", "/", "/../Cargo.toml", "/answer-0123456789abcdef.js.br"] {
            assert!(!found(path), "{path}");
        }
    }
}
