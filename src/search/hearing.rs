//! Which items have a word by its sound.

use std::collections::HashMap;
use std::rc::Rc;

use roaring::RoaringBitmap;

use crate::search::corpus::Field;
use crate::search::looking::Looking;
use crate::search::rows::Rows;
use crate::search::sift::{Sieve, Superseded};
use crate::search::slot::Slot;
use crate::search::sound::{Manner, Way};
use crate::search::spelling::Spelling;
use crate::search::wanted::Wanted;

/// The items that have a word by its sound, by manner.
#[derive(Debug, Default)]
pub struct Heard {
    /// By whole syllables, at least one.
    pub sounds: RoaringBitmap,
    /// By nothing but initials; some of them may have it by syllables, too.
    pub initials: RoaringBitmap,
}

/// The most steps that are gone through rows; a word that can be cut in more ways is looked for page by page.
const STEPS: usize = 4_096;

/// Those of `among` that have the word in this field by its sound.
pub fn hear(
    looking: &Looking<'_>,
    field: Field,
    wanted: &Wanted,
    among: &RoaringBitmap,
) -> Result<Heard, Superseded> {
    if !looking.has(field) || among.is_empty() {
        return Ok(Heard::default());
    }
    if let Some(rows) = looking.rows(field)
        && let Some(leaves) = Walk::through(rows, wanted.spelling(), among)
    {
        return settled(&looking.sieve, field, wanted.spelling(), leaves);
    }
    let mut found = Heard::default();
    let manners = looking.sieve.sift(among, |page| {
        let chars: Vec<char> = page.text(field).chars().collect();
        wanted.heard(&chars).map(|(_, manner)| manner)
    })?;
    for (position, manner) in manners {
        match manner {
            Manner::Initials => found.initials.insert(position),
            Manner::Whole | Manner::Mixed => found.sounds.insert(position),
        };
    }
    Ok(found)
}

/// One way to cut the word, and the items that have every two neighbours of it side by side.
struct Leaf {
    path: Vec<usize>,
    manner: Manner,
    items: RoaringBitmap,
}

/// Up to two neighbours are sure by their row; longer ways are looked for in the texts.
fn settled(
    sieve: &Sieve<'_>,
    field: Field,
    spelling: &Spelling,
    leaves: Vec<Leaf>,
) -> Result<Heard, Superseded> {
    let mut found = Heard::default();
    for leaf in leaves {
        let known = match leaf.manner {
            Manner::Initials => &mut found.initials,
            Manner::Whole | Manner::Mixed => &mut found.sounds,
        };
        let items = leaf.items - &*known;
        *known |= if leaf.path.len() <= 2 {
            items
        } else {
            let slots = leaf.path.iter().filter_map(|slot| spelling.slot(*slot));
            let slots: Vec<&Slot> = slots.collect();
            sieve.having(&items, |page| has_in_a_row(page.text(field), &slots))?
        };
    }
    Ok(found)
}

/// Whether the text has characters for all slots side by side.
fn has_in_a_row(text: &str, slots: &[&Slot]) -> bool {
    let mut rest = text.chars();
    loop {
        let mut here = rest.clone();
        if slots
            .iter()
            .all(|slot| here.next().is_some_and(|c| slot.has(c)))
        {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

/// A walk through all ways to cut a word, as far as there are items that could have them.
struct Walk<'r> {
    rows: &'r Rows,
    spelling: &'r Spelling,
    /// Which items have two slots side by side.
    pairs: HashMap<(usize, usize), Rc<RoaringBitmap>>,
    path: Vec<usize>,
    leaves: Vec<Leaf>,
    steps: usize,
}

impl<'r> Walk<'r> {
    /// All leaves; `None` where there are too many ways.
    fn through(rows: &'r Rows, spelling: &'r Spelling, among: &RoaringBitmap) -> Option<Vec<Leaf>> {
        let mut walk = Self {
            rows,
            spelling,
            pairs: HashMap::new(),
            path: Vec::new(),
            leaves: Vec::new(),
            steps: 0,
        };
        walk.from(0, Way::default(), among)?;
        Some(walk.leaves)
    }

    /// Goes on after `from` characters of the word, among the items that have the path so far.
    fn from(&mut self, from: usize, way: Way, items: &RoaringBitmap) -> Option<()> {
        let Some(steps) = self.spelling.steps(from) else {
            if way.sounds() {
                // Of a single slot no pair has told yet who has it.
                let only = match self.path.as_slice() {
                    [slot] => self.spelling.slot(*slot).map(|slot| self.rows.having(slot)),
                    _ => None,
                };
                self.leaves.push(Leaf {
                    path: self.path.clone(),
                    manner: way.manner(),
                    items: only.map_or_else(|| items.clone(), |only| only & items),
                });
            }
            return Some(());
        };
        for step in steps {
            let Some(way) = step.after(way) else { continue };
            self.steps += 1;
            if self.steps > STEPS {
                return None;
            }
            let before = self.path.last().copied();
            let narrowed = before.map(|before| items & &*self.pair(before, step.slot));
            let items = narrowed.as_ref().unwrap_or(items);
            if !items.is_empty() {
                self.path.push(step.slot);
                let done = self.from(from + step.chars, way, items);
                self.path.pop();
                done?;
            }
        }
        Some(())
    }

    fn pair(&mut self, first: usize, second: usize) -> Rc<RoaringBitmap> {
        let (rows, spelling) = (self.rows, self.spelling);
        let side_by_side = || {
            let pair = spelling.slot(first).zip(spelling.slot(second));
            let items = pair.map(|(first, second)| rows.side_by_side(first, second));
            Rc::new(items.unwrap_or_default())
        };
        Rc::clone(
            self.pairs
                .entry((first, second))
                .or_insert_with(side_by_side),
        )
    }
}
