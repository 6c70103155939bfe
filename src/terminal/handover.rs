//! Handing a note over to an editor of the user's own choice, and taking it back.

use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use crate::app::{EditorFault, Fallback, HandOver, HandedBack};
use crate::ledger::IoCause;
use crate::terminal::drafting::{HandedOver, Job, TakenBack};
use crate::terminal::worker::Worker;

/// The editor to hand over to: a program and its arguments, to which the file is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorCommand {
    /// The program.
    pub program: String,
    /// Its arguments, as separate words: no shell ever reads them.
    pub arguments: Vec<String>,
}

/// What the user has said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorChoice {
    /// A variable names this one.
    Set(EditorCommand, &'static str),
    /// Nothing names one; the user is told about this one first.
    Unset(EditorCommand, Fallback),
    /// There is none, for this reason.
    Unusable(EditorFault),
}

/// Runs an editor on a file and waits for it to end. The terminal is the editor's meanwhile.
pub type RunEditor = Box<dyn FnMut(&EditorCommand, &Path) -> io::Result<ExitStatus>>;

/// An editor that changed nothing within this time may have passed the file on to a window of its own.
const AT_ONCE: Duration = Duration::from_secs(2);

/// How long to wait for a file to be written or read.
const PATIENCE: Duration = Duration::from_secs(5);

/// Editors that stay in the terminal until they are done.
const IN_TERMINAL: &[&str] = &[
    "vi", "vim", "nvim", "view", "ex", "ed", "nano", "pico", "rnano", "emacs", "mg", "micro", "hx",
    "helix", "kak", "joe", "jed", "mcedit", "ne", "tilde", "dte",
];

/// Editors with windows of their own, and what makes their commands wait.
const WAITING: &[(&[&str], &str)] = &[
    (
        &[
            "code",
            "code-insiders",
            "codium",
            "vscodium",
            "cursor",
            "subl",
            "sublime_text",
            "zed",
            "zeditor",
            "atom",
            "gedit",
            "xed",
            "pluma",
        ],
        "--wait",
    ),
    (&["gnome-text-editor"], "--standalone"),
    (&["gvim", "mvim", "mate"], "-f"),
    (&["kate"], "--block"),
    (&["open"], "-W -n"),
    (&["notepad++"], "-multiInst -nosession"),
];

/// The way to the editor.
pub struct Editor {
    choice: EditorChoice,
    run: RunEditor,
}

impl Editor {
    /// The editor that was chosen.
    pub fn new(choice: EditorChoice, run: RunEditor) -> Self {
        Self { choice, run }
    }

    /// Hands a text over and waits until it comes back. Its file is that of the drafts: whatever ends the program
    /// meanwhile, the next one finds what was saved.
    pub(super) fn hand_over(&mut self, request: HandOver, drafts: &Worker<Job>) -> HandedBack {
        let (command, variable) = match &self.choice {
            EditorChoice::Set(command, variable) => (command, *variable),
            EditorChoice::Unset(_, fallback) if !request.is_confirmed => {
                return HandedBack::NoneSet(*fallback);
            }
            EditorChoice::Unset(command, _) => (command, "EDITOR"),
            EditorChoice::Unusable(fault) => return HandedBack::Fault(fault.clone()),
        };
        let (answer, handed) = channel();
        drafts.send(Job::HandOver(request.draft, answer));
        let file = match handed.recv_timeout(PATIENCE) {
            Ok(Ok(HandedOver::File(file))) => file,
            Ok(Ok(HandedOver::Newer(taken))) => return handed_back(taken, command, None),
            Ok(Err(why)) => return HandedBack::Fault(EditorFault::NotKept(why)),
            Err(_) => return HandedBack::Fault(EditorFault::System(IoCause::TimedOut)),
        };
        let started = Instant::now();
        let status = (self.run)(command, &file);
        let is_fine = status.as_ref().is_ok_and(ExitStatus::success);
        let may_go_on = is_fine && started.elapsed() < AT_ONCE && !stays_in_terminal(command);
        let (answer, taken) = channel();
        drafts.send(Job::TakeBack { may_go_on, answer });
        let taken = taken.recv_timeout(PATIENCE);
        let fault = match status {
            Ok(status) if status.success() => None,
            Ok(status) => Some(EditorFault::Failed {
                program: command.program.clone(),
                status: status.code(),
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(EditorFault::NotFound {
                program: command.program.clone(),
            }),
            Err(error) => Some(EditorFault::System(IoCause::of(&error))),
        };
        match taken {
            Ok(TakenBack::Same) if may_go_on => HandedBack::AtOnce {
                program: command.program.clone(),
                variable,
                waiting: waiting(command),
            },
            Ok(taken) => handed_back(taken, command, fault),
            Err(_) => HandedBack::Fault(EditorFault::System(IoCause::TimedOut)),
        }
    }
}

fn handed_back(
    taken: TakenBack,
    command: &EditorCommand,
    fault: Option<EditorFault>,
) -> HandedBack {
    let unfit = |file: &Path, is_too_long| HandedBack::Unfit {
        file: file.to_string_lossy().into_owned(),
        is_too_long,
    };
    match (taken, fault) {
        // Killed while it wrote.
        (TakenBack::Changed(text, _), Some(fault)) if text.is_empty() => HandedBack::Fault(fault),
        (TakenBack::Changed(text, encoding), fault) => HandedBack::Changed {
            text,
            encoding,
            fault,
        },
        (TakenBack::TooLong(file), _) => unfit(&file, true),
        (TakenBack::NoText(file), _) => unfit(&file, false),
        (TakenBack::Same | TakenBack::Gone, Some(fault)) => HandedBack::Fault(fault),
        (TakenBack::Gone, None) => HandedBack::Fault(EditorFault::Gone {
            program: command.program.clone(),
        }),
        (TakenBack::Same, None) => HandedBack::Same,
    }
}

/// The name of a program, without its folder and the ending that Windows gives it.
fn name(command: &EditorCommand) -> String {
    let program = command.program.rsplit(['/', '\\']).next();
    let name = program.unwrap_or_default().to_lowercase();
    let name = [".exe", ".cmd"].iter().find_map(|it| name.strip_suffix(it));
    name.map_or_else(|| program.unwrap_or_default().to_lowercase(), str::to_owned)
}

fn stays_in_terminal(command: &EditorCommand) -> bool {
    IN_TERMINAL.contains(&name(command).as_str())
}

/// A command that waits: the user's own, where it is known how.
fn waiting(command: &EditorCommand) -> String {
    let name = name(command);
    let known = WAITING.iter().find(|(names, _)| names.contains(&&*name));
    known.map_or_else(
        || "code --wait".to_owned(),
        |(_, flag)| format!("{} {flag}", command.program),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_known_how_editors_are_made_to_wait() {
        let of = |program: &str| EditorCommand {
            program: program.to_owned(),
            arguments: Vec::new(),
        };
        for (program, expected) in [
            ("code", "code --wait"),
            ("/usr/bin/subl", "/usr/bin/subl --wait"),
            (r"C:\VSCode\bin\Code.cmd", r"C:\VSCode\bin\Code.cmd --wait"),
            ("gvim", "gvim -f"),
            ("my-editor", "code --wait"),
        ] {
            assert_eq!(waiting(&of(program)), expected);
            assert!(!stays_in_terminal(&of(program)), "{program}");
        }
        assert!(stays_in_terminal(&of("/usr/bin/vim")));
    }
}
