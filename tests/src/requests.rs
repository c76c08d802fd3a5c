//! Which requests a page makes, and that none of them leaves its own host.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    browser::Browser,
    engines::Engine,
    failure::{Failure, Outcome},
};

const TIMINGS: &str = "
    return ['navigation', 'resource']
        .flatMap(kind => performance.getEntriesByType(kind))
        .map(entry => entry.name)";

impl Browser {
    /// The addresses that the page has asked for so far: those that it timed itself (in WebKit only those that came), and
    /// since this was last called, in Chromium every request in the browser's own log, in WebKit every call to another host.
    pub fn requests(&self) -> Outcome<BTreeSet<String>> {
        let mut addresses: BTreeSet<String> = self.script(TIMINGS, json!([]))?;
        if self.setup().engine == Engine::Chromium {
            addresses.extend(self.logged()?);
        }
        addresses.extend(self.called_outside());
        addresses.remove("about:blank");
        Ok(addresses)
    }

    fn logged(&self) -> Outcome<Vec<String>> {
        let log = self.session().post("/se/log", json!({ "type": "performance" }))?;
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        let messages = entries.iter().filter_map(|entry| entry.get("message")?.as_str());
        Ok(messages.filter_map(|message| requested(&serde_json::from_str(message).ok()?)).collect())
    }

    /// Fails where the page has asked anything of another origin than `origin`, e.g. `http://127.0.0.1:20000`, or has asked
    /// nothing at all.
    pub fn asks_only(&self, origin: &str) -> Outcome {
        let requests = self.requests()?;
        if requests.is_empty() {
            return Err(Failure::new("not a single request is known, not even the page's own"));
        }
        let strange: Vec<_> = requests.iter().filter(|address| !stays(address, origin)).collect();
        if strange.is_empty() {
            Ok(())
        } else {
            Err(Failure::new(format!("the page asks elsewhere: {strange:?}")))
        }
    }

    /// What the browser complained of since this was last called: errors of scripts, refusals by the content security
    /// policy. Chromium only; elsewhere nothing.
    pub fn complaints(&self) -> Outcome<Vec<String>> {
        if self.setup().engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = self.session().post("/se/log", json!({ "type": "browser" }))?;
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry.get("level") == Some(&json!("SEVERE")));
        Ok(severe.filter_map(|entry| Some(entry.get("message")?.as_str()?.to_owned())).collect())
    }

    /// Lets requests whose address fits one of these patterns (`*` is any text) fail from now on; none lets all pass.
    /// Chromium only; see [`crate::gate::Gate`] for every engine.
    pub fn block(&self, patterns: &[&str]) -> Outcome {
        for (cmd, params) in
            [("Network.enable", json!({})), ("Network.setBlockedURLs", json!({ "urls": patterns }))]
        {
            self.session().cdp(cmd, params)?;
        }
        Ok(())
    }
}

/// The address in a message of Chromium's log, where it is about a request.
fn requested(message: &Value) -> Option<String> {
    let message = message.get("message")?;
    if message.get("method")? != "Network.requestWillBeSent" {
        return None;
    }
    Some(message.pointer("/params/request/url")?.as_str()?.to_owned())
}

fn stays(address: &str, origin: &str) -> bool {
    let own = address.strip_prefix(origin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    own || address.starts_with("data:") || address.starts_with(&format!("blob:{origin}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pages_own_origin_is_home() {
        let origin = "http://127.0.0.1:2000";
        for home in ["http://127.0.0.1:2000/app.js", "data:image/png;base64,", "blob:http://127.0.0.1:2000/1"]
        {
            assert!(stays(home, origin), "{home}");
        }
        for away in
            ["http://127.0.0.1:20001/", "https://127.0.0.1:2000/", "http://localhost:2000/", "wss://a/"]
        {
            assert!(!stays(away, origin), "{away}");
        }
    }
}
