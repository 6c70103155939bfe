//! A session at a real terminal: its modes are changed on the way in and put back on every way out.

use std::backtrace::Backtrace;
use std::fs::{DirBuilder, File};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::mpsc::channel;
use std::thread;

use jiff::Zoned;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event};
use ratatui::crossterm::execute;
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use crate::app::{App, DateUse, Msg};
use crate::terminal::background::Background;
use crate::terminal::calendar::today;
use crate::terminal::handover::{Editor, EditorChoice, EditorCommand};
use crate::terminal::loading::{Loading, Waited};
use crate::terminal::mouse::{self, GiveMouseBack, TakeMouse};
use crate::terminal::outlet::{self, Outlet};
use crate::terminal::output::Output;
use crate::terminal::storage::Unfinished;
use crate::terminal::{
    Clipboard, Doors, Keeper, Percent, Questions, Screen, Wake, asking, keyboard, run, signals,
};
use crate::text::shown;
use crate::view::Look;
use crate::words::Words;

/// How a session looks and listens, as far as that is known before the terminal is ours.
#[derive(Clone, Copy)]
pub struct Style {
    /// How to draw.
    pub look: Look,
    /// Whether the mouse is asked for.
    pub has_mouse: bool,
    /// What the terminal is asked.
    pub asks: Questions,
}

impl Style {
    /// How to draw on the terminal that is ours now, and what was typed while it was found out.
    pub(super) fn found_out(self) -> (Look, Vec<Event>) {
        let found = asking::ask(self.asks);
        let Look { glyphs, theme, .. } = self.look;
        let is_wide = found.sample_cols == Some(2);
        let is_light = found.background.map(Background::is_light);
        let look = Look {
            glyphs: if is_wide { glyphs.on_wide() } else { glyphs },
            theme: is_light.map_or(theme, |is_light| theme.on_background(is_light)),
            ..self.look
        };
        (look, found.typed)
    }
}

/// How a session ended: the terminal may fail, and the ledger may be refused.
type Ended<E> = io::Result<Result<(), E>>;

/// Loads an app, its keeper and how to draw it, opens it at the terminal and runs it to its end. While a large ledger is read, the
/// window says how far it is; a ledger that is refused is given back with the reason. A panic leaves a report in the
/// folder `reports`.
///
/// # Errors
///
/// As the terminal; its modes are put back in any case.
pub fn open<K: Keeper, E: Send + 'static>(
    name: String,
    percent: Percent,
    load: impl FnOnce() -> Result<(App, K, Look), E> + Send + 'static,
    style: Style,
    editor: EditorChoice,
    reports: Option<PathBuf>,
    clipboard: Option<Clipboard>,
) -> Ended<E> {
    restore_on_panic(style.look, reports);
    mouse::want(style.has_mouse);
    // Whether there are colours is a matter of the theme. Left alone, crossterm would keep back those that a user chose
    // in spite of NO_COLOR.
    force_color_output(true);
    let loading = Loading::start(name, percent, load);
    let loaded = match loading.soon() {
        // Nothing was drawn yet: the reason is told where the command was given.
        Some(Err(refused)) => return Ok(Err(refused)),
        Some(Ok(loaded)) => Some(loaded),
        None => None,
    };
    let result = session(&loading, loaded, style, editor, clipboard);
    leave();
    result
}

fn session<K: Keeper, E: Send + 'static>(
    loading: &Loading<Result<(App, K, Look), E>>,
    loaded: Option<(App, K, Look)>,
    style: Style,
    editor: EditorChoice,
    clipboard: Option<Clipboard>,
) -> Ended<E> {
    let (wake, wakes) = channel();
    let (more, asked) = channel();
    // It goes on until the program ends.
    let _listening = signals::listen(wake.clone())?;
    enter()?;
    // Listen for a new size of the window before asking for the present one: none may fall between the two.
    keyboard::listen()?;
    let (look, typed) = style.found_out();
    if !typed.is_empty() {
        // Nobody has closed the channel yet.
        let _ = wake.send(Wake::Early(typed));
    }
    let mut screen = Screen::new(CrosstermBackend::new(Outlet::default()))?;
    keyboard::start(wake.clone(), asked);
    let (loaded, is_asked) = match loaded {
        Some(loaded) => (loaded, false),
        None => match loading.wait(look, &mut screen, &wakes, &more)? {
            Waited::Cancelled => return Ok(Ok(())),
            Waited::Loaded {
                value: Err(refused),
                ..
            } => return Ok(Err(refused)),
            Waited::Loaded {
                value: Ok(loaded),
                typed,
                is_asked,
            } => {
                if !typed.is_empty() {
                    // The loop has not begun; the channel is open.
                    let _ = wake.send(Wake::Early(typed));
                }
                (loaded, is_asked)
            }
        },
    };
    let (mut app, keeper, as_loaded) = loaded;
    // The words may be those of the ledger; signs and colours are those of the terminal.
    let look = Look {
        glyphs: look.glyphs,
        theme: look.theme,
        ..as_loaded
    };
    let editor = Editor::new(editor, Box::new(hand_over));
    let mut doors = Doors::of(keeper, editor, (wake, wakes), more, is_asked);
    if let Some(clipboard) = clipboard {
        doors = doors.with_clipboard(clipboard);
    }
    app.update(Msg::Ruled(look.ruler()));
    app.update(Msg::Resized(screen.size()));
    app.update(Msg::Today(today(), DateUse::Overdue));
    let result = run(&mut app, look, &mut screen, &mut doors);
    let unfinished = doors.close();
    leave();
    tell(unfinished, look.words);
    result.map(Ok)
}

/// Says what was not done when the program ended.
fn tell(unfinished: Unfinished, words: &Words) {
    let mut errors = Output::errors();
    for said in [
        unfinished.save.then_some(words.notices.save_unfinished),
        unfinished.draft.then_some(words.notices.draft_unfinished),
    ] {
        // Standard error may be gone; nobody is left to tell then.
        let _ = said.map_or(Ok(()), |said| writeln!(errors, "{said}"));
    }
    let _ = errors.flush();
}

/// Gives the terminal to an editor and takes it back. Nothing reads keys meanwhile: the keyboard was not asked for more.
fn hand_over(editor: &EditorCommand, file: &Path) -> io::Result<ExitStatus> {
    leave();
    let status = Command::new(&editor.program)
        .args(&editor.arguments)
        .arg(file)
        .status();
    signals::editor_has_ended();
    enter()?;
    status
}

/// Takes the terminal over.
pub(super) fn enter() -> io::Result<()> {
    // A shell in between may have put the modes back; crossterm would then believe that they are still ours.
    let _ = disable_raw_mode();
    enable_raw_mode()?;
    outlet::open();
    execute!(io::stdout(), EnterAlternateScreen)?;
    // The old Windows console knows no paste marks; everything else works there.
    let _ = execute!(io::stdout(), EnableBracketedPaste, TakeMouse);
    Ok(())
}

/// Puts the terminal back as it was. May be called from any thread and any number of times, and never fails: a
/// terminal that is gone needs nothing.
pub(super) fn leave() {
    if outlet::close() {
        let _ = execute!(
            io::stdout(),
            GiveMouseBack,
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
            let text = (look.words.panic_report)(&shown(&file.to_string_lossy()));
            let mut errors = Output::errors();
            // Standard error may be gone; nobody is left to tell then.
            let _ = writeln!(errors, "{text}").and_then(|()| errors.flush());
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
    create_report(folder, &file)
        .and_then(|mut report| report.write_all(text.as_bytes()))
        .ok()?;
    Some(file)
}

/// A new file for this user alone; whatever was planted under its name is left alone.
fn create_report(folder: &Path, file: &Path) -> io::Result<File> {
    let mut folders = DirBuilder::new();
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        folders.mode(0o700);
        options.mode(0o600);
    }
    folders.recursive(true).create(folder)?;
    if folder.is_symlink() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    options.open(file)
}

#[expect(
    clippy::exit,
    reason = "another thread may be blocked in a read that never ends; there is no way back to main"
)]
pub(super) fn end(code: i32) -> ! {
    std::process::exit(code)
}
