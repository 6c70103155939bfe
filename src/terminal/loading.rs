//! Waiting for a large ledger: a line that says how far it is, and keys that end the wait.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

use crate::app::layout::Size;
use crate::terminal::{Screen, Surface, Wake};
use crate::view::Look;

/// What comes within this time is waited for without a word.
const AT_FIRST: Duration = Duration::from_millis(60);

/// How often to look how far it is.
const BETWEEN: Duration = Duration::from_millis(40);

/// How far something is, in percent; `None` where that is not known yet.
pub type Percent = Arc<dyn Fn() -> Option<usize> + Send + Sync>;

/// Something that is being loaded on a thread of its own.
pub struct Loading<T> {
    name: String,
    percent: Percent,
    loaded: Receiver<T>,
}

/// What came of waiting.
pub enum Waited<T> {
    /// It is there.
    Loaded {
        /// What was waited for.
        value: T,
        /// What was typed meanwhile.
        typed: Vec<Event>,
        /// Whether the keyboard has been asked for more.
        is_asked: bool,
    },
    /// The user did not want to wait, or nobody is there any more.
    Cancelled,
}

impl<T: Send + 'static> Loading<T> {
    /// Starts to load.
    pub fn start(
        name: String,
        percent: Percent,
        load: impl FnOnce() -> T + Send + 'static,
    ) -> Self {
        let (sender, loaded) = channel();
        thread::spawn(move || {
            // Nobody waits any more where the user went away.
            let _ = sender.send(load());
        });
        Self {
            name,
            percent,
            loaded,
        }
    }

    /// Waits for what is nearly there already.
    pub fn soon(&self) -> Option<T> {
        self.loaded.recv_timeout(AT_FIRST).ok()
    }

    /// Waits, shows how far it is, and keeps what is typed for later.
    ///
    /// # Errors
    ///
    /// As the backend of the screen.
    pub fn wait<S: Surface>(
        &self,
        look: Look,
        screen: &mut Screen<S>,
        wakes: &Receiver<Wake>,
        more: &Sender<()>,
    ) -> Result<Waited<T>, S::Error> {
        let (mut typed, mut size, mut is_asked) = (Vec::new(), screen.size(), false);
        let mut shown = None;
        loop {
            let now = (size, (self.percent)());
            if shown != Some(now) {
                screen.draw_loading(size, &self.name, now.1, look)?;
                shown = Some(now);
            }
            if !is_asked {
                let _ = more.send(());
                is_asked = true;
            }
            let wake = wakes.recv_timeout(BETWEEN);
            // What was typed before was not asked for here.
            is_asked &= !matches!(wake, Ok(Wake::Events(_)));
            match wake {
                Ok(Wake::Events(events) | Wake::Early(events)) => {
                    for event in &events {
                        if ends(event, typed.iter().any(is_key)) {
                            return Ok(Waited::Cancelled);
                        }
                        typed.push(event.clone());
                    }
                    size = events.iter().rev().find_map(resized).unwrap_or(size);
                }
                Ok(Wake::Resumed) => {
                    size = screen.measure()?;
                    screen.forget();
                    shown = None;
                }
                Ok(Wake::InputEnded(_)) | Err(RecvTimeoutError::Disconnected) => {
                    return Ok(Waited::Cancelled);
                }
                Ok(Wake::Answer(_)) | Err(RecvTimeoutError::Timeout) => {}
            }
            if let Ok(value) = self.loaded.try_recv() {
                return Ok(Waited::Loaded {
                    value,
                    typed,
                    is_asked,
                });
            }
        }
    }
}

fn resized(event: &Event) -> Option<Size> {
    match event {
        Event::Resize(cols, rows) => Some(Size {
            cols: *cols,
            rows: *rows,
        }),
        _ => None,
    }
}

fn is_key(event: &Event) -> bool {
    matches!(event, Event::Key(_) | Event::Paste(_))
}

/// Ctrl-C, F10, and Esc where it does not take back what was typed before it.
fn ends(event: &Event, has_typed: bool) -> bool {
    let Event::Key(key) = event else {
        return false;
    };
    let is_ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    key.kind != KeyEventKind::Release
        && match key.code {
            KeyCode::Esc => !has_typed,
            KeyCode::F(10) => true,
            KeyCode::Char('c') => is_ctrl,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keys;
    use crate::view::{Glyphs, Theme};
    use crate::words::Language;
    use ratatui::backend::TestBackend;
    use ratatui::crossterm::event::KeyEvent;

    const LOOK: Look = Look {
        words: Language::English.words(),
        theme: Theme::PLAIN,
        glyphs: Glyphs::Blocks,
        keys: Keys::DEFAULT,
    };

    fn screen() -> Screen<TestBackend> {
        Screen::new(TestBackend::new(30, 5)).unwrap()
    }

    fn key(code: KeyCode) -> Wake {
        Wake::Events(vec![Event::Key(KeyEvent::from(code))])
    }

    #[test]
    fn what_is_typed_meanwhile_is_kept() {
        let (go, gate) = channel::<()>();
        let loading = Loading::start("l.toml".to_owned(), Arc::new(|| Some(45)), move || {
            gate.recv().is_ok()
        });
        let (wake, wakes) = channel();
        let (more, asked) = channel();
        wake.send(key(KeyCode::Down)).unwrap();
        // The ledger comes when the key was taken and the next one is asked for.
        let ledger = thread::spawn(move || {
            asked.recv().unwrap();
            asked.recv().unwrap();
            go.send(()).unwrap();
        });
        let mut screen = screen();
        let waited = loading.wait(LOOK, &mut screen, &wakes, &more).unwrap();
        ledger.join().unwrap();
        let Waited::Loaded {
            value,
            typed,
            is_asked,
        } = waited
        else {
            panic!("it was not cancelled")
        };
        assert!(value && is_asked);
        assert_eq!(typed, [Event::Key(KeyEvent::from(KeyCode::Down))]);
        let seen = format!("{:?}", screen.surface());
        assert!(seen.contains("l.toml") && seen.contains("45%"), "{seen}");
    }

    #[test]
    fn what_was_typed_before_is_kept_and_answers_no_question_for_keys() {
        let (go, gate) = channel::<()>();
        let loading = Loading::start("l.toml".to_owned(), Arc::new(|| None), move || {
            gate.recv().is_ok()
        });
        let (wake, wakes) = channel();
        let (more, asked) = channel();
        let down = Event::Key(KeyEvent::from(KeyCode::Down));
        wake.send(Wake::Early(vec![down.clone()])).unwrap();
        wake.send(Wake::Resumed).unwrap();
        go.send(()).unwrap();
        let waited = loading.wait(LOOK, &mut screen(), &wakes, &more).unwrap();
        assert!(matches!(waited, Waited::Loaded { typed, is_asked: true, .. } if typed == [down]),);
        assert_eq!(asked.try_iter().count(), 1, "asked for keys once");
    }

    #[test]
    fn escape_ends_the_wait() {
        let (_go, gate) = channel::<()>();
        let load = move || gate.recv().is_ok();
        let loading = Loading::start("l.toml".to_owned(), Arc::new(|| None), load);
        let (wake, wakes) = channel();
        let (more, _asked) = channel();
        wake.send(key(KeyCode::Esc)).unwrap();
        let waited = loading.wait(LOOK, &mut screen(), &wakes, &more).unwrap();
        assert!(matches!(waited, Waited::Cancelled));
    }

    #[test]
    fn what_was_typed_is_text_and_not_the_end() {
        let end = |code, has_typed| ends(&Event::Key(KeyEvent::from(code)), has_typed);
        assert!(end(KeyCode::Esc, false) && !end(KeyCode::Esc, true));
        assert!(!end(KeyCode::Char('q'), true) && !end(KeyCode::Char('q'), false));
        assert!(end(KeyCode::F(10), true));
    }
}
