//! The real program is interrupted: signals, closed windows, a panic, a stop in the middle. Nothing typed is lost, and
//! the terminal is usable afterwards.

use std::fs;
use std::thread;

use portable_pty::CommandBuilder;
#[cfg(unix)]
use rustix::process::{Pid, Signal, kill_process};

use crate::pseudo_terminal::{PATIENCE, Window};
use crate::support::shipped;

#[cfg(unix)]
pub fn signal(window: &Window, signal: Signal) {
    let pid = window.child.process_id().unwrap().try_into().unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
}

/// Waits until the system says that the program has stopped.
#[cfg(target_os = "linux")]
fn wait_until_stopped(window: &Window) {
    let file = format!("/proc/{}/stat", window.child.process_id().unwrap());
    let is_stopped = || fs::read_to_string(&file).unwrap().contains(") T ");
    wait_until(is_stopped, "it does not stop");
}

#[cfg(unix)]
#[track_caller]
pub fn wait_until(holds: impl Fn() -> bool, otherwise: &str) {
    let begun = std::time::Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "{otherwise}");
        thread::yield_now();
    }
}

/// Waits until a draft with one of these texts is kept. It is written as fast as the disk takes it; there is nothing to
/// wait for but the file itself.
#[cfg(unix)]
#[track_caller]
pub fn wait_for_draft(window: &Window, texts: &[&str]) {
    let drafts = window.folder.path().join("state/taizhang/drafts");
    let is_kept = || {
        let files = fs::read_dir(&drafts).into_iter().flatten().flatten();
        // What is still being written has another ending.
        let whole = files
            .map(|file| file.path())
            .filter(|file| file.extension().is_some_and(|end| end == "toml"));
        let mut kept = whole.filter_map(|file| fs::read_to_string(file).ok());
        kept.any(|kept| texts.iter().any(|text| kept.contains(text)))
    };
    wait_until(is_kept, "no draft is kept");
}

#[test]
#[cfg(target_os = "linux")]
fn stopped_and_continued_it_takes_the_terminal_over_again() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    for stop in [Signal::TSTP, Signal::STOP] {
        signal(&window, stop);
        wait_until_stopped(&window);
        if stop == Signal::TSTP {
            assert!(window.is_cooked(), "the shell can be used meanwhile");
        }
        // What a shell leaves on the screen.
        window
            .parser
            .process("\u{1B}[?1049h\u{1B}[2J$ ls".as_bytes());
        signal(&window, Signal::CONT);
        window.wait_for("1/44");
        // The modes may be put back twice: once when the stop ends, and once when the system tells that it did.
        wait_until(|| !window.is_cooked(), "it does not take the terminal over");
        window.type_in("j");
        window.wait_for("2/44");
        window.type_in("k");
        window.wait_for("1/44");
    }
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
}

#[test]
fn what_others_save_appears_by_itself() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    let path = window.folder.path().join("ledger.toml");
    let text = fs::read_to_string(&path).unwrap();
    let replaced = window.folder.path().join("new.toml");
    fs::write(&replaced, text.replace("海运航线12条", "海运航线13条")).unwrap();
    fs::rename(&replaced, &path).unwrap();
    window.wait_for("第21项已被别人更新");
    window.type_in("21\r");
    window.wait_for("线13条");
    fs::remove_file(&path).unwrap();
    window.wait_for("文件读不了");
    window.wait_for("线13条");
    fs::write(&path, &text).unwrap();
    window.wait_for("线12条");
    assert!(!window.parser.screen().contents().contains("文件读不了"));
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}

#[test]
#[cfg(unix)]
fn a_signal_ends_it_and_the_terminal_is_restored() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    let pid =
        rustix::process::Pid::from_raw(window.child.process_id().unwrap().try_into().unwrap())
            .unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    assert_eq!(window.wait_for_end(), 128 + 15);
    window.check_restored();
    assert!(window.is_cooked());
}

#[test]
fn a_closed_window_ends_it() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    window.keyboard = None;
    window.master = None;
    // The reading thread of this test holds the last handle; the program ends all the same when told to hang up.
    #[cfg(unix)]
    {
        let pid =
            rustix::process::Pid::from_raw(window.child.process_id().unwrap().try_into().unwrap())
                .unwrap();
        let _ = rustix::process::kill_process(pid, rustix::process::Signal::HUP);
    }
    assert_ne!(window.wait_for_end(), 0);
}

#[test]
#[cfg(unix)]
fn what_was_typed_survives_the_program() {
    let mut window = Window::open(80, 24);
    for (turn, signal) in [Signal::KILL, Signal::TERM, Signal::HUP]
        .into_iter()
        .enumerate()
    {
        if turn == 0 {
            window.wait_for("1/44");
            window.type_in("21\r\u{1B}OQ");
        }
        window.wait_for("编辑进展");
        window.type_in(&format!("第{turn}次“改”\r另起一段"));
        wait_for_draft(
            &window,
            &[
                &format!("第{turn}次“改”\\n另起一段"),
                &format!("第{turn}次“改”\n另起一段"),
            ],
        );
        let pid = Pid::from_raw(window.child.process_id().unwrap().try_into().unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
        assert_ne!(window.wait_for_end(), 0);
        window = window.open_again();
        window.wait_for("找到未保存的文字");
        window.type_in("\r");
        window.wait_for("[未保存]");
    }
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    let file = fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap();
    assert!(file.contains("第0次“改”\n另起一段第1次“改”\n另起一段第2次“改”\n另起一段\"\"\""));
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window = window.open_again();
    window.wait_for("1/44");
    assert!(
        !window
            .parser
            .screen()
            .contents()
            .contains("找到未保存的文字"),
        "what was saved is not offered again"
    );
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}

/// This test is a stage for the next one: run by it in a terminal, it panics in the middle of a session.
#[test]
fn stage_for_a_panic() {
    use taizhang::app::layout::Size;
    use taizhang::app::{App, EditorFault, FileFacts, NotReloaded, Reloaded, SaveOutcome};
    use taizhang::ledger::Edit;
    use taizhang::terminal::EditorChoice;

    struct Panicking;
    impl taizhang::terminal::Keeper for Panicking {
        fn save(&mut self, _: &Edit) -> SaveOutcome {
            panic!("a fault of the program")
        }
        fn watch(&mut self, _: std::sync::Arc<dyn Fn() + Send + Sync>) {}

        fn look(&mut self) -> Option<Result<Reloaded, NotReloaded>> {
            None
        }

        fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
            panic!("a fault of the program")
        }
    }

    if std::env::var_os("TAIZHANG_STAGE").is_none() {
        return;
    }
    let ledger = taizhang::store::Document::open(&shipped())
        .unwrap()
        .ledger();
    let app = App::new(ledger, FileFacts::default(), Size { cols: 80, rows: 24 });
    let editor = EditorChoice::Unusable(EditorFault::NoneThere);
    let reports = std::env::current_dir().unwrap();
    taizhang::terminal::open(
        String::new(),
        std::sync::Arc::new(|| None),
        || Ok::<_, ()>((app, Panicking, crate::support::CHINESE)),
        taizhang::terminal::Style {
            look: crate::support::CHINESE,
            has_mouse: false,
            asks: taizhang::terminal::Questions::default(),
        },
        editor,
        Some(reports),
        None,
    )
    .unwrap()
    .unwrap();
}

#[test]
fn a_panic_leaves_a_usable_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args([
        "--exact",
        "interruptions::stage_for_a_panic",
        "--nocapture",
        "--test-threads",
        "1",
    ]);
    command.env("TAIZHANG_STAGE", "1");
    command.cwd(folder.path());
    let mut window = Window::start(command, folder, 80, 24);
    window.wait_for("1/44");
    window.type_in("R");
    assert_ne!(window.wait_for_end(), 0);
    window.check_restored();
    #[cfg(unix)]
    assert!(window.is_cooked());
    let written = String::from_utf8_lossy(&window.bytes).into_owned();
    assert!(
        written.contains("a fault of the program"),
        "the report is readable"
    );
    assert!(written.contains("出错报告存在："), "{written}");
    let names = fs::read_dir(window.folder.path()).unwrap();
    let reports = names.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("panic-")
    });
    assert_eq!(reports.count(), 1);
}
