//! Drafts as programs leave them, and what the next program finds.

use super::*;
use crate::ledger::{ItemId, ItemKey};

const LEDGER: &str =
    "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = 1\ntitle = \"乙\"\nprogress = \"旧\"\n";
const LIMIT_BYTES: usize = 1_000;

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("l.toml"), LEDGER).expect("a ledger");
        Self { folder }
    }

    fn open(&self) -> Drafts {
        self.open_as("l.toml")
    }

    fn open_as(&self, name: &str) -> Drafts {
        let ledger = crate::store::parse(LEDGER).expect("a ledger");
        let origin = Origin::of(&self.folder.path().join(name), "甲");
        let state = self.folder.path().join("state");
        Drafts::open(&state, origin, &ledger, LIMIT_BYTES).expect("drafts")
    }

    /// What the next program is offered.
    fn offered(&self) -> Option<String> {
        let drafts = self.open();
        let offered = drafts.offered()?;
        let fields = offered.draft.fields.iter().map(|it| it.text.clone());
        Some(fields.collect::<Vec<_>>().join("|"))
    }

    /// The files in the folder of drafts, locks apart, by their endings.
    fn left(&self) -> Vec<String> {
        let files = fs::read_dir(self.folder.path().join("state/drafts")).expect("a folder");
        let names = files.map(|file| file.expect("a file").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        let endings = names.map(|name| name.rsplit_once('.').unwrap_or_default().1.to_owned());
        let mut endings: Vec<String> = endings.filter(|ending| ending != "lock").collect();
        endings.sort();
        endings
    }
}

fn draft(text: &str) -> Draft {
    draft_of(1, text)
}

fn item(number: u64) -> ItemRef {
    ItemRef::of_key(&ItemKey {
        id: ItemId::Number(number),
        title: "乙".to_owned(),
    })
}

fn draft_of(number: u64, text: &str) -> Draft {
    Draft {
        item: item(number),
        fields: vec![Unsaved {
            slot: Slot::Progress,
            base: "旧".to_owned(),
            text: text.to_owned(),
        }],
    }
}

/// The text of a file that was handed over.
fn file_of(handed: HandedOver) -> PathBuf {
    match handed {
        HandedOver::File(file) => file,
        HandedOver::Newer(taken) => panic!("{taken:?}"),
    }
}

#[test]
fn what_was_kept_is_offered_until_it_is_settled() {
    let desk = Desk::new();
    let mut first = desk.open();
    first.keep(&draft("一")).expect("kept");
    assert_eq!(desk.offered(), None, "the program still runs");
    first.keep(&draft("二")).expect("kept");
    drop(first);
    assert_eq!(desk.offered().as_deref(), Some("二"));
    let mut next = desk.open();
    next.settle(true);
    assert_eq!(desk.left(), ["toml"], "until it is kept anew");
    next.keep(&draft("三")).expect("kept");
    assert_eq!(desk.left(), ["toml"]);
    next.clear();
    assert_eq!(desk.left(), [""; 0]);
    next.keep(&draft("四")).expect("kept");
    drop(next);
    desk.open().settle(false);
    assert_eq!(desk.left(), ["discarded"]);
    assert_eq!(desk.offered(), None);
}

#[test]
fn a_draft_that_another_continues_is_not_offered_again() {
    let desk = Desk::new();
    desk.open().keep(&draft("一")).expect("kept");
    let mut resumed = desk.open();
    let file = resumed.offered().expect("a draft").file.clone();
    let old = fs::read(&file).expect("its bytes");
    resumed.settle(true);
    resumed.keep(&draft("一二")).expect("kept");
    // As if the program had been killed before it removed the old file, which has the later time here.
    fs::write(&file, old).expect("written back");
    drop(resumed);
    assert_eq!(desk.offered().as_deref(), Some("一二"));
    assert_eq!(desk.left(), ["toml"], "the old file is removed");
}

#[test]
fn the_newest_of_several_comes_first_and_the_others_after_it() {
    let desk = Desk::new();
    let (mut older, mut newer) = (desk.open(), desk.open());
    older.keep(&draft("先")).expect("kept");
    newer.keep(&draft("后")).expect("kept");
    let past = SystemTime::UNIX_EPOCH;
    let file = fs::File::open(older.path("toml")).expect("a file");
    file.set_modified(past).expect("a time");
    drop((older, newer));
    let mut next = desk.open();
    let text = |drafts: &Drafts| {
        let offered = drafts.offered().expect("an offer");
        offered.draft.fields[0].text.clone()
    };
    assert_eq!(text(&next), "后");
    next.drop_offered();
    assert_eq!(text(&next), "先");
    assert_eq!(desk.left(), ["toml"]);
}

#[test]
fn a_draft_that_a_power_cut_kept_from_its_name_is_offered() {
    for (name, is_offered) in [
        // Of this program, of an older one, and one that was not written to its end.
        (".draft-abc.x1Y2z3.tmp", true),
        (".draft-abcdef.tmp", true),
        (".draft-abc.cut.tmp", false),
    ] {
        let desk = Desk::new();
        let mut first = desk.open();
        first.keep(&draft("一")).expect("kept");
        let mut text = fs::read_to_string(first.path("toml")).expect("a draft");
        first.keep(&draft("先前")).expect("kept");
        first.clear();
        drop(first);
        if !is_offered {
            text.truncate(text.len() - 4);
        }
        let folder = desk.folder.path().join("state/drafts");
        fs::write(folder.join(name), text).expect("a file");
        let expected = is_offered.then_some("一");
        assert_eq!(desk.offered().as_deref(), expected, "{name}");
        assert_eq!(desk.offered().as_deref(), expected, "{name} again");
    }
}

#[test]
fn of_a_power_cut_the_later_text_counts() {
    let desk = Desk::new();
    let mut first = desk.open();
    first.keep(&draft("一二")).expect("kept");
    let later = fs::read(first.path("toml")).expect("a draft");
    first.keep(&draft("一")).expect("kept");
    let (folder, stem) = (first.folder.clone(), first.name("later.tmp"));
    let temporary = folder.join(format!(".{stem}"));
    fs::write(&temporary, later).expect("a file");
    // While the program runs, the file is none of anybody else's business.
    assert_eq!(desk.offered(), None);
    assert!(temporary.exists());
    drop(first);
    assert_eq!(desk.offered().as_deref(), Some("一二"));
    assert_eq!(desk.left(), ["toml"]);
}

#[test]
fn drafts_of_other_ledgers_stay_theirs() {
    let desk = Desk::new();
    let mut first = desk.open_as("other.toml");
    first.keep(&draft("一")).expect("kept");
    let text = fs::read(first.path("toml")).expect("a draft");
    drop(first);
    let folder = desk.folder.path().join("state/drafts");
    fs::write(folder.join(".draft-x.1.tmp"), text).expect("a file");
    assert_eq!(desk.offered(), None);
    assert_eq!(desk.left(), ["toml", "toml"], "rescued for the other one");
    assert!(desk.open_as("other.toml").offered().is_some());
}

#[test]
fn fields_that_are_not_known_are_named_and_stay() {
    let desk = Desk::new();
    let mut first = desk.open();
    first.keep(&draft("一")).expect("kept");
    let file = first.path("toml");
    let text = fs::read_to_string(&file).expect("a draft");
    let unknown = "[[field]]\nkey = \"mood\"\ntext = \"好\"\nbase = \"\"\n\n[whole]";
    fs::write(&file, text.replace("[whole]", unknown)).expect("a draft");
    drop(first);
    let mut next = desk.open();
    let offered = next.offered().expect("an offer");
    assert_eq!(offered.draft, draft("一"));
    assert_eq!(offered.unread, ["mood"]);
    next.settle(true);
    next.keep(&draft("一")).expect("kept");
    assert_eq!(desk.left(), ["toml", "unread"]);
    assert!(
        fs::read_to_string(file.with_extension("unread"))
            .expect("kept")
            .contains("好")
    );
}

#[test]
fn what_an_editor_saved_is_offered_when_the_program_dies_meanwhile() {
    for (saved, expected, left) in [
        // Nothing; something; in another encoding; too long; no text; the file taken away; emptied by a kill.
        (
            Some("一".as_bytes().to_vec()),
            Some("一"),
            ["toml", "txt"].as_slice(),
        ),
        (
            Some("一二\r\n".as_bytes().to_vec()),
            Some("一二"),
            &["toml", "txt"],
        ),
        (
            Some(vec![0xD2, 0xBB, 0xB6, 0xFE]),
            Some("一二"),
            &["toml", "txt"],
        ),
        (
            Some("长".repeat(LIMIT_BYTES).into_bytes()),
            Some("一"),
            &["toml", "txt"],
        ),
        (Some(vec![0xFF]), Some("一"), &["toml", "txt"]),
        (None, Some("一"), &["toml"]),
        (Some(Vec::new()), Some("一"), &["toml", "txt"]),
    ] {
        let desk = Desk::new();
        let mut first = desk.open();
        first.keep(&draft("一")).expect("kept");
        let handed = first.hand_over(&draft("一"), LIMIT_BYTES).expect("handed");
        let file = file_of(handed);
        assert_eq!(fs::read_to_string(&file).expect("the text"), "一");
        match &saved {
            Some(saved) => fs::write(&file, saved).expect("saved"),
            None => fs::remove_file(&file).expect("gone"),
        }
        drop(first);
        assert_eq!(desk.offered().as_deref(), expected, "{saved:?}");
        assert_eq!(desk.left(), left);
        let mut next = desk.open();
        let is_left = next.offered().expect("an offer").left.is_some();
        let is_unfit = saved
            .as_ref()
            .is_some_and(|it| it.len() > LIMIT_BYTES || it == &[0xFF]);
        assert_eq!(is_left, is_unfit, "{saved:?}");
        next.settle(true);
        next.keep(&draft("一二三")).expect("kept");
        let kept: &[&str] = if is_left { &["toml", "txt"] } else { &["toml"] };
        assert_eq!(desk.left(), kept, "{saved:?}");
    }
}

#[test]
fn an_editor_that_changed_nothing_leaves_nothing() {
    let desk = Desk::new();
    let mut first = desk.open();
    let untouched = draft("旧");
    file_of(first.hand_over(&untouched, LIMIT_BYTES).expect("handed"));
    assert_eq!(desk.left(), ["toml", "txt"]);
    drop(first);
    assert_eq!(desk.offered(), None);
    assert_eq!(desk.left(), [""; 0]);
    let mut next = desk.open();
    file_of(next.hand_over(&untouched, LIMIT_BYTES).expect("handed"));
    assert_eq!(next.take_back(false, LIMIT_BYTES), TakenBack::Same);
    assert_eq!(desk.left(), [""; 0]);
}

#[test]
fn what_comes_back_is_kept_before_its_file_goes() {
    let desk = Desk::new();
    let mut first = desk.open();
    let file = file_of(first.hand_over(&draft("旧"), LIMIT_BYTES).expect("handed"));
    fs::write(&file, "新\n").expect("saved");
    let taken = first.take_back(false, LIMIT_BYTES);
    assert_eq!(taken, TakenBack::Changed("新".to_owned(), None));
    assert!(file.exists(), "nothing else has the text yet");
    first.keep(&draft("新")).expect("kept");
    assert!(!file.exists());
    for (saved, is_long) in [(vec![b'x'; LIMIT_BYTES + 1], true), (vec![0xFF; 9], false)] {
        let file = file_of(first.hand_over(&draft("新"), LIMIT_BYTES).expect("handed"));
        fs::write(&file, &saved).expect("saved");
        let aside = match first.take_back(false, LIMIT_BYTES) {
            TakenBack::TooLong(aside) if is_long => aside,
            TakenBack::NoText(aside) if !is_long => aside,
            other => panic!("{other:?}"),
        };
        assert_eq!(fs::read(&aside).expect("kept"), saved);
        assert!(!file.exists());
        fs::remove_file(aside).expect("kept");
    }
    let file = file_of(first.hand_over(&draft("新"), LIMIT_BYTES).expect("handed"));
    fs::remove_file(file).expect("the file");
    assert_eq!(first.take_back(false, LIMIT_BYTES), TakenBack::Gone);
}

#[test]
fn an_editor_that_did_not_wait_is_asked_again() {
    let desk = Desk::new();
    let mut first = desk.open();
    let file = file_of(first.hand_over(&draft("旧"), LIMIT_BYTES).expect("handed"));
    assert_eq!(first.take_back(true, LIMIT_BYTES), TakenBack::Same);
    assert!(file.exists(), "the editor may still have it open");
    // It was left, and something else is written.
    first.clear();
    fs::write(&file, "新").expect("saved");
    assert_eq!(desk.offered(), None, "the program still runs");
    let again = first.hand_over(&draft("旧"), LIMIT_BYTES).expect("handed");
    let HandedOver::Newer(taken) = again else {
        panic!("{again:?}")
    };
    assert_eq!(taken, TakenBack::Changed("新".to_owned(), None));
    first.clear();
    assert!(!file.exists());
    // The program ends first.
    let file = file_of(first.hand_over(&draft("旧"), LIMIT_BYTES).expect("handed"));
    assert_eq!(first.take_back(true, LIMIT_BYTES), TakenBack::Same);
    first.clear();
    drop(first);
    fs::write(&file, "后来").expect("saved");
    assert_eq!(desk.offered().as_deref(), Some("后来"));
    // Or another item is written: what was saved is not lost.
    let mut next = desk.open();
    next.drop_offered();
    let file = file_of(next.hand_over(&draft("旧"), LIMIT_BYTES).expect("handed"));
    assert_eq!(next.take_back(true, LIMIT_BYTES), TakenBack::Same);
    fs::write(&file, "先存").expect("saved");
    next.keep(&draft_of(2, "别的")).expect("kept");
    assert_eq!(desk.left(), ["toml", "txt"]);
    assert!(!file.exists(), "under a name that nothing sweeps");
}

#[cfg(unix)]
#[test]
fn nothing_that_is_planted_is_opened() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    let mut first = desk.open();
    first.keep(&draft("一")).expect("kept");
    let (folder, text) = (
        first.folder.clone(),
        fs::read(first.path("toml")).expect("a draft"),
    );
    first.clear();
    drop(first);
    let secret = desk.folder.path().join("secret");
    fs::write(&secret, &text).expect("a file");
    let fifo = |name: &str| {
        let mode = rustix::fs::Mode::RWXU;
        rustix::fs::mkfifoat(rustix::fs::CWD, folder.join(name), mode).expect("a pipe");
    };
    for name in [
        "draft-a.toml",
        ".draft-b.1.tmp",
        "draft-c.lock",
        "draft-c.txt",
    ] {
        symlink(&secret, folder.join(name)).expect("a link");
        assert_eq!(desk.offered(), None, "{name}");
        let _ = fs::remove_file(folder.join(name));
        fifo(name);
        assert_eq!(desk.offered(), None, "{name}");
        let _ = fs::remove_file(folder.join(name));
    }
    assert_eq!(fs::read(&secret).expect("the file"), text);
    // A draft of one's own whose lock or text is planted.
    fs::write(folder.join("draft-d.toml"), &text).expect("a draft");
    fifo("draft-d.lock");
    fifo("draft-d.txt");
    assert_eq!(desk.offered().as_deref(), Some("一"));
}
