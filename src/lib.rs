//! Yaodian (要点) reads one pasted Chinese news text and returns one [`Digest`].
#![forbid(unsafe_code)]

pub mod span;
pub mod calendar;
pub mod options;
pub mod lexicon;
pub mod reading;
mod numeral;
pub mod time;
pub mod document;
pub mod sentence;
pub mod token;
pub mod article;
pub mod number;
pub mod name;
pub mod quote;
pub mod figure;
pub mod check;
pub mod keyword;
pub mod salience;
pub mod summary;
pub mod digest;
