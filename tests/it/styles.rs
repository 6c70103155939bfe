//! What pictures do not show: colours, bold, underlined, reversed. And that nothing depends on colours alone.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;
use taizhang::app::ThemeName;

use crate::support::{ENGLISH, Walk};

/// The cells of a row that are seen: the second half of a wide glyph is none of its own.
pub fn visible_cells(buffer: &Buffer, row: u16) -> Vec<&Cell> {
    let mut hidden = 0;
    let cells = (0..buffer.area.width).filter_map(|x| {
        let is_hidden = hidden > 0;
        let cell = &buffer[(x, row)];
        hidden = if is_hidden {
            hidden - 1
        } else {
            taizhang::text::cols_of(cell.symbol()).saturating_sub(1)
        };
        (!is_hidden).then_some(cell)
    });
    cells.collect()
}

/// A row with its styles: cells that look alike together, and behind them what they look like in braces,
/// `›26{REVERSED}`, `滞{Red BOLD}`, `完{Green on Black}`; ordinary cells have none.
pub fn styled_row(buffer: &Buffer, row: u16) -> String {
    let cells = visible_cells(buffer, row);
    let runs = cells.chunk_by(|left, right| look(left) == look(right));
    let said = runs.map(|run| {
        let text: String = run.iter().map(|cell| cell.symbol()).collect();
        match look(run[0]) {
            look if look.is_empty() => text,
            look => format!("{text}{{{look}}}"),
        }
    });
    said.collect::<String>().trim_end().to_owned()
}

/// What a cell looks like, in words; nothing where it is ordinary.
fn look(cell: &Cell) -> String {
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg));
    }
    let modifiers = cell.modifier.iter_names();
    words.extend(modifiers.map(|(name, _)| name.to_owned()));
    words.join(" ")
}

/// The rows of a screen that hold something reversed.
pub fn reversed_rows(walk: &mut Walk) -> Vec<String> {
    let buffer = walk.buffer();
    let rows = (0..buffer.area.height).map(|row| styled_row(&buffer, row));
    rows.filter(|row| row.contains("REVERSED")).collect()
}

fn plain(cols: u16, rows: u16) -> Walk {
    let mut walk = Walk::shipped(cols, rows);
    walk.app.choose_theme(ThemeName::Plain);
    walk
}

/// On the screen that these keys lead to, exactly one row begins something reversed with this sign.
#[track_caller]
fn check_selected(keys: &str, sign: &str) {
    for (cols, rows) in [(120, 36), (80, 24), (60, 20), (40, 10)] {
        let mut walk = plain(cols, rows);
        walk.keys(keys);
        let reversed = reversed_rows(&mut walk);
        let is_told = |row: &&String| {
            let end = row.find("REVERSED}").unwrap_or(0);
            row.get(..end).is_some_and(|row| row.contains(sign))
        };
        let told = reversed.iter().filter(is_told).count();
        assert_eq!(told, 1, "{cols}x{rows} {keys} {sign:?}: {reversed:#?}");
    }
}

#[test]
fn what_is_selected_has_a_sign_and_is_reversed_on_every_screen() {
    check_selected("26<Enter>", "›26 ");
    check_selected("<F4><Down>", "›");
    check_selected("c<Down>", "›");
    check_selected("<F8><Down>", "›( ) ");
    check_selected("<F7><Down>", "›[ ] ");
    check_selected("<F2>新<Esc>", "[ 保存并离开 ]");
    check_selected("<F12><Down>", "▸ ");
}

#[test]
fn what_is_chosen_between_two_texts_has_brackets_and_is_reversed() {
    let mut walk = plain(80, 24);
    walk.keys("21<Enter><F2>甲");
    let theirs = walk.text().replacen("海运航线12条", "海运航线13条", 1);
    std::fs::write(walk.path(), theirs).unwrap();
    walk.keys("<F2><Right>");
    let reversed = reversed_rows(&mut walk);
    assert_eq!(reversed.len(), 1, "{reversed:#?}");
    assert!(reversed[0].contains("[ 用我的 ]{REVERSED}"), "{reversed:?}");
}

#[test]
fn the_offer_under_the_cursor_has_a_sign_that_is_reversed() {
    let mut walk = plain(120, 36);
    walk.keys("33<Enter><F2><C-End>累计开工13个。<F2>");
    let reversed = reversed_rows(&mut walk);
    let is_told = |row: &String| row.contains("›{BOLD REVERSED}");
    assert!(reversed.iter().any(is_told), "{reversed:#?}");
}

#[test]
fn selected_text_is_told_where_nothing_is_reversed() {
    let mut walk = plain(80, 24);
    walk.keys("26<Enter><F2><C-Home><S-Right><S-Right><S-Right>");
    let screen = walk.screen();
    assert!(screen.contains("\n›上半年，"), "{screen}");
    assert!(screen.contains("\n 已选3字\n"), "{screen}");
    let reversed = reversed_rows(&mut walk);
    assert!(reversed[0].contains("上半年{REVERSED}，"), "{reversed:?}");
    let screen = walk.keys("<Right>").screen();
    assert!(
        !screen.contains("\n›") && !screen.contains("已选"),
        "{screen}"
    );
    walk.keys("<S-Left>");
    walk.look = ENGLISH;
    assert!(walk.screen().contains(" selected: 1"));
    // Where there is no border, the count alone tells.
    let screen = walk.resize(20, 5).screen();
    assert!(screen.contains(" selected: 1"), "{screen}");
}

#[test]
fn selected_text_of_a_search_is_told() {
    let mut walk = plain(80, 24);
    let screen = walk.keys("/海运<S-Left><S-Left>").screen();
    assert!(screen.contains("已选2字 命中"), "{screen}");
}
