//! The custom properties that a style sheet declares, by the rule that declares them.

use std::collections::BTreeMap;

/// Names without `--`, and values as they are written.
pub(super) type Declared = BTreeMap<String, String>;

/// The rules of a style sheet that declare custom properties, in their order: each with its selector, and what is around
/// it before that.
pub(super) fn rules(text: &str) -> Vec<(String, Declared)> {
    let text = without_comments(text);
    let mut rules: Vec<(String, Declared)> = Vec::new();
    let mut around: Vec<String> = Vec::new();
    let mut rest = text.as_str();
    while let Some(end) = rest.find(['{', '}', ';']) {
        let (head, tail) = rest.split_at(end);
        match tail.chars().next() {
            Some('{') => {
                around.push(head.split_whitespace().collect::<Vec<_>>().join(" "));
                rules.push((around.join(" "), Declared::new()));
            }
            Some('}') => drop(around.pop()),
            _ => {
                let declared = head.trim().strip_prefix("--").and_then(|head| head.split_once(':'));
                if let (Some((name, value)), Some((_, rule))) = (declared, rules.last_mut()) {
                    rule.insert(name.trim().to_owned(), value.trim().to_owned());
                }
            }
        }
        rest = tail.get(1..).unwrap_or_default();
    }
    rules.retain(|(_, declared)| !declared.is_empty());
    rules
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("*/")).fold(first, |text, (_, after)| text + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_read_with_the_rules_that_declare_them() {
        let read = rules(
            "/* a; b {} */ @layer x { :root { --a: #fff; color: red; --b:var( --a ); }\n\
             @media screen and (x: y) {\n :root[data-t] { --a: 1px 2px, 3px; } } p { margin: 0; } }",
        );
        let named: Vec<_> = read.iter().map(|(rule, declared)| (rule.as_str(), declared.len())).collect();
        assert_eq!(named, [("@layer x :root", 2), ("@layer x @media screen and (x: y) :root[data-t]", 1)]);
        assert_eq!(read[0].1["b"], "var( --a )");
        assert_eq!(read[1].1["a"], "1px 2px, 3px");
    }
}
