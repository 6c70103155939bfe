//! Beginning without a ledger: the screen, a new ledger, the demonstration.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use insta::assert_snapshot;
use portable_pty::CommandBuilder;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::CellWidth;
use taizhang::app::Msg;
use taizhang::app::beginning::{Beginning, Start};
use taizhang::app::layout::Size;
use taizhang::keys::Context;
use taizhang::ledger::Kind;
use taizhang::store::{create, ledgers_in, parse};
use taizhang::text::Ruler;
use taizhang::view::{Glyphs, Look, beginning};
use taizhang::words::Language;
use tempfile::TempDir;

use crate::pseudo_terminal::{Window, binary};
use crate::support::{CHINESE, ENGLISH, events, shipped, text_of};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(binary());
    command.args(arguments).current_dir(folder);
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.output().unwrap()
}

/// What a command wrote: its status, standard output, standard error.
fn told(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = run(folder, arguments);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// The examples of a template, no longer commented out.
fn with_examples(template: &str) -> String {
    let line = |line: &str| {
        let example = line.strip_prefix('#');
        let example = example.filter(|rest| !rest.is_empty() && !rest.starts_with(' '));
        example.unwrap_or(line).to_owned()
    };
    template.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_template_loads_as_it_is_and_with_all_its_examples() {
    for language in [Language::Chinese, Language::English] {
        let template = language.words().beginning.template;
        let ledger = parse(template).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(ledger.items.len(), 1);
        assert!(ledger.items[0].indicators.is_empty());
        let all = with_examples(template);
        let ledger = parse(&all).unwrap_or_else(|problems| panic!("{problems:?}\n{all}"));
        let item = &ledger.items[0];
        let kinds: Vec<Kind> = item.indicators.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [Kind::Amount, Kind::Rate, Kind::Level, Kind::Stage]);
        assert_eq!((item.reports.len(), item.orders.len()), (1, 1));
        assert!(ledger.heading.as_of.is_some() && item.due.is_some());
    }
}

#[test]
fn a_new_ledger_is_written_once_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let (exit, out, _) = told(folder.path(), &["new"]);
    assert_eq!(exit, Some(0));
    assert!(out.contains("taizhang ledger.toml"), "{out}");
    let path = folder.path().join("ledger.toml");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        CHINESE.words.beginning.template
    );
    fs::write(&path, "mine").unwrap();
    let (exit, out, errors) = told(folder.path(), &["new"]);
    assert_eq!((exit, out.as_str()), (Some(2), ""));
    assert!(
        errors.contains("error: ledger.toml: 已有这个文件"),
        "{errors}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let (exit, ..) = told(folder.path(), &["new", "甲.toml", "--lang", "en"]);
    assert_eq!(exit, Some(0));
    let english = fs::read_to_string(folder.path().join("甲.toml")).unwrap();
    assert_eq!(english, ENGLISH.words.beginning.template);
    assert_eq!(told(folder.path(), &["check", "甲.toml"]).0, Some(0));
    // Nothing of an attempt that fails stays behind.
    let (exit, _, errors) = told(folder.path(), &["new", "missing/乙.toml"]);
    assert_eq!(exit, Some(2), "{errors}");
    let names = fs::read_dir(folder.path()).unwrap().flatten();
    let mut names: Vec<_> = names.map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["ledger.toml", "甲.toml"]);
}

#[test]
#[cfg(unix)]
fn a_new_file_may_be_read_by_whom_the_umask_lets() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    create(&path, b"x", false).unwrap();
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    let plain = folder.path().join("b");
    fs::write(&plain, "x").unwrap();
    let ordinary = fs::metadata(&plain).unwrap().permissions().mode();
    assert_eq!(mode, ordinary);
}

#[test]
fn the_demonstration_is_listed_in_a_pipe_and_copied_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let (exit, out, _) = told(folder.path(), &["demo"]);
    assert_eq!(exit, Some(0));
    let ledger = shipped();
    let (_, listed, _) = told(folder.path(), &["list", ledger.to_str().unwrap()]);
    assert_eq!(out, listed);
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    let (exit, out, _) = told(folder.path(), &["demo", "-o", "mine.toml"]);
    assert_eq!(exit, Some(0));
    assert!(out.contains("taizhang mine.toml"), "{out}");
    let copy = fs::read(folder.path().join("mine.toml")).unwrap();
    assert_eq!(copy, fs::read(shipped()).unwrap());
    let (exit, _, errors) = told(folder.path(), &["demo", "-o", "mine.toml"]);
    assert_eq!(exit, Some(2));
    assert!(errors.contains("已有这个文件"), "{errors}");
}

#[test]
fn a_pipe_without_a_ledger_is_told_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let (exit, out, errors) = told(folder.path(), &[]);
    assert_eq!((exit, out.as_str()), (Some(2), ""));
    for part in ["error: ledger.toml:", "taizhang new", "taizhang demo"] {
        assert!(errors.contains(part), "{part}: {errors}");
    }
    // Who named a file means that file.
    let (exit, _, errors) = told(folder.path(), &["missing.toml"]);
    assert_eq!(exit, Some(2));
    assert!(!errors.contains("taizhang new"), "{errors}");
}

#[test]
fn the_ledgers_of_a_folder_are_found_by_their_beginnings() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = "schema = 1\n[ledger]\ntitle = \"甲\"\n";
    for (name, text) in [
        ("10.toml", ledger),
        ("2.toml", ledger),
        ("Cargo.toml", "[package]\nname = \"x\"\n"),
        ("notes.txt", ledger),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::create_dir(folder.path().join("folder.toml")).unwrap();
    let found = ledgers_in(folder.path());
    let names: Vec<_> = found.iter().map(|it| it.file_name().unwrap()).collect();
    assert_eq!(names, ["2.toml", "10.toml"]);
}

/// The screen with two ledgers to choose from, and how it is drawn.
pub struct Begun {
    pub beginning: Beginning,
    look: Look,
}

impl Begun {
    pub fn new(look: Look) -> Self {
        let ledgers = vec!["上半年“台账”.toml".to_owned(), "\u{1B}[2J.toml".to_owned()];
        let beginning = Beginning::new(ledgers, "/home/甲/台账/ledger.toml".to_owned());
        Self { beginning, look }
    }

    pub fn keys(&mut self, keys: &str) -> Option<Start> {
        events(keys).into_iter().find_map(|event| {
            let context = match self.beginning.path {
                Some(_) => Context::Path,
                None => Context::Begin,
            };
            let msg = self.look.keys.message(context, event)?;
            self.beginning.update(msg, self.look.ruler())
        })
    }

    pub fn screen(&mut self, cols: u16, rows: u16) -> String {
        let size = Msg::Resized(Size { cols, rows });
        self.beginning.update(size, self.look.ruler());
        let mut terminal = Terminal::new(TestBackend::new(cols, rows)).unwrap();
        terminal
            .draw(|frame| beginning::draw(&self.beginning, self.look, frame))
            .unwrap();
        let buffer = terminal.backend().buffer();
        for row in buffer.content.chunks(usize::from(cols)) {
            let mut x = 0;
            while x < row.len() {
                assert!(!row[x].symbol().contains('\u{1B}'));
                x += usize::from(row[x].cell_width());
            }
            assert_eq!(x, row.len(), "{cols}x{rows}");
        }
        text_of(buffer)
    }
}

#[test]
fn the_screen_to_begin_from_in_ascii() {
    let mut begun = Begun::new(ENGLISH);
    begun.look.glyphs = Glyphs::Ascii;
    assert_snapshot!("beginning_in_ascii-80x24", begun.screen(80, 24));
}

#[test]
fn every_choice_has_a_digit_and_a_way_with_arrows() {
    let chosen = |keys: &str| Begun::new(CHINESE).keys(keys);
    assert_eq!(chosen("<Enter>"), Some(Start::Ledger(0)));
    assert_eq!(chosen("2"), Some(Start::Ledger(1)));
    assert_eq!(chosen("<Down><Down><Enter>"), Some(Start::New));
    assert_eq!(chosen("n"), Some(Start::New));
    assert_eq!(chosen("４"), Some(Start::Demo));
    assert_eq!(chosen("d"), Some(Start::Demo));
    assert_eq!(chosen("<End><Enter>"), Some(Start::Quit));
    assert_eq!(chosen("<Esc>"), Some(Start::Quit));
    assert_eq!(chosen("q"), Some(Start::Quit));
    let typed = Some(Start::Other("q d.toml".to_owned()));
    assert_eq!(chosen("5q d.toml<Enter>"), typed);
    assert_eq!(chosen("o<Enter>"), None, "no name is no file");
    assert_eq!(chosen("oabc<Esc>2"), Some(Start::Ledger(1)));
    assert_eq!(chosen("9"), None);
}

#[test]
fn a_dropped_file_is_taken_wherever_one_is() {
    let mut begun = Begun::new(CHINESE);
    let paste = Msg::Pasted("/甲/乙.toml\n".to_owned());
    assert_eq!(begun.beginning.update(paste, Ruler::NARROW), None);
    let dropped = Some(Start::Other("/甲/乙.toml ".to_owned()));
    assert_eq!(begun.keys("<Enter>"), dropped);
}

#[test]
fn the_choice_under_the_cursor_is_in_sight_at_every_size() {
    for glyphs in Glyphs::ALL {
        for cols in [1, 5, 20, 33, 60, 101] {
            for rows in [1, 2, 3, 5, 8, 10, 24] {
                let mut begun = Begun::new(CHINESE);
                begun.look.glyphs = glyphs;
                for keys in ["", "<Down><Down><Down>", "<End>", "<Up><Enter>一二三四五六"] {
                    begun.keys(keys);
                    let screen = begun.screen(cols, rows);
                    let is_typing = begun.beginning.path.is_some();
                    let has_cursor = screen.contains(['›', '>']) || screen.contains("文件");
                    assert!(
                        cols < 20 || has_cursor,
                        "{cols}x{rows} {is_typing}\n{screen}"
                    );
                }
            }
        }
    }
}

/// Opens the program where there is no ledger.
fn window(arguments: &[&str]) -> Window {
    let folder = TempDir::new().unwrap();
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.args(arguments);
    Window::start(command, folder, 80, 24)
}

#[test]
fn a_new_ledger_from_the_screen_is_opened_at_once() {
    let mut window = window(&[]);
    window.wait_for("没有 ledger.toml");
    window.wait_for("/ledger.toml");
    window.type_in("1");
    window.wait_for("（事项原文）");
    window.wait_for("1/1");
    let text = fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap();
    assert_eq!(text, CHINESE.words.beginning.template);
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
}

#[test]
fn what_cannot_be_opened_is_said_and_one_chooses_again() {
    let mut window = window(&[]);
    window.wait_for("没有 ledger.toml");
    window.type_in("omissing.toml\r");
    window.wait_for("missing.toml: ");
    fs::copy(shipped(), window.folder.path().join("mine.toml")).unwrap();
    window.type_in("\u{15}mine.toml\r");
    window.wait_for("1/44");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
}

#[test]
fn one_leaves_without_a_trace() {
    let mut window = window(&[]);
    window.wait_for("没有 ledger.toml");
    window.type_in("\u{1B}");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
    assert!(fs::read_dir(window.folder.path()).unwrap().next().is_none());
}

#[test]
fn the_demonstration_saves_nothing_and_says_how_to_keep_it() {
    let mut window = window(&["demo"]);
    window.wait_for("taizhang demo -o");
    window.type_in("26\r");
    window.wait_for("26/44");
    window.type_in("\u{1B}OQ");
    window.wait_for("taizhang demo -o");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
    assert!(fs::read_dir(window.folder.path()).unwrap().next().is_none());
}

#[test]
fn a_dash_prints_instead_of_making_a_file() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["new", "-"][..], &["demo", "-o", "-"]] {
        let mut command = std::process::Command::new(crate::pseudo_terminal::binary());
        let output = command.args(arguments).current_dir(folder.path()).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(taizhang::store::parse(&text).is_ok(), "{arguments:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
