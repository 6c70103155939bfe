//! Two people save into one file, saves fail and programs die: a model of four notes says what must be in the file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::write::trial::{Step, fail_at};
use super::{Document, Drafts};
use crate::ledger::{
    Change, Draft, Edit, IndicatorKey, ItemId, NotSaved, Part, Slot, Unsaved, Value,
};

const FILE: &str = "# 头\nschema = 1 # 别动\n[ledger]\ntitle = '甲'\nown.key = 1\n[[item]]\nid = 1\ntitle = 'a'\nprogress = \"一\" # 尾\n[[item]]\nid = 2\ntitle = 'b'\nprogress = '二'\n[[item]]\nid = 3\ntitle = 'c'\nprogress = \"\"\"\n三\"\"\"\n[[item]]\nid = 4\ntitle = 'd'\nprogress = '四'\n# 末";

/// What happens.
#[derive(Clone, Debug)]
enum Act {
    /// We save a note; perhaps a system call fails.
    Save(u64, String, Option<Step>),
    /// We write a note and die before it is saved.
    Die(u64, String),
    /// We die in the middle of writing the file over in place.
    DieOverwriting(u64, String),
    /// Somebody else saves a note.
    Theirs(u64, String),
    /// The file is away while we save, and comes back.
    Away(u64, String),
    /// We look whether the file has changed.
    Look,
    /// We take our last save back.
    Undo,
}

fn act() -> impl Strategy<Value = Act> {
    let (id, text) = (1..=4_u64, "[甲乙\n'\"]{0,6}");
    let step = prop::sample::select(vec![
        None,
        Some(Step::Create),
        Some(Step::Write),
        Some(Step::Attributes),
        Some(Step::Sync),
        Some(Step::Exchange),
        Some(Step::Copies),
        Some(Step::Overwrite),
    ]);
    prop_oneof![
        4 => (id.clone(), text, step).prop_map(|(id, text, step)| Act::Save(id, text, step)),
        2 => (id.clone(), text).prop_map(|(id, text)| Act::Theirs(id, text)),
        1 => (id.clone(), text).prop_map(|(id, text)| Act::Die(id, text)),
        1 => (id.clone(), text).prop_map(|(id, text)| Act::DieOverwriting(id, text)),
        1 => (id, text).prop_map(|(id, text)| Act::Away(id, text)),
        1 => Just(Act::Look),
        2 => Just(Act::Undo),
    ]
}

/// The program, and what must be in the file.
struct World {
    desk: TempDir,
    document: Document,
    /// What is in the file.
    notes: BTreeMap<u64, String>,
    /// What we know to be in the file.
    known: BTreeMap<u64, String>,
    last: Option<Edit>,
}

impl World {
    fn new(has_two_names: bool) -> Self {
        let desk = tempfile::tempdir().expect("a folder");
        let path = desk.path().join("l.toml");
        fs::write(&path, FILE).expect("a file");
        if has_two_names {
            fs::hard_link(&path, desk.path().join("other.toml")).expect("a link");
        }
        let notes: BTreeMap<u64, String> = [(1, "一"), (2, "二"), (3, "三"), (4, "四")]
            .map(|(id, note)| (id, note.into()))
            .into();
        Self {
            document: open(&desk),
            desk,
            known: notes.clone(),
            notes,
            last: None,
        }
    }

    fn path(&self) -> PathBuf {
        self.desk.path().join("l.toml")
    }

    fn edit(&self, id: u64, text: &str) -> Edit {
        Edit::of_note(ItemId::Number(id), self.known[&id].clone(), text)
    }

    /// Saves, and holds the outcome against the model.
    fn save(&mut self, edit: Edit, id: u64, text: &str) {
        let is_stale = self.known[&id] != self.notes[&id];
        match self.document.save(&edit) {
            Ok(_) => {
                assert!(!is_stale, "somebody else's text was overwritten");
                self.notes.insert(id, text.into());
                self.known.clone_from(&self.notes);
                self.last = Some(edit);
            }
            Err(NotSaved::StaleEdit) => {
                assert!(is_stale, "nobody else had changed it");
                self.known.clone_from(&self.notes);
            }
            // The file may have been read anew on the way.
            Err(_) => self.known = notes_of(&self.document),
        }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Save(id, text, step) => {
                let edit = self.edit(id, &text);
                fail_at(step);
                self.save(edit, id, &text);
                fail_at(None);
            }
            Act::Undo => {
                let Some(last) = self.last.take() else { return };
                let edit = last.inverse();
                let value = edit.after(&Slot::Progress).expect("a note").to_string();
                let ItemId::Number(id) = edit.id else { return };
                if edit
                    .inverse()
                    .after(&Slot::Progress)
                    .map(ToString::to_string)
                    .as_ref()
                    == self.known.get(&id)
                {
                    self.save(edit, id, &value);
                }
            }
            Act::Theirs(id, text) => {
                let mut theirs = Document::open(&self.path()).expect("a ledger");
                let before = self.notes[&id].clone();
                let edit = Edit::of_note(ItemId::Number(id), before, text.clone());
                theirs.save(&edit).expect("saved");
                self.notes.insert(id, text);
            }
            Act::Away(id, text) => {
                let away = self.desk.path().join("away");
                fs::rename(self.path(), &away).expect("moved");
                let edit = self.edit(id, &text);
                assert!(matches!(self.document.save(&edit), Err(NotSaved::Missing)));
                assert!(
                    !self.path().exists(),
                    "a file that is away is not made again"
                );
                fs::rename(away, self.path()).expect("moved");
            }
            Act::Look => {
                self.document.look().expect("a ledger");
                self.known.clone_from(&self.notes);
            }
            Act::Die(id, text) => self.die(id, text),
            Act::DieOverwriting(id, text) => self.die_overwriting(id, &text),
        }
    }

    /// What was typed is offered at the next start, to the letter.
    fn die(&mut self, id: u64, text: String) {
        let state = self.desk.path().join("state");
        let field = Unsaved {
            slot: Slot::Progress,
            base: self.known[&id].clone(),
            text,
        };
        let draft = Draft {
            id: ItemId::Number(id),
            fields: vec![field],
        };
        let mut drafts = Drafts::open(&state, &self.path()).expect("a state folder");
        drafts.keep(&draft).expect("kept");
        // The program is gone, and its lock with it; nothing is cleared.
        drop(drafts);
        let mut next = Drafts::open(&state, &self.path()).expect("a state folder");
        assert_eq!(next.offered(), Some(&draft));
        next.settle(true);
        next.clear();
        self.start_again();
    }

    /// A file that was torn is the old one again at the next start.
    fn die_overwriting(&mut self, id: u64, text: &str) {
        let old = fs::read_to_string(self.path()).expect("the file");
        let other = tempfile::tempdir().expect("a folder");
        let copy = other.path().join("l.toml");
        fs::write(&copy, &old).expect("a copy");
        let edit = Edit::of_note(ItemId::Number(id), self.notes[&id].clone(), text);
        Document::open(&copy)
            .expect("a ledger")
            .save(&edit)
            .expect("saved");
        let new = fs::read_to_string(&copy).expect("the copy");
        let state = self.desk.path().join("state");
        super::write::overwrite::keep_copies(&self.path(), old.as_bytes(), new.as_bytes(), &state)
            .expect("copies");
        let half = new.as_bytes().split_at(new.len() / 2).0;
        let torn = [half, old.as_bytes().get(half.len()..).unwrap_or_default()].concat();
        fs::write(self.path(), torn).expect("torn");
        self.start_again();
        let now = fs::read_to_string(self.path()).expect("the file");
        assert!(
            now == old || now == new,
            "neither the old version nor the new one"
        );
        self.notes = notes_of(&self.document);
        self.known.clone_from(&self.notes);
    }

    fn start_again(&mut self) {
        self.document = open(&self.desk);
        self.known.clone_from(&self.notes);
        self.last = None;
    }

    /// The file holds the model's notes and, beside them, every byte that it began with.
    fn check(&self) {
        let text = fs::read_to_string(self.path()).expect("the file");
        let ledger = super::parse(&text).expect("a whole ledger");
        let notes: Vec<&str> = ledger
            .items
            .iter()
            .map(|item| item.progress.as_str())
            .collect();
        assert_eq!(
            notes,
            self.notes.values().map(String::as_str).collect::<Vec<_>>()
        );
        for part in [
            "# 头\nschema = 1 # 别动\n",
            "own.key = 1\n",
            " # 尾\n",
            "\n# 末",
        ] {
            assert!(text.contains(part), "{part:?} is lost");
        }
        assert_eq!(
            notes_of(&self.document),
            self.known,
            "what we think is in the file"
        );
        for entry in fs::read_dir(self.desk.path())
            .expect("the folder")
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(
                Path::new(&name).extension().is_none_or(|end| end != "tmp"),
                "{name} is left"
            );
        }
    }
}

fn open(desk: &TempDir) -> Document {
    let state = desk.path().join("state");
    Document::open_with(&desk.path().join("l.toml"), Some(&state)).expect("a ledger")
}

fn notes_of(document: &Document) -> BTreeMap<u64, String> {
    let ledger = document.ledger();
    let note = |item: &crate::ledger::Item| match &item.id {
        ItemId::Number(id) => (*id, item.progress.clone()),
        ItemId::Text(id) => panic!("{id}"),
    };
    ledger.items.iter().map(|item| note(item)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn whatever_happens_the_file_is_whole_and_nobody_loses_a_word(acts in prop::collection::vec(act(), 0..24), has_two_names in any::<bool>()) {
        let mut world = World::new(has_two_names);
        for act in acts {
            world.act(act);
            world.check();
        }
    }
}

/// A file in which every field is written in a way that nobody would choose anew.
const ODD: &str = "schema = 1\n[ledger]\ntitle = '甲'\n[[item]]\nid = 1\ntitle = 'a'\nprogress = \"\"\"\\\n  一\"\"\"\nproblem = \"a\\nb\" # c\n'next' = '二'\nstatus = \"done\"\nstatus_reason = 'r' # 由\n  [[item.indicator]]\n  name=\"x\"\n  kind=\"amount\"\n  actual = 1_0\n  target = 0x10";
const ODD_INLINE: &str = "schema = 1\r\n[ledger]\r\ntitle = '甲'\r\n[[item]]\r\nid = 1\r\ntitle = 'a'\r\nprogress = '一'\r\nstatus_reason = 'r'\r\nindicator = [{name=\"x\", kind=\"amount\",actual=+3 , target = 1e1},\r\n]\r\n";

fn fields() -> impl Strategy<Value = Vec<(usize, Option<String>)>> {
    let text = prop::option::of("[甲1\n'\"]{1,4}");
    prop::collection::vec((0..9_usize, text), 1..6)
}

/// Writes some fields of the item, each once, whatever stands there; `None` where they are what they were.
fn rewrite(document: &Document, fields: &[(usize, Option<String>)]) -> Option<Edit> {
    let ledger = document.ledger();
    let item = ledger.items.first()?;
    let of = |part| {
        let name = "x".to_owned();
        Slot::Of(IndicatorKey { name, nth: 0 }, part)
    };
    let mut slots = [
        Slot::Progress,
        Slot::Problem,
        Slot::Next,
        Slot::Lead,
        Slot::Reason,
        of(Part::Actual),
        of(Part::Underway),
        of(Part::Target),
        of(Part::Evidence),
    ]
    .map(Some);
    let mut changes = Vec::new();
    for (which, text) in fields {
        let Some(slot) = slots[*which].take() else {
            continue;
        };
        let after = text.as_ref().map(|text| {
            if slot.is_figure() {
                Value::Number(f64::from(u32::try_from(text.len()).unwrap_or(0)) / 4.0)
            } else {
                Value::Text(text.clone())
            }
        });
        let before = item.value(&slot);
        if before != after && (after.is_some() || slot != Slot::Progress) {
            changes.push(Change {
                slot,
                before,
                after,
            });
        }
    }
    let id = ItemId::Number(1);
    (!changes.is_empty()).then_some(Edit { id, changes })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn saves_that_are_all_taken_back_leave_the_very_bytes(saves in prop::collection::vec(fields(), 1..6), is_inline in any::<bool>(), clears in any::<bool>()) {
        let desk = tempfile::tempdir().expect("a folder");
        let file = if is_inline { ODD_INLINE } else { ODD };
        let path = desk.path().join("l.toml");
        fs::write(&path, file).expect("a file");
        let mut document = Document::open(&path).expect("a ledger");
        let mut saved = Vec::new();
        if clears && !is_inline {
            let change = Change { slot: Slot::Status, before: Some("done".into()), after: None };
            let edit = Edit { id: ItemId::Number(1), changes: vec![change] };
            document.save(&edit).expect("a verdict can be given up");
            saved.push(edit);
        }
        for fields in &saves {
            let Some(edit) = rewrite(&document, fields) else { continue };
            match document.save(&edit) {
                Ok(_) => saved.push(edit),
                // A status may not stand without its reason.
                Err(NotSaved::StaleEdit) => {}
                Err(why) => panic!("{why:?} of {edit:?}"),
            }
        }
        for edit in saved.iter().rev() {
            document.save(&edit.inverse()).expect("taken back");
        }
        prop_assert_eq!(fs::read_to_string(&path).expect("the file"), file);
    }
}
