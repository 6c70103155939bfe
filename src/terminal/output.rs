//! Standard output and standard error, for all that is no picture: what commands print, errors, the report of a panic.
//!
//! Every such text passes here. It is written in blocks. On a terminal nothing of it can act: what a terminal obeys, and
//! what hides or reorders what is read, is shown as a sign. A pipe or a file gets the very bytes.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::panic;
use std::thread;

use crate::text::shown_lines;

/// How much is collected before it is written.
const BLOCK_BYTES: usize = 64 * 1024;

/// One of the two streams. What was written to it has arrived only once it was flushed without an error.
pub struct Output {
    writer: Box<dyn Write>,
}

impl Output {
    /// Standard output.
    pub fn standard() -> Self {
        Self::of(standard(), is_terminal())
    }

    /// Standard error.
    pub fn errors() -> Self {
        Self::of(errors(), io::stderr().is_terminal())
    }

    fn of(stream: Box<dyn Write>, is_terminal: bool) -> Self {
        let blocks = BufWriter::with_capacity(BLOCK_BYTES, stream);
        Self {
            writer: if is_terminal {
                Box::new(Scrubbed::new(blocks))
            } else {
                Box::new(blocks)
            },
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
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

/// A writer to a terminal, to which text goes by whole lines, with everything in it that would act replaced.
struct Scrubbed<W> {
    inner: W,
    /// The line that has not ended yet.
    line: Vec<u8>,
}

impl<W: Write> Scrubbed<W> {
    const fn new(inner: W) -> Self {
        Self {
            inner,
            line: Vec::new(),
        }
    }

    fn pass_on(&mut self) -> io::Result<()> {
        let bytes = std::mem::take(&mut self.line);
        // What is no text becomes a replacement character.
        let text = String::from_utf8_lossy(&bytes);
        self.inner.write_all(shown_lines(&text).as_bytes())
    }
}

impl<W: Write> Write for Scrubbed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let whole = memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
        let (whole, rest) = bytes.split_at(whole);
        if !whole.is_empty() {
            self.line.extend_from_slice(whole);
            self.pass_on()?;
        }
        self.line.extend_from_slice(rest);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass_on()?;
        self.inner.flush()
    }
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

    /// What a terminal gets of these pieces, and in how many writes.
    fn sent(pieces: &[&[u8]]) -> (String, usize) {
        struct Counted<'s>(&'s mut Vec<u8>, &'s mut usize);
        impl Write for Counted<'_> {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.extend_from_slice(bytes);
                *self.1 += 1;
                Ok(bytes.len())
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }

        let (mut bytes, mut writes) = (Vec::new(), 0);
        let counted = Counted(&mut bytes, &mut writes);
        let mut out = Scrubbed::new(BufWriter::with_capacity(BLOCK_BYTES, counted));
        for piece in pieces {
            out.write_all(piece).unwrap();
        }
        out.flush().unwrap();
        drop(out);
        (String::from_utf8(bytes).unwrap(), writes)
    }

    #[test]
    fn whatever_the_pieces_nothing_acts() {
        let text = "甲\u{1B}[2J\t乙\u{202E}\r\n丙\u{9B}";
        let expected = "甲␛[2J\t乙⟨202E⟩␍\n丙⟨009B⟩";
        for size in 1..=text.len() {
            let pieces: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
            assert_eq!(sent(&pieces), (expected.to_owned(), 1), "{size}");
        }
        assert_eq!(sent(&[b"a\x9b31m\xff"]).0, "a\u{FFFD}31m\u{FFFD}");
    }

    #[test]
    fn a_million_small_pieces_are_written_in_blocks() {
        let pieces = vec![&b"{\n"[..]; 1_000_000];
        let (text, writes) = sent(&pieces);
        assert_eq!(text.len(), 2_000_000);
        assert!(writes <= 2_000_000 / BLOCK_BYTES + 1, "{writes}");
    }
}
