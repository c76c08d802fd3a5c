//! The page as assistive technology is told it: Chromium's accessibility tree as text, a line for each thing, with what
//! differs from run to run written alike.

use std::{collections::HashMap, sync::LazyLock};

use regex::Regex;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{browser::Browser, failure::Outcome};

#[derive(Deserialize)]
struct Tree {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    node_id: String,
    #[serde(default)]
    ignored: bool,
    role: Option<Text>,
    name: Option<Text>,
    description: Option<Text>,
    value: Option<Text>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Text,
}

#[derive(Deserialize)]
struct Text {
    #[serde(default)]
    value: Value,
}

/// What is said of a thing beside its name, where it is so.
const STATES: [&str; 15] = [
    "level",
    "checked",
    "expanded",
    "pressed",
    "selected",
    "disabled",
    "invalid",
    "required",
    "readonly",
    "modal",
    "live",
    "atomic",
    "focused",
    "hasPopup",
    "multiline",
];

/// What Chromium lists and tells nobody.
const BOXES: [&str; 5] = ["InlineTextBox", "ListMarker", "LabelText", "Legend", "MenuListPopup"];

/// What differs from run to run, and what is written for it. The order matters: the longer first.
static VARYING: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    let rules = [
        (r"http://127\.0\.0\.1:\d+|HTTP://127\.0\.0\.1:\d+", "http://HOST"),
        (r"127\.0\.0\.1:\d+", "HOST"),
        (r"\b[0-9a-f]{32}\b", "KEY"),
        (r"\b\d{1,2}:\d\d(:\d\d)?\b", "TIME"),
        (r"/(s|S)/[0-9A-Za-z]{6}\b", "/s/CODE"),
        (r"\b[0-9A-HJKMNP-TV-Z]{6}\b", "CODE"),
        // The halves of a code that is written large.
        (r#"text "[0-9A-HJKMNP-TV-Z]{3}"\s+text "[0-9A-HJKMNP-TV-Z]{3}""#, r#"text "CODE""#),
        // Every year that can be chosen, and the present one.
        (r#"(option|combobox) "(令和|平成)(\d+|元)年度[^"]*""#, r#"$1 "FISCAL YEAR""#),
        (r#"value="(令和|平成)(\d+|元)年度[^"]*""#, r#"value="FISCAL YEAR""#),
    ];
    rules.into_iter().filter_map(|(rule, written)| Some((Regex::new(rule).ok()?, written))).collect()
});

impl Browser {
    /// The accessibility tree of the page. Chromium only.
    pub fn tree(&self) -> Outcome<String> {
        let tree = self.session().cdp("Accessibility.getFullAXTree", json!({}))?;
        let tree: Tree = serde_json::from_value(tree)?;
        let nodes: HashMap<_, _> = tree.nodes.iter().map(|node| (node.node_id.as_str(), node)).collect();
        let mut text = String::new();
        if let Some(root) = tree.nodes.first() {
            write(root, &nodes, 0, "", &mut text);
        }
        Ok(alike(&text))
    }
}

/// Writes a node and what is in it. `around` is the name of the nearest thing around it that has one.
fn write(node: &Node, nodes: &HashMap<&str, &Node>, depth: usize, around: &str, text: &mut String) {
    let role = node.role.as_ref().map(Text::said).unwrap_or_default();
    let name = node.name.as_ref().map(Text::said).unwrap_or_default();
    let is_passed_over = node.ignored
        || BOXES.contains(&role.as_str())
        || (matches!(role.as_str(), "none" | "generic") && name.is_empty())
        // What the name of the thing around it, or of the thing before it, says already.
        || (role == "StaticText"
            && (name.is_empty() || name == around || text.lines().last().is_some_and(|line| line.contains(&format!("\"{name}\"")))));
    let depth = if is_passed_over {
        depth
    } else {
        text.push_str(&"  ".repeat(depth));
        text.push_str(&node.line(&role, &name));
        text.push('\n');
        depth + 1
    };
    // The parts of a date's field are the browser's own, and it stands on today.
    if role == "Date" {
        return;
    }
    let around = if is_passed_over { around } else { &name };
    for child in node.child_ids.iter().filter_map(|id| nodes.get(id.as_str())) {
        write(child, nodes, depth, around, text);
    }
}

impl Node {
    /// `checkbox "この開催回をすぐに開く" checked=false`.
    fn line(&self, role: &str, name: &str) -> String {
        let role = match role {
            "RootWebArea" => "page",
            "StaticText" => "text",
            "MenuListOption" => "option",
            other => other,
        };
        let mut line = role.to_owned();
        if !name.is_empty() {
            line += &format!(" \"{name}\"");
        }
        let value = self.value.as_ref().map(Text::said).filter(|value| !value.is_empty());
        // Today, and the browser's own words.
        let value = value.filter(|_| role != "Date" && role != "button");
        line.extend(value.map(|value| format!(" value=\"{value}\"")));
        for state in STATES {
            let found = self.properties.iter().find(|property| property.name == state);
            let found = found.map(|property| property.value.said()).filter(|said| {
                let is_usual = said.is_empty()
                    || said == "false" && !matches!(state, "checked" | "expanded" | "pressed");
                !is_usual
            });
            line.extend(found.map(|said| format!(" {state}={said}")));
        }
        let description = self.description.as_ref().map(Text::said).filter(|said| !said.is_empty());
        line.extend(description.map(|said| format!(" described=\"{said}\"")));
        line
    }
}

impl Text {
    /// In one line.
    fn said(&self) -> String {
        let text = match &self.value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The same text for every run: what varies is written alike, and a choice among years is one.
fn alike(text: &str) -> String {
    let said = VARYING
        .iter()
        .fold(text.to_owned(), |text, (rule, written)| rule.replace_all(&text, *written).into_owned());
    let mut lines: Vec<&str> = said.lines().collect();
    lines.dedup_by(|line, before| line.trim() == before.trim() && line.contains("FISCAL YEAR"));
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_varies_is_written_alike() {
        assert_eq!(VARYING.len(), 9, "a rule cannot be read");
        for (said, alike_said) in [
            ("link \"http://127.0.0.1:23456/s/AB3K7Q\"", "link \"http://HOST/s/CODE\"\n"),
            ("text \"16:42:05 現在\"", "text \"TIME 現在\"\n"),
            ("text \"AB3\"\n  text \"100\"\n", "text \"CODE\"\n"),
            ("text \"100\"\n  text \"%\"", "text \"100\"\n  text \"%\"\n"),
            (
                "  option \"令和7年度\"\n  option \"令和8年度\" selected=true",
                "  option \"FISCAL YEAR\"\n  option \"FISCAL YEAR\" selected=true\n",
            ),
        ] {
            assert_eq!(alike(said), alike_said);
        }
    }
}
