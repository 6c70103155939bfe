//! All the ways in which items can have one word, the surest first.

use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;

use crate::search::corpus::Field;
use crate::search::figures::ungrouped;
use crate::search::found::Found;
use crate::search::hearing::hear;
use crate::search::looking::Looking;
use crate::search::near::Whole;
use crate::search::rank::Tier;
use crate::search::rows::Rows;
use crate::search::sift::Superseded;
use crate::search::slot::{CharSet, Slot};
use crate::search::wanted::Wanted;

/// The fewest initials that are looked for in notes: two letters are the initials of something in every fourth note.
const INITIALS_IN_NOTE: usize = 3;

/// What is found of a word among some items as it was typed, by its sound, or nearly.
pub fn find(
    looking: &Looking<'_>,
    wanted: &Wanted,
    among: RoaringBitmap,
) -> Result<Found, Superseded> {
    let mut found = Found::nothing_of(among);
    let word = &wanted.word().text;
    for (field, tier) in [
        (Field::Title, Tier::WordsInTitle),
        (Field::Note, Tier::WordsInBoth),
    ] {
        let items = looking.exactly(field, word, found.rest())?;
        found.take(tier, &items);
    }
    if wanted.word().is_exact {
        return Ok(found);
    }
    if wanted.chars().iter().any(char::is_ascii_digit) {
        find_figures(looking, wanted, &mut found)?;
    }
    let initials_in_note = find_sounds(looking, wanted, &mut found)?;
    find_parted(looking, wanted, &mut found)?;
    found.take(Tier::InitialsInNote, &initials_in_note);
    Ok(found)
}

/// Figures that are written another way.
fn find_figures(
    looking: &Looking<'_>,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<(), Superseded> {
    let word = wanted.chars();
    let is_grouped = ungrouped(word).len() != word.len();
    let digits = Slot::Any(CharSet::of('0'..='9'));
    let signs = Slot::Any(CharSet::of([',', ' '].into_iter()));
    for (field, tier) in [
        (Field::Title, Tier::WordsInTitle),
        (Field::Note, Tier::WordsInBoth),
    ] {
        if !looking.has(field) {
            continue;
        }
        let mut perhaps = found.rest().clone();
        if let Some(rows) = looking.rows(field) {
            let kept = word.iter().filter(|c| !matches!(c, ',' | ' '));
            if let Some(items) = rows.having_all(kept.copied()) {
                perhaps &= items;
            }
            // A figure without commas is another way of writing it only where the text has some.
            if !is_grouped {
                perhaps &= rows.side_by_side(&digits, &signs);
            }
        }
        let items = looking
            .sieve
            .having(&perhaps, |page| wanted.figures(page.text(field)))?;
        found.take(tier, &items);
    }
    Ok(())
}

/// What sounds like the word. Gives those that have it in the note by its initials, which is less than a likeness.
fn find_sounds(
    looking: &Looking<'_>,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<RoaringBitmap, Superseded> {
    if !wanted.can_sound() {
        return Ok(RoaringBitmap::new());
    }
    let in_title = hear(looking, Field::Title, wanted, found.rest())?;
    found.take(Tier::SoundInTitle, &in_title.sounds);
    let in_note = hear(looking, Field::Note, wanted, found.rest())?;
    found.take(Tier::SoundInNote, &in_note.sounds);
    found.take(Tier::InitialsInTitle, &in_title.initials);
    if wanted.chars().len() < INITIALS_IN_NOTE {
        return Ok(RoaringBitmap::new());
    }
    Ok(in_note.initials)
}

/// What has the word with something put into it.
fn find_parted<'c>(
    looking: &Looking<'c>,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<(), Superseded> {
    for (field, tier) in [
        (Field::Title, Tier::FuzzyInTitle),
        (Field::Note, Tier::FuzzyInNote),
    ] {
        if !looking.has(field) || !wanted.can_be_parted() {
            continue;
        }
        let mut pieces: Vec<(u32, &str)> = Vec::new();
        for whole in Whole::BOTH {
            let found_so_far: RoaringBitmap =
                pieces.iter().map(|(position, _)| *position).collect();
            let rest = found.rest() - found_so_far;
            let perhaps = may_be_parted(looking, field, wanted.chars(), whole, rest);
            let more = looking
                .sieve
                .sift(&perhaps, |page| wanted.parted(page.text(field), whole))?;
            pieces.extend(more);
        }
        // Offices write in formulas: there are few pieces and many items that have them.
        let mut scores: FxHashMap<&str, Option<i32>> = FxHashMap::default();
        let score = |(position, piece): (u32, &'c str)| {
            let score = scores.entry(piece);
            let score = *score.or_insert_with(|| wanted.likeness(piece));
            Some((position, score?))
        };
        let items: Vec<(u32, i32)> = pieces.into_iter().filter_map(score).collect();
        found.take_scored(tier, &items);
    }
    Ok(())
}

/// Wherever something was put in, what is before it and what is behind it stand as they were typed.
fn may_be_parted(
    looking: &Looking<'_>,
    field: Field,
    word: &[char],
    whole: Whole,
    among: RoaringBitmap,
) -> RoaringBitmap {
    let Some(rows) = looking.rows(field) else {
        return among;
    };
    let middle = word.len() / 2;
    let cuts = match whole {
        Whole::First => middle..word.len(),
        Whole::Second => 1..middle,
    };
    let parts = cuts.map(|cut| word.split_at(cut));
    having_both(rows, parts, &among)
}

/// What has the word with one wrong character, which is thought of only where nothing else is found.
pub fn find_slips(
    looking: &Looking<'_>,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<(), Superseded> {
    if !wanted.can_slip() {
        return Ok(());
    }
    for (field, tier) in [
        (Field::Title, Tier::OneWrongInTitle),
        (Field::Note, Tier::OneWrongInNote),
    ] {
        if !looking.has(field) {
            continue;
        }
        for whole in Whole::BOTH {
            let perhaps = may_be_slips(looking, field, wanted.chars(), whole, found.rest());
            let items = looking
                .sieve
                .sift(&perhaps, |page| wanted.slip(page.text(field), whole))?;
            found.take_scored(tier, &items);
        }
    }
    Ok(())
}

/// Wherever the wrong character is, what is before it and what is behind it stand as they were typed.
fn may_be_slips(
    looking: &Looking<'_>,
    field: Field,
    word: &[char],
    whole: Whole,
    among: &RoaringBitmap,
) -> RoaringBitmap {
    let Some(rows) = looking.rows(field) else {
        return among.clone();
    };
    let middle = word.len() / 2;
    let wrong = match whole {
        Whole::First => middle..word.len(),
        Whole::Second => 0..middle,
    };
    let parts = wrong.map(|wrong| {
        let (before, behind) = word.split_at(wrong);
        (before, behind.get(1..).unwrap_or_default())
    });
    having_both(rows, parts, among)
}

/// The items that have both parts of some pair.
fn having_both<'w>(
    rows: &Rows,
    pairs: impl Iterator<Item = (&'w [char], &'w [char])>,
    among: &RoaringBitmap,
) -> RoaringBitmap {
    let mut items = RoaringBitmap::new();
    for (before, behind) in pairs {
        let parts = [before, behind].into_iter();
        let parts = parts.filter_map(|part| rows.having_phrase(part));
        items |= parts.fold(among.clone(), |left, part| left & part);
    }
    items
}
