//! A source file as the rules read it.

/// A text file of the project.
#[derive(Debug)]
pub(super) struct Source {
    /// From the top of the repository, with `/` between.
    pub(super) path: String,
    /// What is in it.
    pub(super) text: String,
}

impl Source {
    /// Whether it is Rust.
    pub(super) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether all of it is a test.
    pub(super) fn is_test(&self) -> bool {
        let mut folders = self.path.split('/');
        folders.any(|part| part == "tests" || part == "tests.rs" || part == "tidy" || part == "benches")
    }

    /// Its code without remarks and without the tests at its end, each line with its number.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        let code = lines.map(|line| line.split("//").next().unwrap_or_default());
        code.enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The first line of code with one of these words in it, as a complaint.
    pub(super) fn first_with(&self, words: &[&str]) -> Option<String> {
        self.code().find_map(|(number, line)| {
            let word = words.iter().find(|word| mentions(line, word))?;
            Some(format!("line {number}: {word}"))
        })
    }
}

/// Whether a line has the word by itself, not as a part of another.
pub(super) fn mentions(line: &str, word: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(start, _)| {
        let (before, after) = (&line[..start], &line[start + word.len()..]);
        !inside(before.chars().next_back()) && !inside(after.chars().next())
    })
}

#[test]
fn a_word_is_found_by_itself_only() {
    assert!(mentions("window.fetch(url)", "fetch"));
    assert!(!mentions("prefetch(url)", "fetch"));
    assert!(!mentions("fetch_all()", "fetch"));
}

#[test]
fn remarks_and_tests_are_no_code() {
    let text = "//! fetch\nfn a() {} // fetch\n#[cfg(test)]\nmod tests { fetch }\n".to_owned();
    let source = Source { path: "src/a.rs".to_owned(), text };
    assert_eq!(source.first_with(&["fetch"]), None);
    assert_eq!(source.first_with(&["fn"]), Some("line 2: fn".to_owned()));
}
