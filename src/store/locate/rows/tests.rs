use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::ledger::{Compare, Edit, Indicator, Kind, Ledger, Order, Problem, Unread};
use crate::store::splice::splice;

/// The ledger of a file, without what is not read of it: that moves with the lines.
pub fn parse(file: &str) -> Result<Ledger, Vec<Problem>> {
    let unread = Unread::default();
    crate::store::parse(file).map(|ledger| Ledger { unread, ..ledger })
}

pub const HEAD: &str = "schema = 1\n[ledger]\ntitle = '甲'\n";

fn indicator() -> Indicator {
    Indicator {
        target: Some(500.0),
        unit: "户".into(),
        actual: Some(0.0),
        ..Indicator::new("改造", Kind::Amount)
    }
}

pub fn row() -> Row {
    Row::Indicator(Box::new(indicator()))
}

fn order() -> Row {
    Row::Order(Order {
        date: Some(date(2025, 7, 25)),
        text: "8月底前开工".into(),
        owner: None,
        due: Some(date(2025, 8, 31)),
        done: false,
    })
}

pub fn changed(file: &str, position: usize, change: &RowChange) -> Option<String> {
    Some(splice(file, patches(file, position, change)?)?.text)
}

/// The ledger of a file, with a change made to it.
pub fn meant(file: &str, position: usize, change: &RowChange) -> Ledger {
    let mut ledger = parse(file).expect("a ledger");
    let item = ledger.item_ref(position).expect("an item");
    let edit = Edit::of_row(item, change.clone());
    assert_eq!(edit.apply(&mut ledger), Ok(position));
    ledger
}

/// The row goes where it belongs, whatever ends the lines of the file, and leaves the very bytes when it goes again.
#[track_caller]
pub fn check(row: &Row, old: &str, new: &str) {
    check_at(0, row, old, new);
}

#[track_caller]
fn check_at(position: usize, row: &Row, old: &str, new: &str) {
    for (line_end, start) in [("\n", ""), ("\r\n", ""), ("\n", "\u{FEFF}")] {
        let file = |body: &str| format!("{start}{HEAD}{body}").replace('\n', line_end);
        let (old, new) = (file(old), file(new));
        let append = RowChange::Append(row.clone());
        let with = changed(&old, position, &append).expect("a place");
        assert_eq!(with, new);
        let read = parse(&with).expect("a ledger");
        assert_eq!(read, meant(&old, position, &append));
        let without = changed(&with, position, &append.inverse());
        assert_eq!(without.as_ref(), Some(&old));
    }
}

pub const ITEM: &str = "[[item]]\nid = 1\ntitle = 'a'\nprogress = 'b'\n";
const NEXT: &str = "[[item]]\nid = 2\ntitle = 'c'\nprogress = 'd'\n";
const PLAIN: &str = "name = '改造'\nkind = 'amount'\ntarget = 500\nunit = '户'\nactual = 0\n";

#[test]
fn the_first_row_stands_behind_all_that_the_item_has() {
    check(
        &row(),
        &format!("{ITEM}own.key = 1\n  [item.own.more]\n  x = \"\"\"\n[[item]]\"\"\" # 注\n{NEXT}"),
        &format!(
            "{ITEM}own.key = 1\n  [item.own.more]\n  x = \"\"\"\n[[item]]\"\"\" # 注\n[[item.indicator]]\n{PLAIN}{NEXT}"
        ),
    );
    check_at(
        1,
        &order(),
        &format!("{ITEM}\n{NEXT}"),
        &format!(
            "{ITEM}\n{NEXT}\n[[item.order]]\ndate = 2025-07-25\ntext = '8月底前开工'\ndue = 2025-08-31\n"
        ),
    );
}

#[test]
fn a_row_stands_behind_the_last_of_its_list_and_looks_like_it() {
    let order_before = "\n[[item.order]]\ntext = 'x'\n";
    check(
        &row(),
        &format!(
            "{ITEM}\n  [[ item.indicator ]] # 注\n    name     = \"x\" # 注\n    kind     = \"level\"\n{order_before}\n{NEXT}"
        ),
        &format!(
            "{ITEM}\n  [[ item.indicator ]] # 注\n    name     = \"x\" # 注\n    kind     = \"level\"\n\n  [[ item.indicator ]]\n    name     = \"改造\"\n    kind     = \"amount\"\n    target   = 500\n    unit     = \"户\"\n    actual   = 0\n{order_before}\n{NEXT}"
        ),
    );
    let tight = "[[item.order]]\ntext='x'\n# 另注\n\n# 属于下一项\n";
    check(
        &order(),
        &format!("{ITEM}{tight}{NEXT}"),
        &format!(
            "{ITEM}[[item.order]]\ntext='x'\n# 另注\n[[item.order]]\ndate=2025-07-25\ntext='8月底前开工'\ndue=2025-08-31\n\n# 属于下一项\n{NEXT}"
        ),
    );
}

#[test]
fn a_row_without_a_model_in_its_item_looks_like_those_of_others() {
    let other = "\n\t[[item.indicator]]\n\tname = \"x\"\n\tkind = \"level\"\n";
    let new = "\n\t[[item.indicator]]\n\tname = \"改造\"\n\tkind = \"amount\"\n\ttarget = 500\n\tunit = \"户\"\n\tactual = 0\n";
    check(
        &row(),
        &format!("{ITEM}\n{NEXT}{other}"),
        &format!("{ITEM}{new}\n{NEXT}{other}"),
    );
    check_at(
        1,
        &row(),
        &format!("{ITEM}{other}\n{NEXT}"),
        &format!("{ITEM}{other}\n{NEXT}{new}"),
    );
    let report = "  [[item.report]]\n  period  = \"一季度\"\n";
    check(
        &order(),
        &format!("{ITEM}{report}{NEXT}"),
        &format!(
            "{ITEM}{report}  [[item.order]]\n  date    = 2025-07-25\n  text    = \"8月底前开工\"\n  due     = 2025-08-31\n{NEXT}"
        ),
    );
}

#[test]
fn a_comment_right_above_a_table_belongs_to_that_one() {
    check(
        &row(),
        &format!("{ITEM}# 第二项\n{NEXT}"),
        &format!("{ITEM}[[item.indicator]]\n{PLAIN}# 第二项\n{NEXT}"),
    );
    check(
        &row(),
        &format!("{ITEM}# 第一项\n\n# 第二项\n{NEXT}# 末"),
        &format!("{ITEM}# 第一项\n[[item.indicator]]\n{PLAIN}\n# 第二项\n{NEXT}# 末"),
    );
    check_at(
        1,
        &row(),
        &format!("{ITEM}{NEXT}# 末"),
        &format!("{ITEM}{NEXT}# 末\n[[item.indicator]]\n{}", PLAIN.trim_end()),
    );
}

#[test]
fn a_file_without_a_last_line_end_gets_none() {
    let file = ITEM.trim_end();
    check(
        &row(),
        file,
        &format!("{file}\n[[item.indicator]]\n{}", PLAIN.trim_end()),
    );
    let file = "[[item]]\nid = 1\ntitle = 'a'\nprogress = 'b'\n\n[[item.order]]\ntext = 'x'";
    check(
        &order(),
        file,
        &format!(
            "{file}\n\n[[item.order]]\ndate = 2025-07-25\ntext = '8月底前开工'\ndue = 2025-08-31"
        ),
    );
}

#[test]
fn only_what_says_something_is_written() {
    let full = Indicator {
        compare: Compare::About,
        underway: Some(-1.5),
        reported: Some(1e20),
        baseline: Some(3.0),
        stages: vec!["遴\"选".into(), "公示".into()],
        stage: Some(String::new()),
        evidence: Some("一\n二".into()),
        ..Indicator::new("改造", Kind::Stage)
    };
    let text = "name = '改造'\nkind = 'stage'\ncompare = '~'\nunderway = -1.5\nreported = 100000000000000000000.0\nbaseline = 3\nstages = ['遴\"选', '公示']\nstage = ''\nevidence = '''\n一\n二'''\n";
    check(
        &Row::Indicator(Box::new(full)),
        ITEM,
        &format!("{ITEM}[[item.indicator]]\n{text}").replace("100000000000000000000.0", "1e20"),
    );
    let done = Order {
        date: None,
        text: "办".into(),
        owner: Some("市残联".into()),
        due: None,
        done: true,
    };
    check(
        &Row::Order(done),
        ITEM,
        &format!("{ITEM}[[item.order]]\ntext = '办'\nowner = '市残联'\ndone = true\n"),
    );
}

#[test]
fn a_row_that_goes_takes_no_comment_with_it() {
    let remove = RowChange::RemoveLast(row());
    let file = |table: &str| format!("{HEAD}{ITEM}{table}{NEXT}");
    let table = [
        ("# 甲\n[[item.indicator]]\n@# 乙\n", "# 甲\n# 乙\n"),
        (
            "\n# 甲\n\n[[item.indicator]]\n@\n# 乙\n",
            "\n# 甲\n\n# 乙\n",
        ),
        ("[[item.indicator]] # 甲\n# 乙\n@", "# 甲\n# 乙\n"),
        (
            "[[item.indicator]]\n@# 丙\nevidence = 'e' # 丁\n",
            "# 丙\n# 丁\n",
        ),
    ];
    for (old, new) in table {
        let old = file(&old.replace('@', PLAIN));
        assert_eq!(changed(&old, 0, &remove), Some(file(new)), "{old}");
    }
    let last = format!("{HEAD}{ITEM}[[item.indicator]] # 甲\nname = 'x'\nkind = 'rate'");
    assert_eq!(
        changed(&last, 0, &remove),
        Some(format!("{HEAD}{ITEM}# 甲\n"))
    );
}

#[test]
fn a_row_with_more_in_it_than_this_program_reads_stays() {
    let remove = RowChange::RemoveLast(row());
    for table in [
        "[[item.indicator]]\n@own = 1\n",
        "[[item.indicator]]\n@own.key = 1\n",
        "[[item.indicator]]\n@[item.indicator.own]\n",
        "[[item.indicator]]\n@stages = [ # 甲\n'x']\n",
        "indicator = [{ name = 'x', kind = 'rate', own = 1 }]\n",
        "indicator = [{ name = 'x', own.key = 1, kind = 'rate' }]\n",
        "indicator = [{ name = 'x', kind = 'rate' } # 甲\n,]\n",
    ] {
        let file = format!("{HEAD}{ITEM}{}", table.replace('@', PLAIN));
        parse(&file).expect("a ledger");
        assert_eq!(changed(&file, 0, &remove), None, "{file}");
    }
    let behind = format!(
        "{HEAD}{ITEM}indicator = [\n {{ name = 'x', kind = 'rate' }}, # 甲\n {{ name = 'x', kind = 'rate' }}, # 乙\n]\n"
    );
    let left =
        format!("{HEAD}{ITEM}indicator = [\n {{ name = 'x', kind = 'rate' }}, # 甲\n  # 乙\n]\n");
    assert_eq!(changed(&behind, 0, &remove), Some(left));
}

#[test]
fn tables_of_the_item_may_stand_behind_others() {
    let file = format!("{ITEM}[other]\nx = 1\n[[item.order]]\ntext = 'x'\n[more]\n");
    check(
        &row(),
        &file,
        &file.replace(
            "[more]",
            "[[item.indicator]]\nname = '改造'\nkind = 'amount'\ntarget = 500\nunit = '户'\nactual = 0\n[more]",
        ),
    );
}

fn text() -> impl Strategy<Value = String> {
    "[甲\\PC\n'\"#\\[\\]]{0,8}".prop_map(|text| format!("改{text}"))
}

fn any_row() -> impl Strategy<Value = Row> {
    let number = || prop::option::of(-1e6..1e6_f64);
    let indicator = (
        text(),
        number(),
        number(),
        prop::option::of(text()),
        0..3_usize,
    )
        .prop_map(|(name, target, actual, evidence, compare)| Indicator {
            target,
            actual,
            evidence,
            compare: Compare::ALL[compare],
            stages: vec!["甲".into(); compare],
            ..Indicator::new(name, Kind::Level)
        });
    let order =
        (text(), prop::option::of(text()), any::<bool>()).prop_map(|(text, owner, done)| Order {
            date: done.then_some(date(2025, 7, 25)),
            text,
            owner,
            due: None,
            done,
        });
    prop_oneof![
        indicator.prop_map(|indicator| Row::Indicator(Box::new(indicator))),
        order.prop_map(Row::Order),
    ]
}

/// What may stand in an item, one piece after the other.
const PIECES: [&str; 8] = [
    "\n",
    "# 注\n",
    "own.key = '[[item]]' # 注\n",
    "indicator = [{ name = 'x', kind = 'rate' }, # 注\n]\n",
    "order = [\n  {text = 'x'}\n]\n",
    "\n  [[item.indicator]] # 注\n  name     = \"x\"\n  kind     = \"rate\"\n",
    "[[item.order]]\ntext='''\n[[item]]'''\n",
    "[[item.report]]\nperiod = '一'\n",
];

proptest! {
    #[test]
    fn whatever_comes_and_goes_leaves_the_file_as_it_was(
        row in any_row(), pieces in prop::collection::vec(0..PIECES.len(), 0..6), mut position in 0..3_usize, crlf in any::<bool>(), ends in any::<bool>(),
    ) {
        let pieces: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        let mut file = format!("{HEAD}{ITEM}{pieces}\n{NEXT}[[item]]\nid = 3\ntitle = 'e'\nprogress = 'f'\n{pieces}");
        if crlf { file = file.replace('\n', "\r\n"); }
        if !ends { file.truncate(file.trim_end().len()); }
        // Some pieces do not go together.
        let Ok(_) = parse(&file) else { return Ok(()) };
        position %= 3;
        let append = RowChange::Append(row);
        let with = changed(&file, position, &append).unwrap();
        prop_assert_eq!(parse(&with).unwrap(), meant(&file, position, &append));
        prop_assert_eq!(changed(&with, position, &append.inverse()).unwrap(), file);
    }
}
