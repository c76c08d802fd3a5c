//! A portal: a web site of somebody else's, on an origin of its own, that sends the pages it was given.

use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use crate::{failure::Outcome, port};

/// What a portal sends for a path.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// E.g. `text/css`; HTML where nothing is said.
    pub kind: Option<&'static str>,
    /// Further headers, e.g. a content policy.
    pub headers: Vec<(&'static str, String)>,
    /// The text itself.
    pub text: String,
}

/// A running portal. It answers 404 for what it was not given.
#[derive(Debug)]
pub struct Portal {
    port: u16,
    pages: Arc<Mutex<Pages>>,
}

#[derive(Debug, Default)]
struct Pages {
    by_path: HashMap<String, Page>,
    closed: bool,
}

impl Portal {
    /// Opens a portal without pages; it has an icon, for which browsers ask by themselves.
    pub fn open() -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port::free()?))?;
        let portal = Self { port: listener.local_addr()?.port(), pages: Arc::default() };
        portal.sends("/favicon.ico", Page { kind: Some("image/svg+xml"), ..Page::default() });
        let pages = Arc::clone(&portal.pages);
        thread::spawn(move || {
            for browser in listener.incoming().map_while(Result::ok) {
                if lock(&pages).closed {
                    return;
                }
                let pages = Arc::clone(&pages);
                // A connection that breaks is the browser's to notice.
                thread::spawn(move || answer(&pages, browser));
            }
        });
        Ok(portal)
    }

    /// Its address without a slash at the end: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of one of its pages.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// From now on it sends this HTML for a path.
    pub fn shows(&self, path: &str, html: &str) {
        self.sends(path, Page { text: html.to_owned(), ..Page::default() });
    }

    /// Changes what it sends for a path.
    pub fn with(&self, path: &str, change: impl FnOnce(&mut Page)) {
        change(lock(&self.pages).by_path.entry(path.to_owned()).or_default());
    }

    /// From now on it sends this for a path.
    pub fn sends(&self, path: &str, page: Page) {
        lock(&self.pages).by_path.insert(path.to_owned(), page);
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        lock(&self.pages).closed = true;
        // Wakes the thread that accepts, which then ends.
        let _woken = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

fn lock(pages: &Mutex<Pages>) -> MutexGuard<'_, Pages> {
    pages.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(pages: &Mutex<Pages>, browser: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(&browser).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(()) };
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = first.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let found = lock(pages).by_path.get(path).cloned();
    let status = if found.is_some() { "200 OK" } else { "404 Not Found" };
    let page = found.unwrap_or_default();
    let mut head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {}; charset=utf-8\r\ncontent-length: {}\r\nconnection: close\r\n",
        page.kind.unwrap_or("text/html"),
        page.text.len()
    );
    for (name, value) in &page.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let mut browser = &browser;
    browser.write_all(format!("{head}\r\n{}", page.text).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sends_what_it_was_given_and_nothing_else() {
        let portal = Portal::open().unwrap();
        let policy = ("content-security-policy", "default-src 'none'".to_owned());
        portal.sends("/a", Page { headers: vec![policy], text: "<p>あ".to_owned(), ..Page::default() });
        let mut answer = ureq::get(portal.url("/a?query")).call().unwrap();
        assert_eq!(answer.headers()["content-security-policy"], "default-src 'none'");
        assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
        assert_eq!(answer.body_mut().read_to_string().unwrap(), "<p>あ");
        assert!(matches!(ureq::get(portal.url("/b")).call(), Err(ureq::Error::StatusCode(404))));
    }
}
