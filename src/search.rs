//! Finding items by their words.
//!
//! Owns the query language, the tiers of ranking and the places to mark. It reads ledgers and must never know where a
//! query was typed or where hits are drawn; it starts no thread, but can be told to stop.
//!
//! A two-character query is a scattered subsequence of a third of all Chinese paragraphs, so a fuzzy score alone ranks
//! noise over sense. Hits therefore come in tiers that can be explained ([`Tier`]); fuzzy-matcher's score orders hits
//! only inside the fuzzy tiers, and a subsequence scattered over a paragraph is no hit at all.

pub mod advice;
pub mod corpus;
mod figures;
pub mod filter;
mod found;
mod gather;
mod hearing;
pub mod index;
mod looking;
pub mod marks;
mod names;
mod near;
mod parts;
pub mod query;
pub mod rank;
mod recent;
mod rows;
mod sift;
mod slot;
mod sound;
mod spelling;
mod wanted;
mod ways;

pub use advice::{Advice, Answer, answer};
pub use corpus::Corpus;
pub use filter::{FilterKind, Key, Sort};
pub use marks::{Marker, has_initial, snippet_start};
pub use query::{Query, Scope};
pub use rank::{Hit, Tier, search};
