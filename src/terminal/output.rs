//! Standard output and standard error, for all that is no picture: what commands print, errors, the report of a panic.
//!
//! Every such text passes here. It is written in blocks. On a terminal nothing of it can act: what a terminal obeys, and
//! what hides or reorders what is read, is shown as a sign. A pipe or a file gets the very bytes.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::thread;

use crate::text::shown_lines;

/// How much is collected before it is written.
const BLOCK_BYTES: usize = 64 * 1024;

/// One of the two streams. What was written to it has arrived only once it was flushed without an error.
pub struct Output<W = Box<dyn Write>> {
    stream: W,
    is_terminal: bool,
    /// What was not written yet.
    block: Vec<u8>,
    /// How much of that is whole lines.
    lines_bytes: usize,
}

impl Output {
    /// Standard output.
    pub fn standard() -> Self {
        Self::to(standard(), is_terminal())
    }

    /// Standard error.
    pub fn errors() -> Self {
        Self::to(errors(), io::stderr().is_terminal())
    }
}

impl<W: Write> Output<W> {
    const fn to(stream: W, is_terminal: bool) -> Self {
        Self {
            stream,
            is_terminal,
            block: Vec::new(),
            lines_bytes: 0,
        }
    }

    /// Writes the first bytes of the block. Whether that succeeds or not, nothing of them is written again.
    fn write_out(&mut self, bytes: usize) -> io::Result<()> {
        let block = self.block.get(..bytes).unwrap_or_default();
        let written = if self.is_terminal {
            // What is no text becomes a replacement character.
            let text = String::from_utf8_lossy(block);
            self.stream.write_all(shown_lines(&text).as_bytes())
        } else {
            self.stream.write_all(block)
        };
        self.block.drain(..bytes);
        self.lines_bytes = 0;
        written
    }
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(at) = memchr::memrchr(b'\n', bytes).filter(|_| self.is_terminal) {
            self.lines_bytes = self.block.len() + at + 1;
        }
        self.block.extend_from_slice(bytes);
        if self.block.len() >= BLOCK_BYTES {
            // Whether a character acts is seen only with those around it: to a terminal lines go whole.
            self.write_out(if self.is_terminal {
                self.lines_bytes
            } else {
                self.block.len()
            })?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_out(self.block.len())?;
        self.stream.flush()
    }
}

/// Whether standard output is a terminal.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The stream itself. The standard library takes a stream that cannot be written for one that takes everything, and
/// looks for line ends in all that passes.
#[cfg(unix)]
fn standard() -> Box<dyn Write> {
    direct(&io::stdout()).unwrap_or_else(|| Box::new(io::stdout()))
}

#[cfg(unix)]
fn errors() -> Box<dyn Write> {
    direct(&io::stderr()).unwrap_or_else(|| Box::new(io::stderr()))
}

#[cfg(unix)]
fn direct(stream: &impl std::os::fd::AsFd) -> Option<Box<dyn Write>> {
    let own = stream.as_fd().try_clone_to_owned().ok()?;
    Some(Box::new(std::fs::File::from(own)))
}

/// A Windows console takes text and no bytes: the standard library knows how.
#[cfg(not(unix))]
fn standard() -> Box<dyn Write> {
    Box::new(io::stdout())
}

#[cfg(not(unix))]
fn errors() -> Box<dyn Write> {
    Box::new(io::stderr())
}

/// Reports panics on standard error through this door: the message of a panic may quote a ledger.
pub fn report_panics() {
    panic::set_hook(Box::new(|info| {
        let current = thread::current();
        let thread = current.name().unwrap_or("unnamed");
        let mut errors = Output::errors();
        // Standard error may be gone; nobody is left to tell then.
        let _ = writeln!(errors, "\nthread '{thread}' {info}");
        let backtrace = Backtrace::capture();
        if backtrace.status() == BacktraceStatus::Captured {
            let _ = writeln!(errors, "{backtrace}");
        }
        let _ = errors.flush();
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream that counts how often it is written to.
    #[derive(Default)]
    struct Counted {
        bytes: Vec<u8>,
        writes: usize,
    }

    impl Write for Counted {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.bytes.extend_from_slice(bytes);
            self.writes += 1;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What arrives of these pieces, and in how many writes.
    fn sent(pieces: &[&[u8]], is_terminal: bool) -> (Vec<u8>, usize) {
        let mut out = Output::to(Counted::default(), is_terminal);
        for piece in pieces {
            out.write_all(piece).unwrap();
        }
        out.flush().unwrap();
        (out.stream.bytes, out.stream.writes)
    }

    #[test]
    fn whatever_the_pieces_nothing_acts_on_a_terminal() {
        let text = "甲\u{1B}[2J\t乙\u{202E}\r\n丙\u{9B}";
        let expected = "甲␛[2J\t乙⟨202E⟩␍\n丙⟨009B⟩";
        for size in 1..=text.len() {
            let pieces: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
            assert_eq!(sent(&pieces, true), (expected.into(), 1), "{size}");
            assert_eq!(sent(&pieces, false), (text.into(), 1), "{size}");
        }
        let (raw, _) = sent(&[b"a\x9b31m\xff"], true);
        assert_eq!(raw, "a\u{FFFD}31m\u{FFFD}".as_bytes());
        assert_eq!(sent(&[b"\x9b\xff\0"], false).0, b"\x9b\xff\0");
    }

    #[test]
    fn a_line_longer_than_a_block_is_shown_as_one() {
        let text = "甲\u{1B}".repeat(BLOCK_BYTES) + "\n乙\u{7F}";
        let pieces: Vec<&[u8]> = text.as_bytes().chunks(1_000).collect();
        let expected = "甲␛".repeat(BLOCK_BYTES) + "\n乙␡";
        assert!(sent(&pieces, true).0 == expected.as_bytes());
    }

    #[test]
    fn a_million_small_pieces_are_written_in_blocks() {
        let pieces = vec![&b"{\n"[..]; 1_000_000];
        for is_terminal in [true, false] {
            let (bytes, writes) = sent(&pieces, is_terminal);
            assert_eq!(bytes.len(), 2_000_000);
            assert!(writes <= 2_000_000 / BLOCK_BYTES + 1, "{writes}");
        }
    }
}
