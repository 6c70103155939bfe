//! What is wrong with a file that is no TOML, by its usual causes, each at its place.
//!
//! The parser stops making sense of a file behind the first mistake, and speaks of grammar. So the file is cut into
//! statements (a key with its value, the head of a table) in a way that survives mistakes: the next line that begins a
//! statement of a ledger ends what was left open. The parser judges each statement by itself, and only those that it
//! refuses are looked at for what a person may have done: a list of slips, the narrow ones first.

mod bare;
mod dates;
mod foreign;
mod heads;
mod keys;
mod lists;
mod numbers;
mod signs;
mod statements;
mod structure;
mod texts;

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::ledger::SyntaxSlip;
use crate::store::schema::Table;
use statements::{Kind, Statement, Statements};
use structure::Structure;

/// A slip and the byte where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The first byte of what is wrong.
    pub at_byte: usize,
    /// What is wrong.
    pub slip: SyntaxSlip,
}

impl Slip {
    const fn new(at_byte: usize, slip: SyntaxSlip) -> Self {
        Self { at_byte, slip }
    }
}

/// The most slips that are looked for; a file with more is something else.
const SLIPS_KEPT: usize = 1_000;

/// The slips in a text that the parser refused with these errors, in the order of the text; at least one. `tables` are
/// the keys that the file can have, where they are known.
pub fn diagnose(text: &str, errors: &[Error], tables: Option<&'static Table>) -> Vec<Slip> {
    if let Some((at_byte, form)) = foreign::form(text) {
        return vec![Slip::new(at_byte, SyntaxSlip::NotALedger(form))];
    }
    let mut slips = Vec::new();
    let mut structure = Structure::new(tables);
    for statement in Statements::of(text) {
        slips.extend(judged(text, &statement, &mut structure));
        if slips.len() >= SLIPS_KEPT {
            break;
        }
    }
    if slips.is_empty() {
        let places = errors.iter().map(|error| error.span().unwrap_or_default());
        slips.extend(places.map(|place| Slip::new(place.start, other(text, &place))));
        slips.dedup();
    }
    slips
}

/// What is wrong with one statement, if anything is.
fn judged(text: &str, statement: &Statement, structure: &mut Structure) -> Option<Slip> {
    let said = text.get(statement.range.clone()).unwrap_or_default();
    if matches!(statement.kind, Kind::Conflict) {
        return Some(Slip::new(
            statement.range.start,
            SyntaxSlip::ConflictMarker {
                last_line: statement.last_line(text),
            },
        ));
    }
    // What was left open is no statement even where the parser finds an end for it further down.
    // The parser takes a byte-order mark for the beginning of a file.
    let is_refused =
        statement.is_open || said.starts_with('\u{FEFF}') || DeTable::parse(said).is_err();
    if !is_refused {
        return structure.take(text, statement);
    }
    let slip = match statement.kind {
        Kind::Head => heads::slip(said),
        Kind::Pair => keys::slip(said, statement.is_open, structure),
        Kind::Remark | Kind::Conflict => signs::control(said),
    };
    structure.pass(said, statement);
    let start = statement.range.start;
    let slip = slip.map(|slip| Slip::new(start + slip.at_byte, slip.slip));
    slip.or_else(|| {
        let place = DeTable::parse(said).err()?.span().unwrap_or_default();
        let place = start + place.start..start + place.end;
        Some(Slip::new(place.start, other(text, &place)))
    })
}

/// What stands where the parser gave up, where nothing better is known.
fn other(text: &str, place: &Range<usize>) -> SyntaxSlip {
    let rest = text.get(place.start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim();
    SyntaxSlip::Other {
        text: line.to_owned(),
    }
}
