//! The acceptance cases of a field 21 columns wide: 20 for text, one for the caret.

use proptest::prelude::*;

use super::*;

fn field(text: &str) -> Field {
    let mut field = Field::lines(text);
    field.resize(21, 8);
    field
}

fn type_in(field: &mut Field, text: &str) {
    for c in text.chars() {
        field.insert(c.encode_utf8(&mut [0; 4]), Kind::Type);
    }
}

#[track_caller]
fn typed(text: &str, rows: &[&str], caret: (usize, usize)) {
    let mut field = field("");
    type_in(&mut field, text);
    let seen: Vec<&str> = field
        .rows_in_sight()
        .map(|row| field.text.get(row.start..row.end).unwrap())
        .collect();
    assert_eq!(
        (seen.as_slice(), field.caret_cell()),
        (rows, caret),
        "{text}"
    );
}

#[test]
fn the_caret_stands_where_the_next_character_goes() {
    typed("一二三四五六七八九十", &["一二三四五六七八九十"], (20, 0));
    typed(
        "一二三四五六七八九十百",
        &["一二三四五六七八九十", "百"],
        (2, 1),
    );
    typed(
        "一二三四五六七八九十，甲",
        &["一二三四五六七八九", "十，甲"],
        (6, 1),
    );
    typed(
        "一二三四五六七八九《甲》",
        &["一二三四五六七八九", "《甲》"],
        (6, 1),
    );
    typed(
        "规上工业增加值增长5.25%左右",
        &["规上工业增加值增长", "5.25%左右"],
        (9, 1),
    );
    typed(
        "深入推进实施开展好“人工智能+”行动",
        &["深入推进实施开展好", "“人工智能+”行动"],
        (15, 1),
    );
}

#[test]
fn moving_by_rows_keeps_the_column() {
    let mut field = field("一二三四五六七八九\n短\n一二三四五六七八九");
    field.move_rows(-1);
    assert_eq!(field.caret_cell(), (2, 1));
    field.move_rows(-1);
    assert_eq!(field.caret_cell(), (18, 0));
    field.move_rows(2);
    assert_eq!(field.caret_cell(), (18, 2));
    field.move_rows(1);
    assert_eq!(field.caret, field.text.len());
}

#[test]
fn home_and_end_go_to_the_row_then_to_the_paragraph() {
    let mut field = field("一二三四五六七八九十百千万");
    field.row_start();
    assert_eq!(field.caret_cell(), (0, 1));
    field.row_start();
    assert_eq!(field.caret_cell(), (0, 0));
    field.row_end();
    assert_eq!(
        field.caret_cell(),
        (20, 0),
        "the end of the upper row, not the start of the lower one"
    );
    type_in(&mut field, "新");
    assert_eq!(field.text(), "一二三四五六七八九十新百千万");
    field.undo();
    field.text_start();
    field.row_end();
    field.row_end();
    assert_eq!(field.caret_cell(), (6, 1));
}

#[test]
fn one_visible_character_is_removed_as_one() {
    for cluster in ["e\u{301}", "葛\u{E0100}", "👨‍👩‍👧", "🇨🇳", "❤️"] {
        let mut field = field(&format!("甲{cluster}乙"));
        field.left();
        field.delete_before();
        assert_eq!(
            (field.text(), field.caret_cell()),
            ("甲乙", (2, 0)),
            "{cluster}"
        );
    }
}

#[test]
fn a_mark_typed_after_a_letter_joins_it() {
    let mut field = field("");
    type_in(&mut field, "e\u{301}x");
    assert_eq!((field.text(), field.caret_cell()), ("e\u{301}x", (2, 0)));
}

#[test]
fn undo_takes_back_what_a_person_remembers_as_one_step() {
    let mut field = field("");
    type_in(&mut field, "新增就业。增长");
    field.insert("5%，", Kind::Paste);
    type_in(&mut field, "左右");
    field.delete_before();
    let mut seen = Vec::new();
    while field.undo() {
        seen.push(field.text().to_owned());
    }
    assert_eq!(
        seen,
        [
            "新增就业。增长5%，左右",
            "新增就业。增长5%，",
            "新增就业。增长",
            "新增就业。",
            ""
        ]
    );
    while field.redo() {}
    assert_eq!(
        (field.text(), field.caret),
        ("新增就业。增长5%，左", field.text().len())
    );
}

#[test]
fn words_are_stepped_over_whole() {
    let mut field = field("新增就业1200万人，增长5%。");
    let mut seen = Vec::new();
    for _ in 0..3 {
        field.left_word();
        seen.push(field.caret_cell());
    }
    assert_eq!(seen, [(2, 1), (18, 0), (12, 0)]);
    field.text_end();
    field.delete_word_before();
    assert_eq!(
        (field.text(), field.caret_cell()),
        ("新增就业1200万人，增长", (2, 1))
    );
    field.text_start();
    field.right_word();
    assert_eq!(field.caret_cell(), (8, 0));
    field.delete_word_after();
    assert_eq!(field.text(), "新增就业万人，增长");
}

#[test]
fn a_selection_is_removed_or_replaced_and_comes_back() {
    let mut field = field("一二三四五六七八九十百千");
    field.text_start();
    field.select(|field| field.move_rows(1));
    assert_eq!(field.selection(), Some(0.."一二三四五六七八九十".len()));
    field.delete_after();
    assert_eq!((field.text(), field.caret_cell()), ("百千", (0, 0)));
    field.undo();
    assert_eq!(
        field.selection(),
        Some(0.."一二三四五六七八九十".len()),
        "selected again"
    );
    type_in(&mut field, "新文");
    assert_eq!(field.text(), "新文百千");
    field.undo();
    field.undo();
    assert_eq!(field.text(), "一二三四五六七八九十百千");
    field.left();
    assert_eq!(
        (field.caret, field.selection()),
        (0, None),
        "left goes to the start of what was selected"
    );
}

#[test]
fn a_pause_ends_an_undo_step() {
    let mut field = field("");
    type_in(&mut field, "新质");
    field.pause();
    type_in(&mut field, "生产力");
    field.undo();
    assert_eq!(field.text(), "新质");
    field.undo();
    assert_eq!(field.text(), "");
    field.redo();
    field.redo();
    assert_eq!(field.text(), "新质生产力");
}

#[test]
fn a_single_line_takes_no_line_end() {
    let mut field = Field::line("");
    field.insert("海洋\n投资", Kind::Paste);
    assert_eq!(field.text(), "海洋 投资");
}

#[test]
fn a_long_text_scrolls_with_the_caret() {
    let mut field = field(&"一二三四五六七八九十".repeat(20));
    assert_eq!((field.top(), field.caret_cell()), (12, (20, 7)));
    field.text_start();
    assert_eq!((field.top(), field.caret_cell()), (0, (0, 0)));
    field.move_pages(1);
    assert_eq!(field.caret_cell().1 + field.top(), 7);
}

/// What a user can do to a field.
#[derive(Clone, Debug)]
enum Act {
    Type(char),
    Paste(String),
    Before,
    After,
    Left,
    Right,
    Rows(isize),
    Start,
    End,
    Undo,
    Resize(u16, u16),
    SelectLeft,
    SelectRows(isize),
    Words(bool),
    Pause,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => "[一-十，。《》“”a-c0-9 %\u{301}\u{200D}👩\u{1B}]".prop_map(|text| Act::Type(text.chars().next().unwrap())),
        1 => "[一-十，。\n a-c]{0,30}".prop_map(Act::Paste),
        2 => Just(Act::Before),
        1 => Just(Act::After),
        2 => Just(Act::Left),
        1 => Just(Act::Right),
        2 => (-3..=3_isize).prop_map(Act::Rows),
        1 => Just(Act::Start),
        1 => Just(Act::End),
        1 => Just(Act::Undo),
        1 => Just(Act::SelectLeft),
        1 => (-2..=2_isize).prop_map(Act::SelectRows),
        1 => any::<bool>().prop_map(Act::Words),
        1 => Just(Act::Pause),
        1 => (1..30_u16, 1..6_u16).prop_map(|(cols, rows)| Act::Resize(cols, rows)),
    ]
}

fn perform(field: &mut Field, act: &Act) {
    match act {
        Act::Type(c) => field.insert(c.encode_utf8(&mut [0; 4]), Kind::Type),
        Act::Paste(text) => field.insert(text, Kind::Paste),
        Act::Before => field.delete_before(),
        Act::After => field.delete_after(),
        Act::Left => field.left(),
        Act::Right => field.right(),
        Act::Rows(by) => field.move_rows(*by),
        Act::Start => field.row_start(),
        Act::End => field.row_end(),
        Act::Undo => drop(field.undo()),
        Act::SelectLeft => field.select(Field::left),
        Act::SelectRows(by) => field.select(|field| field.move_rows(*by)),
        Act::Words(true) => field.select(Field::left_word),
        Act::Words(false) => field.right_word(),
        Act::Pause => field.pause(),
        Act::Resize(cols, rows) => field.resize(*cols, *rows),
    }
}

proptest! {
    #[test]
    fn whatever_is_done_the_caret_is_in_sight_and_undo_is_exact(acts in prop::collection::vec(act(), 0..60)) {
        let mut field = field("甲乙丙，丁");
        for act in &acts {
            perform(&mut field, act);
            let (col, row) = field.caret_cell();
            prop_assert!(row < field.rows, "caret in row {row} of {}", field.rows);
            // A glyph wider than the whole field stands alone on its row, and the view clips it.
            let widest_cols = glyphs(&field.text).map(|glyph| glyph.cols).max().unwrap_or(0);
            prop_assert!(col < field.cols.max(widest_cols + 1), "caret in column {col} of {}", field.cols);
            let edge = field.cluster_end(field.caret);
            prop_assert_eq!(edge, field.caret, "the caret is inside a cluster");
        }
        let end = field.text.clone();
        while field.undo() {}
        prop_assert_eq!(field.text(), "甲乙丙，丁");
        while field.redo() {}
        // Steps taken back by the acts themselves were either made again or given up by typing on.
        if !acts.iter().any(|act| matches!(act, Act::Undo)) {
            prop_assert_eq!(field.text(), end);
        }
    }
}
