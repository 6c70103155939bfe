//! Two people save into one file, saves fail and programs die: a model of four notes and their orders says what must be
//! in the file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::trial::{Step, fail_at};
use super::write::copies::Copies;
use super::{Document, Drafts, Origin};
use crate::ledger::{
    Draft, Edit, ItemId, ItemRef, NotSaved, Order, Row, RowChange, Slot, Unsaved, Value,
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
    /// We record an order; perhaps a system call fails.
    Order(u64, String, Option<Step>),
    /// Somebody else records an order.
    TheirOrder(u64, String),
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
        Some(Step::Lock),
        Some(Step::Create),
        Some(Step::Write),
        Some(Step::Attributes),
        Some(Step::Sync),
        Some(Step::Exchange),
        Some(Step::Copies),
        Some(Step::Open),
        Some(Step::Overwrite),
        Some(Step::Confirm),
    ]);
    prop_oneof![
        4 => (id.clone(), text, step.clone()).prop_map(|(id, text, step)| Act::Save(id, text, step)),
        2 => (id.clone(), "开工[甲\n'\"]{0,2}", step).prop_map(|(id, text, step)| Act::Order(id, text, step)),
        1 => (id.clone(), "开工[甲\n'\"]{0,2}").prop_map(|(id, text)| Act::TheirOrder(id, text)),
        2 => (id.clone(), text).prop_map(|(id, text)| Act::Theirs(id, text)),
        1 => (id.clone(), text).prop_map(|(id, text)| Act::Die(id, text)),
        1 => (id.clone(), text).prop_map(|(id, text)| Act::DieOverwriting(id, text)),
        1 => (id, text).prop_map(|(id, text)| Act::Away(id, text)),
        1 => Just(Act::Look),
        2 => Just(Act::Undo),
    ]
}

/// The notes and orders of a file, by the number of the item.
#[derive(Clone, Debug, Default, PartialEq)]
struct Model {
    notes: BTreeMap<u64, String>,
    orders: BTreeMap<u64, Vec<String>>,
}

impl Model {
    /// What a document has.
    fn of(document: &Document) -> Self {
        let mut model = Self::default();
        for item in &document.ledger().items {
            let ItemId::Number(id) = item.id else {
                panic!("{}", item.id)
            };
            let orders = item.orders.iter().map(|order| order.text.clone()).collect();
            model.notes.insert(id, item.progress.clone());
            model.orders.insert(id, orders);
        }
        model
    }

    /// Makes an edit of one note or one order, and says whether it can be made.
    fn make(&mut self, edit: &Edit) -> bool {
        let &ItemId::Number(id) = edit.item.id() else {
            return false;
        };
        let (Some(note), Some(orders)) = (self.notes.get_mut(&id), self.orders.get_mut(&id)) else {
            return false;
        };
        match (edit.changes.as_slice(), edit.rows.as_slice()) {
            ([change], []) if change.before == Some(Value::Text(note.clone())) => {
                *note = change.after.as_ref().expect("a note").to_string();
                true
            }
            ([], [RowChange::Append(Row::Order(order))]) => {
                orders.push(order.text.clone());
                true
            }
            ([], [RowChange::RemoveLast(Row::Order(order))]) => {
                orders.pop_if(|last| *last == order.text).is_some()
            }
            _ => false,
        }
    }
}

fn order(item: ItemRef, text: String) -> Edit {
    let order = Order {
        date: None,
        text,
        owner: None,
        due: None,
        done: false,
    };
    Edit::of_row(item, RowChange::Append(Row::Order(order)))
}

/// The program, and what must be in the file.
struct World {
    desk: TempDir,
    document: Document,
    /// What is in the file.
    held: Model,
    /// What we know to be in the file.
    known: Model,
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
        let document = open(&desk);
        let held = Model::of(&document);
        Self {
            desk,
            document,
            known: held.clone(),
            held,
            last: None,
        }
    }

    fn path(&self) -> PathBuf {
        self.desk.path().join("l.toml")
    }

    fn edit(&self, id: u64, text: &str) -> Edit {
        Edit::of_note(self.item(id), self.known.notes[&id].clone(), text)
    }

    fn item(&self, id: u64) -> ItemRef {
        let ledger = self.document.ledger();
        ledger.item_ref_of(&ItemId::Number(id)).expect("an item")
    }

    /// Saves, and holds the outcome against the model.
    fn save(&mut self, edit: Edit) {
        let mut after = self.held.clone();
        let can_be_made = after.make(&edit);
        match self.document.save(&edit) {
            Ok(_) => {
                assert!(can_be_made, "somebody else's text was overwritten");
                self.held = after;
                self.known.clone_from(&self.held);
                self.last = Some(edit);
            }
            Err(NotSaved::StaleEdit) => {
                assert!(!can_be_made, "nobody else had changed it");
                self.known.clone_from(&self.held);
            }
            // The file may have been read anew on the way.
            Err(_) => self.known = Model::of(&self.document),
        }
    }

    fn save_failing(&mut self, edit: Edit, step: Option<Step>) {
        fail_at(step);
        self.save(edit);
        fail_at(None);
    }

    fn save_theirs(&mut self, edit: &Edit) {
        let mut theirs = Document::open(&self.path()).expect("a ledger");
        theirs.save(edit).expect("saved");
        assert!(self.held.make(edit));
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Save(id, text, step) => self.save_failing(self.edit(id, &text), step),
            Act::Order(id, text, step) => self.save_failing(order(self.item(id), text), step),
            Act::Undo => {
                let Some(last) = self.last.take() else { return };
                let edit = last.inverse();
                if self.known.clone().make(&edit) {
                    self.save(edit);
                }
            }
            Act::Theirs(id, text) => {
                let before = self.held.notes[&id].clone();
                self.save_theirs(&Edit::of_note(self.item(id), before, text));
            }
            Act::TheirOrder(id, text) => self.save_theirs(&order(self.item(id), text)),
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
                self.known.clone_from(&self.held);
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
            base: self.known.notes[&id].clone(),
            text,
        };
        let draft = Draft {
            item: self.item(id),
            fields: vec![field],
        };
        let ledger = self.document.ledger();
        let open = || {
            let origin = Origin::of(&self.path(), &ledger.heading.title);
            Drafts::open(&state, origin, &ledger, 1 << 16).expect("a state folder")
        };
        let mut drafts = open();
        drafts.keep(&draft).expect("kept");
        // The program is gone, and its lock with it; nothing is cleared.
        drop(drafts);
        let mut next = open();
        assert_eq!(next.offered().map(|it| &it.draft), Some(&draft));
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
        let edit = Edit::of_note(self.item(id), self.held.notes[&id].clone(), text);
        Document::open(&copy)
            .expect("a ledger")
            .save(&edit)
            .expect("saved");
        let new = fs::read_to_string(&copy).expect("the copy");
        let state = self.desk.path().join("state");
        Copies::keep(&self.path(), old.as_bytes(), new.as_bytes(), &state).expect("copies");
        let half = new.as_bytes().split_at(new.len() / 2).0;
        let torn = [half, old.as_bytes().get(half.len()..).unwrap_or_default()].concat();
        fs::write(self.path(), torn).expect("torn");
        self.start_again();
        let now = fs::read_to_string(self.path()).expect("the file");
        assert!(
            now == old || now == new,
            "neither the old version nor the new one"
        );
        self.held = Model::of(&self.document);
        self.known.clone_from(&self.held);
    }

    fn start_again(&mut self) {
        self.document = open(&self.desk);
        self.known.clone_from(&self.held);
        self.last = None;
    }

    /// The file holds the model's notes and orders and, beside them, every byte that it began with.
    fn check(&self) {
        let text = fs::read_to_string(self.path()).expect("the file");
        let read = Document::open(&self.path()).expect("a whole ledger");
        assert_eq!(Model::of(&read), self.held);
        for part in [
            "# 头\nschema = 1 # 别动\n",
            "own.key = 1\n",
            " # 尾\n",
            "\n# 末",
        ] {
            assert!(text.contains(part), "{part:?} is lost");
        }
        assert_eq!(
            Model::of(&self.document),
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
