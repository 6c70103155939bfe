//! What commands print: nothing of a ledger, an argument or a file name acts on a terminal, and a pipe gets exact bytes.
#![cfg(unix)]

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::pseudo_terminal::binary;
use crate::support::shipped;

/// Every kind of character that acts on a terminal, or hides or reorders what is read, between two ordinary ones.
const HOSTILE: &str = "甲\u{1B}]52;c;aGk=\u{7}\u{1B}[2J\u{9B}31m\u{9D}0;x\u{9C}\u{8}\u{C}\r\u{7F}\u{85}\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\
     \u{2066}\u{2069}\u{2028}\u{2029}\u{200B}\u{200C}\u{2060}\u{206A}\u{FEFF}\u{FFF9}\u{FFFB}\u{AD}\u{34F}\u{1D173}\u{E0001}\u{E0041}\
     \u{E007F}\u{E01F0}乙";

const FORMATS: [&str; 5] = ["text", "tsv", "csv", "md", "json"];

/// Whether a terminal that gets this character does or hides something; line ends are the format's own.
fn acts(c: char) -> bool {
    let is_structure = matches!(c, '\n' | '\t');
    (c.is_control() && !is_structure)
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

/// What is wrong with the bytes that a terminal was sent, if anything.
fn fault(sent: &[u8]) -> Option<String> {
    // The terminal itself makes every line end a carriage return and a line feed.
    let Ok(text) = std::str::from_utf8(sent) else {
        return Some("not UTF-8".to_owned());
    };
    let text = text.replace("\r\n", "\n");
    let acting = text.chars().find(|&c| acts(c));
    acting.map(|c| format!("U+{:04X} in {text:?}", u32::from(c)))
}

/// The hostile text as TOML holds it.
fn in_toml() -> String {
    let escaped = HOSTILE.chars().map(|c| match c {
        '甲' | '乙' => c.to_string(),
        '"' | '\\' => format!("\\{c}"),
        c if c.is_ascii_graphic() => c.to_string(),
        c => format!("\\U{:08X}", u32::from(c)),
    });
    escaped.collect()
}

/// A ledger with hostile text in every field.
fn ledger() -> String {
    let bad = in_toml();
    let item = |id: &str, more: &str| {
        format!(
            "[[item]]\nid = {id}\ntitle = \"实施{bad}50条。\"\nprogress = \"完工21条，{bad}。\\n增长5.5%。\"\ncategory = \"{bad}\"\nlead = \"{bad}\"\n\
             tags = [\"{bad}\"]\nproblem = \"{bad}\"\nnext = \"{bad}\"\n{more}\
             [[item.indicator]]\nname = \"数{bad}\"\nkind = \"amount\"\ntarget = 50\nunit = \"{bad}\"\nactual = 21\nevidence = \"完工21条，{bad}\"\n\
             [[item.indicator]]\nname = \"率{bad}\"\nkind = \"rate\"\ntarget = 50\nunit = \"%{bad}\"\nactual = 21\nevidence = \"无{bad}\"\n\
             [[item.indicator]]\nname = \"段{bad}\"\nkind = \"stage\"\nstages = [\"甲{bad}\", \"乙{bad}\"]\nstage = \"甲{bad}\"\n\
             [[item.report]]\nperiod = \"{bad}\"\nas_of = 2025-03-31\nprogress = \"{bad}\"\nfigures = {{ \"数{bad}\" = {{ actual = 30 }} }}\n\
             [[item.order]]\ndate = 2025-07-25\ntext = \"{bad}\"\nowner = \"{bad}\"\ndue = 2025-07-01\ndone = false\n"
        )
    };
    let by_person = format!("status = \"done\"\nstatus_reason = \"{bad}\"\n");
    let bare = format!(
        "[[item]]\nid = 3\ntitle = \"新增{bad}1000万平方米。\"\nprogress = \"新增{bad}649万平方米。\"\n"
    );
    format!(
        "schema = 1\n[ledger]\ntitle = \"{bad}\"\nyear = 2025\nperiod = \"{bad}\"\nas_of = 2025-06-30\npublisher = \"{bad}\"\n{}{}{bare}",
        item(&format!("\"{bad}\""), ""),
        item("2", &by_person)
    )
}

/// A folder with the hostile ledger under a hostile name.
struct Desk {
    folder: TempDir,
    ledger: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // A name of a file has no slash and no zero; a byte that is no UTF-8 belongs to it.
        let mut name = HOSTILE.as_bytes().to_vec();
        name.truncate(100);
        name.extend(b"\x9b31m.toml");
        let ledger = folder.path().join(OsStr::from_bytes(&name));
        fs::write(&ledger, self::ledger()).unwrap();
        Self { folder, ledger }
    }

    /// What the program sends to a terminal that is its standard output and its standard error.
    fn sent(&self, arguments: &[OsString]) -> Vec<u8> {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(binary());
        command.args(arguments);
        command.cwd(self.folder.path());
        command.env("LC_ALL", "C.UTF-8");
        // A terminal that is asked nothing: `doctor` sends no questions.
        command.env("TERM", "dumb");
        command.env("HOME", self.folder.path());
        command.env("XDG_STATE_HOME", self.folder.path().join("state"));
        command.env("XDG_CONFIG_HOME", self.folder.path().join("config"));
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut sent = Vec::new();
        let mut reader = pty.master.try_clone_reader().unwrap();
        // The end of a pseudo-terminal is an error on Linux.
        let _ = reader.read_to_end(&mut sent);
        child.wait().unwrap();
        sent
    }

    fn piped(&self, arguments: &[OsString]) -> Output {
        run(self.folder.path(), arguments)
            .stdout(Stdio::piped())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn check(&self, arguments: &[OsString]) -> Vec<u8> {
        let sent = self.sent(arguments);
        if let Some(fault) = fault(&sent) {
            panic!("{arguments:?}: {fault}");
        }
        sent
    }
}

fn run(folder: &Path, arguments: &[OsString]) -> Command {
    let mut command = at(folder, binary().as_os_str());
    command.args(arguments);
    command
}

/// A program in a folder that is the user's whole world.
fn at(folder: &Path, program: &OsStr) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
    command.env("HOME", folder);
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    command
}

fn os(arguments: &[&str]) -> Vec<OsString> {
    arguments.iter().map(OsString::from).collect()
}

#[test]
fn nothing_of_a_ledger_acts_on_a_terminal_in_any_format() {
    let desk = Desk::new();
    let ledger = OsString::from(&desk.ledger);
    let commands: [&[&str]; 7] = [
        &["list"],
        &["list", "--query", "甲"],
        &["search", "甲"],
        &["show", "2"],
        &["show", HOSTILE],
        &["summary"],
        &["check"],
    ];
    for command in commands {
        for format in FORMATS {
            for language in ["zh", "en"] {
                let mut arguments = os(command);
                arguments.push(ledger.clone());
                arguments.extend(os(&["--format", format, "--lang", language]));
                let sent = desk.check(&arguments);
                let said = String::from_utf8_lossy(&sent);
                assert!(
                    said.contains('甲') && said.contains("⟨202E⟩"),
                    "{arguments:?}: what is there is shown: {said}"
                );
            }
        }
    }
    for format in ["md", "text"] {
        let mut arguments = os(&["export", "--orders", "--format", format]);
        arguments.push(ledger.clone());
        desk.check(&arguments);
    }
    for command in [["doctor"], ["restore"]] {
        let mut arguments = os(&command);
        arguments.push(ledger.clone());
        desk.check(&arguments);
    }
}

#[test]
fn a_note_from_the_command_line_is_told_without_what_acts() {
    let desk = Desk::new();
    let note = format!("完工22条，{HOSTILE}");
    for id in ["2", HOSTILE] {
        let mut arguments = os(&["set", id]);
        arguments.push(desk.ledger.clone().into());
        arguments.extend(os(&["--progress", &note]));
        let said = desk.check(&arguments);
        assert!(String::from_utf8_lossy(&said).contains("已保存"), "{id}");
    }
    // Now there are versions to be listed and to be brought back.
    for more in [&[][..], &["--version", "1"], &["--version", "99"]] {
        let mut arguments = os(&["restore"]);
        arguments.push(desk.ledger.clone().into());
        arguments.extend(os(more));
        desk.check(&arguments);
    }
}

#[test]
fn nothing_of_an_argument_acts_on_a_terminal() {
    let desk = Desk::new();
    let good = desk.folder.path().join("good.toml");
    fs::copy(shipped(), &good).unwrap();
    let good = good.to_str().unwrap();
    let long = format!("--{HOSTILE}");
    let lines: [&[&str]; 26] = [
        &[HOSTILE],
        &["list", HOSTILE],
        &["show", HOSTILE, good],
        &["show", "1", HOSTILE],
        &["set", HOSTILE, good, "--progress", "甲"],
        &["set", "1", HOSTILE, "--progress", "甲"],
        &["set", "1", good],
        &["search", HOSTILE, good],
        &["search", HOSTILE, good, "--format", "json"],
        &["list", good, "--query", HOSTILE],
        &["list", good, "--status", HOSTILE],
        &["list", good, "--format", HOSTILE],
        &["summary", good, "--format", HOSTILE],
        &["check", HOSTILE, HOSTILE],
        &["restore", HOSTILE],
        &["restore", good, "--version", HOSTILE],
        &["doctor", HOSTILE],
        &["new", "no/such/folder/\u{1B}[2J\u{202E}"],
        &["new", HOSTILE],
        &["demo", "-o", "no/such/folder/\u{1B}[2J\u{202E}"],
        &["config", "init", "-o", "no/such/folder/\u{1B}[2J\u{202E}"],
        &["export", good, "--orders", "-o", HOSTILE],
        &["list", good, "--lang", HOSTILE],
        &["list", good, "--theme", HOSTILE],
        &["list", good, "--ambiguous", HOSTILE],
        &["list", good, &long],
    ];
    for line in lines {
        for language in ["zh", "en"] {
            let mut arguments = os(&["--lang", language]);
            arguments.extend(os(line));
            let sent = desk.check(&arguments);
            assert!(!sent.is_empty(), "{arguments:?} says something");
        }
    }
    // Bytes that are no text, wherever an argument can stand.
    let bytes = OsStr::from_bytes(b"\x9b31m\xff\x1b[2J");
    for place in 0..4 {
        let mut arguments = os(&["list", good, "--query", "甲"]);
        arguments.insert(place, bytes.into());
        desk.check(&arguments);
    }
}

/// The program called by another name says its own.
#[test]
fn the_name_that_the_program_was_called_by_does_not_act_either() {
    let desk = Desk::new();
    let link = desk.folder.path().join("甲\u{1B}[2J\u{202E}");
    std::os::unix::fs::symlink(binary(), &link).unwrap();
    for line in [
        &["--help"][..],
        &["list", "--help"],
        &["--version"],
        &["--nope"],
    ] {
        let pty = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(&link);
        command.args(line);
        command.cwd(desk.folder.path());
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut sent = Vec::new();
        let _ = pty
            .master
            .try_clone_reader()
            .unwrap()
            .read_to_end(&mut sent);
        child.wait().unwrap();
        assert!(!sent.is_empty());
        if let Some(fault) = fault(&sent) {
            panic!("{line:?}: {fault}");
        }
    }
}

#[test]
fn faults_of_a_file_are_told_without_what_acts() {
    let desk = Desk::new();
    let broken = [
        format!(
            "schema = 1\n[ledger]\ntitle = \"{}\"\n[[item]]\nid = 1\ntitle = \"甲\"\nprogress = 5\nstatus = \"{0}\"\n",
            in_toml()
        ),
        format!("schema = 1\n\"{}\" = = 5\n", in_toml()),
        format!("schema = 1\n{HOSTILE}\n"),
        format!(
            "schema = 1\n[ledger]\ntitle = '甲'\n[[item]]\nid = \"{}\"\n",
            in_toml()
        ),
    ];
    for text in broken {
        fs::write(&desk.ledger, text).unwrap();
        for name in ["list", "check", "summary", "doctor"] {
            let sent = desk.check(&[name.into(), desk.ledger.clone().into()]);
            assert!(!sent.is_empty());
        }
    }
    let config = desk.folder.path().join("config/taizhang");
    fs::create_dir_all(&config).unwrap();
    fs::write(
        config.join("config.toml"),
        format!(
            "theme = \"{0}\"\n\"{0}\" = 1\n[keys]\n\"{0}\" = \"{0}\"\n",
            in_toml()
        ),
    )
    .unwrap();
    for line in [&["config", "check"][..], &["config"], &[]] {
        desk.check(&os(line));
    }
}

#[test]
fn a_pipe_gets_the_very_characters() {
    let desk = Desk::new();
    for format in FORMATS {
        let mut arguments = os(&["list", "--format", format]);
        arguments.push(desk.ledger.clone().into());
        let piped = desk.piped(&arguments);
        assert_eq!(piped.status.code(), Some(0));
        let text = String::from_utf8(piped.stdout).unwrap();
        match format {
            // For people, wherever it goes.
            "text" => assert_eq!(fault(text.as_bytes()), None),
            "json" => {
                let json: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(json["ledger"]["title"], HOSTILE);
                assert_eq!(json["items"][0]["lead"], HOSTILE);
            }
            "md" => assert!(text.contains("\u{202E}") && text.contains('\u{1B}')),
            _ => assert!(text.contains(HOSTILE), "{format}"),
        }
    }
}

/// Every command that prints something, with the shipped ledger as `l.toml` in its folder.
const PRINTING: [&[&str]; 20] = [
    &[],
    &["--help"],
    &["--version"],
    &["list", "--help"],
    &["list", "l.toml"],
    &["list", "l.toml", "--format", "tsv"],
    &["list", "l.toml", "--format", "csv"],
    &["list", "l.toml", "--format", "md"],
    &["list", "l.toml", "--format", "json"],
    &["search", "海洋", "l.toml"],
    &["show", "33", "l.toml"],
    &["show", "33", "l.toml", "--format", "md"],
    &["summary", "l.toml", "--format", "json"],
    &["check", "l.toml", "--format", "csv"],
    &["export", "l.toml", "--orders"],
    &["export", "l.toml", "--orders", "--format", "docx"],
    &["new", "-"],
    &["demo"],
    &["config"],
    &["doctor", "l.toml"],
];

fn shipped_desk() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let order = "[[item.order]]\ndate = 2025-07-25\ntext = \"甲\"\n\n[[item]]\nid = 2\n";
    let text = fs::read_to_string(shipped()).unwrap();
    let text = text.replacen("[[item]]\nid = 2\n", order, 1);
    assert!(text.contains(order));
    fs::write(folder.path().join("l.toml"), &text).unwrap();
    fs::write(folder.path().join("ledger.toml"), text).unwrap();
    folder
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_arrives_nowhere_is_told_by_every_command() {
    let folder = shipped_desk();
    for line in PRINTING {
        let full = || fs::File::options().write(true).open("/dev/full").unwrap();
        // Open for reading only: nothing can be written there either.
        let deaf = || fs::File::open("/dev/null").unwrap();
        for stream in [full(), deaf()] {
            let output = run(folder.path(), &os(line)).stdout(stream).output();
            let output = output.unwrap();
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{line:?} {told}");
            assert!(told.starts_with("error: "), "{line:?} {told}");
        }
        // Nobody can be told any more.
        let mut command = run(folder.path(), &os(line));
        let status = command.stdout(full()).stderr(full()).status().unwrap();
        assert_eq!(status.code(), Some(2), "{line:?}");
    }
}

#[test]
fn streams_that_are_closed_end_no_command_badly() {
    let folder = shipped_desk();
    let kept = fs::read(folder.path().join("l.toml")).unwrap();
    let mut lines = PRINTING.to_vec();
    let refused: [&[&str]; 3] = [
        &["list", "nowhere.toml"],
        &["show", "x", "l.toml"],
        &["--no"],
    ];
    lines.extend(refused);
    lines.push(&["set", "33", "l.toml", "--progress", "-"]);
    for line in lines {
        for closed in ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"] {
            let mut shell = at(folder.path(), OsStr::new("sh"));
            shell.args(["-c", &format!("exec \"$0\" \"$@\" {closed}")]);
            shell.arg(binary()).args(line);
            let output = shell.stdin(Stdio::null()).output().unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            let code = output.status.code();
            assert!(
                code.is_some_and(|code| code <= 2),
                "{line:?} {closed} {told}"
            );
            assert!(!told.contains("panicked"), "{line:?} {closed} {told}");
            if line.first() == Some(&"set") {
                assert_eq!(code, Some(2), "{closed} {told}");
            }
        }
    }
    let now = fs::read(folder.path().join("l.toml")).unwrap();
    assert!(now == kept, "a note from a closed stream empties nothing");
}

#[test]
fn a_reader_that_has_enough_ends_every_command_quietly() {
    let folder = shipped_desk();
    for line in PRINTING {
        let mut shell = at(folder.path(), OsStr::new("sh"));
        // The status of the program, and what it said, whatever the pipe's reader did.
        let script = "{ \"$0\" \"$@\" 2>err; echo $? >status; } | true";
        shell.args(["-c", script]).arg(binary()).args(line);
        assert!(shell.status().unwrap().success());
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read("err"), "", "{line:?}");
        assert!(["0\n", "1\n"].contains(&&*read("status")), "{line:?}");
    }
}

/// A ledger of many items: the shipped ones again and again.
#[cfg(target_os = "linux")]
fn many_items(times: usize) -> String {
    let text = fs::read_to_string(shipped()).unwrap();
    let (head, items) = text.split_once("[[item]]\nid = 1\n").unwrap();
    let items = format!("[[item]]\nid = 1\n{items}");
    let again = (0..times).map(|time| items.replace("\nid = ", &format!("\nid = {}", 100 + time)));
    head.to_owned() + &again.collect::<String>()
}

/// Counts the system calls, where `strace` can.
#[test]
#[cfg(target_os = "linux")]
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn everything_is_written_in_blocks() {
    let folder = tempfile::tempdir().unwrap();
    let mut probe = at(folder.path(), OsStr::new("strace"));
    let probe = probe.args(["-qq", "-o", "/dev/null", "true"]).status();
    if !probe.is_ok_and(|status| status.success()) {
        eprintln!("skipped: strace is not there or may not trace here");
        return;
    }
    fs::write(folder.path().join("l.toml"), many_items(8)).unwrap();
    let calls = folder.path().join("calls");
    for name in ["list", "search", "summary", "check"] {
        for format in FORMATS {
            let query = (name == "search").then_some("市");
            let mut strace = at(folder.path(), OsStr::new("strace"));
            strace.args(["-f", "-qq", "-e", "trace=write,writev", "-o"]);
            strace.arg(&calls).arg(binary());
            strace.arg(name).args(query);
            strace.args(["l.toml", "--format", format]);
            let output = strace.stderr(Stdio::null()).output().unwrap();
            assert!(!output.stdout.is_empty(), "{name} {format}");
            let calls = fs::read_to_string(&calls).unwrap();
            let writes = calls.lines().filter(|call| call.contains("write")).count();
            let bytes = output.stdout.len();
            // A word may wake a thread by a write.
            assert!(
                writes <= bytes / 32_768 + 12,
                "{name} {format}: {writes} writes of {bytes} bytes"
            );
        }
    }
}
