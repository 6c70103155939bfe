//! Where the clauses, the sentences and the paragraphs of a text end.

use std::ops::Range;

use crate::ledger::passage::Clause;
use crate::ledger::quantity::Quantity;

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

/// The clauses of a text. One that nothing ends is as long as its sentence.
pub fn clauses(text: &str, quantities: &[Quantity]) -> Vec<Clause> {
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
            clauses.push((start..at, sentence, paragraph));
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
        clauses.push((start..text.len(), sentence, paragraph));
    }
    let clauses = clauses.into_iter().enumerate();
    let clauses = clauses.map(|(index, (bytes, sentence, paragraph))| {
        let words = text.get(bytes.clone()).unwrap_or_default();
        Clause {
            head: bytes.end - words.trim_start().len(),
            bytes,
            index,
            sentence,
            paragraph,
        }
    });
    clauses.collect()
}

/// The clause of each quantity.
pub fn of_quantities(clauses: &[Clause], quantities: &[Quantity]) -> Vec<usize> {
    let mut clause = 0;
    let mut of_quantity = |it: &Quantity| {
        let is_behind = |clause: &Clause| clause.bytes.end <= it.bytes.start;
        while clauses.get(clause).is_some_and(is_behind) {
            clause += 1;
        }
        clause
    };
    quantities.iter().map(&mut of_quantity).collect()
}

/// Which of some things that stand in order belong to which group: the clauses of each sentence, say.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// The first thing of each group; of an empty one, the first of the next.
    firsts: Vec<usize>,
    count: usize,
}

impl Groups {
    /// The groups of all things, in order.
    pub fn of(groups: impl Iterator<Item = usize>) -> Self {
        let mut all = Self::default();
        for group in groups {
            while all.firsts.len() <= group {
                all.firsts.push(all.count);
            }
            all.count += 1;
        }
        all
    }

    /// The places of the things of a group.
    pub fn of_group(&self, group: usize) -> Range<usize> {
        let first = |group: usize| self.firsts.get(group).copied().unwrap_or(self.count);
        first(group)..first(group.saturating_add(1))
    }
}
