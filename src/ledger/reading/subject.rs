//! Whether words are about a measure: pairs of neighbouring characters that both have.

use std::collections::BTreeSet;

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::lexicon::{BEGUN, EMPTY, RESULTS};
use crate::text::wrap::is_han;

/// From this share of the pairs of a name on, words are about it.
const NAME_SHARE: f64 = 0.34;
/// From this share of the pairs of a clause on, the clause says what the promise says.
const CLAUSE_SHARE: f64 = 0.5;

type Pairs = BTreeSet<(char, char)>;

/// What a measure is about.
pub struct Subject {
    name: Pairs,
    title: Pairs,
}

impl Subject {
    /// The subject of a measure with this name, of a promise with this title.
    pub fn of(name: &str, title: &str) -> Self {
        Self {
            name: pairs(name),
            title: pairs(title),
        }
    }

    /// How near the words around a quantity are to the measure, from 0 to 1; `None` where they are about something else.
    /// A clause that names nothing is about what was named before.
    pub fn kinship(&self, passage: &Passage<'_>, mention: &Mention<'_>) -> Option<f64> {
        let clause = passage.words(mention.clause);
        let own = format!("{} {}", mention.before, mention.after);
        if !is_empty_of_subject(&own) {
            let whole = self.of_name(clause);
            // A list of the sentence goes on with what was counted at its head.
            let lead = passage.said_before(mention.clause, mention.clause.bytes.start);
            let near = whole.max(self.of_name(&format!("{lead} {clause}")) * 0.9);
            let says = self.of_promise(&own);
            let is_near = near >= NAME_SHARE || says >= CLAUSE_SHARE;
            return (is_near && (near > 0.0 || says > 0.0)).then_some(near.max(says * 0.5));
        }
        let start = mention.clause.bytes.start;
        let sentence = passage.said_before(mention.clause, start);
        let paragraph = passage.paragraph_before(mention.clause, start);
        for words in [sentence, paragraph] {
            if !is_empty_of_subject(&without_figures(words)) {
                let near = self.of_name(words).max(self.of_promise(words));
                return (near > 0.2).then_some(near);
            }
        }
        Some(0.1)
    }

    /// The same for words that may belong to all that its paragraph has said.
    pub fn kinship_of_paragraph(
        &self,
        passage: &Passage<'_>,
        mention: &Mention<'_>,
    ) -> Option<f64> {
        let said = passage.paragraph_before(mention.clause, mention.quantity.bytes.start);
        let near = self.of_name(said);
        (near >= NAME_SHARE).then_some(near)
    }

    fn of_name(&self, words: &str) -> f64 {
        share(&self.name, &pairs(words))
    }

    fn of_promise(&self, words: &str) -> f64 {
        let pairs = pairs(&subject_words(words));
        share(&pairs, &self.title)
    }
}

/// Whether words name nothing that could be counted: only times, places, verbs and little words.
pub fn is_empty_of_subject(words: &str) -> bool {
    let subject = subject_words(words);
    subject.chars().filter(|c| is_han(*c)).count() < 2
}

/// Words without times, places, verbs and little words.
fn subject_words(words: &str) -> String {
    let mut rest = words.to_owned();
    for word in EMPTY.iter().chain(&RESULTS).chain(&BEGUN) {
        if rest.contains(word) {
            rest = rest.replace(word, " ");
        }
    }
    rest
}

fn without_figures(words: &str) -> String {
    words.chars().filter(|c| !c.is_ascii_digit()).collect()
}

fn pairs(words: &str) -> Pairs {
    let chars: Vec<char> = words.chars().collect();
    let pairs = chars.windows(2).filter_map(|pair| match pair {
        &[one, other] if is_han(one) && is_han(other) => Some((one, other)),
        _ => None,
    });
    pairs.collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a clause has far fewer pairs than 2^53"
)]
fn share(part: &Pairs, whole: &Pairs) -> f64 {
    if part.is_empty() {
        return 0.0;
    }
    part.intersection(whole).count() as f64 / part.len() as f64
}
