//! A note taken apart: paragraphs, sentences, clauses, and the quantities in them with the words around.
//!
//! Owns where a clause ends and which words stand around a figure. It must never know what the words mean.
//!
//! A text is tokenised once, in passes that are linear in its length: its quantities, its clauses, the words of every
//! list, its pairs of characters. Clauses and quantities know their place among the others, so that whoever asks for
//! the clause of a figure, for its sentence or for what was said before it never looks through the text again. That
//! holds only as long as nobody searches the text of a [`Stretch`] for every figure: it may reach back over the whole
//! note. Ask it for the words of a list instead.

mod clauses;
mod pairs;
mod stretch;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use crate::ledger::lexicon::{List, Lookup, Occurrences};
use crate::ledger::quantity::{Quantity, Unit, quantities};

use clauses::{Groups, clauses};

pub use pairs::{Pair, Pairs, Weight, han_pairs};
pub use stretch::Stretch;

/// A text with its clauses and quantities.
#[derive(Clone, Debug)]
pub struct Passage<'t> {
    /// The text.
    pub text: &'t str,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
    /// Its quantities, in order.
    pub quantities: Vec<Quantity>,
    /// Which clauses each sentence has.
    sentences: Groups,
    /// Which clauses each paragraph has.
    paragraphs: Groups,
    /// Which quantities each clause has.
    mentions: Groups,
    /// The clause of each quantity.
    clause_of: Vec<usize>,
    /// The unit of each quantity, by a number that quantities of the same unit share.
    units: Vec<usize>,
    /// The quantities of each unit.
    of_unit: Vec<Vec<usize>>,
    lookup: Lookup,
    pairs: OnceCell<Pairs>,
}

/// A piece of a sentence, without the mark that ends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Where its words begin, behind blanks.
    pub head: usize,
    /// Its place among the clauses.
    pub index: usize,
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
    /// Its unit, by a number that the quantities of the same unit share.
    pub unit: usize,
    /// Its clause.
    pub clause: &'p Clause,
    /// What stands before it in its clause, from the quantity before on.
    pub before: Stretch<'p>,
    /// What stands behind it in its clause, up to the next quantity.
    pub after: Stretch<'p>,
    /// The same up to the end of the clause, whatever stands there.
    pub rest: Stretch<'p>,
    /// Whether the next thing behind `after` is another quantity.
    pub meets_next: bool,
}

impl<'t> Passage<'t> {
    /// Tokenises a text. `own_units` are units to be known beside the common ones.
    pub fn of(text: &'t str, own_units: &[Unit]) -> Self {
        let quantities = quantities(text, own_units);
        let clauses = clauses(text, &quantities);
        let clause_of = clauses::of_quantities(&clauses, &quantities);
        let (units, of_unit) = numbered(&quantities);
        Self {
            text,
            sentences: Groups::of(clauses.iter().map(|it| it.sentence)),
            paragraphs: Groups::of(clauses.iter().map(|it| it.paragraph)),
            mentions: Groups::of(clause_of.iter().copied()),
            units,
            of_unit,
            lookup: Lookup::of(text),
            pairs: OnceCell::new(),
            clauses,
            quantities,
            clause_of,
        }
    }

    /// Its quantities with the words around them.
    pub fn mentions(&self) -> impl DoubleEndedIterator<Item = Mention<'_>> + Clone {
        self.mentions_at(0..self.quantities.len())
    }

    /// Those of the quantities that have these places among all.
    pub fn mentions_at(
        &self,
        places: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Mention<'_>> + Clone {
        places.filter_map(|index| self.mention(index))
    }

    /// The quantities of a clause.
    pub fn mentions_of(
        &self,
        clause: &Clause,
    ) -> impl DoubleEndedIterator<Item = Mention<'_>> + Clone {
        self.mentions_at(self.mentions.of_group(clause.index))
    }

    /// The quantities of the sentence of a clause.
    pub fn mentions_of_sentence(
        &self,
        clause: &Clause,
    ) -> impl DoubleEndedIterator<Item = Mention<'_>> + Clone {
        let clauses = self.sentences.of_group(clause.sentence);
        let first = self.mentions.of_group(clauses.start).start;
        let end = self.mentions.of_group(clauses.end.saturating_sub(1)).end;
        self.mentions_at(first..end)
    }

    /// The places of the quantities that have the unit of this one, in order.
    pub fn mentions_of_unit(&self, unit: usize) -> &[usize] {
        self.of_unit.get(unit).map_or(&[], Vec::as_slice)
    }

    /// The clauses of a sentence.
    pub fn clauses_of_sentence(&self, sentence: usize) -> &[Clause] {
        let places = self.sentences.of_group(sentence);
        self.clauses.get(places).unwrap_or_default()
    }

    /// The clauses of a paragraph.
    pub fn clauses_of_paragraph(&self, paragraph: usize) -> &[Clause] {
        let places = self.paragraphs.of_group(paragraph);
        self.clauses.get(places).unwrap_or_default()
    }

    /// Where the words of a list stand in the text.
    pub fn all(&self, list: List) -> &Occurrences {
        self.lookup.list(list)
    }

    /// Its pairs of neighbouring characters.
    pub fn pairs(&self) -> &Pairs {
        self.pairs.get_or_init(|| Pairs::of(self))
    }

    /// A part of the text.
    pub fn stretch(&self, bytes: Range<usize>) -> Stretch<'_> {
        Stretch::new(self, bytes)
    }

    /// A clause.
    pub fn words(&self, clause: &Clause) -> Stretch<'_> {
        self.stretch(clause.bytes.clone())
    }

    /// The bytes that say a mention: its clause. Of a clause that nothing ends, the words around the quantity.
    pub fn said(&self, mention: &Mention<'_>) -> Range<usize> {
        let clause = mention.clause.bytes.clone();
        if clause.len() <= SAID_BYTES {
            return clause;
        }
        let own = &mention.quantity.bytes;
        let start = clause.start.max(own.start.saturating_sub(SAID_BYTES / 2));
        let end = clause.end.min(own.end + SAID_BYTES / 2);
        self.text.ceil_char_boundary(start)..self.text.floor_char_boundary(end)
    }

    /// What stands before a mention in its clause, other quantities among it.
    pub fn clause_before(&self, mention: &Mention<'_>) -> Stretch<'_> {
        self.stretch(mention.clause.bytes.start..mention.quantity.bytes.start)
    }

    /// The clause behind this one in its sentence.
    pub fn clause_behind(&self, clause: &Clause) -> Option<Stretch<'_>> {
        let next = self.clauses.get(clause.index + 1)?;
        (next.sentence == clause.sentence).then(|| self.words(next))
    }

    /// The whole sentence of a clause, without the mark that ends it.
    pub fn sentence(&self, clause: &Clause) -> Stretch<'_> {
        let clauses = self.clauses_of_sentence(clause.sentence);
        let ends = clauses.first().zip(clauses.last());
        let bytes = ends.map(|(first, last)| first.bytes.start..last.bytes.end);
        self.stretch(bytes.unwrap_or_default())
    }

    /// What was said in the sentence of a clause before a byte of it.
    pub fn said_before(&self, clause: &Clause, end: usize) -> Stretch<'_> {
        let first = self.clauses_of_sentence(clause.sentence).first();
        self.stretch(first.map_or(end, |first| first.bytes.start)..end)
    }

    /// What was said in the paragraph of a clause before a byte of it.
    pub fn paragraph_before(&self, clause: &Clause, end: usize) -> Stretch<'_> {
        let first = self.clauses_of_paragraph(clause.paragraph).first();
        self.stretch(first.map_or(end, |first| first.bytes.start)..end)
    }

    /// The quantity with this place among them, with the words around it.
    pub fn mention(&self, index: usize) -> Option<Mention<'_>> {
        let quantity = self.quantities.get(index)?;
        let at = quantity.bytes.start;
        let clause = self.clauses.get(*self.clause_of.get(index)?)?;
        let previous = index.checked_sub(1).and_then(|it| self.quantities.get(it));
        let previous_end = previous.map_or(0, |it| it.bytes.end);
        let next = self.quantities.get(index + 1);
        let next = next.map(|next| next.bytes.start);
        let next = next.filter(|start| *start < clause.bytes.end);
        let end = quantity.bytes.end;
        Some(Mention {
            quantity,
            index,
            unit: self.units.get(index).copied()?,
            clause,
            before: self.stretch(clause.bytes.start.max(previous_end)..at),
            after: self.stretch(end..next.unwrap_or(clause.bytes.end).max(end)),
            rest: self.stretch(end..clause.bytes.end.max(end)),
            meets_next: next.is_some(),
        })
    }
}

/// The longest clause that is quoted whole as the words of a figure: more is no evidence but the note.
const SAID_BYTES: usize = 1_024;

/// A number for the unit of each quantity, the same for the same unit in the same multiples; and which quantities have
/// each of them.
fn numbered(quantities: &[Quantity]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut known: HashMap<(&str, u64), usize> = HashMap::new();
    let mut of_unit: Vec<Vec<usize>> = Vec::new();
    let mut units = Vec::with_capacity(quantities.len());
    for (index, quantity) in quantities.iter().enumerate() {
        let next = known.len();
        let unit = (&*quantity.unit.base, quantity.unit.scale.to_bits());
        let unit = *known.entry(unit).or_insert(next);
        units.push(unit);
        if unit == of_unit.len() {
            of_unit.push(Vec::new());
        }
        if let Some(of_unit) = of_unit.get_mut(unit) {
            of_unit.push(index);
        }
    }
    (units, of_unit)
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
            .map(|it| (passage.words(it).text(), it.sentence, it.paragraph))
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
            .map(|it| {
                (
                    it.before.text(),
                    it.after.text(),
                    it.rest.text(),
                    it.meets_next,
                )
            })
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
                proptest::prop_assert!(!passage.words(clause).text().is_empty());
            }
        }
    }
}
