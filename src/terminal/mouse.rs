//! Asking the terminal for the mouse: presses, drags and the wheel, never mere motion, which would keep an idle program
//! busy.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::Command;

/// Whether the mouse is wanted. It belongs to the process, as the terminal does: the thread that takes the terminal
/// over again after a stop has no other way to know.
static IS_WANTED: AtomicBool = AtomicBool::new(false);

/// Says whether the mouse is wanted. Otherwise nothing about it is ever sent, and the terminal selects text by itself.
pub fn want(is_wanted: bool) {
    IS_WANTED.store(is_wanted, Ordering::Relaxed);
}

/// Asks for the mouse, where it is wanted.
pub struct TakeMouse;

/// Gives it back.
pub struct GiveMouseBack;

impl Command for TakeMouse {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        // Presses and the wheel; drags, for terminals that tell them; places beyond column 223.
        write_if_wanted(out, "\x1b[?1000h\x1b[?1002h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        use ratatui::crossterm::event::EnableMouseCapture;
        if IS_WANTED.load(Ordering::Relaxed) {
            EnableMouseCapture.execute_winapi()?;
        }
        Ok(())
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

impl Command for GiveMouseBack {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        write_if_wanted(out, "\x1b[?1006l\x1b[?1002l\x1b[?1000l")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        use ratatui::crossterm::event::DisableMouseCapture;
        if IS_WANTED.load(Ordering::Relaxed) {
            DisableMouseCapture.execute_winapi()?;
        }
        Ok(())
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

fn write_if_wanted(out: &mut impl fmt::Write, codes: &str) -> fmt::Result {
    if IS_WANTED.load(Ordering::Relaxed) {
        out.write_str(codes)?;
    }
    Ok(())
}
