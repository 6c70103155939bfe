//! A note taken apart: paragraphs, sentences, clauses, and the quantities in them with the words around.
//!
//! Owns where a clause ends and which words stand around a figure. It must never know what the words mean.

use std::ops::Range;

use crate::ledger::quantity::{Quantity, Unit, quantities};

/// A text with its clauses and quantities.
#[derive(Clone, Debug)]
pub struct Passage<'t> {
    /// The text.
    pub text: &'t str,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
    /// Its quantities, in order.
    pub quantities: Vec<Quantity>,
}

/// A piece of a sentence, without the mark that ends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Which sentence of the text it belongs to.
    pub sentence: usize,
    /// Which paragraph.
    pub paragraph: usize,
}

/// A quantity with the words around it.
#[derive(Clone, Copy, Debug)]
pub struct Mention<'p> {
    /// The quantity.
    pub quantity: &'p Quantity,
    /// Its place among the quantities of the passage.
    pub index: usize,
    /// Its clause.
    pub clause: &'p Clause,
    /// What stands before it in its clause, from the quantity before on.
    pub before: &'p str,
    /// What stands behind it in its clause, up to the next quantity.
    pub after: &'p str,
    /// The same up to the end of the clause, whatever stands there.
    pub rest: &'p str,
    /// Whether the next thing behind `after` is another quantity.
    pub meets_next: bool,
}

impl<'t> Passage<'t> {
    /// Takes a text apart. `own_units` are units to be known beside the common ones.
    pub fn of(text: &'t str, own_units: &[Unit]) -> Self {
        let quantities = quantities(text, own_units);
        Self {
            text,
            clauses: clauses(text, &quantities),
            quantities,
        }
    }

    /// Its quantities with the words around them.
    pub fn mentions(&self) -> impl Iterator<Item = Mention<'_>> {
        (0..self.quantities.len()).filter_map(|index| self.mention(index))
    }

    /// The words of a clause.
    pub fn words(&self, clause: &Clause) -> &str {
        self.text.get(clause.bytes.clone()).unwrap_or_default()
    }

    /// The words of a mention's clause that stand before it, other quantities among them.
    pub fn clause_before(&self, mention: &Mention<'_>) -> &str {
        let bytes = mention.clause.bytes.start..mention.quantity.bytes.start;
        self.text.get(bytes).unwrap_or_default()
    }

    /// The words of the clause behind this one in its sentence.
    pub fn clause_behind(&self, clause: &Clause) -> Option<&str> {
        let mut behind = self.clauses.iter();
        let next = behind.find(|other| other.bytes.start >= clause.bytes.end)?;
        (next.sentence == clause.sentence).then(|| self.words(next))
    }

    /// The words of a whole sentence, without the mark that ends it.
    pub fn sentence(&self, clause: &Clause) -> &str {
        let is_own = |other: &&Clause| other.sentence == clause.sentence;
        let first = self.clauses.iter().find(is_own);
        let last = self.clauses.iter().rfind(is_own);
        let bytes = first.zip(last);
        let bytes = bytes.map(|(first, last)| first.bytes.start..last.bytes.end);
        bytes
            .and_then(|bytes| self.text.get(bytes))
            .unwrap_or_default()
    }

    /// The words of the sentence that stand before a byte of it.
    pub fn said_before(&self, clause: &Clause, end: usize) -> &str {
        let mut own = self.clauses.iter();
        let first = own.find(|other| other.sentence == clause.sentence);
        let start = first.map_or(end, |first| first.bytes.start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The words of the paragraph that stand before a byte of it.
    pub fn paragraph_before(&self, clause: &Clause, end: usize) -> &str {
        let mut own = self.clauses.iter();
        let first = own.find(|other| other.paragraph == clause.paragraph);
        let start = first.map_or(end, |first| first.bytes.start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The quantity with this place among them, with the words around it.
    pub fn mention(&self, index: usize) -> Option<Mention<'_>> {
        let quantity = self.quantities.get(index)?;
        let at = quantity.bytes.start;
        let clause = self
            .clauses
            .partition_point(|clause| clause.bytes.end <= at);
        let clause = self.clauses.get(clause)?;
        let previous = index.checked_sub(1).and_then(|it| self.quantities.get(it));
        let previous_end = previous.map_or(0, |it| it.bytes.end);
        let next = self.quantities.get(index + 1);
        let next = next.map(|next| next.bytes.start);
        let next = next.filter(|start| *start < clause.bytes.end);
        let bytes = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let end = quantity.bytes.end;
        Some(Mention {
            quantity,
            index,
            clause,
            before: bytes(clause.bytes.start.max(previous_end)..at),
            after: bytes(end..next.unwrap_or(clause.bytes.end).max(end)),
            rest: bytes(end..clause.bytes.end.max(end)),
            meets_next: next.is_some(),
        })
    }
}

/// How a character parts a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Clause,
    /// 、 parts clauses only where a figure has been given before it; otherwise it parts the names of a list.
    List,
    Sentence,
    LineEnd,
}

fn mark(c: char) -> Option<Mark> {
    match c {
        '，' | ',' | '；' | ';' | '：' | ':' => Some(Mark::Clause),
        '、' => Some(Mark::List),
        '。' | '！' | '？' | '!' | '?' => Some(Mark::Sentence),
        '\n' => Some(Mark::LineEnd),
        _ => None,
    }
}

fn clauses(text: &str, quantities: &[Quantity]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let (mut start, mut sentence, mut paragraph, mut depth) = (0, 0, 0, 0_usize);
    let mut quantities = quantities.iter().peekable();
    let mut has_figure = false;
    for (at, c) in text.char_indices() {
        // The commas and points inside a figure are its own.
        while quantities.next_if(|it| it.bytes.end <= at).is_some() {
            has_figure = true;
        }
        if quantities.peek().is_some_and(|it| it.bytes.start <= at) {
            continue;
        }
        match c {
            '《' | '（' | '(' => depth += 1,
            '》' | '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let Some(mark) = mark(c) else { continue };
        let ends = match mark {
            Mark::LineEnd | Mark::Sentence => true,
            Mark::Clause => depth == 0,
            Mark::List => depth == 0 && has_figure,
        };
        if !ends {
            continue;
        }
        if start < at {
            clauses.push(Clause {
                bytes: start..at,
                sentence,
                paragraph,
            });
        }
        sentence += usize::from(matches!(mark, Mark::Sentence | Mark::LineEnd));
        paragraph += usize::from(mark == Mark::LineEnd);
        if mark != Mark::Clause && mark != Mark::List {
            depth = 0;
        }
        has_figure = false;
        start = at + c.len_utf8();
    }
    if start < text.len() {
        clauses.push(Clause {
            bytes: start..text.len(),
            sentence,
            paragraph,
        });
    }
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_at_commas_but_not_inside_figures_and_names() {
        let text = "上半年,完成1,322.6亿元、完成率54.5%。甲、乙等《规划（一，二）》2个；丙（含1,2）\n丁：3家";
        let passage = Passage::of(text, &[]);
        let said: Vec<(&str, usize, usize)> = passage
            .clauses
            .iter()
            .map(|it| (passage.words(it), it.sentence, it.paragraph))
            .collect();
        assert_eq!(
            said,
            [
                ("上半年", 0, 0),
                ("完成1,322.6亿元", 0, 0),
                ("完成率54.5%", 0, 0),
                ("甲、乙等《规划（一，二）》2个", 1, 0),
                ("丙（含1,2）", 1, 0),
                ("丁", 2, 1),
                ("3家", 2, 1),
            ]
        );
    }

    #[test]
    fn a_mention_has_the_words_around_its_figure() {
        let passage = Passage::of("目前16个项目已开工12个，完工3个", &[]);
        let said: Vec<(&str, &str, &str, bool)> = passage
            .mentions()
            .map(|it| (it.before, it.after, it.rest, it.meets_next))
            .collect();
        assert_eq!(
            said,
            [
                ("目前", "项目已开工", "项目已开工12个", true),
                ("项目已开工", "", "", false),
                ("完工", "", "", false),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_taken_apart(text in "[0-9，,。；、\n《》（）个家完成%]{0,40}") {
            let passage = Passage::of(&text, &[]);
            proptest::prop_assert_eq!(passage.mentions().count(), passage.quantities.len());
            for clause in &passage.clauses {
                proptest::prop_assert!(!passage.words(clause).is_empty());
            }
        }
    }
}
