//! The screen of what does not add up, and the way from it to the words.

use ratatui::style::Modifier;
use taizhang::text::cols_of;

use crate::support::{ENGLISH, Walk};

fn walk() -> Walk {
    Walk::shipped(120, 36)
}

/// The line under the cursor of the list.
fn selected(walk: &mut Walk) -> String {
    let screen = walk.screen();
    let line = screen.lines().find(|line| line.starts_with('›'));
    line.unwrap_or_default().trim_end().to_owned()
}

/// The underlined words of the window.
fn marked(walk: &mut Walk) -> String {
    let buffer = walk.buffer();
    let mut words = String::new();
    for row in 0..buffer.area.height {
        let mut col = 0;
        while col < buffer.area.width {
            let cell = &buffer[(col, row)];
            if cell.modifier.contains(Modifier::UNDERLINED) {
                words.push_str(cell.symbol().trim());
            }
            // The cell behind a wide character is not shown.
            col += u16::try_from(cols_of(cell.symbol())).unwrap().max(1);
        }
    }
    words
}

#[test]
fn a_finding_is_told_in_full_and_leads_to_its_words() {
    let mut walk = walk();
    walk.keys("c");
    assert!(walk.screen().contains("错误0条，提示33条"));
    assert!(selected(&mut walk).starts_with("›提 2      文中自称“顺利”"));
    walk.keys("<Down><Down>");
    assert!(walk.screen().contains("第3项 抓好460个省市重点项目建设"));
    assert!(marked(&mut walk).contains("年度累计完成投资1322.6亿元、年度投资完成率54.5%"));
    walk.keys("<Enter>");
    assert_eq!(walk.number(), 3);
    assert_eq!(
        marked(&mut walk),
        "年度累计完成投资1322.6亿元、年度投资完成率54.5%"
    );
    // A key for the indicators takes the mark back to their own words.
    walk.keys("<Right>");
    assert!(marked(&mut walk).starts_with("已开工在建434个"));
}

#[test]
fn the_list_is_found_again_where_it_was_left() {
    let mut walk = walk();
    walk.keys("c<Down><Down><Enter>c");
    assert!(selected(&mut walk).starts_with("›提 3"));
    walk.keys("<Esc>");
    assert_eq!(walk.number(), 3, "Esc goes back to where one came from");
    walk.keys("c<End>");
    assert!(selected(&mut walk).starts_with("›提 44"));
    walk.keys("<Home>");
    assert!(selected(&mut walk).starts_with("›提 2"));
}

#[test]
fn a_mark_goes_with_the_next_item() {
    let mut walk = walk();
    walk.keys("c<Enter><Down>");
    assert!(
        !marked(&mut walk).contains("顺利"),
        "item 3 has its own words"
    );
    walk.keys("<Up>");
    assert!(
        !marked(&mut walk).contains("顺利"),
        "and back at item 2 its figures have theirs"
    );
}

#[test]
fn what_somebody_else_mends_goes_from_the_list() {
    let mut walk = walk();
    walk.keys("c");
    assert!(walk.screen().contains("提示33条"));
    let text = std::fs::read_to_string(walk.path()).unwrap();
    let mended = text.replace("顺利实现", "实现");
    std::fs::write(walk.path(), mended).unwrap();
    walk.notice_change();
    let screen = walk.screen();
    assert!(
        screen.contains("提示32条") && !screen.contains("顺利"),
        "{screen}"
    );
}

#[test]
fn the_list_is_in_english_too_and_says_when_there_is_nothing() {
    let mut walk = Walk::of("schema = 1\n[ledger]\ntitle = 'a'\n", 60, 20);
    walk.keys("c");
    assert!(walk.screen().contains("没有发现对不上的地方"));
    let mut english = Walk::shipped(120, 36);
    english.look = ENGLISH;
    english.keys("c");
    assert!(selected(&mut english).starts_with("›W 2      the note says “顺利”"));
}
