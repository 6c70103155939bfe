//! Putting new bytes in the place of old ones, and remembering how to put the old ones back.

use std::ops::Range;

/// A place in a text, and what to write there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The bytes that go; empty where something is only put in.
    pub span: Range<usize>,
    /// What comes in their place.
    pub with: String,
}

/// A text with patches applied, and the patches that take them back.
#[derive(Debug)]
pub struct Spliced {
    /// The new text: every byte outside the patches is as it was.
    pub text: String,
    /// What makes the old text of the new one, byte for byte.
    pub back: Vec<Patch>,
}

/// Applies patches; of several at one place the first is written first. `None` where a span is none
/// of the text, which would be a fault of the caller, or where patches overlap.
pub fn splice(text: &str, mut patches: Vec<Patch>) -> Option<Spliced> {
    patches.sort_by_key(|patch| patch.span.start);
    let mut spliced = Spliced {
        text: String::with_capacity(text.len() + 64),
        back: Vec::new(),
    };
    let mut copied = 0;
    for Patch { span, with } in patches {
        spliced.text.push_str(text.get(copied..span.start)?);
        let start = spliced.text.len();
        spliced.text.push_str(&with);
        spliced.back.push(Patch {
            span: start..spliced.text.len(),
            with: text.get(span.clone())?.to_owned(),
        });
        copied = span.end;
    }
    spliced.text.push_str(text.get(copied..)?);
    Some(spliced)
}

/// The patch that makes `old` of `new` again: everything between what both begin with and what both end with.
pub fn difference(old: &str, new: &str) -> Patch {
    let same_bytes = |pairs: &mut dyn Iterator<Item = (u8, u8)>| {
        pairs.take_while(|(left, right)| left == right).count()
    };
    let whole_char = |mut at: usize| {
        while !(old.is_char_boundary(at) && new.is_char_boundary(at)) {
            at -= 1;
        }
        at
    };
    let start = whole_char(same_bytes(&mut old.bytes().zip(new.bytes())));
    let most = old.len().min(new.len()) - start;
    let mut ending = same_bytes(&mut old.bytes().rev().zip(new.bytes().rev())).min(most);
    while !(old.is_char_boundary(old.len() - ending) && new.is_char_boundary(new.len() - ending)) {
        ending -= 1;
    }
    Patch {
        span: start..new.len() - ending,
        with: old
            .get(start..old.len() - ending)
            .unwrap_or_default()
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn several_patches_at_one_place_keep_their_order() {
        let put_in = |at, with: &str| Patch {
            span: at..at,
            with: with.into(),
        };
        let spliced = splice("甲乙", vec![put_in(3, "1"), put_in(0, "0"), put_in(3, "2")]);
        assert_eq!(spliced.expect("inside the text").text, "0甲12乙");
        assert!(splice("甲", vec![put_in(1, "x")]).is_none());
        assert!(splice("甲", vec![put_in(9, "x")]).is_none());
    }

    proptest! {
        #[test]
        fn a_difference_makes_the_old_of_the_new(old in "[甲乙a]{0,6}", new in "[甲乙a]{0,6}") {
            let patch = difference(&old, &new);
            prop_assert_eq!(splice(&new, vec![patch]).expect("inside the text").text, old);
        }

        #[test]
        fn the_way_back_leads_to_the_very_bytes(text in "[a-z]{0,20}", cuts in prop::collection::btree_set(0..=20_usize, 0..6), with in "[A-Z]{0,4}") {
            let cuts: Vec<usize> = cuts.into_iter().filter(|&cut| cut <= text.len()).collect();
            let patches = cuts.chunks_exact(2).map(|cut| Patch { span: cut[0]..cut[1], with: with.clone() }).collect();
            let there = splice(&text, patches).expect("inside the text");
            let back = splice(&there.text, there.back).expect("inside the text");
            prop_assert_eq!(back.text, text);
        }
    }
}
