//! Orders in files of every shape that a hand can give them: what is written leaves a ledger with all its comments and
//! line ends, and undo leaves the very bytes.

use taizhang::store::parse;

use crate::screens::EVERY_SCREEN;
use crate::support::Walk;

const ITEM: &str = "schema = 1\n[ledger]\ntitle = \"甲\"\nyear = 2025\nas_of = 2025-06-30\n[[item]]\nid = 1\ntitle = \"改\"\nprogress = \"完工\"\nlead = \"市\"\n";

const ORDERS: [&str; 12] = [
    "order = []",
    "order = [\n  # 注\n]\n",
    "order = [{text='一',done=true},] # 尾",
    "order = [\n  { text = \"一\", due = 2025-08-01 }, # 注, 带逗号\n  # 再注\n]\n",
    "order = [\n  { text = \"一\" }\n  , # 注\n  { text = '''二\n三''', done = false } # 注二\n  ]\nnext = \"x\"\n",
    "order = [{ done = false, text = \"一\" }, { 'text' = \"二\", \"owner\" = \"\" }]",
    "order = [{ text = \"一\", done = false, more.a = 1 }]",
    "[[item.order]] # 注\n  text = \"一\" # 注\n  done   =   false   # 注\n# 尾",
    "[[item.order]]\ndue = 2025-08-01\ntext = '一'\n[item.order.more]\na = 1\n",
    "[[item.order]]\nmore.a = 1\ntext = '一'\nmore.b = 2\n",
    "\t[[ item . order ]]\n\ttext = '一'\n",
    "[[item.order]]\ntext = '一'\n\n[[item.indicator]]\nname = '数'\nkind = 'amount'\n[[item.order]]\ntext = '二'\n",
];

const WAYS: [&str; 5] = [
    "<C-g> ",
    "<C-g><Down> ",
    "<C-o>开工<C-s>",
    "<C-g><F2>改<C-s>",
    "<C-g><F2><Tab><C-k><Tab><C-u><Tab>7-2<C-s>",
];

#[test]
fn orders_are_written_into_files_of_every_shape_and_taken_back() {
    for orders in ORDERS {
        for after in [
            "",
            "\n# 末\n[[item]]\nid = 2\ntitle = \"乙\"\nprogress = \"二\"",
        ] {
            let text = format!("{ITEM}{orders}{after}");
            for text in [text.replace('\n', "\r\n"), text] {
                for way in WAYS {
                    check(&text, way);
                }
            }
        }
    }
}

fn check(text: &str, way: &str) {
    let mut walk = Walk::of(text, 100, 30);
    walk.keys(way);
    let saved = walk.text();
    let about = format!("{way}: {text}\n=>\n{saved}");
    assert!(parse(&saved).is_ok(), "{about}");
    let count = |text: &str, what: &str| text.matches(what).count();
    assert_eq!(count(&saved, "#"), count(text, "#"), "{about}");
    if text.contains('\r') {
        assert_eq!(count(&saved, "\n"), count(&saved, "\r\n"), "{about}");
    }
    if way.contains("开工") {
        assert_ne!(saved, text, "{about}");
    }
    walk.keys("<Esc><Esc><Esc><C-z><C-z>");
    assert_eq!(walk.text(), text, "{about}");
}

#[test]
fn a_ledger_that_must_not_be_written_never_is() {
    let text = crate::orders::LEDGER.replace("schema = 1", "schema = 2");
    let ways = ["<C-g><F2>改<C-s>", "<C-g><C-z>", "a<C-s>", "E", "<F5>e一"];
    for keys in EVERY_SCREEN.iter().chain(&WAYS).chain(&ways) {
        let mut walk = Walk::of(&text, 100, 30);
        walk.keys(keys).keys("<Enter><C-s><F2> u");
        assert_eq!(walk.text(), text, "{keys}");
    }
}
