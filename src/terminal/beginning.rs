//! The session before there is a ledger: shows what there is to begin with, until something is chosen.

use std::io;
use std::sync::mpsc::channel;

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::Event;

use crate::app::beginning::{Beginning, Start};
use crate::app::{Action, Msg};
use crate::keys::{Context, Keys};
use crate::terminal::outlet::Outlet;
use crate::terminal::session::{self, Style};
use crate::terminal::{Questions, Screen, Wake, keyboard, signals};
use crate::text::Ruler;

/// The terminal as it was, whatever ends the session.
struct Taken;

impl Drop for Taken {
    fn drop(&mut self) {
        session::leave();
    }
}

/// Lets the user choose. The beginning remembers where the cursor was; the style, how wide the terminal draws.
///
/// # Errors
///
/// As the terminal; its modes are put back in any case.
pub fn begin(beginning: &mut Beginning, style: &mut Style) -> io::Result<Start> {
    let (wake, wakes) = channel();
    let (more, asked) = channel();
    let listening = signals::listen(wake.clone())?;
    session::enter()?;
    let _taken = Taken;
    keyboard::listen()?;
    let (found_out, typed) = style.found_out();
    style.look = found_out;
    style.asks = Questions::default();
    let (look, ruler) = (style.look, style.look.ruler());
    let mut screen = Screen::new(CrosstermBackend::new(Outlet::default()))?;
    keyboard::start(wake, asked);
    beginning.update(Msg::Resized(screen.size()), ruler);
    let mut is_asked = false;
    let mut early = Some(typed).filter(|typed| !typed.is_empty());
    let chosen = loop {
        screen.draw_beginning(beginning, look)?;
        let wake = early.take().map(Wake::Early);
        if !is_asked && wake.is_none() {
            let _ = more.send(());
            is_asked = true;
        }
        match wake.map_or_else(|| wakes.recv(), Ok) {
            Ok(Wake::Events(events) | Wake::Early(events)) => {
                is_asked = false;
                let (chosen, redraws) = take(beginning, events, look.keys, ruler);
                if let Some(chosen) = chosen {
                    break chosen;
                }
                if redraws {
                    screen.forget();
                }
            }
            Ok(Wake::Resumed) => {
                beginning.update(Msg::Resized(screen.measure()?), ruler);
                screen.forget();
            }
            Ok(Wake::InputEnded(_)) | Err(_) => break Start::Quit,
            Ok(Wake::Answer(_)) => {}
        }
    };
    listening.end();
    Ok(chosen)
}

/// Takes keys up to the one that chooses; says also whether the screen is to be drawn anew.
fn take(
    beginning: &mut Beginning,
    events: Vec<Event>,
    keys: &Keys,
    ruler: Ruler,
) -> (Option<Start>, bool) {
    let mut redraws = false;
    let chosen = events.into_iter().find_map(|event| {
        let context = if beginning.path.is_some() {
            Context::Path
        } else {
            Context::Begin
        };
        let msg = keys.message(context, event)?;
        redraws |= matches!(msg, Msg::Do(Action::Redraw));
        beginning.update(msg, ruler)
    });
    (chosen, redraws)
}
