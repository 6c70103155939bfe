//! The mouse: what a click does on everything that is drawn, what the wheel scrolls, and what a terminal is asked for.

use std::time::Duration;

use portable_pty::CommandBuilder;
use ratatui::crossterm::event::{MouseButton, MouseEventKind};
use taizhang::app::filtering::Choice;
use taizhang::app::layout::Size;
use taizhang::app::{Mode, Pane};
use taizhang::ledger::Status;

use crate::pseudo_terminal::{Window, binary};
use crate::support::{Walk, shipped};

const LEFT: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const RIGHT: MouseEventKind = MouseEventKind::Down(MouseButton::Right);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const UP: MouseEventKind = MouseEventKind::ScrollUp;
const DOWN: MouseEventKind = MouseEventKind::ScrollDown;

#[test]
fn a_click_selects_and_the_next_one_opens() {
    for (cols, rows) in [(120, 36), (80, 24), (60, 20), (40, 10)] {
        let mut walk = Walk::shipped(cols, rows);
        walk.click(" 3 ");
        assert_eq!(walk.number(), 3, "{cols}x{rows}");
        assert!(!walk.app.is_zoomed());
        walk.click("› 3 ");
        assert!(walk.app.is_zoomed(), "{cols}x{rows}");
        assert_eq!(walk.app.pane(), Pane::Detail);
    }
}

#[test]
fn hits_with_pieces_of_their_notes_have_two_rows() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("/建设<Enter>");
    assert!(walk.app.item_rows() == 2 && walk.shown().len() > 2);
    let third = walk.shown()[2];
    let (col, row) = walk.cell_of(&format!(" {third} "));
    walk.mouse(LEFT, (col, row + 1));
    assert_eq!(walk.number(), third);
}

#[test]
fn while_searching_a_click_on_a_hit_selects_and_the_next_keeps_and_opens() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("/污水");
    let second = walk.shown()[1];
    walk.click(&format!(" {second} "));
    assert!(matches!(walk.app.mode(), Mode::Search(_)));
    assert_eq!(walk.number(), second);
    walk.click(&format!("›{second:>2} "));
    assert!(matches!(walk.app.mode(), Mode::Browse) && walk.app.is_zoomed());
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("20<Enter><Tab>");
    let top = walk.app.list().top;
    let over_list = walk.cell_of("›20 ");
    walk.mouse(DOWN, over_list);
    assert_eq!((walk.app.list().top, walk.number()), (top + 3, 20));
    assert_eq!(
        walk.app.pane(),
        Pane::Detail,
        "the keys stay where they are"
    );
    for _ in 0..99 {
        walk.mouse(UP, over_list);
    }
    assert_eq!(walk.app.list().top, 0);
    assert!(walk.number() < 44, "the cursor comes along into sight");
    assert!(walk.app.list().cursor < walk.app.items_in_sight());

    // A long note in a low window.
    walk.resize(100, 18).keys("2<Enter>");
    let over_detail = walk.cell_of("› 详情");
    assert_eq!(walk.app.detail_top(), 0);
    walk.mouse(DOWN, over_detail);
    assert_eq!(
        (walk.app.detail_top(), walk.number()),
        (2, 2),
        "as far as it goes"
    );
    let over_gauges = walk.cell_of("─ 指标");
    walk.mouse(DOWN, over_gauges);
    assert_eq!(walk.app.looked_at(), 1);
}

#[test]
fn a_click_in_a_pane_gives_it_the_keys() {
    let mut walk = Walk::shipped(120, 36);
    walk.click("─ 指标");
    assert_eq!(walk.app.pane(), Pane::Gauges);
    walk.click("─ 详情");
    assert_eq!(walk.app.pane(), Pane::Detail);
    walk.click("─ 事项");
    assert_eq!(walk.app.pane(), Pane::List);
    // Where a strip stands for the item, it opens it.
    walk.resize(60, 20);
    let (_, row) = walk.cell_of("────");
    walk.mouse(LEFT, (3, row + 1));
    assert!(walk.app.is_zoomed());
}

#[test]
fn counts_narrow_the_list_and_chips_take_that_back() {
    let mut walk = Walk::shipped(120, 36);
    walk.click("滞10");
    let behind = Choice::Status(Status::Behind);
    assert!(walk.app.filters().has(&behind));
    assert_eq!(walk.shown().len(), 10);
    walk.click("缓2");
    assert_eq!(walk.shown().len(), 12);
    walk.click("筛选:滞后");
    assert!(!walk.app.filters().has(&behind) && walk.shown().len() == 2);
    walk.keys("<F8><Down><Enter>");
    assert!(walk.app.sort().is_some());
    walk.click("排序:");
    assert!(walk.app.sort().is_none());
    walk.click("趋缓 2/44");
    assert!(walk.app.filters().is_empty());
    walk.click("滞10").click("全部44");
    assert_eq!(walk.shown().len(), 44);
}

#[test]
fn chips_in_the_row_above_the_keys_can_be_clicked_too() {
    let mut walk = Walk::shipped(60, 13);
    walk.keys("<F7><Down><Enter><Esc>");
    assert!(!walk.app.filters().is_empty());
    walk.click("慢于序时");
    assert!(walk.app.filters().is_empty(), "{}", walk.screen());
    walk.click("/ 搜索（");
    assert!(matches!(walk.app.mode(), Mode::Search(_)));
}

#[test]
fn a_key_that_is_told_can_be_clicked() {
    let mut walk = Walk::shipped(80, 24);
    walk.click("F1 帮助");
    assert!(matches!(walk.app.mode(), Mode::Help { .. }));
    walk.click("返回");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    walk.click("编辑");
    assert!(matches!(walk.app.mode(), Mode::Edit(_)));
    walk.click("Esc");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    // Between the last key and the edge there is nothing.
    walk.resize(84, 24).mouse(LEFT, (83, 23));
    assert!(matches!(walk.app.mode(), Mode::Browse) && !walk.has_quit);
}

#[test]
fn a_notice_over_the_keys_hides_them() {
    let mut walk = Walk::shipped(32, 9);
    walk.keys("<F7><Down><Enter><Esc>1<Enter>*");
    let long = walk.screen();
    assert!(long.ends_with("保留"), "{long}");
    walk.mouse(LEFT, (2, 8));
    assert!(matches!(walk.app.mode(), Mode::Browse), "no help opens");
}

#[test]
fn menus_choose_with_one_click_and_close_beside_them() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F7>").click("[ ] 状态：滞后");
    assert_eq!(walk.shown().len(), 10);
    walk.mouse(LEFT, (0, 5));
    assert!(matches!(walk.app.mode(), Mode::Browse));
    walk.keys("<F8>").click("滞后最多的在先");
    assert!(walk.app.sort().is_some());
    walk.keys("y").click("进展情况  ");
    assert_eq!(walk.copied.len(), 1);
    walk.keys("y").mouse(LEFT, (79, 12));
    assert!(matches!(walk.app.mode(), Mode::Browse) && walk.copied.len() == 1);
}

#[test]
fn a_click_puts_the_caret_at_a_glyph_and_a_drag_selects() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("26<Enter><Esc>e");
    let (col, row) = walk.cell_of("条背街小巷已开工");
    // The right half of a wide glyph is that glyph.
    walk.mouse(LEFT, (col + 3, row));
    assert_eq!(walk.cursor(), Some((col + 2, row)));
    walk.mouse(DRAG, (col + 6, row));
    let selected = |walk: &Walk| {
        let Mode::Edit(editor) = walk.app.mode() else {
            panic!("no editor")
        };
        let field = &editor.entries[0].field;
        field.selection().map(|it| field.text()[it].to_owned())
    };
    assert_eq!(selected(&walk).as_deref(), Some("背街"));
    // Beyond the edge of the text a drag goes on.
    walk.mouse(DRAG, (79, 23));
    assert!(selected(&walk).unwrap().ends_with("21条已完工。"));
    walk.keys("甲<C-s>");
    assert_eq!(walk.note(26), "上半年，46条甲");
}

#[test]
fn fields_of_a_form_take_the_caret_where_they_are_clicked() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("26<Enter><Esc>i").click("牵头单位");
    walk.keys("市城管局");
    walk.click("‹ 按数据").click("‹ 按数据");
    let Mode::Edit(editor) = walk.app.mode() else {
        panic!("no form")
    };
    let texts: Vec<&str> = editor.entries.iter().map(|it| it.field.text()).collect();
    assert!(texts.contains(&"市城管局"), "{texts:?}");
    assert!(
        editor.entries[editor.focus].is_changed(),
        "the second click chose"
    );
}

#[test]
fn an_answer_is_given_by_a_click_on_it() {
    for (cols, rows) in [(80, 24), (20, 12)] {
        let mut walk = Walk::shipped(cols, rows);
        walk.keys("e字<Esc>");
        assert!(matches!(walk.app.mode(), Mode::Ask(..)));
        walk.mouse(LEFT, (0, 0));
        assert!(matches!(walk.app.mode(), Mode::Ask(..)), "not beside it");
        walk.click("放弃改动");
        assert!(matches!(walk.app.mode(), Mode::Browse), "{}", walk.screen());
    }
}

#[test]
fn lists_over_the_panes_select_and_open() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("s");
    let Mode::Overview(overview) = walk.app.mode() else {
        panic!("no summary")
    };
    let third = overview.shortfalls().nth(2).unwrap().position;
    let id = walk.app.ledger().items[third].id.to_string();
    walk.click(&format!(" {id} "));
    assert!(matches!(walk.app.mode(), Mode::Overview(shown) if shown.cursor == 2));
    walk.click(&format!(" {id} "));
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert_eq!(walk.app.selected(), Some(third));

    walk.keys("c").mouse(LEFT, (5, 4));
    assert!(matches!(walk.app.mode(), Mode::Findings(shown) if shown.list.cursor == 2));
    walk.mouse(DOWN, (5, 4));
    assert!(matches!(walk.app.mode(), Mode::Findings(shown) if shown.list.cursor == 5));
    let (_, row) = walk.cell_of("›");
    walk.mouse(LEFT, (5, row));
    assert!(matches!(walk.app.mode(), Mode::Browse));
}

#[test]
fn in_a_presentation_left_goes_on_and_right_goes_back() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("p").mouse(LEFT, (40, 10)).mouse(LEFT, (40, 10));
    assert_eq!(walk.number(), 3);
    walk.mouse(RIGHT, (40, 10));
    assert_eq!(walk.number(), 2);
    walk.keys("b").mouse(LEFT, (40, 10));
    assert_eq!(walk.number(), 2, "the first click brings the screen back");
    walk.click("返回");
    assert!(matches!(walk.app.mode(), Mode::Browse));
}

#[test]
fn wherever_one_points_nothing_breaks() {
    let kinds = [LEFT, RIGHT, DRAG, UP, DOWN];
    let screens = [
        "",
        "/海洋",
        "e字",
        "i",
        "e字<Esc>",
        "s",
        "c",
        "p",
        "<F7>",
        "y",
        "<F1>",
        "<Insert>",
    ];
    for keys in screens {
        for (cols, rows) in [(80, 24), (40, 10), (20, 5), (9, 4)] {
            let mut walk = Walk::shipped(cols, rows);
            walk.keys(keys);
            for row in 0..rows {
                for (col, kind) in [0, cols / 4, cols / 3, cols / 2, cols - 1]
                    .into_iter()
                    .zip(kinds)
                {
                    walk.mouse(kind, (col, row));
                }
            }
            assert_eq!(walk.app.size(), Size { cols, rows });
            walk.screen();
        }
    }
}

/// A press of the left button as terminals report it, at a cell counted from one.
fn press(col: u16, row: u16) -> String {
    format!("\u{1B}[<0;{col};{row}M\u{1B}[<0;{col};{row}m")
}

fn written(window: &Window) -> String {
    String::from_utf8_lossy(&window.bytes).into_owned()
}

#[test]
fn the_mouse_is_asked_for_and_given_back() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    for on in ["\u{1B}[?1000h", "\u{1B}[?1002h", "\u{1B}[?1006h"] {
        assert_eq!(written(&window).matches(on).count(), 1, "{on:?}");
    }
    assert!(
        !written(&window).contains("?1003h"),
        "mere motion is not asked for"
    );
    window.type_in(&press(10, 6));
    window.wait_for("3/44");
    // A release alone draws nothing.
    window.take_all(Duration::from_millis(300));
    let bytes = window.bytes.len();
    window.type_in("\u{1B}[<0;10;6m\u{1B}[<32;11;6M");
    window.take_all(Duration::from_millis(300));
    assert_eq!(window.bytes.len(), bytes);
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
    assert_eq!(
        window.parser.screen().mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
    assert!(written(&window).contains("\u{1B}[?1006l"));
}

#[test]
#[cfg(unix)]
fn a_killed_program_gives_the_mouse_back_too() {
    use rustix::process::{Pid, Signal, kill_process};
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    let id = window.child.process_id().unwrap();
    let id = Pid::from_raw(i32::try_from(id).unwrap()).unwrap();
    kill_process(id, Signal::TERM).unwrap();
    window.wait_for_end();
    assert_eq!(
        window.parser.screen().mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
    window.check_restored();
}

#[test]
fn without_the_mouse_nothing_is_said_about_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.arg("--no-mouse");
    let mut window = Window::start(command, folder, 80, 24);
    window.wait_for("1/44");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    for mode in ["?1000", "?1002", "?1006"] {
        assert!(!written(&window).contains(mode), "{mode}");
    }
}
