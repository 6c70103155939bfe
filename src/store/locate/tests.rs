use proptest::prelude::*;

use super::*;
use crate::ledger::{IndicatorKey, Ledger, Part};
use crate::store::parse;
use crate::store::splice::splice;

const FILE: &str = "schema = 1\n[ledger]\ntitle = '甲'\n[[item]]\nid       = 1 # 序号\ntitle    = '乙'\nprogress = '丙' # 尾注\nnext=\"旧\"# 说明\n  [[item.indicator]]\n  name = '子'\n  kind = 'amount'\n  actual = 5.0\n[[item]]\nid = 2\ntitle = '丁'\nindicator = [{ name = '丑', kind = 'amount', target = 3 }, { name = '丑', kind = 'amount' }]\nprogress = '戊'";

fn number(number: f64) -> Value {
    Value::Number(number)
}

fn part(name: &str, nth: usize, part: Part) -> Slot {
    let name = name.to_owned();
    Slot::Of(IndicatorKey { name, nth }, part)
}

fn change(ledger: &Ledger, position: usize, slot: Slot, after: Option<Value>) -> Change {
    let before = ledger.items[position].value(&slot);
    Change {
        slot,
        before,
        after,
    }
}

/// The file after some changes of one item.
fn changed(file: &str, position: usize, changes: Vec<(Slot, Option<Value>)>) -> String {
    let ledger = parse(file).unwrap();
    let changes: Vec<Change> = changes
        .into_iter()
        .map(|(slot, after)| change(&ledger, position, slot, after))
        .collect();
    let patches = patches(file, position, &ledger.items[position], &changes).unwrap();
    splice(file, patches).unwrap().text
}

#[track_caller]
fn check(position: usize, changes: &[(Slot, Option<Value>)], old: &str, new: &str) {
    assert_eq!(
        FILE.matches(old).count(),
        1,
        "{old} stands once in the file"
    );
    for line_end in ["\n", "\r\n"] {
        let of_file = |text: &str| text.replace('\n', line_end);
        assert_eq!(
            changed(&of_file(FILE), position, changes.to_vec()),
            of_file(&FILE.replace(old, new))
        );
    }
}

#[test]
fn a_value_that_is_there_is_replaced_in_its_place() {
    check(0, &[(Slot::Next, Some("新".into()))], "\"旧\"", "\"新\"");
    check(
        0,
        &[(part("子", 0, Part::Actual), Some(number(6.5)))],
        "5.0",
        "6.5",
    );
    check(
        1,
        &[(part("丑", 0, Part::Target), Some(number(4.0)))],
        "target = 3",
        "target = 4",
    );
}

#[test]
fn a_new_field_stands_beside_its_neighbours() {
    check(
        0,
        &[(Slot::Problem, Some("缺地".into()))],
        "'丙' # 尾注\n",
        "'丙' # 尾注\nproblem  = \"缺地\"\n",
    );
    check(
        0,
        &[
            (Slot::Status, Some("behind".into())),
            (Slot::Reason, Some("认定".into())),
        ],
        "# 说明\n",
        "# 说明\nstatus=\"behind\"\nstatus_reason=\"认定\"\n",
    );
    check(
        0,
        &[(part("子", 0, Part::Underway), Some(number(7.0)))],
        "  actual = 5.0\n",
        "  actual = 5.0\n  underway = 7\n",
    );
    check(
        1,
        &[(part("丑", 1, Part::Actual), Some(number(-1.0)))],
        "kind = 'amount' }]",
        "kind = 'amount', actual = -1 }]",
    );
    check(
        1,
        &[(Slot::Problem, Some("甲\n乙".into()))],
        "progress = '戊'",
        "progress = '戊'\nproblem = \"\"\"\n甲\n乙\"\"\"",
    );
}

#[test]
fn a_field_that_goes_takes_its_line_but_no_comment() {
    check(0, &[(Slot::Next, None)], "next=\"旧\"# 说明", "# 说明");
    check(
        0,
        &[(part("子", 0, Part::Actual), None)],
        "  actual = 5.0\n",
        "",
    );
    check(
        1,
        &[(part("丑", 0, Part::Target), None)],
        ", target = 3",
        "",
    );
    check(1, &[(Slot::Problem, None)], "'戊'", "'戊'");
}

proptest! {
    #[test]
    fn what_was_put_in_and_taken_out_leaves_the_file_as_it_was(
        position in 0..2_usize, which in 0..7_usize, text in "[\\PC\n'\"]{0,12}", crlf in any::<bool>(), ends in any::<bool>(),
    ) {
        let mut file = FILE.to_owned() + if ends { "\n" } else { "" };
        if crlf { file = file.replace('\n', "\r\n"); }
        let name = ["子", "丑"][position];
        let (slot, value) = match which {
            0 => (Slot::Problem, text.as_str().into()),
            1 => (Slot::Lead, text.as_str().into()),
            2 => (Slot::Next, text.as_str().into()),
            3 => (part(name, 0, Part::Underway), Value::Number(2.5)),
            4 => (part(name, 0, Part::Evidence), text.as_str().into()),
            5 => (part(name, 0, Part::Reported), Value::Number(3e20)),
            _ => (part(name, 0, Part::Target), Value::Number(1e-7)),
        };
        let ledger = parse(&file).unwrap();
        prop_assume!(ledger.items[position].value(&slot).is_none());
        let with = changed(&file, position, vec![(slot.clone(), Some(value.clone()))]);
        prop_assert_eq!(parse(&with).unwrap().items[position].value(&slot), Some(value));
        prop_assert_eq!(changed(&with, position, vec![(slot, None)]), file);
    }
}
