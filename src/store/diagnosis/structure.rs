//! How statements hang together: in which table a key stands, and what stands there twice.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::ledger::SyntaxSlip;
use crate::ledger::problem::Expected;
use crate::store::diagnosis::Slip;
use crate::store::diagnosis::signs::{half, is_blank};
use crate::store::diagnosis::statements::{Kind, Statement, is_bare_key, is_key_char, separator};
use crate::store::schema::{Near, Shape, Table, any_key, near};

/// The tables and keys that were passed.
pub struct Structure {
    /// The keys that the file can have, where they are known.
    tables: Option<&'static Table>,
    /// The table that keys stand in.
    path: Vec<String>,
    /// The lines of the keys of that table.
    keys: HashMap<String, usize>,
    /// The tables there are, `item.indicator`, by what their names are together, with their lines and whether they are
    /// lists. A new element of a list forgets those within it.
    heads: BTreeMap<String, (usize, bool)>,
    /// The lines up to the last byte that was asked about.
    line: usize,
    counted_to: usize,
}

impl Structure {
    pub fn new(tables: Option<&'static Table>) -> Self {
        Self {
            tables,
            path: Vec::new(),
            keys: HashMap::new(),
            heads: BTreeMap::new(),
            line: 1,
            counted_to: 0,
        }
    }

    /// What the key of this name holds in the present table; else in any that has it.
    pub fn expected(&self, key: &str) -> Option<Expected> {
        let table = self.tables?.at(&self.path);
        let known = table.and_then(|table| table.key(key));
        match known.or_else(|| any_key(key))?.shape {
            Shape::Value(expected) => Some(expected),
            _ => None,
        }
    }

    /// The known key that was perhaps meant by another one.
    pub fn near(&self, key: &str) -> Option<&'static str> {
        let tables = self.tables?;
        match near(tables.at(&self.path).unwrap_or(tables), key) {
            Near::Key(name) => Some(name),
            Near::In(_) => any_key(key).map(|key| key.name),
            Near::Nothing => None,
        }
    }

    /// Takes a statement that is fine by itself; says what is wrong with it after those before it.
    pub fn take(&mut self, text: &str, statement: &Statement) -> Option<Slip> {
        let said = text.get(statement.range.clone())?;
        let start = statement.range.start;
        let line = self.line_of(text, start);
        let slip = match statement.kind {
            Kind::Head => self.enter(said, line)?,
            Kind::Pair => self.hold(said, line)?,
            Kind::Remark | Kind::Conflict => return None,
        };
        Some(Slip::new(start, slip))
    }

    /// Passes a statement that is not fine: the keys behind a head belong to it all the same.
    pub fn pass(&mut self, said: &str, statement: &Statement) {
        if matches!(statement.kind, Kind::Head) {
            self.path = path(said);
            self.keys.clear();
            let whole = self.path.join(".");
            self.forget_within(&whole);
        }
    }

    fn line_of(&mut self, text: &str, at_byte: usize) -> usize {
        let passed: Range<usize> = self.counted_to..at_byte;
        let passed = text.as_bytes().get(passed).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count();
        self.counted_to = at_byte;
        self.line
    }

    fn enter(&mut self, said: &str, line: usize) -> Option<SyntaxSlip> {
        let is_list = said.starts_with("[[");
        self.path = path(said);
        self.keys.clear();
        let whole = self.path.join(".");
        let before = self.heads.get(&whole).copied();
        let slip = self.misplaced(&whole, is_list, before, line);
        self.forget_within(&whole);
        let first_line = before.map_or(line, |(line, _)| line);
        self.heads.insert(whole, (first_line, is_list));
        slip
    }

    fn misplaced(
        &self,
        whole: &str,
        is_list: bool,
        before: Option<(usize, bool)>,
        line: usize,
    ) -> Option<SyntaxSlip> {
        let parent = self.path.split_last().map(|(_, parent)| parent);
        let shape = parent
            .zip(self.tables)
            .and_then(|(parent, tables)| tables.at(parent))
            .zip(self.path.last())
            .and_then(|(table, name)| table.key(name))
            .map(|key| key.shape);
        match shape {
            Some(Shape::Many(table)) if !is_list => {
                let header = table.header;
                return Some(SyntaxSlip::SingleBrackets { header });
            }
            Some(Shape::One(table)) if is_list => {
                let header = table.header;
                return Some(SyntaxSlip::DoubleBrackets { header });
            }
            Some(Shape::Many(table)) if self.path.len() > 1 => {
                let parent = parent.map(|parent| parent.join("."));
                if parent.is_some_and(|parent| !self.heads.contains_key(&parent)) {
                    let header = table.header;
                    return Some(SyntaxSlip::BeforeItem { header });
                }
            }
            _ => {}
        }
        let (first_line, was_list) = before?;
        (first_line != line && !(is_list && was_list)).then(|| SyntaxSlip::DuplicateTable {
            name: whole.to_owned(),
            first_line,
        })
    }

    /// Forgets the tables within one that begins anew.
    fn forget_within(&mut self, whole: &str) {
        let within = format!("{whole}.");
        let mut inside = self.heads.range(within.clone()..);
        let mut gone = Vec::new();
        while let Some((name, _)) = inside.next().filter(|(name, _)| name.starts_with(&within)) {
            gone.push(name.clone());
        }
        for name in gone {
            self.heads.remove(&name);
        }
    }

    fn hold(&mut self, said: &str, line: usize) -> Option<SyntaxSlip> {
        let (at, _) = separator(said)?;
        let key = said.get(..at)?.trim_end_matches(is_blank);
        let key = if is_bare_key(key) {
            key
        } else {
            key.trim_matches(['"', '\''])
        };
        let Some(&first_line) = self.keys.get(key) else {
            self.keys.insert(key.to_owned(), line);
            return None;
        };
        if key == "id" && self.path == ["item"] {
            // Another item begins here; its other keys are no duplicates.
            self.keys.clear();
            self.keys.insert(key.to_owned(), line);
            return Some(SyntaxSlip::MissingItem { first_line });
        }
        let key = key.to_owned();
        Some(SyntaxSlip::DuplicateKey { key, first_line })
    }
}

/// The names of a head, however it is written.
fn path(said: &str) -> Vec<String> {
    let line = said.lines().next().unwrap_or_default();
    let line = line.split('#').next().unwrap_or_default();
    let names: String = line.chars().map(half).collect();
    let is_name = |c: char| is_key_char(c) || !c.is_ascii();
    let names = names
        .split('.')
        .map(|name| name.trim_matches(|c| !is_name(c)).to_owned());
    names.collect()
}
