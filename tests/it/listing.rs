//! Output that is no terminal.

use std::process::Command;

use crate::support::shipped;

fn listed(arguments: &[&str]) -> String {
    let output = Command::new(crate::pseudo_terminal::binary())
        .arg(shipped())
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_list_is_printed_as_text() {
    let list = listed(&[]);
    assert_eq!(list.lines().count(), 3 + 44);
    assert!(
        list.lines().nth(1).unwrap().contains("序时50.0%"),
        "Chinese where no locale says otherwise"
    );
    assert!(list.contains(
        "26 缓 实施50条背街小巷综合整治。 [背街小巷整治 42.0% < 序时50.0%，慢8.0个百分点；此后月均需4.8条，此前3.5条，1.4倍]"
    ));
    assert!(!list.contains('\u{1B}'));
}

#[test]
fn filters_and_orders_of_a_query_are_those_of_the_screen() {
    let numbers = |query: &str| -> Vec<u64> {
        let output = Command::new(crate::pseudo_terminal::binary())
            .args(["list", "--format", "tsv", "--query", query])
            .arg(shipped())
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let first = |row: &str| row.split('\t').next()?.parse().ok();
        text.lines().filter_map(first).collect()
    };
    let mut walk = crate::support::Walk::shipped(80, 24);
    for query in [
        "sort:behind",
        "is:behind 排序:滞后",
        "has:findings",
        "!核对:有",
        "项目 sort:completion",
    ] {
        walk.keys(&format!("/<C-u>{query}<Enter>"));
        assert!(walk.shown().len() > 1, "{query}");
        assert_eq!(numbers(query), walk.shown(), "{query}");
    }
    assert_eq!(numbers("is:starred"), [0_u64; 0], "stars are of a session");
}

#[test]
fn the_language_can_be_chosen() {
    assert!(listed(&["--lang", "en"]).contains("42.0% < time 50.0%, 8.0 points behind"));
    assert!(listed(&["--lang=zh"]).contains("慢8.0个百分点"));
    let help = Command::new(crate::pseudo_terminal::binary())
        .args(["--help", "--lang", "en"])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&help.stdout).contains("Browse, search and edit"));
}

/// Runs a command over the shipped ledger; gives its exit status and what it printed.
fn run(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(crate::pseudo_terminal::binary())
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), text)
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let (status, text) = run(arguments);
    assert_eq!(status, 0, "{text}");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_search_gives_the_hits_of_the_screen_in_their_order() {
    for query in ["海洋", "zdxm", "污水cl", "状态:滞后", "34", "新增 企业"] {
        let mut walk = crate::support::Walk::shipped(80, 24);
        walk.keys("/").paste(query);
        let shown: Vec<u64> = walk.shown();
        let found = json(&["search", query, "--format", "json"]);
        let ids: Vec<u64> = found["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["id"].as_u64().unwrap())
            .collect();
        assert_eq!(ids, shown, "{query}");
        assert!(!ids.is_empty());
    }
}

#[test]
fn nothing_found_is_an_exit_status_of_its_own() {
    assert_eq!(run(&["search", "低空经济"]).0, 1);
    assert_eq!(
        run(&["list", "--query", "低空经济", "--format", "json"]).0,
        1
    );
    let query = ["list", "--status", "not_started", "--query", "海洋"];
    assert_eq!(run(&query).0, 1);
    assert_eq!(run(&["search"]).0, 2, "nothing was asked");
    assert_eq!(run(&["list", "--status", "late"]).0, 2, "no such verdict");
    assert_eq!(run(&["list", "没有这个文件.toml"]).0, 2);
}

#[test]
fn json_has_the_shapes_that_are_documented() {
    let whole = json(&["list", "--format", "json"]);
    assert_eq!(whole["schema"], 1);
    assert_eq!(whole["ledger"]["as_of"], "2025-06-30");
    assert_eq!(whole["ledger"]["time_line"], 50.0);
    let items = whole["items"].as_array().unwrap();
    assert_eq!(items.len(), 44);
    let item = &items[42];
    assert_eq!(
        (&item["id"], &item["status"]),
        (&43.into(), &"behind".into())
    );
    assert_eq!(item["lead"], serde_json::Value::Null, "absent is null");
    let indicator = &item["indicators"][0];
    assert_eq!(indicator["actual"], 174.0);
    assert_eq!(indicator["completion"], 174.0 / 500.0 * 100.0);
    assert_eq!(indicator["evidence"], "全市已开工299户，完工174户");
    assert!(
        item["reason"]
            .as_str()
            .unwrap()
            .contains("34.8% < 序时50.0%")
    );
    let behind = json(&["list", "--status", "behind,slipping", "--format", "json"]);
    assert_eq!(behind["items"].as_array().unwrap().len(), 12);
}

#[test]
fn tables_can_be_opened_by_a_spreadsheet() {
    let (_, csv) = run(&["list", "--format", "csv"]);
    assert!(csv.starts_with("id,title,status,computed,reason,completion,time_line,"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 44);
    assert!(rows[6][10].contains("\n\n企业技术中心"), "paragraphs stay");
    let (_, tsv) = run(&["list", "--format", "tsv", "--query", "#43"]);
    assert_eq!(tsv.lines().nth(1).unwrap().split('\t').next(), Some("43"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.toml");
    let text = "schema = 1\n[ledger]\ntitle = '甲|乙'\n[[item]]\nid = 1\ntitle = '=1+1|x'\nprogress = '-2'\n";
    std::fs::write(&path, text).unwrap();
    let (_, csv) = run(&["list", &path.to_string_lossy(), "--format", "csv"]);
    assert!(csv.contains("'=1+1|x"), "a formula stays a text: {csv}");
    let (_, markdown) = run(&["list", &path.to_string_lossy(), "--format", "md"]);
    assert!(markdown.contains("| 1 | 无 | =1+1\\|x |"), "{markdown}");
}

#[test]
#[cfg(unix)]
fn a_reader_that_has_enough_is_no_error() {
    for format in ["text", "tsv", "csv", "md", "json"] {
        let script = format!("\"$0\" list \"$1\" --format {format} | head -c 3");
        let output = Command::new("sh")
            .args(["-c", &script])
            .arg(crate::pseudo_terminal::binary())
            .arg(crate::support::shipped())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(told, "", "{format}");
        assert_eq!(output.stdout.len(), 3, "{format}");
    }
}
