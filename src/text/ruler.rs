//! The ruler that text is measured with: how wide a terminal draws what it may draw one or two columns wide.

/// How a terminal draws text, handed to whoever measures or cuts some. Two rulers in one picture would tear its rows,
/// so nobody makes one for himself: the view asks its `Look`, the app was told by a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ruler {}

impl Ruler {
    /// Characters of ambiguous width (`“`, `—`, `①`) take one column.
    pub const NARROW: Self = Self {};

    /// What stands for the rest of a text that was cut.
    pub const fn ellipsis(self) -> &'static str {
        "…"
    }
}
