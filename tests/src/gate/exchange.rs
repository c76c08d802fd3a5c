//! One request through the gate, and its answer.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, Shutdown, TcpStream},
    thread,
};

use super::{Inner, Rule, Seen};

/// The first lines of a request, as far as the gate must know them.
struct Head {
    seen: Seen,
    length: u64,
    text: String,
}

/// Carries one request from the browser to the endpoint and its answer back, as the rules have it. One request per
/// connection, which both sides are told.
pub(super) fn carry(inner: &Inner, browser: TcpStream, port: u16) -> io::Result<()> {
    let mut from_browser = BufReader::new(browser.try_clone()?);
    let Some(head) = read_head(&mut from_browser)? else { return Ok(()) };
    inner.change(|state| state.seen.push(head.seen.clone()));
    let rule = match inner.pass(&head.seen.path) {
        None | Some(Some(Rule::Refuse)) => return Ok(()),
        Some(rule) => rule,
    };
    let mut endpoint = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    endpoint.write_all(head.text.as_bytes())?;
    let mut body = Vec::new();
    from_browser.take(head.length).read_to_end(&mut body)?;
    endpoint.write_all(&body)?;
    inner.change(|state| state.bodies.push(body));
    if rule == Some(Rule::LoseAnswer) {
        io::copy(&mut endpoint, &mut io::sink())?;
        inner.change(|state| state.lost.push(head.seen));
        return Ok(());
    }
    let path = head.seen.path;
    inner.change(|state| state.under_way.push(path.clone()));
    let carried = while_both_are_there(inner, &path, endpoint, browser);
    inner.change(|state| {
        let found = state.under_way.iter().position(|known| *known == path);
        found.map(|found| state.under_way.swap_remove(found));
    });
    carried
}

/// Passes the answer on, and lets the endpoint know at once when the browser goes: a silent stream would not notice.
fn while_both_are_there(
    inner: &Inner,
    path: &str,
    endpoint: TcpStream,
    browser: TcpStream,
) -> io::Result<()> {
    let (mut watched, told) = (browser.try_clone()?, endpoint.try_clone()?);
    thread::scope(|scope| {
        scope.spawn(move || {
            // A browser says no more on this connection; what comes is its end.
            let _ended = io::copy(&mut watched, &mut io::sink());
            told.shutdown(Shutdown::Both)
        });
        let leaving = browser.try_clone();
        let carried = answer(inner, path, endpoint, browser);
        let _left = leaving.and_then(|browser| browser.shutdown(Shutdown::Both));
        carried
    })
}

/// Passes the answer on piece by piece, for it may be a stream without end.
fn answer(inner: &Inner, path: &str, mut endpoint: TcpStream, mut browser: TcpStream) -> io::Result<()> {
    let mut piece = vec![0; 16 * 1024];
    loop {
        let length = endpoint.read(&mut piece)?;
        let (Some(text), Some(None | Some(Rule::LoseAnswer))) = (piece.get(..length), inner.pass(path))
        else {
            return Ok(());
        };
        if text.is_empty() {
            return Ok(());
        }
        browser.write_all(text)?;
    }
}

/// None where the browser only opened a connection, as browsers do in advance.
fn read_head(browser: &mut impl BufRead) -> io::Result<Option<Head>> {
    let mut first = String::new();
    browser.read_line(&mut first)?;
    let mut words = first.split_whitespace().map(str::to_owned);
    let (Some(method), Some(path)) = (words.next(), words.next()) else { return Ok(None) };
    let mut head = Head { seen: Seen { method, path }, length: 0, text: first.clone() };
    loop {
        let mut line = String::new();
        browser.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "connection" => continue,
            "content-length" => head.length = value.trim().parse().unwrap_or(0),
            _ => {}
        }
        head.text.push_str(&line);
    }
    head.text.push_str("connection: close\r\n\r\n");
    Ok(Some(head))
}
