//! The program itself in a real pseudo-terminal: its modes, its signals, its file. `.ci/run` points
//! `TAIZHANG_BINARY` at the release binary; without it the binary of this test run is driven.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::support::shipped;

/// How long a screen may take to appear on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The program under test.
pub fn binary() -> PathBuf {
    std::env::var_os("TAIZHANG_BINARY")
        .map_or_else(|| env!("CARGO_BIN_EXE_taizhang").into(), PathBuf::from)
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// The program in a terminal of its own.
pub struct Window {
    pub child: Box<dyn Child + Send + Sync>,
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub keyboard: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    pub parser: vt100::Parser,
    pub bytes: Vec<u8>,
    pub folder: TempDir,
    /// How many columns the terminal says that `“` takes; `None` for one that answers nothing.
    pub ambiguous_cols: Option<u16>,
    /// What it answers when it is asked for its background.
    pub background: &'static str,
    /// How many of the bytes were looked through for questions.
    heard_bytes: usize,
}

impl Window {
    pub fn open(cols: u16, rows: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.toml");
        fs::copy(shipped(), &path).unwrap();
        let mut command = CommandBuilder::new(binary());
        command.cwd(folder.path());
        Self::start(command, folder, cols, rows)
    }

    /// Opens the same ledger again, as the same user on the same machine.
    pub fn open_again(self) -> Self {
        let mut command = CommandBuilder::new(binary());
        command.cwd(self.folder.path());
        Self::start(command, self.folder, 80, 24)
    }

    pub fn start(mut command: CommandBuilder, folder: TempDir, cols: u16, rows: u16) -> Self {
        command.env("LC_ALL", "C.UTF-8");
        command.env("TERM", "xterm-256color");
        command.env("XDG_STATE_HOME", folder.path().join("state"));
        command.env("XDG_CONFIG_HOME", folder.path().join("config"));
        // Whoever runs the tests has a clipboard of his own, perhaps at another machine: it stays his.
        for name in [
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "SSH_CONNECTION",
            "SSH_TTY",
            "SSH_CLIENT",
        ] {
            command.env_remove(name);
        }
        let pty = native_pty_system()
            .openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 8_192];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keyboard = pty.master.take_writer().unwrap();
        let parser = vt100::Parser::new(cells(rows), cells(cols), 0);
        Self {
            child,
            master: Some(pty.master),
            keyboard: Some(keyboard),
            output,
            parser,
            bytes: Vec::new(),
            folder,
            ambiguous_cols: Some(1),
            background: "",
            heard_bytes: 0,
        }
    }

    /// Somebody draws the window larger or smaller.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.as_ref().unwrap().resize(size).unwrap();
        let screen = self.parser.screen_mut();
        screen.set_size(cells(rows), cells(cols));
    }

    pub fn type_in(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    /// Waits until the screen shows what is expected.
    #[track_caller]
    pub fn wait_for(&mut self, expected: &str) {
        while !self.parser.screen().contents().contains(expected) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!(
                    "no {expected:?} ({error}) in:\n{}",
                    self.parser.screen().contents()
                ),
            }
        }
    }

    /// Waits until the screen shows one of these, or the program has ended; gives which.
    #[track_caller]
    pub fn wait_for_any(&mut self, expected: &[&str]) -> Option<usize> {
        self.wait_for_screen(|screen| expected.iter().position(|it| screen.contains(it)))
    }

    /// Waits until something is found on the screen, or the program has ended.
    #[track_caller]
    pub fn wait_for_screen<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        loop {
            let screen = self.parser.screen().contents();
            if let Some(found) = find(&screen) {
                return Some(found);
            }
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(error) => panic!("not found ({error}) in:\n{screen}"),
            }
        }
    }

    /// Waits until these bytes have come.
    pub fn wait_for_bytes(&mut self, expected: &[u8]) {
        let is_there = |bytes: &[u8]| bytes.windows(expected.len()).any(|part| part == expected);
        while !is_there(&self.bytes) {
            let bytes = self.output.recv_timeout(PATIENCE).unwrap();
            self.take(&bytes);
        }
    }

    /// Takes what comes until nothing has come for a while.
    pub fn take_all(&mut self, quiet: Duration) {
        while let Ok(bytes) = self.output.recv_timeout(quiet) {
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.bytes.extend_from_slice(bytes);
        self.answer_questions();
    }

    /// Answers what a terminal is asked, in the order of the questions: what it is, what is behind its text, and where
    /// its cursor stands.
    fn answer_questions(&mut self) {
        let Some(cols) = self.ambiguous_cols else {
            return;
        };
        let position = format!("\u{1B}[2;{}R", cols + 1);
        let answers = [
            ("\u{1B}[c", "\u{1B}[?6c"),
            ("\u{1B}]11;?\u{1B}\\", self.background),
            ("\u{1B}[6n", &position),
        ];
        // A question may come in two parts; it is answered when it is whole.
        for end in self.heard_bytes + 1..=self.bytes.len() {
            let said = &self.bytes[..end];
            let asked = answers.iter().find(|(it, _)| said.ends_with(it.as_bytes()));
            // Nobody hears it where the keyboard was taken away.
            if let (Some((_, answer)), Some(keyboard)) = (asked, &mut self.keyboard) {
                let _ = keyboard.write_all(answer.as_bytes());
                let _ = keyboard.flush();
            }
        }
        self.heard_bytes = self.bytes.len();
    }

    /// Waits until the program has ended; gives its exit status.
    pub fn wait_for_end(&mut self) -> u32 {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program does not end"),
            }
        }
        self.child.wait().unwrap().exit_code()
    }

    #[track_caller]
    pub fn check_restored(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(
            !screen.bracketed_paste() && !screen.hide_cursor(),
            "modes left on"
        );
        let written = String::from_utf8_lossy(&self.bytes);
        assert!(
            written.contains("\u{1B}[?2026h"),
            "pictures are drawn as synchronized updates"
        );
    }

    /// Whether the terminal echoes and edits lines, as a shell needs it to.
    #[cfg(unix)]
    pub fn is_cooked(&self) -> bool {
        let termios = self.master.as_ref().unwrap().get_termios().unwrap();
        let flags = format!("{:?}", termios.local_flags);
        flags.contains("ICANON") && flags.contains("ECHO")
    }
}

#[test]
fn find_an_item_correct_its_note_and_leave() {
    let mut window = Window::open(80, 24);
    window.wait_for("实施");
    window.wait_for("1/44");
    window.type_in("地铁");
    window.wait_for("命中 1/1");
    window.type_in("\r");
    window.type_in("\u{1B}OQ");
    window.wait_for("编辑进展");
    window.type_in("\u{1B}[200~新增\r\n两行\u{1B}[201~");
    window.wait_for("两行");
    window.type_in("\u{13}");
    window.wait_for("第5项已保存");
    let file = fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap();
    assert!(file.contains("6座车站已封顶。新增\n两行\"\"\""));
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
    #[cfg(unix)]
    assert!(window.is_cooked());
}

#[test]
#[cfg(unix)]
fn a_note_goes_to_an_editor_of_ones_own_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let script = folder.path().join("my editor.sh");
    fs::write(&script, "#!/bin/sh\necho x >> runs; echo run $(wc -l < runs); stty -a | grep -q ' icanon' || exit 3\nread key\nif [ $key = fail ]; then exit 1; fi\nprintf ' %s\\r\\n第二段\\n' \"$key\" >> \"$2\"\n").unwrap();
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.env("VISUAL", format!("sh '{}' --wait", script.display()));
    let mut window = Window::start(command, folder, 80, 24);
    window.wait_for("1/44");
    window.type_in("21\rE");
    window.wait_for("run 1");
    window.type_in("fail\r");
    window.wait_for("外部编辑器没有正常结束");
    window.type_in("\u{1B}[18~");
    window.wait_for("run 2");
    window.type_in("新增\r");
    window.wait_for("第二段");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    let file = fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap();
    assert!(file.contains("海运航线12条。 新增\n第二段\"\"\""));
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    assert!(window.is_cooked());
}

#[test]
fn the_window_can_change_its_size() {
    let mut window = Window::open(120, 36);
    window.wait_for("┌─ 指标");
    window.resize(40, 10);
    window.type_in("26\r");
    window.wait_for("›26 缓");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}
