//! How long the things take that users wait for, at 44, 10,000 and 100,000 items: `cargo bench`.
//!
//! Every figure is a median of several runs; machines differ and are busy, so compare rows of one run with one another.
#![allow(missing_docs, reason = "a bench is read, not documented")]
#![allow(
    clippy::unwrap_used,
    reason = "a bench may stop where it finds a fault"
)]

#[path = "made.rs"]
mod made;

use std::fmt::Write;
use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use divan::{Bencher, black_box};
use made::{Maker, QUERIES};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use taizhang::app::layout::Size;
use taizhang::app::{Action, App, Effect, FileFacts, Msg};
use taizhang::keys::{Context, Keys};
use taizhang::ledger::reading::read;
use taizhang::ledger::{Audit, Edit, Ledger, judge_all};
use taizhang::search::{Corpus, Query, Scope, answer, search};
use taizhang::store::{Document, parse};
use taizhang::view::{Glyphs, Look, Theme, draw, measure};
use taizhang::words::Language;

const SIZES: [usize; 3] = [44, 10_000, 100_000];
const LOOK: Look = Look {
    words: Language::Chinese.words(),
    theme: Theme::TERMINAL,
    glyphs: Glyphs::Blocks,
    keys: Keys::DEFAULT,
};
const WINDOW: Size = Size {
    cols: 120,
    rows: 36,
};

fn main() {
    divan::main();
}

/// A ledger of `items` items made of the shipped ones: new numbers, new figures, sentences put together anew.
fn text(items: usize) -> &'static str {
    static TEXTS: [OnceLock<String>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let slot = SIZES.iter().position(|&size| size == items).unwrap();
    TEXTS[slot].get_or_init(|| make_text(items))
}

fn make_text(items: usize) -> String {
    if items == 44 {
        return made::shipped();
    }
    let mut maker = Maker::new();
    let mut text =
        "schema = 1\n[ledger]\ntitle = \"合成台账\"\nyear = 2025\nas_of = 2025-06-30\n".to_owned();
    for number in 1..=items {
        let made = maker.item();
        writeln!(
            text,
            "[[item]]\nid = {number}\ntitle = \"{}\"\nprogress = \"{}\"",
            made.title, made.note
        )
        .unwrap();
        if number % 3 == 0 {
            let (target, actual) = (10 + maker.below(990), maker.below(990));
            writeln!(text, "[[item.indicator]]\nname = \"数量\"\nkind = \"amount\"\ntarget = {target}\nactual = {actual}").unwrap();
        }
    }
    text
}

fn ledger(items: usize) -> Arc<Ledger> {
    Arc::new(parse(text(items)).unwrap())
}

fn app(items: usize) -> App {
    let mut app = App::new(ledger(items), FileFacts::default(), WINDOW);
    let measures = measure(&app, LOOK);
    app.update(Msg::Measured(measures));
    app
}

fn terminal() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(WINDOW.cols, WINDOW.rows)).unwrap()
}

fn file(items: usize) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.toml");
    fs::write(&path, text(items)).unwrap();
    (folder, path)
}

/// Reading a file into the model.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn load(bencher: Bencher, items: usize) {
    let (_folder, path) = file(items);
    bencher.bench_local(|| Document::open(black_box(&path)).unwrap());
}

/// From nothing to the first picture: reading, judging, drawing.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn first_frame(bencher: Bencher, items: usize) {
    let (_folder, path) = file(items);
    bencher.bench_local(|| {
        let document = Document::open(&path).unwrap();
        let app = App::new(document.ledger(), FileFacts::default(), WINDOW);
        let mut terminal = terminal();
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
        (document, app)
    });
}

/// One keystroke of a search, the whole ledger searched anew; the mean over the queries.
#[divan::bench(args = SIZES, sample_count = 10)]
fn search_keystroke(bencher: Bencher, items: usize) {
    let mut corpus = Corpus::default();
    corpus.refresh(&ledger(items));
    if items > 44 {
        corpus.build_index();
    }
    let queries = QUERIES.map(Query::new);
    let mut next = 0;
    bencher.bench_local(|| {
        next = (next + 1) % queries.len();
        corpus.forget_recent();
        search(&corpus, black_box(&queries[next]), Scope::All, &|| true)
    });
}

/// The index of a large ledger, folding its texts included.
#[divan::bench(args = [10_000, 100_000], sample_count = 5, sample_size = 1)]
fn index(bencher: Bencher, items: usize) {
    let ledger = ledger(items);
    bencher.bench_local(|| {
        let mut corpus = Corpus::new(NonZero::new(2).unwrap());
        corpus.refresh(&ledger);
        corpus.build_index();
        corpus
    });
}

/// What a search keystroke costs the thread that draws, where the search itself goes on elsewhere: taking the key,
/// laying out, drawing.
#[divan::bench(args = SIZES, sample_count = 20)]
fn keystroke_until_drawn(bencher: Bencher, items: usize) {
    let mut app = app(items);
    let mut terminal = terminal();
    app.update(Msg::Typed('海'));
    bencher.bench_local(|| {
        app.update(Msg::Typed('洋'));
        let measures = measure(&app, LOOK);
        app.update(Msg::Measured(measures));
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
        app.update(Keys::DEFAULT.message(Context::Search, backspace()).unwrap());
    });
}

fn backspace() -> ratatui::crossterm::event::Event {
    let key = ratatui::crossterm::event::KeyCode::Backspace;
    ratatui::crossterm::event::Event::Key(key.into())
}

/// One picture.
#[divan::bench(args = SIZES, sample_count = 50)]
fn draw_once(bencher: Bencher, items: usize) {
    let app = app(items);
    let mut terminal = terminal();
    bencher.bench_local(|| {
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
    });
}

/// One picture with the hits of a search marked: by their sound, which is the most work.
#[divan::bench(sample_count = 50)]
fn draw_hits(bencher: Bencher) {
    let mut app = app(44);
    let mut terminal = terminal();
    app.update(Msg::Do(Action::Search));
    let Some(Effect::Search(request)) = app.update(Msg::Pasted("xm".to_owned())) else {
        panic!("a paste searches")
    };
    let mut corpus = Corpus::default();
    corpus.refresh(&request.ledger);
    let answer = answer(&corpus, &request.query, request.scope, &|| true).unwrap();
    let number = request.number;
    app.update(Msg::Found { number, answer });
    app.update(Msg::Measured(measure(&app, LOOK)));
    bencher.bench_local(|| {
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
    });
}

/// One key in the summary, and the picture of it.
#[divan::bench(args = SIZES, sample_count = 20)]
fn summary_keystroke(bencher: Bencher, items: usize) {
    let mut app = app(items);
    let mut terminal = terminal();
    app.update(Msg::Do(Action::Overview));
    bencher.bench_local(|| {
        app.update(Msg::Do(Action::Down));
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
    });
}

/// Looking through a ledger for what does not add up, which `taizhang check` and the findings on screen wait for.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn audit(bencher: Bencher, items: usize) {
    let ledger = ledger(items);
    let verdicts = judge_all(&ledger);
    bencher.bench_local(|| Audit::of(black_box(&ledger), &verdicts));
}

/// Reading the figures of the 44 shipped notes for their measures, as every save of a note does for one of them.
#[divan::bench(sample_count = 50)]
fn read_figures(bencher: Bencher) {
    let ledger = ledger(44);
    bencher.bench_local(|| {
        for item in &ledger.items {
            black_box(read(&item.title, &item.indicators, &item.progress));
        }
    });
}

/// Saving one note: splice, read back, compare, write, sync, rename.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn save(bencher: Bencher, items: usize) {
    let (_folder, path) = file(items);
    let mut document = Document::open(&path).unwrap();
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let ledger = document.ledger();
        let item = ledger.item_ref(20).unwrap();
        let before = ledger.items[20].progress.clone();
        let edit = Edit::of_note(item, before, format!("第{turn}次"));
        document.save(&edit).unwrap()
    });
}

/// The editor open on a note of 400 characters, as long as notes get.
fn editor() -> App {
    let mut app = app(44);
    app.update(Msg::Do(Action::Edit));
    app.update(Msg::Do(Action::SelectAll));
    let note: String = ledger(44)
        .items
        .iter()
        .flat_map(|item| item.progress.chars())
        .filter(|c| *c != '\n')
        .take(400)
        .collect();
    app.update(Msg::Pasted(note));
    app
}

/// A character typed in the middle of the note, and the picture of it.
#[divan::bench(sample_count = 200)]
fn type_in_a_note_of_400_characters(bencher: Bencher) {
    let (mut app, mut terminal) = (editor(), terminal());
    for _ in 0..200 {
        app.update(Msg::Do(Action::Left));
    }
    bencher.bench_local(|| {
        app.update(Msg::Typed('新'));
        app.update(Msg::Measured(measure(&app, LOOK)));
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
        app.update(Msg::Do(Action::DeleteBefore));
    });
}

/// A paste of 1 MiB, which is refused, and the picture that says so.
#[divan::bench(sample_count = 10)]
fn paste_a_mebibyte(bencher: Bencher) {
    let (mut app, mut terminal) = (editor(), terminal());
    let text = "新质生产力，".repeat((1 << 20) / "新质生产力，".len());
    bencher.bench_local(|| {
        app.update(Msg::Pasted(text.clone()));
        app.update(Msg::Measured(measure(&app, LOOK)));
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
    });
}

/// A paste of the longest note that is taken, and the picture of it.
#[divan::bench(sample_count = 10)]
fn paste_64_kibibytes(bencher: Bencher) {
    let text = "新质生产力，".repeat(3_500);
    let mut terminal = terminal();
    bencher.with_inputs(editor).bench_local_values(|mut app| {
        app.update(Msg::Do(Action::SelectAll));
        app.update(Msg::Do(Action::DeleteBefore));
        app.update(Msg::Pasted(text.clone()));
        terminal.draw(|frame| draw(&app, LOOK, frame)).unwrap();
        app
    });
}
