//! The words a figure was read from: marked in the note, measure by measure.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use taizhang::app::ThemeName;

use crate::support::{ENGLISH, Walk};

/// An item with a long note and three measures: the words of the first at its end, of the second at its beginning, of
/// the third nowhere. Then one with a single measure.
fn ledger() -> String {
    let filling = "各区市按月调度，逐项推进。".repeat(60);
    format!(
        r#"
schema = 1
[ledger]
title = "台账"
as_of = 2025-06-30
[[item]]
id = 1
title = "甲"
progress = "已建成九处，{filling}另有四处完工。"
[[item.indicator]]
name = "工地"
kind = "amount"
target = 10
actual = 4
evidence = "四处完工"
[[item.indicator]]
name = "场站"
kind = "amount"
target = 10
actual = 9
evidence = "建成九处"
[[item.indicator]]
name = "线路"
kind = "level"
actual = 8
evidence = "八条线路"
[[item]]
id = 2
title = "乙"
progress = "完成五个。"
[[item.indicator]]
name = "试点"
kind = "amount"
target = 10
actual = 5
evidence = "完成五个"
"#
    )
}

fn is_marked(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::UNDERLINED) && !cell.modifier.contains(Modifier::BOLD)
}

/// What is marked as evidence in the window, from its first row to its last.
fn marked(walk: &mut Walk) -> String {
    words_of(&walk.buffer(), is_marked)
}

fn words_of(buffer: &Buffer, wanted: fn(&Cell) -> bool) -> String {
    let symbols = buffer.content.iter().filter(|cell| wanted(cell));
    let text: String = symbols.map(Cell::symbol).collect();
    text.replace(' ', "")
}

#[test]
fn moving_through_the_indicators_moves_the_mark() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("4<Enter>");
    let words = [
        "全市工业技改投资下降12.4%",
        "滚动推进省市两级重点工业技改项目439个",
        "开工率达89.3%",
    ];
    assert_eq!(marked(&mut walk), words[0]);
    for (key, place) in [
        ("<Right>", 1),
        ("<Right>", 2),
        ("<Right>", 2),
        ("<Left>", 1),
        ("<Left>", 0),
        ("<Left>", 0),
    ] {
        walk.keys(key);
        assert_eq!(walk.app.looked_at(), place, "no way round past an end");
        assert_eq!(marked(&mut walk), words[place]);
    }
    for key in ["<Tab>", "<Tab>", "<Tab>", "<Enter>"] {
        walk.keys(key).keys("<Right>");
        assert_eq!(marked(&mut walk), words[1], "from any pane");
        walk.keys("<Left>");
    }
}

#[test]
fn another_item_begins_with_its_first_indicator() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("4<Enter><Right><Right>").keys("<Down>");
    assert_eq!(walk.app.looked_at(), 0);
    walk.keys("<Up>");
    assert_eq!(walk.app.looked_at(), 0);
    assert_eq!(marked(&mut walk), "全市工业技改投资下降12.4%");
    walk.keys("<Right>3<Enter>");
    assert_eq!(walk.app.looked_at(), 0);
}

#[test]
fn the_keys_of_the_gauge_pane_move_through_the_indicators() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("4<Enter><Tab><Tab>");
    for (key, place) in [
        ("<Down>", 1),
        ("<Up>", 0),
        ("<End>", 2),
        ("<Home>", 0),
        ("<PgDn>", 2),
        ("<PgUp>", 0),
    ] {
        walk.keys(key);
        assert_eq!(walk.app.looked_at(), place, "{key}");
        assert_eq!(walk.number(), 4);
    }
}

#[test]
fn the_indicator_looked_at_has_a_sign() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("4<Enter>");
    assert!(walk.screen().contains("│ ›技改投资增速"));
    walk.keys("<Right>");
    let screen = walk.screen();
    assert!(screen.contains("│ ›滚动技改项目") && screen.contains("│  技改投资增速"));
    walk.keys("<Enter>");
    assert!(walk.screen().contains("›滚动技改项目"), "in the item, too");
    walk.keys("<Esc>26<Enter>");
    assert!(!walk.screen().contains("›背街小巷整治"), "of one, none");
}

#[test]
fn the_note_scrolls_to_the_words_and_back() {
    for (cols, rows) in [(120, 36), (80, 24), (60, 20), (40, 10), (20, 5)] {
        let mut walk = Walk::of(&ledger(), cols, rows);
        walk.keys("<Right>");
        assert_eq!(marked(&mut walk), "建成九处", "{cols}x{rows}");
        walk.keys("<Left>");
        assert_eq!(marked(&mut walk), "四处完工", "{cols}x{rows}");
        assert!(walk.app.detail_top() > 0, "{cols}x{rows}");
        walk.keys("<S-Up><S-Up><S-Up><S-Up><S-Up><S-Up><S-Up><S-Up>");
        let top = walk.app.detail_top();
        walk.keys("<Left>");
        assert_eq!(walk.app.detail_top(), top, "nothing moved, nothing scrolls");
    }
}

#[test]
fn words_that_stand_in_the_note_twice_are_marked_twice_and_found_once() {
    let text = ledger().replace("另有四处完工", "另有四处完工，如前已建成九处");
    let mut walk = Walk::of(&text, 80, 24);
    walk.keys("<Right>");
    assert_eq!(walk.app.detail_top(), 0, "the first place is in sight");
    assert_eq!(marked(&mut walk), "建成九处");
    walk.keys("<Tab><End>");
    assert_eq!(marked(&mut walk), "建成九处", "and so is the other now");
}

#[test]
fn the_note_scrolls_when_the_gauges_are_left() {
    let mut walk = Walk::of(&ledger(), 60, 20);
    walk.keys("<Right><Tab><Tab><Up><Up>");
    assert_eq!(marked(&mut walk), "", "the gauges have the whole window");
    walk.keys("<Esc>");
    assert_eq!(marked(&mut walk), "四处完工");
}

#[test]
fn the_gauge_pane_scrolls_by_itself() {
    let mut text = ledger();
    for at in 0..12 {
        let name = format!("指标{at}");
        text.extend([
            "[[item.indicator]]\nname = \"",
            &name,
            "\"\nkind = \"level\"\nactual = 1\n",
        ]);
    }
    for (cols, rows) in [(120, 20), (80, 24), (60, 10)] {
        let mut walk = Walk::of(&text, cols, rows);
        walk.keys("<Down>");
        if cols == 60 {
            walk.keys("<Tab><Tab>");
        }
        for place in 0..13 {
            let name = if place == 0 {
                "›试点".to_owned()
            } else {
                format!("›指标{}", place - 1)
            };
            assert!(walk.screen().contains(&name), "{name} at {cols}x{rows}");
            walk.keys("<Right>");
        }
    }
}

#[test]
fn a_strip_shows_the_measure_looked_at() {
    let mut walk = Walk::of(&ledger(), 60, 20);
    assert!(walk.screen().contains("4/10 40.0%"));
    walk.keys("<Right>");
    let screen = walk.screen();
    assert!(screen.contains("场站") && screen.contains("9/10 90.0%"));
    let mut walk = Walk::of(&ledger(), 45, 20);
    walk.keys("<Right>");
    assert!(walk.screen().contains("场站"), "which one of them");
}

#[test]
fn words_of_several_paragraphs_are_marked_in_every_row() {
    let text = "schema = 1\n[ledger]\ntitle = \"台账\"\n[[item]]\nid = 1\ntitle = \"甲\"\n\
        progress = \"一、开工。\\n\\n二、完工。三、验收。\"\n[[item.indicator]]\nname = \"乙\"\n\
        kind = \"level\"\nactual = 1\nevidence = \"开工。\\n\\n二、完工\"\n";
    let mut walk = Walk::of(text, 120, 36);
    assert_eq!(marked(&mut walk), "开工。二、完工");
}

#[test]
fn words_that_are_not_in_the_note_are_told_in_words() {
    let mut walk = Walk::of(&ledger(), 120, 36);
    assert!(walk.screen().contains("原文未见所据"));
    walk.keys("<Right><Right>");
    assert_eq!(marked(&mut walk), "");
    walk.keys("<Enter>");
    assert!(walk.screen().contains("原文未见所据"));
    walk.look = ENGLISH;
    assert!(walk.screen().contains("evidence not in the note"));
    walk.look = crate::support::CHINESE;
    walk.keys("<Esc>").resize(80, 20);
    assert!(!walk.screen().contains("原文未见所据"), "only with room");
    let mut walk = Walk::shipped(120, 36);
    for _ in 0..44 {
        let screen = walk.keys("<Down>").screen();
        assert!(!screen.contains("原文未见所据"), "{screen}");
    }
}

#[test]
fn what_was_found_is_told_from_evidence_without_colours() {
    let mut walk = Walk::of(&ledger(), 120, 36);
    walk.app.choose_theme(ThemeName::Plain);
    walk.keys("2<Enter>/五个<Enter>");
    assert_eq!(marked(&mut walk), "完成");
    let found = |cell: &Cell| {
        let both = Modifier::BOLD | Modifier::UNDERLINED;
        cell.modifier.contains(both)
    };
    assert!(words_of(&walk.buffer(), found).contains("五个"));
}

#[test]
fn a_measure_that_goes_from_the_file_is_looked_at_no_more() {
    let mut walk = Walk::of(&ledger(), 120, 36);
    walk.keys("<Right><Right>");
    assert_eq!(walk.app.looked_at(), 2);
    let text = walk.text();
    let (start, end) = (
        text.find("[[item.indicator]]\nname = \"线路\"").unwrap(),
        text.find("[[item]]\nid = 2").unwrap(),
    );
    std::fs::write(walk.path(), format!("{}{}", &text[..start], &text[end..])).unwrap();
    walk.notice_change();
    assert_eq!(walk.app.looked_at(), 1, "the last that is left");
    assert!(walk.screen().contains("›场站"));
}
