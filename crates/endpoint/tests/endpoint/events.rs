//! Reading a live stream, event by event.

use axum::http::Response;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use serde_json::Value;

/// A live stream.
pub(crate) struct Events {
    pub(crate) answer: Response<Incoming>,
    unread: String,
}

impl Events {
    pub(crate) fn of(answer: Response<Incoming>) -> Self {
        Self { answer, unread: String::new() }
    }

    /// The next event's name and data; none when the stream ended in good order. Signs of life are skipped.
    pub(crate) async fn next(&mut self) -> Option<(String, Value)> {
        loop {
            while let Some((event, rest)) = self.unread.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.unread = rest;
                if let Some(event) = read(&event) {
                    return Some(event);
                }
            }
            let frame = self.answer.body_mut().frame().await?.unwrap();
            self.unread.push_str(str::from_utf8(frame.data_ref().unwrap()).unwrap());
        }
    }

    /// The data of the next event of this name that passes; events before it are skipped.
    pub(crate) async fn until(&mut self, name: &str, passes: impl Fn(&Value) -> bool) -> Value {
        loop {
            let (found, data) = self.next().await.expect("the stream goes on");
            if found == name && passes(&data) {
                return data;
            }
        }
    }

    /// Reads to the end of the stream.
    pub(crate) async fn end(mut self) {
        while self.next().await.is_some() {}
    }
}

fn read(event: &str) -> Option<(String, Value)> {
    let (name, data) = event.split_once('\n')?;
    let (name, data) = (name.strip_prefix("event: ")?, data.strip_prefix("data: ")?);
    Some((name.to_owned(), serde_json::from_str(data).unwrap()))
}
