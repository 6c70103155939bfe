//! The real loop, with a fake keyboard in front of it and a fake file behind it. No sleeps: the keyboard hands over its
//! next keys when it is asked for more.

use std::fmt::Write;
use std::fs;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::backend::TestBackend;
use taizhang::app::layout::Size;
use taizhang::app::{App, EditorFault, FileFacts, NotReloaded, Reloaded, SaveOutcome};
use taizhang::ledger::{Edit, NotSaved, Slot, Value};
use taizhang::store::Document;
use taizhang::terminal::{Doors, Editor, EditorChoice, Keeper, Screen, Wake, run};

use crate::support::{CHINESE, events, shipped};

/// A keeper that tells what it was asked to save.
struct Witness {
    document: Document,
    saved: Sender<Edit>,
    is_saved: Sender<()>,
}

impl Keeper for Witness {
    fn save(&mut self, edit: &Edit) -> SaveOutcome {
        let result = self.document.save(edit);
        self.saved.send(edit.clone()).unwrap();
        self.is_saved.send(()).unwrap();
        SaveOutcome {
            result,
            found: None,
            unread: Box::default(),
        }
    }

    fn watch(&mut self, _: std::sync::Arc<dyn Fn() + Send + Sync>) {}

    fn look(&mut self) -> Option<Result<Reloaded, NotReloaded>> {
        None
    }

    fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
        self.document.reload().or(Err(NotReloaded::Unreadable))?;
        Ok(Reloaded {
            ledger: self.document.ledger(),
            read_only: None,
        })
    }
}

/// Types each batch when the loop asks for more; when the save is through, leaves.
fn type_batches(batches: &[&str], wakes: Sender<Wake>, more: Receiver<()>, is_saved: Receiver<()>) {
    let batches: Vec<String> = batches.iter().map(ToString::to_string).collect();
    thread::spawn(move || {
        for batch in batches {
            if more.recv().is_err() || wakes.send(Wake::Events(events(&batch))).is_err() {
                return;
            }
        }
        is_saved.recv().unwrap();
        // The answer to the save is on its way to the loop by now, but may come after the next keys: try until it is
        // there. Esc and F10 do nothing while a save is under way but open and close the question.
        while more.recv().is_ok() && wakes.send(Wake::Events(events("<Esc><F10>"))).is_ok() {
            thread::yield_now();
        }
    });
}

/// The note that an edit writes.
fn written(edit: &Edit) -> &str {
    edit.after(&Slot::Progress).and_then(Value::text).unwrap()
}

fn session(text: &str, batches: &[&str]) -> (Vec<Edit>, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.toml");
    fs::write(&path, text).unwrap();
    let document = Document::open(&path).unwrap();
    let mut app = App::new(
        document.ledger(),
        FileFacts::default(),
        Size { cols: 80, rows: 24 },
    );
    let (saved, edits) = channel();
    let (is_saved, gate) = channel();
    let (mut doors, wakes, more) = Doors::new(
        Witness {
            document,
            saved,
            is_saved,
        },
        no_editor(),
    );
    type_batches(batches, wakes, more, gate);
    let mut screen = Screen::new(TestBackend::new(80, 24)).unwrap();
    run(&mut app, CHINESE, &mut screen, &mut doors).unwrap();
    drop(doors);
    (
        edits.try_iter().collect(),
        fs::read_to_string(&path).unwrap(),
    )
}

#[test]
fn browse_search_edit_save_and_leave() {
    let text = fs::read_to_string(shipped()).unwrap();
    let (edits, file) = session(&text, &["/地铁", "<Enter>", "<F2>新", "增<C-s>"]);
    assert_eq!(edits.len(), 1);
    assert!(written(&edits[0]).ends_with("已封顶。新增"));
    assert!(file.contains("6座车站已封顶。新增\""));
}

#[test]
fn a_burst_of_keys_is_one_turn() {
    let text = fs::read_to_string(shipped()).unwrap();
    let (edits, _) = session(&text, &["21<Enter><F2>一二三四五六七八九十<C-s>"]);
    assert!(written(&edits[0]).ends_with("12条。一二三四五六七八九十"));
}

#[test]
fn a_large_ledger_is_searched_on_a_thread_of_its_own() {
    let mut text = "schema = 1\n[ledger]\ntitle = \"大\"\n".to_owned();
    for number in 1..=3_000 {
        write!(
            text,
            "[[item]]\nid = {number}\ntitle = \"第{number}号工程\"\nprogress = \"推进\"\n"
        )
        .unwrap();
    }
    let ledger = taizhang::store::parse(&text).unwrap();
    let mut app = App::new(
        ledger.into(),
        FileFacts::default(),
        Size { cols: 80, rows: 24 },
    );
    let (mut doors, wakes, more) = Doors::new(NoKeeper, no_editor());
    thread::spawn(move || {
        more.recv().unwrap();
        // All in one burst: what means the hit waits for it, and everything behind that waits with it.
        let keys = events("/2999<Enter><F2><Esc><F10>");
        wakes.send(Wake::Events(keys)).unwrap();
        // The keyboard is asked for more at once, the search notwithstanding.
        more.recv().unwrap();
    });
    let mut screen = Screen::new(TestBackend::new(80, 24)).unwrap();
    run(&mut app, CHINESE, &mut screen, &mut doors).unwrap();
    assert!(app.kept().is_some());
    let id = app.item().map(|item| item.id.to_string());
    assert_eq!(id.as_deref(), Some("2999"), "the hit was meant");
}

struct NoKeeper;

impl Keeper for NoKeeper {
    fn save(&mut self, _: &Edit) -> SaveOutcome {
        SaveOutcome {
            result: Err(NotSaved::Missing),
            found: None,
            unread: Box::default(),
        }
    }
    fn watch(&mut self, _: std::sync::Arc<dyn Fn() + Send + Sync>) {}

    fn look(&mut self) -> Option<Result<Reloaded, NotReloaded>> {
        None
    }

    fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
        Err(NotReloaded::Missing)
    }
}

fn no_editor() -> Editor {
    let choice = EditorChoice::Unusable(EditorFault::NoneThere);
    Editor::new(choice, Box::new(|_, _| Err(io::ErrorKind::NotFound.into())))
}

/// A keeper whose saves never end, as on a disk that does not answer.
struct Stuck {
    never: Receiver<()>,
}

impl Keeper for Stuck {
    fn save(&mut self, _: &Edit) -> SaveOutcome {
        let _ = self.never.recv();
        SaveOutcome {
            result: Err(NotSaved::Missing),
            found: None,
            unread: Box::default(),
        }
    }

    fn watch(&mut self, _: std::sync::Arc<dyn Fn() + Send + Sync>) {}

    fn look(&mut self) -> Option<Result<Reloaded, NotReloaded>> {
        None
    }

    fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
        Err(NotReloaded::Missing)
    }
}

#[test]
fn a_save_that_never_ends_keeps_nobody_from_leaving() {
    // The change is given up, or kept as a draft; and a key that waits for the save keeps the next one waiting.
    for keys in [
        "<Esc><Right><Enter><F10>",
        "<Esc><Right><Enter><C-z><F10>",
        "<Esc><Right><Enter><C-z><Down><C-c>",
    ] {
        let ledger = Document::open(&shipped()).unwrap().ledger();
        let size = Size { cols: 80, rows: 24 };
        let mut app = App::new(ledger, FileFacts::default(), size);
        let (_end, never) = channel();
        let (doors, wakes, more) = Doors::new(Stuck { never }, no_editor());
        let mut doors = doors.with_patience(Duration::ZERO);
        let batches = ["21<Enter><F2>新<C-s>", keys].map(events);
        thread::spawn(move || {
            for batch in batches {
                if more.recv().is_err() || wakes.send(Wake::Events(batch)).is_err() {
                    return;
                }
            }
        });
        let mut screen = Screen::new(TestBackend::new(80, 24)).unwrap();
        run(&mut app, CHINESE, &mut screen, &mut doors).unwrap();
        let unfinished = doors.close();
        assert!(unfinished.save, "{keys}");
    }
}
