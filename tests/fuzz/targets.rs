//! What is fuzzed: any bytes as a ledger, any keys while writing. Each target states what must hold whatever comes.

use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use taizhang::app::layout::Size;
use taizhang::app::{Action, App, FileFacts, Msg};
use taizhang::keys::Keys;
use taizhang::ledger::{Heading, Item, ItemId, Ledger, Rules};
use taizhang::store::parse;
use taizhang::view::{Glyphs, Look, Theme, draw, measure};
use taizhang::words::Language;

const LOOK: Look = Look {
    words: Language::Chinese.words(),
    theme: Theme::TERMINAL,
    glyphs: Glyphs::Blocks,
    keys: Keys::DEFAULT,
};

/// Loads a file. No bytes may panic, and whatever is a ledger can be drawn with nothing in it reaching the terminal raw.
pub fn load(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(ledger) = parse(text) else {
        return;
    };
    let mut app = App::new(Arc::new(ledger), FileFacts::default(), window(bytes));
    show(&mut app);
    for action in [
        Action::Zoom,
        Action::SwitchPane,
        Action::Last,
        Action::EditFields,
    ] {
        app.update(Msg::Do(action));
        show(&mut app);
    }
}

/// Types in the editor: each byte is a key, or begins a piece of text.
pub fn write(bytes: &[u8]) {
    let item = Item::new(
        ItemId::Number(1),
        "新开通海运航线10条以上。",
        "已新开通12条。",
    );
    let ledger = Ledger {
        heading: Heading::default(),
        rules: Rules::default(),
        items: vec![Arc::new(item)],
        ..Ledger::default()
    };
    let mut app = App::new(Arc::new(ledger), FileFacts::default(), window(bytes));
    let open = if bytes.len().is_multiple_of(2) {
        Action::Edit
    } else {
        Action::EditFields
    };
    app.update(Msg::Do(open));
    for piece in bytes.chunks(3) {
        let (key, rest) = piece.split_first().unwrap_or((&0, &[]));
        press(&mut app, *key, rest);
        show(&mut app);
    }
    // Whatever was written can be taken back to what stood there.
    for _ in 0..=bytes.len() {
        app.update(Msg::Do(Action::Undo));
    }
    app.update(Msg::Measured(measure(&app, LOOK)));
}

fn press(app: &mut App, key: u8, rest: &[u8]) {
    const ACTIONS: [Action; 22] = [
        Action::Up,
        Action::Down,
        Action::Left,
        Action::Right,
        Action::LeftWord,
        Action::RightWord,
        Action::PageUp,
        Action::PageDown,
        Action::RowStart,
        Action::RowEnd,
        Action::First,
        Action::Last,
        Action::DeleteBefore,
        Action::DeleteAfter,
        Action::DeleteWordBefore,
        Action::DeleteWordAfter,
        Action::SelectAll,
        Action::NewLine,
        Action::Undo,
        Action::Redo,
        Action::Compare,
        Action::NextEntry,
    ];
    const TEXTS: [&str; 12] = [
        "新",
        "，",
        "（",
        "\u{301}",
        "👨\u{200D}👩\u{200D}👧",
        "\u{202E}",
        "\u{1B}[31m",
        "\r\n",
        "5.25%",
        "\u{E0100}",
        "a",
        "\u{1F1E8}",
    ];
    let action = ACTIONS.get(usize::from(key) % 64).copied();
    match (action, key % 64) {
        (Some(action), _) if key >= 192 => drop(app.update(Msg::Select(action))),
        (Some(action), _) => drop(app.update(Msg::Do(action))),
        (None, 60) => drop(app.update(Msg::Resized(window(rest)))),
        (None, 61) => drop(app.update(Msg::Paused)),
        (None, _) => {
            let text = TEXTS.get(usize::from(key) % TEXTS.len()).unwrap_or(&"字");
            app.update(Msg::Pasted((*text).to_owned()));
        }
    }
}

/// A window of a size that two of the bytes choose.
fn window(bytes: &[u8]) -> Size {
    let at = |index: usize| u16::from(bytes.get(index).copied().unwrap_or(0));
    Size {
        cols: 1 + at(0) % 130,
        rows: 1 + at(1) % 40,
    }
}

/// Draws, and holds the picture against what must hold for every picture.
fn show(app: &mut App) {
    app.update(Msg::Measured(measure(app, LOOK)));
    let Size { cols, rows } = app.size();
    let Ok(mut terminal) = Terminal::new(TestBackend::new(cols, rows));
    let Ok(frame) = terminal.draw(|frame| draw(app, LOOK, frame));
    for cell in &frame.buffer.content {
        let is_raw =
            |c: char| c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c) || c == '\u{FEFF}';
        assert!(
            !cell.symbol().chars().any(is_raw),
            "{:?} reached a cell",
            cell.symbol()
        );
    }
    let position = terminal.backend().cursor_position();
    assert!(
        position.x < cols.max(1) && position.y < rows.max(1),
        "the caret is outside"
    );
}
