//! A session at a real terminal: its modes are changed on the way in and put back on every way out.

use std::backtrace::Backtrace;
use std::fs;
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::thread;

use jiff::Zoned;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use crate::app::{App, Msg};
use crate::terminal::handover::{self, EditorCommand};
use crate::terminal::outlet::{self, Outlet};
use crate::terminal::{Doors, Keeper, Screen, keyboard, run, signals};
use crate::text::shown;
use crate::view::Look;

/// Opens the app at the terminal and runs it to its end. A panic leaves a report in the folder `reports`.
///
/// # Errors
///
/// As the terminal; its modes are put back in any case.
pub fn open(
    app: &mut App,
    look: Look,
    keeper: impl Keeper,
    editor: EditorCommand,
    reports: Option<PathBuf>,
) -> io::Result<()> {
    restore_on_panic(look, reports);
    let result = session(app, look, keeper, editor);
    leave();
    result
}

fn session(
    app: &mut App,
    look: Look,
    keeper: impl Keeper,
    editor: EditorCommand,
) -> io::Result<()> {
    let (mut doors, wakes, more) =
        Doors::new(keeper, Box::new(move |text| hand_over(&editor, text)));
    signals::listen(wakes.clone())?;
    enter()?;
    // Listen for a new size of the window before asking for the present one: none may fall between the two.
    keyboard::listen()?;
    let mut screen = Screen::new(CrosstermBackend::new(Outlet::default()))?;
    app.update(Msg::Resized(screen.size()));
    keyboard::start(wakes, more);
    let result = run(app, look, &mut screen, &mut doors);
    doors.close();
    result
}

/// Gives the terminal to an editor and takes it back. Nothing reads keys meanwhile: the keyboard was not asked for more.
fn hand_over(editor: &EditorCommand, text: &str) -> io::Result<Option<String>> {
    leave();
    let edited = handover::edit(editor, text);
    enter()?;
    edited
}

/// Takes the terminal over.
pub(super) fn enter() -> io::Result<()> {
    // A shell in between may have put the modes back; crossterm would then believe that they are still ours.
    let _ = disable_raw_mode();
    enable_raw_mode()?;
    outlet::open();
    execute!(io::stdout(), EnterAlternateScreen)?;
    // The old Windows console knows no paste marks; everything else works there.
    let _ = execute!(io::stdout(), EnableBracketedPaste);
    Ok(())
}

/// Puts the terminal back as it was. May be called from any thread and any number of times, and never fails: a
/// terminal that is gone needs nothing.
pub(super) fn leave() {
    if outlet::close() {
        let _ = execute!(
            io::stdout(),
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Show
        );
        let _ = disable_raw_mode();
    }
}

/// Puts the terminal back before a panic is reported. A panic in a working thread ends the program too: the loop
/// would wait for its answer for ever, and draw over the report.
fn restore_on_panic(look: Look, reports: Option<PathBuf>) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        leave();
        report(info);
        if let Some(file) = reports
            .as_ref()
            .and_then(|folder| keep_report(folder, info))
        {
            // Standard error may be gone; nobody is left to tell then.
            let text = (look.words.panic_report)(&shown(&file.to_string_lossy()));
            let _ = writeln!(io::stderr(), "{text}");
        }
        if thread::current().name() != Some("main") {
            end(101);
        }
    }));
}

/// Writes down what went wrong, and where in the program. No text of a ledger is part of it.
fn keep_report(folder: &Path, info: &PanicHookInfo<'_>) -> Option<PathBuf> {
    let file = folder.join(Zoned::now().strftime("panic-%Y%m%d-%H%M%S.txt").to_string());
    let backtrace = Backtrace::force_capture();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let text = format!(
        "taizhang {}\n{place}\n\n{backtrace}\n",
        env!("CARGO_PKG_VERSION")
    );
    fs::create_dir_all(folder).ok()?;
    fs::write(&file, text).ok()?;
    Some(file)
}

#[expect(
    clippy::exit,
    reason = "another thread may be blocked in a read that never ends; there is no way back to main"
)]
pub(super) fn end(code: i32) -> ! {
    std::process::exit(code)
}
