//! Text as a terminal shows it: what a character looks like, how many columns it takes, where a row may break.
//!
//! Owns the one measure of text in the program. List, detail, dialogs and the note editor all lay text out with these
//! functions, so a caret and the glyph under it cannot disagree. It must never know what the text is about: no ledger,
//! no key, no screen.
//!
//! Three units are kept apart by name everywhere: *bytes* (offsets into a `str`), *chars* (`char`s), *cols* (terminal
//! columns; a Han character takes two). How many columns a character takes depends on the terminal, so everything that
//! measures is a method of the [`Ruler`] that the terminal asked for.

pub mod clean;
pub mod cut;
pub mod fold;
pub mod glyph;
pub mod ruler;
pub mod simplified;
pub mod wrap;

pub use clean::clean;
pub use cut::{cols_of, shown, shown_lines};
pub use fold::folded;
pub use glyph::{Glyph, glyphs, is_safe};
pub use ruler::Ruler;
pub use wrap::Row;
