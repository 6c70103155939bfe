//! Two people rewrote the same text: what comes of it line by line, and where each of them changed it.
//!
//! Only whole lines are ever put together. Two rewordings of one sentence make a third one that nobody wrote; a person
//! must choose there.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// The text with the changes of both, where they changed different lines; `None` where they changed the same.
pub fn merged(base: &str, ours: &str, theirs: &str) -> Option<String> {
    // Every line must end, or the last one would differ as soon as another is added after it.
    let ended = |text: &str| format!("{text}\n");
    let both = diffy::merge(&ended(base), &ended(ours), &ended(theirs)).ok()?;
    both.strip_suffix('\n').map(str::to_owned)
}

/// Texts up to this many characters are compared by character, longer ones by line.
const COMPARED_CHARS: usize = 4_000;

/// The bytes of `text` that are not in `base`, in order.
pub fn changed(base: &str, text: &str) -> Vec<Range<usize>> {
    let is_short = |text: &str| text.chars().nth(COMPARED_CHARS).is_none();
    let (old, new) = if is_short(base) && is_short(text) {
        (chars(base), chars(text))
    } else {
        (lines(base), lines(text))
    };
    let mut starts = vec![0];
    starts.extend(new.iter().scan(0, |end, piece| {
        *end += piece.len();
        Some(*end)
    }));
    capture_diff_slices(Algorithm::Myers, &old, &new)
        .iter()
        .filter(|step| matches!(step.tag(), DiffTag::Insert | DiffTag::Replace))
        .filter_map(|step| {
            let pieces = step.new_range();
            Some(*starts.get(pieces.start)?..*starts.get(pieces.end)?)
        })
        .collect()
}

fn chars(text: &str) -> Vec<&str> {
    text.split("").filter(|piece| !piece.is_empty()).collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn changes_of_different_lines_go_together() {
        let base = "第一段。\n第二段。\n第三段。\n第四段。";
        let ours = base.replace("第一段", "头一段");
        let theirs = format!("{base}\n第五段。");
        assert_eq!(
            merged(base, &ours, &theirs).expect("no line changed twice"),
            "头一段。\n第二段。\n第三段。\n第四段。\n第五段。"
        );
    }

    #[test]
    fn changes_of_one_line_need_a_person() {
        assert_eq!(merged("完成12条。", "完成13条。", "完成14条。"), None);
        assert_eq!(merged("完成12条。", "", "完成14条。"), None);
    }

    #[test]
    fn what_changed_is_told_in_bytes() {
        assert_eq!(changed("完成12条。", "完成13条，好。"), [7..8, 11..17]);
        assert_eq!(changed("甲", "甲"), []);
        assert_eq!(changed("甲", ""), []);
        let long = "长句。\n".repeat(3_000);
        let end = long.len()..long.len() + 3;
        assert_eq!(changed(&long, &format!("{long}新")), vec![end]);
    }

    proptest! {
        #[test]
        fn merging_keeps_its_laws(base in "([甲乙丙丁]\n){0,6}", ours in "([甲乙丙丁]\n){0,6}", theirs in "([甲乙丙丁]\n){0,6}") {
            prop_assert_eq!(merged(&base, &ours, &base), Some(ours.clone()), "one side changed");
            prop_assert_eq!(merged(&base, &base, &theirs), Some(theirs.clone()), "the other changed");
            prop_assert_eq!(merged(&base, &ours, &ours), Some(ours.clone()), "both the same");
            prop_assert_eq!(merged(&base, &ours, &theirs), merged(&base, &theirs, &ours), "sides do not matter");
        }

        #[test]
        fn no_new_line_is_lost(ours in prop::collection::btree_set(0..5_usize, 0..3), theirs in prop::collection::btree_set(0..5_usize, 0..3)) {
            let base = ["零", "一", "二", "三", "四"];
            let write = |at: &std::collections::BTreeSet<usize>, who: &str| {
                let line = |(place, line): (usize, &&str)| if at.contains(&place) { format!("{who}{place}") } else { (*line).to_owned() };
                base.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
            };
            if let Some(both) = merged(&base.join("\n"), &write(&ours, "我"), &write(&theirs, "他")) {
                for (who, at) in [("我", &ours), ("他", &theirs)] {
                    for place in at {
                        let line = format!("{who}{place}");
                        prop_assert!(both.lines().any(|found| found == line));
                    }
                }
            } else {
                let touching = ours.iter().any(|mine| theirs.iter().any(|other| mine.abs_diff(*other) <= 1));
                prop_assert!(touching, "only lines that touch are a conflict");
            }
        }
    }
}
