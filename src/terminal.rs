//! Door: screen and keyboard. Runs the loop and performs what the app asks for.
//!
//! Owns the terminal's modes, the thread that reads keys and the threads that work. It must never decide anything: keys
//! become messages in `keys`, messages change the app in `app`, the app becomes a picture in `view`.
//!
//! Nothing polls. The loop sleeps until a key, an answer or a signal comes, and draws once for all that came. Keys are
//! read only when the loop asks for more, so that nothing reads them behind the back of another program.

pub mod answers;
mod asking;
mod auditor;
pub mod background;
mod beginning;
mod calendar;
mod canvas;
pub mod clipboard;
pub mod drafting;
mod handover;
pub mod hearing;
pub mod keeper;
mod keyboard;
pub mod loading;
mod mouse;
mod outlet;
pub mod output;
#[cfg(unix)]
mod owed;
pub mod run;
pub mod screen;
mod searcher;
pub mod session;
mod signals;
mod storage;
mod updates;
mod worker;

pub use asking::{Facts, Questions, facts};
pub use beginning::begin;
pub use calendar::today;
pub use clipboard::{Clipboard, Reach};
pub use drafting::DraftStore;
pub use handover::{Editor, EditorChoice, EditorCommand};
pub use keeper::{Keeper, Searches};
pub use loading::Percent;
pub use run::{Doors, Wake, message, run};
pub use screen::{Screen, Surface};
pub use session::{Style, open};
pub use signals::survive_file_size_limit;
pub use storage::Unfinished;
