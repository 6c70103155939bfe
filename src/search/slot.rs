//! What can stand at one place of a text: one character, or any of those that sound alike.

/// What can stand at one place.
#[derive(Clone, Debug)]
pub enum Slot {
    /// This character.
    One(char),
    /// Any of these.
    Any(CharSet),
}

/// A set of characters that is quick to ask.
#[derive(Clone, Debug)]
pub struct CharSet {
    /// A bit for each character of the basic plane.
    plane: Box<[u64]>,
    /// The others; there are few.
    beyond: Vec<char>,
}

/// The characters of the basic plane.
const PLANE_CHARS: usize = 0x1_0000;

impl Slot {
    /// Whether this character can stand here.
    pub fn has(&self, c: char) -> bool {
        match self {
            Self::One(only) => *only == c,
            Self::Any(set) => set.has(c),
        }
    }
}

impl CharSet {
    /// The set of these characters.
    pub fn of(chars: impl Iterator<Item = char>) -> Self {
        let mut set = Self {
            plane: vec![0; PLANE_CHARS / 64].into_boxed_slice(),
            beyond: Vec::new(),
        };
        for c in chars {
            set.put(c);
        }
        set
    }

    /// Takes in what can stand in a slot.
    pub fn add(&mut self, slot: &Slot) {
        match slot {
            Slot::One(c) => self.put(*c),
            Slot::Any(set) => {
                for (own, other) in self.plane.iter_mut().zip(&set.plane) {
                    *own |= other;
                }
                self.beyond.extend(&set.beyond);
            }
        }
    }

    fn put(&mut self, c: char) {
        let place = place(c);
        match self.plane.get_mut(place / 64) {
            Some(bits) => *bits |= 1 << (place % 64),
            None => self.beyond.push(c),
        }
    }

    /// Whether the character is one of them.
    pub fn has(&self, c: char) -> bool {
        let place = place(c);
        self.plane.get(place / 64).map_or_else(
            || self.beyond.contains(&c),
            |bits| bits & (1 << (place % 64)) != 0,
        )
    }
}

fn place(c: char) -> usize {
    usize::try_from(u32::from(c)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_in() {
        let set = CharSet::of("地铁𠮷".chars());
        assert!("地铁𠮷".chars().all(|c| set.has(c)));
        assert!(!set.has('天') && !set.has('𠮶') && !set.has('a'));
        let mut more = CharSet::of("乙".chars());
        more.add(&Slot::Any(set));
        more.add(&Slot::One('丙'));
        assert!("地铁𠮷乙丙".chars().all(|c| more.has(c)) && !more.has('丁'));
        assert!(Slot::One('地').has('地') && !Slot::One('地').has('铁'));
    }
}
