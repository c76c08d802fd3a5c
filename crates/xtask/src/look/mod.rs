//! The style sheet's values: where they come from, and whether what they colour can be read.

#[cfg(test)]
mod contrast;
mod sheet;
mod tokens;

pub(crate) use tokens::check;
