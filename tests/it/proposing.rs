//! Figures read from a note: offered when it is saved, taken one by one, never by themselves.

use std::fs;

use taizhang::app::Mode;

use crate::support::{ENGLISH, Walk};

const ADDED: &str =
    "33<Enter><F2><C-End><Enter>7月25日：新开工1个，累计开工13个，开工率81.25%。<F2>";

fn figure(walk: &Walk, number: u64) -> Option<f64> {
    let id = taizhang::ledger::ItemId::Number(number);
    let position = walk.app.ledger().position(&id).unwrap();
    walk.app.ledger().items[position].indicators[0].actual
}

#[test]
fn a_saved_note_offers_the_figure_that_it_changes() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys(ADDED);
    let screen = walk.screen();
    assert!(screen.contains("› 开工项目 完成 12个 → 13个？"), "{screen}");
    assert!(screen.contains("“累计开工13个”"), "{screen}");
    assert_eq!(figure(&walk, 33), Some(12.0), "nothing is taken by itself");
    walk.keys("<Enter>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert_eq!(figure(&walk, 33), Some(13.0));
    let text = fs::read_to_string(walk.path()).unwrap();
    assert!(text.contains("actual = 13\nevidence = \"累计开工13个\"\n"));
    walk.keys("<C-z>");
    assert_eq!(figure(&walk, 33), Some(12.0), "a step of its own");
    assert!(walk.note(33).contains("累计开工13个"));
}

#[test]
fn what_is_left_stays_as_it_was() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys(ADDED).keys("<Esc>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert_eq!(figure(&walk, 33), Some(12.0));
    walk.keys("<Insert>");
    assert!(
        walk.screen().contains("12个 → 13个"),
        "asked for, it is offered again"
    );
}

#[test]
fn a_note_without_new_figures_offers_nothing() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("33<Enter><F2><C-End><Enter>正在加紧推进。<F2>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    walk.keys("21<Enter><Insert>");
    assert!(walk.screen().contains("原文里没有可更新的数"));
}

#[test]
fn several_figures_are_taken_one_by_one() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("26<Enter><F2><C-a>上半年，48条背街小巷已开工，30条已完工。<F2>");
    let screen = walk.screen();
    assert!(
        screen.contains("48条") && screen.contains("30条"),
        "{screen}"
    );
    walk.keys("<Down><Enter>");
    assert!(
        matches!(walk.app.mode(), Mode::Propose(_)),
        "the other one is left"
    );
    let before = figure(&walk, 26);
    walk.keys("<Enter>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert_ne!((before, figure(&walk, 26)), (Some(21.0), Some(21.0)));
    assert_eq!(figure(&walk, 26), Some(30.0));
}

#[test]
fn evidence_keeps_the_words_of_the_figure_that_was_not_taken() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("26<Enter><F2><C-End><Enter>截至7月31日，累计48条已开工，26条已完工。<F2>");
    let screen = walk.screen();
    assert!(
        screen.contains("46条 → 48条") && screen.contains("21条 → 26条"),
        "{screen}"
    );
    walk.keys("<Enter><Esc>");
    let item = walk.app.ledger().items[25].clone();
    let evidence = item.indicators[0].evidence.clone().unwrap();
    assert!(
        evidence.contains("21条已完工") && evidence.contains("累计48条已开工"),
        "{evidence}"
    );
    assert!(item.progress.contains(&evidence));
}

#[test]
fn more_than_was_promised_is_offered_too() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("21<Enter><F2><C-a>累计新开通海运航线15条。<F2>");
    assert!(walk.screen().contains("12条 → 15条"));
}

#[test]
fn a_note_that_lost_the_words_of_a_figure_says_so() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("36<Enter><F2><C-a>正在核实。<F2>");
    assert!(
        walk.screen().contains("进展情况里找不到这句"),
        "{}",
        walk.screen()
    );
}

const BARE: &str = r#"
schema = 1
[ledger]
title = "台账"
as_of = 2025-06-30
[[item]]
id = 1
title = "新增绿色建筑1000万平方米，栽植行道树5000株以上。"
progress = "上半年新增绿色建筑649.53万平方米。"

# 下一项
[[item]]
id = 2
title = "乙"
progress = ""
"#;

#[test]
fn an_item_without_measures_shows_those_of_its_text_as_such() {
    let mut walk = Walk::of(BARE, 120, 36);
    let screen = walk.screen();
    assert!(
        screen.contains("读自原文，未入台账（按 Insert 逐条采用）"),
        "{screen}"
    );
    assert!(screen.contains("649.53/1000万平方米"), "{screen}");
    assert!(
        screen.contains("1 无 "),
        "what is not in the ledger is not judged: {screen}"
    );
    assert_eq!(
        fs::read_to_string(walk.path()).unwrap(),
        BARE,
        "and is not written"
    );
    walk.keys("<Insert>");
    let screen = walk.screen();
    assert!(
        screen.contains("› 新增指标 绿色建筑：649.53万平方米 目标1000万平方米"),
        "{screen}"
    );
    walk.keys("<Enter>");
    assert!(
        matches!(walk.app.mode(), Mode::Propose(_)),
        "the trees are left to take"
    );
    walk.keys("<Esc>");
    let text = fs::read_to_string(walk.path()).unwrap();
    let written = "[[item.indicator]]\nname = \"绿色建筑\"\nkind = \"amount\"\ntarget = 1000\nunit = \"万平方米\"\nactual = 649.53\nevidence = \"上半年新增绿色建筑649.53万平方米\"\n";
    assert!(text.contains(written), "{text}");
    assert!(text.contains("\n# 下一项\n[[item]]\nid = 2"), "{text}");
    let screen = walk.screen();
    assert!(
        screen.contains("1 无 ") && screen.contains("台账缺指标：") && screen.contains("5000株"),
        "half a promise is not judged: {screen}"
    );
    walk.keys("<C-z>");
    assert_eq!(fs::read_to_string(walk.path()).unwrap(), BARE);
}

#[test]
fn somebody_elses_note_takes_the_offer_away() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys(ADDED);
    let text = fs::read_to_string(walk.path()).unwrap();
    fs::write(walk.path(), text.replace("累计开工13个", "累计开工12个")).unwrap();
    walk.notice_change();
    assert!(matches!(walk.app.mode(), Mode::Browse));
}

#[test]
fn a_ledger_that_cannot_be_written_offers_nothing() {
    let mut walk = Walk::of(
        &format!("{BARE}\n").replace("schema = 1", "schema = 99"),
        80,
        24,
    );
    walk.keys("<Insert>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
}

#[test]
fn offers_in_english() {
    let mut walk = Walk::shipped(60, 20);
    walk.look = ENGLISH;
    walk.keys(ADDED);
    let screen = walk.screen();
    assert!(screen.contains("开工项目 Actual 12个 → 13个?"), "{screen}");
}
