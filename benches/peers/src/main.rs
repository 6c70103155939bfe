//! How long every keystroke of thirteen queries takes: here, and with the matchers that others use, in the same run.
//!
//! `cargo run --release -- 100000` from this folder. See `benches/README.md`.

#[path = "../../made.rs"]
mod made;
mod matchers;

use std::num::NonZero;
use std::sync::Arc;
use std::time::{Duration, Instant};

use made::{Maker, QUERIES};
use taizhang::ledger::{Heading, Item, ItemId, Ledger, Rules};
use taizhang::search::{Corpus, Query, Scope, search};

/// How often the queries are typed.
const ROUNDS: usize = 3;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let items: usize = arguments
        .next()
        .map_or(100_000, |items| items.parse().unwrap());
    let alone = arguments
        .next()
        .is_some_and(|argument| argument == "--alone");
    let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let ledger = ledger(items);
    let bytes: usize = ledger
        .items
        .iter()
        .map(|item| item.title.len() + item.progress.len())
        .sum();
    println!(
        "{items} items, {} MB of text, {threads} threads",
        bytes / 1_000_000
    );

    let corpus = corpus(&ledger, threads);
    let ours = Figures::of(|key, typed| {
        if key.is_first {
            corpus.forget_recent();
        }
        search(&corpus, &Query::new(typed), Scope::All, &|| true)
            .unwrap()
            .len()
    });
    ours.print("taizhang", None);
    let without = {
        let mut corpus = Corpus::new(threads);
        corpus.refresh(&ledger);
        Figures::of(|key, typed| {
            if key.is_first {
                corpus.forget_recent();
            }
            search(&corpus, &Query::new(typed), Scope::All, &|| true)
                .unwrap()
                .len()
        })
    };
    without.print("taizhang without its index", Some(&ours));
    if !alone {
        let lines = matchers::lines(&ledger);
        for (name, matcher) in matchers::all(threads) {
            Figures::of(|_, typed| matcher(&lines, typed)).print(name, Some(&ours));
        }
    }
}

fn ledger(items: usize) -> Ledger {
    let mut maker = Maker::new();
    let item = |number: usize| {
        let made = maker.item();
        let id = ItemId::Number(u64::try_from(number).unwrap());
        Arc::new(Item::new(id, made.title, made.note))
    };
    Ledger {
        heading: Heading::default(),
        rules: Rules::default(),
        items: (1..=items).map(item).collect(),
        ..Ledger::default()
    }
}

/// The corpus as a session has it: folded, then indexed beside the first searches.
fn corpus(ledger: &Ledger, threads: NonZero<usize>) -> Corpus {
    let mut corpus = Corpus::new(threads);
    let (before, start) = (resident_kib(), Instant::now());
    corpus.refresh(ledger);
    let (folded, after_folding) = (start.elapsed(), resident_kib());
    corpus.build_index();
    println!(
        "folded in {folded:.2?}, {} MB; indexed in {:.2?}, {} MB",
        (after_folding - before) / 1_000,
        start.elapsed() - folded,
        (resident_kib() - after_folding) / 1_000,
    );
    corpus
}

/// What the process has in memory, where the system says so.
fn resident_kib() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}

/// One of the keystrokes of a query.
#[derive(Clone, Copy)]
struct Keystroke {
    is_first: bool,
}

/// How long keystrokes took.
struct Figures {
    sorted: Vec<Duration>,
    /// What was typed when it took longest, longest first.
    slowest: Vec<&'static str>,
}

impl Figures {
    /// Types every query, character by character.
    fn of(keystroke: impl Fn(Keystroke, &str) -> usize) -> Self {
        let mut times: Vec<(Duration, &'static str)> = Vec::new();
        for _ in 0..ROUNDS {
            for query in QUERIES {
                for (at, c) in query.char_indices() {
                    let typed = &query[..at + c.len_utf8()];
                    let key = Keystroke { is_first: at == 0 };
                    let start = Instant::now();
                    std::hint::black_box(keystroke(key, typed));
                    times.push((start.elapsed(), typed));
                }
            }
        }
        times.sort();
        let mut slowest: Vec<&str> = Vec::new();
        for (_, typed) in times.iter().rev() {
            if !slowest.contains(typed) {
                slowest.push(typed);
            }
        }
        slowest.truncate(5);
        Self {
            sorted: times.into_iter().map(|(time, _)| time).collect(),
            slowest,
        }
    }

    fn at(&self, percent: usize) -> Duration {
        self.sorted[(self.sorted.len() - 1) * percent / 100]
    }

    fn print(&self, name: &str, ours: Option<&Self>) {
        let [median, ninety, ninety_nine, all] = [50, 90, 99, 100].map(|percent| self.at(percent));
        let ratio = ours.map(|ours| {
            format!(
                ", {:.1} times ours at the median",
                median.as_secs_f64() / ours.at(50).as_secs_f64()
            )
        });
        println!(
            "{name}: median {median:.2?}, p90 {ninety:.2?}, p99 {ninety_nine:.2?}, slowest {all:.2?} ({}){}",
            self.slowest.join("、"),
            ratio.unwrap_or_default()
        );
    }
}
