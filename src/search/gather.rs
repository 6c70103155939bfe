//! Rows of some consecutive items, gathered as lists: much quicker to make than to insert into rows one by one.

use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;

/// The most items that are gathered at once: their offsets fit into 16 bits.
pub const ITEMS: usize = 1 << 14;

/// Where the characters of some consecutive items stand.
#[derive(Debug, Default)]
pub struct Gathered {
    letters: Vec<Gathering>,
    places: FxHashMap<char, usize>,
}

/// One character's items and, by the character behind it, those of the two.
#[derive(Debug)]
struct Gathering {
    c: char,
    items: Offsets,
    followers: FxHashMap<char, Offsets>,
}

/// Items as offsets from the first one, in their order.
#[derive(Debug, Default)]
struct Offsets(Vec<u16>);

impl Gathered {
    /// Notes that the item at `offset`, not before the last one noted, has this text.
    pub fn add(&mut self, offset: u16, text: &str) {
        let mut before: Option<usize> = None;
        for c in text.chars() {
            let place = self.place(c);
            if let Some(letter) = before.and_then(|before| self.letters.get_mut(before)) {
                letter.followers.entry(c).or_default().add(offset);
            }
            if let Some(letter) = self.letters.get_mut(place) {
                letter.items.add(offset);
            }
            before = Some(place);
        }
    }

    /// The characters and their rows, and the rows of every two, for the items from the `first` one on.
    pub fn rows(self, first: u32) -> impl Iterator<Item = GatheredRow> {
        self.letters.into_iter().map(move |letter| GatheredRow {
            c: letter.c,
            row: letter.items.row(first),
            followers: letter
                .followers
                .into_iter()
                .map(|(c, items)| (c, items.row(first)))
                .collect(),
        })
    }

    fn place(&mut self, c: char) -> usize {
        let letters = &mut self.letters;
        *self.places.entry(c).or_insert_with(|| {
            letters.push(Gathering {
                c,
                items: Offsets::default(),
                followers: FxHashMap::default(),
            });
            letters.len() - 1
        })
    }
}

/// A character's row, and its rows by the character behind it.
pub struct GatheredRow {
    /// The character.
    pub c: char,
    /// Who has it.
    pub row: RoaringBitmap,
    /// Who has it before another one.
    pub followers: Vec<(char, RoaringBitmap)>,
}

impl Offsets {
    fn add(&mut self, offset: u16) {
        if self.0.last() != Some(&offset) {
            self.0.push(offset);
        }
    }

    fn row(self, first: u32) -> RoaringBitmap {
        let mut row = RoaringBitmap::new();
        // They are in order, each once; an error would say that they are not.
        let _ = row.append(self.0.into_iter().map(|offset| first + u32::from(offset)));
        row
    }
}
