//! taizhang (台账): a terminal program for the people who keep and review a city's ledger of public promises.
//!
//! # The map of this house
//!
//! A pure ledger, a pure app, a pure picture, and doors to the outside world. Imports run one way, and a test
//! (`tests/it/tidy.rs`) fails where they do not:
//!
//! ```text
//! terminal -> view -> words -> keys -> app -> search -> ledger
//!                                       store, exchange -> ledger
//!                                all of them may use -> text
//! ```
//!
//! | floor | module | what it owns |
//! |---|---|---|
//! | ground | [`text`] | how text looks in a terminal: glyphs, columns, rows |
//! | 1, the matter | [`ledger`] | items, indicators, judgement, edits |
//! | | [`search`] | queries, ranking, marks; fuzzy-matcher scores |
//! | 2, the moment | [`app`] | what is open and typed; `update(msg) -> effect` |
//! | | [`keys`] | the one table of keys, and what a user changes in it |
//! | | [`words`] | every sentence, in Chinese and English |
//! | 3, the picture | [`view`] | what the app looks like; one file a pane |
//! | door | [`store`] | the disk: the file format, splicing, replacing |
//! | door | [`exchange`] | other formats; one file each |
//! | door | [`terminal`] | screen and keyboard; the loop; performs effects |
//! | | [`settings`] | what a person prefers, in words of a file; no IO |
//! | joins them | [`cli`] | the command line |
//!
//! Why it is so, where it differs from what one might expect:
//!
//! - `text` lies below everything, not in `view`: the editor moves its caret by rows of the screen, so the app needs
//!   the very layout that the view draws. Two layouts would disagree about the caret one day.
//! - `words` is a floor of its own between `keys` and `view`: the list for pipes and the error messages need the same
//!   sentences as the screen, and one value a language makes a missing translation a compile error.
//! - Sizes come as messages, and so does how much a pane has to scroll (`Msg::Measured`): laying out is the view's,
//!   scrolling is the app's, and neither reaches into the other.
//! - What can come of a save is part of `ledger`: `store` says it, `app` reacts to it, and they do not see each other.
//! - Every item is behind a shared pointer, so that a worker thread gets a snapshot of a ledger of 100,000 items for
//!   the price of its pointers.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::float_cmp,
        reason = "a test may stop where it finds a fault"
    )
)]

pub mod app;
pub mod cli;
pub mod exchange;
pub mod keys;
pub mod ledger;
pub mod search;
pub mod settings;
pub mod store;
pub mod terminal;
pub mod text;
pub mod view;
pub mod words;
