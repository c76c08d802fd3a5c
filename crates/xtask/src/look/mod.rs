//! The style sheet's values: where they come from, and whether what they colour can be read.

mod sheet;
#[cfg(test)]
mod tests;
mod tokens;

pub(crate) use tokens::check;
