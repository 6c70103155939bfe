//! An editor of the user's own choice, and all that editors do: whatever it saved is taken or kept, and told.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::interruptions::{signal, wait_until};
use crate::pseudo_terminal::{Window, binary};
use crate::support::shipped;

const F7: &str = "\u{1B}[18~";

/// Opens the program with this script as its editor; `$1` is the file.
fn window(script: &str) -> Window {
    window_with(|folder, command| {
        let path = folder.join("editor.sh");
        fs::write(&path, script).unwrap();
        command.env("VISUAL", format!("sh '{}'", path.display()));
    })
}

fn window_with(prepare: impl FnOnce(&Path, &mut CommandBuilder)) -> Window {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.env_remove("VISUAL");
    command.env_remove("EDITOR");
    command.env("TMPDIR", folder.path());
    prepare(folder.path(), &mut command);
    let mut window = Window::start(command, folder, 100, 30);
    // A notice takes the place of the number.
    window.wait_for_any(&["1/44", "没有留底"]).unwrap();
    window
}

fn drafts(window: &Window) -> PathBuf {
    window.folder.path().join("state/taizhang/drafts")
}

fn ledger(window: &Window) -> String {
    fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap()
}

fn leave(mut window: Window) {
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
    assert!(window.is_cooked());
}

/// The files with texts in the folder of drafts.
fn texts(window: &Window) -> Vec<PathBuf> {
    let files = fs::read_dir(drafts(window)).unwrap();
    let files = files.map(|file| file.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|it| it == "txt"))
        .collect()
}

#[test]
fn what_the_editor_saved_is_offered_when_the_program_dies_meanwhile() {
    for how in [Signal::KILL, Signal::TERM, Signal::HUP] {
        let mut window = window("printf 在外部编辑器里写的话。 >> \"$1\"; echo saved; read key");
        window.type_in("21\rE");
        window.wait_for("saved");
        signal(&window, how);
        assert_ne!(window.wait_for_end(), 0);
        assert_eq!(texts(&window).len(), 1, "{how:?}");
        let mut window = window.open_again();
        window.wait_for("找到未保存的文字");
        window.type_in("\r");
        window.wait_for("[未保存]");
        window.type_in("\u{13}");
        window.wait_for("第21项已保存");
        assert!(
            ledger(&window).contains("12条。在外部编辑器里写的话。\""),
            "{how:?}"
        );
        assert_eq!(texts(&window).len(), 0, "{how:?}");
        window.type_in("q");
        assert_eq!(window.wait_for_end(), 0);
    }
}

#[test]
fn what_was_typed_before_is_offered_where_the_editor_saved_nothing() {
    let mut window = window("echo open; read key");
    window.type_in("21\r\u{1B}OQ");
    window.wait_for("编辑进展");
    window.type_in("先写的");
    window.type_in(F7);
    window.wait_for("open");
    signal(&window, Signal::KILL);
    assert_ne!(window.wait_for_end(), 0);
    let mut window = window.open_again();
    window.wait_for("找到未保存的文字");
    window.type_in("\r");
    window.wait_for("先写的");
    wait_until(|| texts(&window).is_empty(), "the text of the editor stays");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    leave(window);
}

#[test]
fn what_an_editor_saved_before_it_was_killed_is_taken() {
    let mut window = window("printf 存了一半 >> \"$1\"; kill -9 $$");
    window.type_in("21\rE");
    window.wait_for("没有正常结束");
    window.wait_for("最后存的文字已取回");
    window.wait_for("12条。存了一半");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    assert!(ledger(&window).contains("12条。存了一半\""));
    leave(window);
}

#[test]
fn other_encodings_are_converted_and_told() {
    for (script, name) in [
        (
            "printf '\\277\\252\\271\\244300\\273\\247\\241\\243\\n' > \"$1\"",
            "GBK",
        ),
        (
            "printf '\\377\\376\\000\\137\\345\\1353\\0000\\0000\\000\\067\\142\\002\\060\\r\\000\\n\\000' > \"$1\"",
            "UTF-16",
        ),
    ] {
        let mut window = window(script);
        window.type_in("21\rE");
        window.wait_for(&format!("{name}编码，已转换"));
        window.type_in("\u{13}");
        window.wait_for("第21项已保存");
        assert!(
            ledger(&window).contains("progress = \"开工300户。\""),
            "{name}"
        );
        leave(window);
    }
}

#[test]
fn line_ends_and_marks_of_an_editor_are_no_change() {
    let script = "printf '\\357\\273\\277' > new; sed 's/$/\\r/' \"$1\" >> new; echo >> new; mv new \"$1\"; echo done; read key";
    let mut window = window(script);
    window.type_in("21\rE");
    window.wait_for("done");
    window.type_in("x\r");
    window.wait_for_any(&["没有改动", "就返回了"]).unwrap();
    window.wait_for("[未改动]");
    assert_eq!(ledger(&window), fs::read_to_string(shipped()).unwrap());
    window.type_in("\u{1B}");
    window.wait_for("1/44");
    leave(window);
}

#[test]
fn what_cannot_be_taken_is_kept_in_a_file_that_is_named() {
    for (script, told) in [
        ("head -c 70000 /dev/zero | tr '\\0' x > \"$1\"", "超过64KB"),
        ("printf '\\377A\\200' > \"$1\"", "不是文字"),
    ] {
        let mut window = window(script);
        window.type_in("21\rE");
        window.wait_for(told);
        window.wait_for("edited-");
        let kept = texts(&window);
        assert_eq!(kept.len(), 1, "{told}");
        let bytes = fs::read(&kept[0]).unwrap();
        assert!(bytes.len() == 70_000 || bytes == b"\xFFA\x80", "{told}");
        window.type_in("\u{1B}");
        window.wait_for("21/44");
        leave(window);
    }
}

#[test]
fn an_editor_that_does_not_wait_is_told_how_to_and_its_text_is_fetched() {
    let mut window = window("cp \"$1\" before; printf '%s' \"$1\" > name");
    window.type_in("21\rE");
    window.wait_for("没有等您改完就返回了");
    window.wait_for("--wait");
    // The window that the editor has opened saves after a while.
    let name = fs::read_to_string(window.folder.path().join("name")).unwrap();
    let text = fs::read_to_string(&name).unwrap();
    fs::write(&name, text + "后来存的\n").unwrap();
    window.type_in(F7);
    window.wait_for("12条。后来存的");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    assert!(ledger(&window).contains("12条。后来存的\""));
    assert!(!Path::new(&name).exists());
    leave(window);
}

#[test]
fn an_editor_that_does_not_wait_may_save_after_the_program_has_ended() {
    let mut window = window("printf '%s' \"$1\" > name");
    window.type_in("21\rE");
    window.wait_for("没有等您改完就返回了");
    window.type_in("\u{1B}");
    window.wait_for("21/44");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    let name = fs::read_to_string(window.folder.path().join("name")).unwrap();
    fs::write(&name, "后来存的").unwrap();
    let mut window = window.open_again();
    window.wait_for("找到未保存的文字");
    window.type_in("\r");
    window.wait_for("后来存的");
    signal(&window, Signal::KILL);
    assert_ne!(window.wait_for_end(), 0);
}

#[test]
fn without_an_editor_it_is_told_how_to_come_back_before_one_starts() {
    let mut window = window_with(|folder, command| {
        let vi = folder.join("vi");
        fs::write(&vi, "#!/bin/sh\necho started; printf 用vi写的 >> \"$1\"\n").unwrap();
        fs::set_permissions(&vi, fs::Permissions::from_mode(0o755)).unwrap();
        let path = std::env::var("PATH").unwrap();
        command.env("PATH", format!("{}:{path}", folder.display()));
        command.env("EDITOR", " ");
    });
    window.type_in("21\rE");
    window.wait_for("没有设置外部编辑器");
    window.wait_for(":wq");
    assert!(!String::from_utf8_lossy(&window.bytes).contains("started"));
    window.type_in("\u{1B}");
    window.wait_for("[未改动]");
    window.type_in(F7);
    window.wait_for(":q!");
    window.type_in("\r");
    window.wait_for("12条。用vi写的");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    leave(window);
}

#[test]
fn a_command_that_is_none_is_told_and_nothing_starts_in_its_place() {
    for value in ["code '--wait", "'"] {
        let mut window = window_with(|_, command| {
            command.env("VISUAL", value);
            command.env("EDITOR", "true");
        });
        window.type_in("21\rE");
        window.wait_for("VISUAL");
        window.wait_for("引号不成对");
        window.wait_for("[未改动]");
        window.type_in("\u{1B}");
        window.wait_for("21/44");
        leave(window);
    }
}

#[test]
fn an_interrupt_in_the_editor_is_not_for_the_program() {
    let mut window = window("trap '' INT; echo open; read key; printf 写完 >> \"$1\"");
    window.type_in("21\rE");
    window.wait_for("open");
    signal(&window, Signal::INT);
    window.type_in("\u{3}");
    window.type_in("x\r");
    window.wait_for("12条。写完");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    leave(window);
}

#[test]
fn a_text_is_handed_over_without_a_state_folder_too() {
    for script in ["printf 也行 >> \"$1\"", "printf '\\377' > \"$1\""] {
        let mut window = window_with(|folder, command| {
            let path = folder.join("editor.sh");
            fs::write(&path, script).unwrap();
            command.env("VISUAL", format!("sh '{}'", path.display()));
            fs::create_dir_all(folder.join("state")).unwrap();
            std::os::unix::fs::symlink("/nowhere", folder.join("state/taizhang")).unwrap();
        });
        window.type_in("21\rE");
        if window.wait_for_any(&["12条。也行", "不是文字"]) == Some(0) {
            window.type_in("\u{13}");
            window.wait_for("第21项已保存");
            assert!(ledger(&window).contains("12条。也行\""));
        } else {
            window.wait_for("edited-");
            window.type_in("\u{1B}");
            window.wait_for("21/44");
        }
        let kept = fs::read_dir(window.folder.path()).unwrap();
        let kept = kept.filter(|it| {
            let name = it.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with("taizhang-")
        });
        let expected = usize::from(script.contains("377"));
        window.type_in("q");
        assert_eq!(window.wait_for_end(), 0);
        assert_eq!(kept.count(), expected, "{script}");
    }
}
