use crate::ledger::RowChange;
use crate::store::locate::rows::tests::{HEAD, ITEM, changed, check, meant, parse, row};

const INLINE: &str = "{name = '改造', kind = 'amount', target = 500, unit = '户', actual = 0}";

#[test]
fn a_list_written_as_one_value_stays_one() {
    let table = [
        (
            "[{name = 'x', kind = 'rate'}]",
            "[{name = 'x', kind = 'rate'}, @]",
        ),
        (
            "[{name = 'x', kind = 'rate'},]",
            "[{name = 'x', kind = 'rate'}, @,]",
        ),
        (
            "[{name = 'x', kind = 'rate'},\n]",
            "[{name = 'x', kind = 'rate'}, @,\n]",
        ),
        (
            "[\n  {name = 'x', kind = 'rate'}, # 注,]\n]",
            "[\n  {name = 'x', kind = 'rate'}, # 注,]\n  @,\n]",
        ),
        (
            "[ # 头\n  {name = 'x', kind = 'rate'}\n  ]",
            "[ # 头\n  {name = 'x', kind = 'rate'},\n  @\n  ]",
        ),
        (
            "[\n  {name = 'x', kind = 'rate'} ]",
            "[\n  {name = 'x', kind = 'rate'},\n  @ ]",
        ),
        (
            "[\n  {name = 'x', kind = 'rate'}, ]",
            "[\n  {name = 'x', kind = 'rate'},\n  @, ]",
        ),
    ];
    for (old, new) in table {
        for (lead, rest) in [
            ("[[item]]\nid = 1\ntitle = 'a'\nprogress = 'b'\n", "\n"),
            ("[[item]]\n", "\nid = 1\ntitle = 'a'\nprogress = 'b'"),
        ] {
            let file = |list: &str| format!("{lead}indicator = {list} # 尾{rest}");
            check(&row(), &file(old), &file(&new.replace('@', INLINE)));
        }
    }
    let quoted = INLINE
        .replace('\'', "\"")
        .replace('{', "{ ")
        .replace('}', " }");
    for (old, new) in [("[]", "[@]"), ("[ # 无\n]", "[@ # 无\n]")] {
        let file = |list: &str| format!("{ITEM}indicator = {list}\n");
        check(&row(), &file(old), &file(&new.replace('@', &quoted)));
    }
    let spaced = "[{ name=\"x\", kind=\"rate\" }]";
    let new = quoted.replace(" = ", "=");
    check(
        &row(),
        &format!("{ITEM}indicator = {spaced}\n"),
        &format!(
            "{ITEM}indicator = {}\n",
            spaced.replace(']', &format!(", {new}]"))
        ),
    );
}

#[test]
fn an_item_written_as_one_value_stays_one() {
    let file = |list: &str| format!("{{id = 1, title = 'a', progress = 'b'{list}}}");
    let head = HEAD.replace("[ledger]\n", "ledger.");
    let whole = |list: &str| format!("{head}item = [\n {},\n]", file(list));
    let append = RowChange::Append(row());
    let begun = changed(&whole(""), 0, &append).expect("a place");
    let table = INLINE.replace('{', "{ ").replace('}', " }");
    assert_eq!(begun, whole(&format!(", indicator = [{table}]")));
    let more = changed(&begun, 0, &append).expect("a place");
    assert_eq!(more, whole(&format!(", indicator = [{table}, {table}]")));
    assert_eq!(parse(&more).unwrap(), meant(&begun, 0, &append));
    assert_eq!(changed(&more, 0, &append.inverse()), Some(begun));
}
