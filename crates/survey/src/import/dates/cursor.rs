//! A place in a text that is being read, with the few steps that reading dates takes. White space never matters.

/// A place in a text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.trim() }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.trim_start().is_empty()
    }

    /// Whether one of these comes next.
    pub(super) fn sees(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.rest.trim_start().starts_with(word))
    }

    /// Passes the first of these words that comes next, and says which it was.
    pub(super) fn word<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        let rest = self.rest.trim_start();
        let (word, rest) = words.iter().find_map(|word| Some((*word, rest.strip_prefix(word)?)))?;
        self.rest = rest;
        Some(word)
    }

    /// Passes one of these words if it comes next.
    pub(super) fn eat(&mut self, words: &[&str]) -> bool {
        self.word(words).is_some()
    }

    /// Passes all digits that come next; how many they were, and the number.
    pub(super) fn digits(&mut self) -> Option<(usize, u32)> {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, rest) = rest.split_at_checked(end)?;
        let number = digits.parse().ok()?;
        self.rest = rest;
        Some((digits.len(), number))
    }

    /// A number of one or two digits.
    pub(super) fn small(&mut self) -> Option<u32> {
        self.attempt(|cursor| cursor.digits().filter(|(digits, _)| *digits <= 2).map(|(_, number)| number))
    }

    /// Reads something, or stays where it was.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = read(&mut ahead)?;
        *self = ahead;
        Some(found)
    }
}
