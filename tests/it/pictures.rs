//! Pictures of the screens over the panes, and of those that keys alone do not lead to.

use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use taizhang::app::layout::Size;
use taizhang::app::{App, DateUse, FileFacts, Msg};
use taizhang::ledger::ReadOnly;
use taizhang::view::{Look, loading};

use crate::beginning::Begun;
use crate::orders::LEDGER;
use crate::screens::{album, pictures};
use crate::support::{TODAY, Walk, text_of};

/// The pictures of a ledger that is not the shipped one.
fn pictures_of(name: &str, text: &str, keys: &str) {
    album(name, |cols, rows, look| {
        let mut walk = Walk::of(text, cols, rows);
        walk.look = look;
        walk.keys(keys);
        walk.screen()
    });
}

#[test]
fn palette() {
    pictures("palette", "26<Enter><F9>");
}

#[test]
fn palette_narrowed() {
    pictures("palette_narrowed", "26<Enter><F9>bianji");
}

#[test]
fn palette_of_the_presentation() {
    pictures("palette_presenting", "<F5><F9>");
}

#[test]
fn help_narrowed() {
    pictures("help_narrowed", "<F1>/bianji");
}

#[test]
fn copy_menu() {
    pictures("copy_menu", "26<Enter><Esc>y<Down><Down>");
}

#[test]
fn hesitating() {
    album("hesitating", |cols, rows, look| {
        let mut walk = Walk::shipped(cols, rows);
        walk.look = look;
        walk.keys("2").pause().screen()
    });
}

/// What narrows and orders the list, and is worth a name.
const NARROWED: &str = "/建设<Enter><F7>慢于序时<Enter><Esc><F8><Down><Enter><C-s>";

#[test]
fn naming_a_search() {
    pictures("naming_a_search", NARROWED);
}

#[test]
fn kept_searches() {
    pictures(
        "kept_searches",
        &format!("{NARROWED}我的<Enter><Esc><Esc><F7><Home>"),
    );
}

#[test]
fn orders() {
    pictures_of("orders", LEDGER, "<C-g>");
}

#[test]
fn order_form() {
    pictures_of("order_form", LEDGER, "<C-o>8月底前全部开工<Tab><Tab>7-1");
}

#[test]
fn item_with_orders() {
    pictures_of("item_with_orders", LEDGER, "<Enter>");
}

#[test]
fn presenting_orders() {
    pictures_of("presenting_orders", LEDGER, "<F5>");
}

#[test]
fn blank() {
    pictures("blank", "26<Enter><F5>b");
}

#[test]
fn beginning() {
    album("beginning", |cols, rows, look| {
        Begun::new(look).screen(cols, rows)
    });
}

#[test]
fn beginning_with_a_name() {
    album("beginning_typing", |cols, rows, look| {
        let mut begun = Begun::new(look);
        begun.keys("<End><Up><Enter>甲/“乙”.toml");
        begun.beginning.told = Some("甲.toml: 没有这个文件".to_owned());
        begun.screen(cols, rows)
    });
}

#[test]
fn opening_a_large_ledger() {
    album("loading", |cols, rows, look| {
        let mut terminal = Terminal::new(TestBackend::new(cols, rows)).unwrap();
        terminal
            .draw(|frame| loading::draw("上半年“台账”.toml", Some(42), look, frame))
            .unwrap();
        text_of(terminal.backend().buffer())
    });
}

/// A ledger that may only be looked at, and why.
fn read_only(name: &str, why: ReadOnly, (cols, rows): (u16, u16), look: Look) -> Walk {
    let mut walk = Walk::shipped(cols, rows);
    let facts = FileFacts {
        name: name.to_owned(),
        read_only: Some(why),
        is_unreadable: false,
    };
    let ledger = Arc::clone(walk.app.ledger());
    walk.app = App::new(ledger, facts, Size { cols, rows });
    walk.app.update(Msg::Today(TODAY, DateUse::Overdue));
    walk.look = look;
    walk
}

#[test]
fn a_demonstration() {
    album("demonstration", |cols, rows, look| {
        read_only(
            look.words.beginning.demo_name,
            ReadOnly::Demo,
            (cols, rows),
            look,
        )
        .keys("<Down>")
        .screen()
    });
}

/// The longest notice of all takes the row of the keys, too.
#[test]
fn a_long_notice() {
    album("long_notice", |cols, rows, look| {
        read_only("ledger.toml", ReadOnly::Gb18030, (cols, rows), look)
            .keys("26<Enter><F2>")
            .screen()
    });
}
