//! Keys of one's own, on every screen that works by keys or tells them.

use std::fs;
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use taizhang::app::beginning::{Beginning, Start};
use taizhang::app::layout::Size;
use taizhang::app::{Action, Mode, Msg, ThemeName};
use taizhang::keys::{Context, Keys};
use taizhang::settings;
use taizhang::view::{Look, beginning};

use crate::pseudo_terminal::Window;
use crate::settings::{desk, window};
use crate::support::{CHINESE, Walk, events, text_of};

const OWN: &str = "[keys.browse]\nhelp = \"F11\"\nsearch = [\"F5\", \"x\"]\n\
    [keys.edit]\nsave = \"Ctrl-X\"\n[keys.begin]\nquit = \"x\"\n";

/// Drawn with those keys.
fn look() -> Look {
    let own = settings::read(OWN).unwrap().keys;
    Look {
        keys: Box::leak(Box::new(Keys::with(&own))),
        ..CHINESE
    }
}

fn walk(cols: u16, rows: u16) -> Walk {
    let mut walk = Walk::shipped(cols, rows);
    walk.look = look();
    walk
}

/// The first row of the screen with this text.
#[track_caller]
fn row_with(walk: &mut Walk, text: &str) -> String {
    let screen = walk.screen();
    let found = screen.lines().find(|row| row.contains(text));
    found
        .unwrap_or_else(|| panic!("no {text}:\n{screen}"))
        .to_owned()
}

#[test]
fn the_foot_tells_them_and_can_be_clicked() {
    for (cols, rows) in [(120, 36), (80, 24), (40, 10)] {
        let mut walk = walk(cols, rows);
        let foot = row_with(&mut walk, "F9 ");
        assert!(foot.starts_with(" F11 帮助"), "{foot}");
        assert!(foot.contains(" F5 搜索"), "{foot}");
        walk.click("F11");
        assert!(matches!(walk.app.mode(), Mode::Help(_)));
        walk.keys("<Esc>").click("F5");
        assert!(matches!(walk.app.mode(), Mode::Search(_)));
    }
}

#[test]
fn they_work_and_those_before_them_do_not() {
    let mut walk = walk(80, 24);
    let before = walk.screen();
    assert_eq!(walk.keys("<F1>?/<F3>").screen(), before);
    walk.keys("x");
    assert!(matches!(walk.app.mode(), Mode::Search(_)));
    // What is not spoken of has its keys: in the search bar letters are text, and F1 helps.
    assert!(row_with(walk.keys("x"), "/ 全部").contains('x'));
    walk.keys("<F1>");
    assert!(matches!(walk.app.mode(), Mode::Help(_)));
}

#[test]
fn the_help_tells_them() {
    let mut walk = walk(80, 36);
    walk.keys("<F11>/核对").keys("<Enter>");
    let findings = row_with(&mut walk, "  c  Ctrl-K ");
    assert!(!findings.contains("F11"), "{findings}");
    walk.keys("<Esc>/f5");
    let search = row_with(&mut walk, "  F5  x  ");
    assert!(search.contains("搜索"), "{search}");
}

#[test]
fn the_palette_tells_them() {
    let mut walk = walk(80, 24);
    let searching = row_with(walk.keys("<F9>搜索"), "› 搜索");
    assert!(searching.contains("F5 x"), "{searching}");
    assert!(!searching.contains("F3"), "{searching}");
    // It is found by its key, too.
    walk.keys("<C-u>f11");
    let helping = row_with(&mut walk, "› 帮助");
    assert!(helping.contains("F11"), "{helping}");
}

#[test]
fn a_note_is_saved_with_them() {
    let mut walk = walk(80, 24);
    walk.keys("<F2>甲<F2><C-s>");
    assert!(matches!(walk.app.mode(), Mode::Edit(_)));
    assert!(row_with(&mut walk, "Ctrl-X 保存").contains("Esc"));
    walk.keys("<C-x>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert!(walk.note(1).contains('甲'));
}

#[test]
fn they_hold_where_there_is_no_ledger_yet() {
    let look = look();
    let mut beginning = Beginning::new(Vec::new(), "ledger.toml".to_owned());
    let size = Size { cols: 60, rows: 16 };
    beginning.update(Msg::Resized(size), look.ruler());
    let mut terminal = Terminal::new(TestBackend::new(60, 16)).unwrap();
    terminal
        .draw(|frame| beginning::draw(&beginning, look, frame))
        .unwrap();
    let screen = text_of(terminal.backend().buffer());
    assert!(screen.contains(" x 退出"), "{screen}");
    let mut chosen = |keys: &str| {
        let event = events(keys).remove(0);
        let msg = look.keys.message(Context::Begin, event)?;
        beginning.update(msg, look.ruler())
    };
    assert_eq!(chosen("q"), None);
    assert_eq!(chosen("x"), Some(Start::Quit));
}

#[test]
fn those_of_the_settings_hold_in_the_program() {
    let mut opened: Window = window(desk(Some(OWN)), &[]);
    opened.wait_for(" F11 帮助");
    // F1, and what F11 is in xterm.
    opened.type_in("\u{1B}OP");
    opened.type_in("\u{1B}[23~");
    // The foot is drawn last.
    opened.wait_for(" Esc 返回");
    opened.type_in("\u{1B}");
    opened.wait_for(" F5 搜索");
    // The palette answers from elsewhere.
    opened.type_in("\u{1B}[20~");
    opened.wait_for(" Enter 选定");
    opened.type_in("f11");
    opened.wait_for("› 帮助");
    opened.type_in("\u{1B}");
    opened.wait_for(" F5 搜索");
    opened.type_in("q");
    assert_eq!(opened.wait_for_end(), 0);
    let mut plain = window(opened.folder, &["--no-config"]);
    plain.wait_for(" F1 帮助");
    plain.type_in("q");
    assert_eq!(plain.wait_for_end(), 0);
}

#[test]
fn what_the_readme_shows_can_be_copied() {
    for name in ["README.md", "README.zh-CN.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let readme = fs::read_to_string(path).unwrap();
        let mut blocks = readme.split("```toml\n");
        let shown = blocks.find(|it| it.contains("[keys.browse]")).unwrap();
        let shown = shown.split("```").next().unwrap();
        let settings = settings::read(shown).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(settings.theme, Some(ThemeName::Contrast), "{name}");
        let keys = Keys::with(&settings.keys);
        for (key, action) in [("<F5>", Action::Overview), ("<F4>", Action::Present)] {
            let msg = keys.message(Context::Browse, events(key).remove(0));
            assert!(
                matches!(msg, Some(Msg::Do(does)) if does == action),
                "{key}"
            );
        }
    }
}
