//! Pictures of whole screens, and what must hold for every picture.

use insta::assert_snapshot;
use taizhang::text::cols_of;
use taizhang::view::Look;

use crate::support::{CHINESE, ENGLISH, Walk};

/// The sizes of the pictures: the usual windows, and odd widths, at which wide characters meet the edges.
const SIZES: [(u16, u16); 7] = [
    (120, 36),
    (80, 24),
    (60, 20),
    (40, 10),
    (20, 5),
    (81, 25),
    (61, 20),
];

pub fn pictures(name: &str, keys: &str) {
    album(name, |cols, rows, look| {
        let mut walk = Walk::shipped(cols, rows);
        walk.look = look;
        walk.keys(keys);
        walk.screen()
    });
}

/// The pictures of one screen at every size, in one file a language. English words are longer and are cut more often,
/// but they meet no edge that Chinese ones do not.
pub fn album(name: &str, picture: impl Fn(u16, u16, Look) -> String) {
    for (language, look, sizes) in [("zh", CHINESE, 7), ("en", ENGLISH, 5)] {
        let sizes = SIZES.into_iter().take(sizes);
        let pictures = sizes.map(|(cols, rows)| {
            let screen = picture(cols, rows, look);
            format!("== {cols}x{rows}\n{screen}\n")
        });
        let pictures: Vec<String> = pictures.collect();
        assert_snapshot!(format!("{name}-{language}"), pictures.join("\n"));
    }
}

#[test]
fn browsing() {
    pictures("browsing", "26<Enter>");
}

#[test]
fn several_indicators() {
    pictures("several_indicators", "4<Enter>");
}

#[test]
fn another_indicator() {
    pictures("another_indicator", "4<Enter><Right>");
}

#[test]
fn more_than_was_promised() {
    pictures("more_than_was_promised", "21<Enter>");
}

#[test]
fn searching() {
    pictures("searching", "/重点");
}

#[test]
fn nothing_found() {
    pictures("nothing_found", "/低空经济");
}

#[test]
fn overview() {
    pictures("overview", "<F4><Down>");
}

#[test]
fn presenting() {
    pictures("presenting", "43<Enter><F5>");
}

#[test]
fn findings() {
    pictures("findings", "c<End><Up>");
}

#[test]
fn proposing() {
    pictures(
        "proposing",
        "26<Enter><F2><C-a>上半年，48条背街小巷已开工，30条已完工。<F2>",
    );
}

#[test]
fn filtering() {
    album("filtering", |cols, rows, look| {
        let mut walk = Walk::of(crate::filtering::VARIED, cols, rows);
        walk.look = look;
        walk.keys("<F7>keji<Enter><C-u><End><Up>");
        walk.screen()
    });
}

#[test]
fn narrowed_and_sorted() {
    let keys = "<F7>滞后<Enter><C-u>趋缓<Enter><Esc><F8><Down><Enter>";
    pictures("narrowed_and_sorted", keys);
}

#[test]
fn sorting() {
    pictures("sorting", "<F8><Down>");
}

#[test]
fn reading() {
    pictures("reading", "30<Enter><Enter>");
}

#[test]
fn gauges() {
    pictures("gauges", "14<Enter><Tab><Tab>z");
}

#[test]
fn editing() {
    pictures(
        "editing",
        "33<Enter><F2>7月25日：新开工1个，累计开工13个，开工率81.25%；",
    );
}

#[test]
fn comparing() {
    pictures("comparing", "33<Enter><F2>新开工1个。<F6>");
}

#[test]
fn form() {
    pictures(
        "form",
        "4<Enter><F12>部分地块征迁滞后，影响开工；<Enter>资金缺口较大。<Tab><Tab><Tab><Right><Right>",
    );
}

#[test]
fn merging() {
    album("merging", |cols, rows, look| {
        let mut walk = Walk::shipped(cols, rows);
        walk.look = look;
        walk.keys("7<Enter><F2>另有1家待批。");
        let first = walk.note(7).chars().take(12).collect::<String>();
        let theirs = walk
            .text()
            .replacen(&first, &format!("截至6月底，{first}"), 1);
        std::fs::write(walk.path(), theirs).unwrap();
        walk.keys("<F2><Right>");
        walk.screen()
    });
}

#[test]
fn asking() {
    pictures("asking", "33<Enter><F2>甲<Esc><Right>");
}

#[test]
fn help() {
    pictures("help", "<F1>");
}

/// A ledger in which everything is unusual.
pub const UNUSUAL: &str = r#"
schema = 1
[ledger]
title = "標題“長”\u001b]52;c;eA==\u0007……"
year = 2025
as_of = 2025-11-30
[[item]]
id = "3-1之一"
title = "👨‍👩‍👧🇨🇳 e\u0301葛󠄀\u202e倒\t表"
progress = ""
lead = "市科技局"
category = "\u001b[31m民\u202e生\n👨‍👩‍👧"
tags = ["\t\u0007重\u2028点", ""]
with = ["甲", "乙"]
due = 2025-10-31
status = "behind"
status_reason = "\u001b[31m核实"
[[item.indicator]]
name = "\u202e名"
kind = "rate"
target = -3
actual = -1e300
unit = "\u2028\u001b[31m%"
[[item.indicator]]
name = "巨"
kind = "amount"
target = 0.000001
actual = 1e18
unit = "亿元"
[[item.indicator]]
name = "负"
kind = "amount"
target = 5
actual = -5
compare = "<="
[[item.indicator]]
name = "步"
kind = "stage"
stages = ["一", "二"]
stage = "二"
[[item.indicator]]
name = "零"
kind = "level"
target = 0
actual = 0
baseline = 0
[[item]]
id = 0
title = "一"
progress = "\u001b]0;x\u0007\u0001\u0085"
"#;

/// The keys that lead to every screen.
pub const EVERY_SCREEN: &[&str] = &[
    "",
    "<Tab>z",
    "<Tab><Tab>z",
    "/一",
    "/无此",
    "<F1>G",
    "<F1>/编辑",
    "<F4><Down>",
    "<F9>",
    "<F5><F9>下<End>",
    "y<Down>",
    "<C-s>",
    "<C-g>",
    "<C-o>8月底前全部开工<Tab>",
    "<C-o>8月底前<F2><C-g> ",
    "<F2>一二三，四",
    "<F2>一<Esc>",
    "<F2><F6>一",
    "<F12>一<Tab>二",
    "<F12><End><F1>",
    "<Down>",
    "<Right><Right>",
    "c<Down>",
    "<F5><Down>",
    "<F5>1",
    "<F5>b",
    "<F5><PgDn><PgDn><PgUp>",
    "<F7>",
    "<F7>一<Enter>",
    "<F7><End><Enter><Up><Enter><Up><Enter><Esc>",
    "<F8><Down>",
    "<F7><Down><Down><Enter><Esc><F8><Down><Enter>",
    "<C-t><F7><End><Enter><Esc>/is:starred sort:behind",
    "26<Enter><F2><C-a>48条背街小巷已开工，30条已完工。<F2>",
];

#[test]
fn every_size_holds_every_screen() {
    for text in [
        std::fs::read_to_string(crate::support::shipped()).unwrap(),
        UNUSUAL.to_owned(),
    ] {
        for keys in EVERY_SCREEN {
            let mut walk = Walk::of(&text, 120, 36);
            walk.keys(keys);
            for (cols, rows) in (1..=45).flat_map(|cols| {
                [
                    (cols, 5),
                    (cols * 3, 19),
                    (60, cols),
                    (cols, 1),
                    (101, cols),
                ]
            }) {
                walk.resize(cols, rows);
                check_cells(&mut walk, cols, rows);
            }
        }
    }
}

/// No cell holds anything that acts on a terminal, and no wide character hangs over the right edge.
#[track_caller]
pub fn check_cells(walk: &mut Walk, cols: u16, rows: u16) {
    let buffer = walk.buffer();
    for (index, cell) in buffer.content.iter().enumerate() {
        let x = index % usize::from(cols);
        let symbol = cell.symbol();
        assert!(
            x + cols_of(symbol) <= usize::from(cols),
            "{symbol:?} hangs over the edge at {cols}x{rows}"
        );
        let acts = |c: char| {
            c.is_control()
                || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}')
        };
        assert!(
            !symbol.chars().any(acts),
            "{symbol:?} reached a cell at {cols}x{rows}"
        );
    }
    if let Some((x, y)) = walk.cursor() {
        assert!(
            x < cols && y < rows,
            "the cursor is outside the window at {cols}x{rows}"
        );
    }
}

#[test]
fn the_borders_are_whole_whatever_stands_beside_them() {
    for cols in 64..=140 {
        let mut walk = Walk::of(UNUSUAL, cols, 30);
        for row in walk.screen().lines().filter(|row| row.starts_with('│')) {
            let is_closed = row.ends_with(['│', '┐', '┘']);
            assert!(
                is_closed && cols_of(row) == usize::from(cols),
                "{cols}: {row}"
            );
        }
    }
}

#[test]
fn the_time_line_is_one_line() {
    let mut walk = Walk::shipped(120, 36);
    let column = |row: &str| {
        let bar = row
            .find("█████│")
            .or_else(|| row.find("·│····"))
            .map(|at| at + row[at..].find('│').unwrap())?;
        Some(cols_of(&row[..bar]))
    };
    let columns: Vec<usize> = walk.screen().lines().take(30).filter_map(column).collect();
    assert!(
        columns.len() > 3 && columns.windows(2).all(|pair| pair[0] == pair[1]),
        "{columns:?}"
    );
}

#[test]
fn what_was_found_is_marked() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/地铁");
    let buffer = walk.buffer();
    let plain = Walk::shipped(80, 24).buffer();
    let style_of = |buffer: &ratatui::buffer::Buffer, row: u16| {
        let x = (0..80)
            .find(|&x| buffer[(x, row)].symbol() == "地")
            .expect("the word is on screen");
        buffer[(x, row)].style()
    };
    assert_ne!(style_of(&buffer, 3), style_of(&plain, 7));
    assert!(
        style_of(&buffer, 3)
            .add_modifier
            .contains(ratatui::style::Modifier::UNDERLINED),
        "not by colour alone"
    );
}
