//! Slips of clerks who edit a ledger by hand: what each is told as, and where.

use std::fs;
use std::path::Path;
use std::process::Command;

use taizhang::ledger::{Fault, FileForm, Problem, SyntaxSlip};
use taizhang::store::{diagnose, parse};
use taizhang::words::{EN, ZH, say};

/// A ledger with everything that can be got wrong, in known lines.
const LEDGER: &str = r#"schema = 1

[ledger]
title = "甲市台账"
year = 2025
as_of = 2025-06-30
publisher = "市政府"

[[item]]
id = 1
title = "地区生产总值增长5%左右。"
progress = """
上半年，全市地区生产总值2450亿元，同比增长5.3%。
分季度看，逐季向好。"""
lead = "市发改委"
with = ["市财政局", "市统计局"]

[[item.indicator]]
name = "地区生产总值"
kind = "rate"
target = 2450
actual = 5.3
unit = "亿元"
evidence = "同比增长5.3%"

[[item.order]]
date = 2025-07-25
text = "8月底前报方案"
done = false

[[item]]
id = 2
title = "新建公园100个。"
progress = "上半年建成10个。"
due = 2025-12-31
"#;

fn changed(was: &str, becomes: &str) -> String {
    let count = LEDGER.matches(was).count();
    assert!(count >= 1, "{was} is in the ledger");
    LEDGER.replacen(was, becomes, 1)
}

/// `LINE:COLUMN Kind` of every problem.
fn told(problems: &[Problem]) -> Vec<String> {
    let kind = |fault: &Fault| match fault {
        Fault::Syntax(slip) => format!("{slip:?}"),
        other => format!("{other:?}"),
    };
    let name = |text: String| {
        let end = text.find([' ', '(', '{']).unwrap_or(text.len());
        text[..end].to_owned()
    };
    let told = problems.iter().map(|problem| {
        let place = problem.place;
        format!(
            "{}:{} {}",
            place.line,
            place.column,
            name(kind(&problem.fault))
        )
    });
    told.collect()
}

/// Words that only a parser says, and any other Latin word that is not of the file or of this list.
fn check_words(text: &str, said: &str) {
    const OURS: &[&str] = &[
        "true",
        "false",
        "unit",
        "compare",
        "extra",
        "progress",
        "item",
        "id",
        "title",
        "taizhang",
        "new",
        "restore",
        "toml",
        "TOML",
        "UTF",
        "Word",
        "WPS",
        "Excel",
        "PDF",
        "JSON",
        "YAML",
        "XML",
        "RTF",
        "ledger",
        "indicator",
        "order",
        "due",
        "lead",
        "name",
        "target",
        "actual",
        "rules",
        "status",
        "as",
        "of",
        "rate",
        "kind",
    ];
    let words = said.split(|c: char| !c.is_ascii_alphanumeric() && c != '+');
    let words = words.filter(|word| !word.starts_with("U+"));
    let words = words.flat_map(|word| word.split(|c: char| !c.is_ascii_alphabetic()));
    for word in words.filter(|word| word.len() > 1) {
        assert!(
            OURS.contains(&word) || text.contains(word),
            "{word} in {said}"
        );
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let problems = parse(text).expect_err(text);
    assert_eq!(told(&problems), expected, "\n{text}");
    for problem in &problems {
        let chinese = say::problem(&ZH, problem);
        check_words(text, &chinese);
        let english = say::problem(&EN, problem);
        for parsers in ["expected", "invalid", "unexpected", "mantissa", "newline"] {
            assert!(!english.contains(parsers), "{english}");
        }
        // The cause, then what to do.
        if matches!(problem.fault, Fault::Syntax(_)) {
            assert!(chinese.contains(['；', '？']), "{chinese}");
            assert!(english.contains([';', '?']), "{english}");
        }
    }
}

/// A text of the table: escapes of Rust stand for what they mean there.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        out.push_str(before);
        let (c, used) = match behind.chars().next() {
            Some('n') => ('\n', 1),
            Some('\\') => ('\\', 1),
            Some('u') => {
                let end = behind.find('}').expect("an escape");
                let code = u32::from_str_radix(&behind[2..end], 16).unwrap();
                (char::from_u32(code).unwrap(), end + 1)
            }
            other => panic!("{other:?} in {text}"),
        };
        out.push(c);
        rest = &behind[used..];
    }
    out + rest
}

#[test]
fn every_slip_is_told_by_its_cause_at_its_place() {
    let table = include_str!("../data/slips.tsv").lines();
    let rows = table.filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut count = 0;
    let mut faults = Vec::new();
    for row in rows {
        let fields: Vec<String> = row.split('\t').map(unescaped).collect();
        let [was, becomes, expected] = &fields[..] else {
            panic!("three fields: {row}");
        };
        count += 1;
        let text = changed(was, becomes);
        let found = parse(&text).map_or_else(|problems| told(&problems), |_| Vec::new());
        if found == [expected.as_str()] {
            check(&text, &[expected]);
        } else {
            faults.push(format!("{row}: {found:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {count}:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(count > 180, "{count}");
}

#[test]
fn the_untouched_ledger_is_fine() {
    assert_eq!(parse(LEDGER).unwrap().items.len(), 2);
}

#[test]
fn all_slips_of_a_file_are_told_each_once() {
    let text = LEDGER
        .replace("as_of = 2025-06-30", "as_of = 2025-6-30")
        .replace("target = 2450", "target = 2,450")
        .replace("unit = \"亿元\"", "unit = “亿元”")
        .replace("[[item]]\nid = 2", "[[item]\nid ＝ 2")
        .replace("分季度看，逐季向好。\"\"\"", "分季度看，逐季向好。");
    check(
        &text,
        &[
            "6:9 DateForm",
            "12:12 UnclosedText",
            "21:10 GroupedDigits",
            "23:8 CurlyQuotes",
            "31:8 UnevenBrackets",
            "32:4 FullWidthEquals",
        ],
    );
}

#[test]
fn a_note_may_have_anything_in_it() {
    let note = "[[item]]\nid = 7\n“引号” 2,450 <<< = ： 【】\n# 井号\n";
    let text = changed("分季度看，逐季向好。", note);
    assert_eq!(parse(&text).unwrap().items.len(), 2);
    let text = text.replace("as_of = 2025-06-30", "as_of = 2025-6-30");
    check(&text, &["6:9 DateForm"]);
}

#[test]
fn line_ends_of_windows_and_a_mark_at_the_beginning_change_nothing() {
    let text = changed("target = 2450", "target = 2,450").replace('\n', "\r\n");
    check(&text, &["21:10 GroupedDigits"]);
    check(&format!("\u{FEFF}{text}"), &["21:10 GroupedDigits"]);
    let text = changed("as_of = 2025-06-30", "as_of = 2025-6-30");
    check(&format!("\u{FEFF}{text}"), &["6:9 DateForm"]);
    let twice = format!("\u{FEFF}\u{FEFF}{LEDGER}");
    check(&twice, &["1:1 InvisibleCharacter"]);
}

#[test]
fn the_fixed_value_is_named() {
    let said = |was: &str, becomes: &str| {
        let problems = parse(&changed(was, becomes)).unwrap_err();
        say::problem(&ZH, &problems[0])
    };
    for (was, becomes, expected) in [
        ("as_of = 2025-06-30", "as_of = 2025年6月30日", "2025-06-30"),
        (
            "as_of = 2025-06-30",
            "as_of = 2025-02-30",
            "2月没有这一天（最后一天是28日）",
        ),
        ("target = 2450", "target = 2,450", "2450"),
        ("target = 2450", "target = ２４５０", "2450"),
        (
            "target = 2450",
            "target = 2,450亿元",
            "这里只写 2450，“亿元”写在 unit 里",
        ),
        ("actual = 5.3\n", "actual = .5\n", "0.5"),
        ("id = 2\n", "id = 007\n", "写成 7"),
        ("id = 2\n", "序号 = 2\n", "没有“序号”这个键；是不是 id？"),
        ("lead = ", "牵头单位 = ", "是不是 lead？"),
        ("actual = 5.3\n", "完成值 = 5.3\n", "是不是 actual？"),
        ("[[item]]\nid = 2", "【【item】】\nid = 2", "[[item]]"),
        (
            "[[item.indicator]]",
            "[[item.指标]]",
            "是不是 [[item.indicator]]？",
        ),
        ("[[item]]\nid = 2", "[[事项]]\nid = 2", "是不是 [[item]]？"),
        ("kind = \"rate\"", "kind = \"rat\"", "是不是 rate？"),
        ("kind = \"rate\"", "kind = \"增速\"", "是不是 rate？"),
    ] {
        let said = said(was, becomes);
        assert!(said.contains(expected), "{becomes}: {said}");
    }
}

#[test]
fn files_of_other_kinds_are_told_once() {
    let table: &[(&str, FileForm)] = &[
        ("{\"schema\": 1,\n \"items\": []}", FileForm::Json),
        ("[\n  {\"id\": 1}\n]\n", FileForm::Json),
        (
            "schema: 1\nledger:\n  title: 甲\nitems:\n  - id: 1\n    title: 乙\n",
            FileForm::Yaml,
        ),
        ("---\n甲: 乙\n", FileForm::Yaml),
        ("序号,事项,进展\n1,甲,乙\n2,丙,丁\n", FileForm::Table),
        ("序号\t事项\t进展\n1\t甲\t乙\n", FileForm::Table),
        (
            "<!DOCTYPE html>\n<html><body>甲</body></html>",
            FileForm::Html,
        ),
        ("<?xml version=\"1.0\"?>\n<a/>", FileForm::Html),
        ("{\\rtf1\\ansi 甲}", FileForm::RichText),
        (
            "2025年工作台账\n\n一、经济工作。\n二、民生工作。\n",
            FileForm::Text,
        ),
        (
            "# 2025年工作台账\n\n一、经济工作。\n二、民生工作。\n",
            FileForm::Text,
        ),
    ];
    for (text, form) in table {
        let problems = parse(text).expect_err(text);
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert_eq!(
            problems[0].fault,
            Fault::Syntax(SyntaxSlip::NotALedger(*form)),
            "{text}"
        );
        check_words(text, &say::problem(&ZH, &problems[0]));
    }
    for text in ["", "\n\n", "\u{FEFF}", "# 只有注释\n"] {
        check(text, &["1:1 EmptyFile"]);
    }
}

#[track_caller]
fn refused(bytes: &[u8], expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.toml");
    fs::write(&path, bytes).unwrap();
    let output = Command::new(crate::pseudo_terminal::binary())
        .args([
            Path::new("list"),
            &path,
            Path::new("--lang"),
            Path::new("zh"),
        ])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("error: "), "{said}");
    assert!(said.contains(expected), "{said}");
    assert_eq!(said.lines().count().min(2), said.lines().count(), "{said}");
}

#[test]
fn bytes_of_other_kinds_are_told_once() {
    refused(
        b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0word/document.xml",
        "Word",
    );
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", "旧版Word");
    refused(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "PDF");
    refused(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "图片");
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    refused(&wide(LEDGER), "UTF-16");
    let swapped: Vec<u8> = LEDGER.encode_utf16().flat_map(u16::to_be_bytes).collect();
    refused(&swapped, "UTF-16");
    let (gbk, _, _) = encoding_rs::GBK.encode("schema = 1\n标题 = “甲”\n");
    refused(&gbk, "不是UTF-8文字");
}

#[test]
fn a_file_full_of_slips_is_told_in_time_and_bounded() {
    let many = format!("{LEDGER}{}", "target = 2,450亿元\n".repeat(50_000));
    assert!(parse(&many).unwrap_err().len() <= 10_000);
    for bad in [
        "a = \"\"\"\n",
        "a = [\n",
        "<<<<<<< x\n",
        "a = '\n",
        "[[\n",
        "a = {\n",
        "“\n",
        "\\\n",
    ] {
        let many = format!("{LEDGER}{}", bad.repeat(50_000));
        assert!(parse(&many).unwrap_err().len() <= 10_000, "{bad}");
    }
}

#[test]
fn a_file_that_is_fine_has_no_slips() {
    let shipped = fs::read_to_string(crate::support::shipped()).unwrap();
    for text in [LEDGER, &shipped, crate::saving::ODD] {
        assert_eq!(diagnose(text, &[], None), []);
    }
}

#[test]
fn the_twenty_slips_that_were_seen_are_told_by_their_cause() {
    let shipped = fs::read_to_string(crate::support::shipped()).unwrap();
    for (was, becomes, place, expected) in [
        (
            "as_of = 2025-06-30",
            "as_of = 2025-6-30",
            "20:9",
            "2025-06-30",
        ),
        (
            "as_of = 2025-06-30",
            "as_of = 2025-02-30",
            "20:9",
            "2月没有这一天",
        ),
        (
            "as_of = 2025-06-30",
            "as_of = 2025年6月30日",
            "20:9",
            "2025-06-30",
        ),
        ("target = 2450", "target = 2,450", "80:10", "2450"),
        ("target = 2450", "target = ２４５０", "80:10", "半角"),
        (
            "target = 2450",
            "target = 2450亿元",
            "80:10",
            "写在 unit 里",
        ),
        ("actual = 5.3\n", "actual = 5.3%\n", "38:10", "写在 unit 里"),
        ("actual = 5.3\n", "actual = .5\n", "38:10", "小数点前要写0"),
        ("actual = 5.3\n", "actual = \n", "38:10", "没有就删去这一行"),
        (
            "title = \"一般公共预算收入增长3%。\"",
            "title = “一般公共预算收入增长3%。”",
            "49:9",
            "英文引号",
        ),
        ("id = 2\n", "id ＝ 2\n", "48:4", "等号是全角的"),
        ("id = 2\n", "id = 2，\n", "48:7", "多了一个标点“，”"),
        (
            "[[item]]\nid = 2\n",
            "【【item】】\nid = 2\n",
            "47:1",
            "方括号是全角的",
        ),
        (
            "progress = \"上半年，全市一般",
            "progress = \"上半\"年\"，全市一般",
            "50:15",
            "文字里面的引号请写成 \\\"",
        ),
        ("unit = \"亿元\"", "unit = 亿元", "43:8", "文字要加英文引号"),
        (
            "progress = \"上半年，全市一般",
            "progress = \"上半年，\n全市一般",
            "50:12",
            "三个英文引号",
        ),
        (
            "id = 2\n",
            "序号 = 2\n",
            "48:1",
            "没有“序号”这个键；是不是 id？",
        ),
        (
            "evidence = \"同比增长5.3%\"",
            "evidence = \"C:\\data\\x\"",
            "39:15",
            "反斜杠要写两个",
        ),
        (
            "[[item]]\nid = 5\n",
            "<<<<<<< HEAD\n[[item]]\nid = 5\n",
            "119:1",
            "没合并完的冲突标记",
        ),
    ] {
        assert!(shipped.contains(was), "{was}");
        let text = shipped.replacen(was, becomes, 1);
        let (_, column) = place.split_once(':').unwrap();
        let column = format!(":{column}: ");
        let problems = parse(&text).expect_err(becomes);
        let said: Vec<String> = problems.iter().map(|it| say::problem(&ZH, it)).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].contains(&column) && said[0].contains(expected),
            "{becomes}: {said:?}"
        );
    }
}
