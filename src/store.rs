//! Door: the disk. Reads a ledger file, and writes edits into it without touching any other byte.
//!
//! Owns the file format (`wire`, `field`, `translate`), the reading of it (`read`, `reading`, `chunks`), the splicing of values (`locate`, `quote`, `splice`, `steps`) and the way a new
//! version takes the old one's place (`write`), and what must hold of files that others can touch (`regular`, `flock`,
//! `private`). It must never know what the edit was for: no app, no screen, no keys.
//!
//! The file on disk is the record; the model in memory is a reading of it. So an edit goes into the *bytes* of the
//! file, the new bytes are read back and compared with what was meant, and only then do they replace the old ones.

mod chunks;
mod create;
mod diagnosis;
pub mod document;
pub mod drafts;
mod field;
mod flock;
mod locate;
mod marks;
mod place;
mod plain;
mod private;
mod progress;
mod quote;
mod read;
mod reading;
mod regular;
mod schema;
mod searches;
mod splice;
mod steps;
mod surroundings;
mod sweep;
mod translate;
mod trial;
mod unread;
pub mod versions;
mod watch;
mod wire;
mod write;

pub use create::{create, is_same_file};
pub use diagnosis::{Slip, diagnose};
pub use document::{Document, Purpose, parse};
pub use drafts::{Drafts, HandedOver, Origin, TakenBack};
pub use place::Places;
pub use plain::{begin, text};
pub use private::{Found, state_folder};
pub use progress::Progress;
pub use read::{Refusal, SIZE_LIMIT_BYTES, Unreadable};
pub use reading::PROBLEMS_KEPT;
pub use searches::Searches;
pub use surroundings::{Access, access, ledgers_in, shared_disk};
pub use versions::{Damage, NotRestored, Version, Versions};
pub use watch::Watch;
pub use write::mend;

#[cfg(test)]
mod tests;
