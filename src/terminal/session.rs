//! A session at a real terminal: its modes are changed on the way in and put back on every way out.

use std::io;
use std::panic;
use std::thread;

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
use crate::terminal::{Doors, Keeper, Screen, keyboard, run};
use crate::view::Look;

/// Opens the app at the terminal and runs it to its end.
///
/// # Errors
///
/// As the terminal; its modes are put back in any case.
pub fn open(
    app: &mut App,
    look: Look,
    keeper: impl Keeper,
    editor: EditorCommand,
) -> io::Result<()> {
    restore_on_panic();
    end_on_signals()?;
    enter()?;
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
    // Listen for a new size of the window before asking for the present one: none may fall between the two.
    keyboard::listen()?;
    let mut screen = Screen::new(CrosstermBackend::new(Outlet::default()))?;
    let (mut doors, wakes, more) =
        Doors::new(keeper, Box::new(move |text| hand_over(&editor, text)));
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

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    outlet::open();
    execute!(io::stdout(), EnterAlternateScreen)?;
    // The old Windows console knows no paste marks; everything else works there.
    let _ = execute!(io::stdout(), EnableBracketedPaste);
    Ok(())
}

/// Puts the terminal back as it was. May be called from any thread and any number of times, and never fails: a
/// terminal that is gone needs nothing.
fn leave() {
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
fn restore_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        leave();
        report(info);
        if thread::current().name() != Some("main") {
            end(101);
        }
    }));
}

/// Puts the terminal back and ends the program when it is told to end, or when its window is closed. A thread of its
/// own waits for that: after a window is closed the one that reads keys may never come back.
#[cfg(unix)]
fn end_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            leave();
            end(128 + signal);
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn end_on_signals() -> io::Result<()> {
    Ok(())
}

#[expect(
    clippy::exit,
    reason = "another thread may be blocked in a read that never ends; there is no way back to main"
)]
fn end(code: i32) -> ! {
    std::process::exit(code)
}
