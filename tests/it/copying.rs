//! Copying: what is chosen on which screen, what is told, and the bytes that reach a terminal.

use std::process::Command;

use taizhang::app::Mode;
use taizhang::app::copying::{CopyForm, CopyWhat};
use taizhang::ledger::ItemId;

use crate::pseudo_terminal::{Window, binary};
use crate::support::Walk;

fn of(number: u64, form: CopyForm) -> CopyWhat {
    CopyWhat::Item(ItemId::Number(number), form)
}

#[test]
fn every_way_of_choosing_leads_to_the_form() {
    for (keys, form) in [
        ("<Enter>", CopyForm::Whole),
        ("y", CopyForm::Whole),
        ("1", CopyForm::Whole),
        ("<Down><Enter>", CopyForm::Title),
        ("t", CopyForm::Title),
        ("n", CopyForm::Note),
        ("３", CopyForm::Note),
        ("<End><Up><Enter>", CopyForm::MarkdownRow),
        ("4", CopyForm::MarkdownRow),
        ("j", CopyForm::Json),
        ("Ｊ", CopyForm::Json),
    ] {
        let mut walk = Walk::shipped(80, 24);
        walk.keys("26<Enter><Esc>y").keys(keys);
        assert_eq!(walk.copied, [of(26, form)], "{keys}");
        assert!(matches!(walk.app.mode(), Mode::Browse), "{keys}");
    }
}

#[test]
fn the_menu_is_seen_and_left_without_copying() {
    for (cols, rows) in [(80, 24), (40, 10), (20, 5)] {
        let mut walk = Walk::shipped(cols, rows);
        walk.keys("26<Enter><Esc><Esc>y<Down><Down>");
        // Nothing of what is chosen is out of sight.
        assert!(walk.screen().contains("› 3 n"), "{cols}x{rows}");
        walk.keys("<Esc>");
        assert!(walk.copied.is_empty() && matches!(walk.app.mode(), Mode::Browse));
    }
}

#[test]
fn what_was_copied_is_told_with_its_length() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("26<Enter><Esc>yn");
    let chars = walk.note(26).chars().count();
    let told = format!("已复制第26项的进展情况（{chars}字）");
    assert!(walk.screen().contains(&told), "{}", walk.screen());
}

#[test]
fn lists_copy_the_item_under_their_cursor_and_stay_open() {
    let mut walk = Walk::shipped(100, 30);
    walk.keys("s<Down>y");
    let Mode::Copy(copying) = walk.app.mode() else {
        panic!("no menu over the summary");
    };
    let id = copying.id.clone();
    walk.keys("t");
    assert!(matches!(walk.app.mode(), Mode::Overview(overview) if overview.cursor == 1));
    assert_eq!(walk.copied, [CopyWhat::Item(id, CopyForm::Title)]);

    walk.keys("<Esc>c<Down>y");
    assert!(matches!(walk.app.mode(), Mode::Copy(_)));
    // Somebody else's change reaches the screen behind the menu.
    walk.keys("j");
    assert!(matches!(walk.app.mode(), Mode::Findings(_)));
    assert_eq!(walk.copied.len(), 2);
}

#[test]
fn a_presentation_goes_on_where_it_was() {
    let mut walk = Walk::shipped(40, 10);
    walk.keys("26<Enter><Esc><Esc>p<Down>");
    let top = |walk: &Walk| walk.app.presenting().map(|it| it.top);
    let before = top(&walk);
    assert_eq!(before, Some(1));
    walk.keys("<C-Insert><Down>");
    assert!(matches!(walk.app.mode(), Mode::Copy(_)));
    assert!(walk.app.presenting().is_some());
    walk.keys("<Esc>");
    assert_eq!(top(&walk), before, "it is scrolled as it was");
    walk.keys("y1");
    assert_eq!(walk.copied, [of(26, CopyForm::Whole)]);
    assert!(matches!(walk.app.mode(), Mode::Present(_)));
}

#[test]
fn the_ledger_may_change_while_the_menu_is_open() {
    let mut walk = Walk::shipped(100, 30);
    walk.keys("sy");
    let text = walk.text().replace("id       = 38", "id       = 380");
    let text = text.replace("id = 38\n", "id = 380\n");
    std::fs::write(walk.path(), text).unwrap();
    walk.notice_change();
    assert!(matches!(walk.app.mode(), Mode::Copy(_)));
    walk.keys("<Esc>");
    let Mode::Overview(overview) = walk.app.mode() else {
        panic!("the summary is gone");
    };
    let places = overview.shortfalls().map(|it| it.position);
    let ids: Vec<String> = places
        .map(|at| walk.app.ledger().items[at].id.to_string())
        .collect();
    assert!(!ids.contains(&"38".to_owned()), "{ids:?}");
}

#[test]
fn the_editor_copies_what_is_selected() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("26<Enter><Esc>e<C-Insert>");
    assert!(walk.copied.is_empty());
    assert!(walk.screen().contains("没有选中文字"));
    walk.keys("<Home><S-Right><S-Right><S-Right><C-Insert>");
    let first: String = walk.note(26).chars().take(3).collect();
    assert_eq!(walk.copied, [CopyWhat::Selection(first)]);
    // Ctrl-C still leaves; it was no copy.
    walk.keys("<C-c>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert_eq!(walk.copied.len(), 1);
}

#[test]
fn an_empty_list_has_nothing_to_copy() {
    let mut walk = Walk::of("schema = 1\n[ledger]\ntitle = \"空\"\n", 80, 24);
    walk.keys("y");
    assert!(walk.screen().contains("没有可复制的事项"));
    assert!(walk.copied.is_empty());
}

/// The texts that were sent to the terminal to put into its clipboard.
pub fn sent(bytes: &[u8]) -> Vec<String> {
    let written = String::from_utf8_lossy(bytes);
    let pieces = written.split("\u{1B}]52;c;").skip(1);
    let base64 = pieces.map(|piece| piece.split('\u{1B}').next().unwrap());
    base64
        .map(|text| String::from_utf8(decoded(text)).unwrap())
        .collect()
}

fn decoded(base64: &str) -> Vec<u8> {
    const SIGNS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for sign in base64.trim_end_matches('=').chars() {
        let value = SIGNS.find(sign).unwrap();
        held = (held << 6) | u32::try_from(value).unwrap();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xFF).unwrap());
        }
    }
    bytes
}

fn printed(window: &Window, arguments: &[&str]) -> String {
    let output = Command::new(binary())
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .current_dir(window.folder.path())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn without_a_display_the_terminal_gets_the_text_once() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    window.type_in("26\r\u{1B}");
    window.wait_for("26/44");
    let keys = "yn";
    for key in keys.chars() {
        window.type_in(&key.to_string());
    }
    window.wait_for("发给终端");
    let note = "上半年，46条背街小巷已开工，21条已完工。";
    assert_eq!(sent(&window.bytes), [note]);
    window.type_in("y");
    window.wait_for("整条（序号");
    window.type_in("j");
    window.wait_for("JSON（");
    window.type_in("y");
    window.wait_for("整条（序号");
    window.type_in("1");
    window.wait_for("整条内容（");
    window.type_in("y");
    window.wait_for("整条（序号");
    window.type_in("m");
    window.wait_for("Markdown表格行（");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    let json = printed(&window, &["show", "26", "--format", "json"]);
    let whole = format!("26 实施50条背街小巷综合整治。\n{note}");
    let table = printed(&window, &["show", "26", "--format", "md"]);
    let row = table.lines().last().unwrap().to_owned();
    assert_eq!(sent(&window.bytes), [note.to_owned(), json, whole, row]);
}

#[test]
fn hostile_text_is_copied_to_the_byte_and_never_reaches_the_terminal_raw() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = 1\ntitle = \"一\"\nprogress = \"前\\u001b]0;x\\u0007\\u202e后\"\n";
    std::fs::write(folder.path().join("ledger.toml"), ledger).unwrap();
    let mut command = portable_pty::CommandBuilder::new(binary());
    command.cwd(folder.path());
    let mut window = Window::start(command, folder, 80, 24);
    window.wait_for("1/1");
    window.type_in("y");
    window.wait_for("整条（序号");
    window.type_in("n");
    window.wait_for("发给终端");
    assert_eq!(sent(&window.bytes), ["前\u{1B}]0;x\u{7}\u{202E}后"]);
    let written = String::from_utf8_lossy(&window.bytes);
    assert!(!written.contains("\u{1B}]0;"));
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}
