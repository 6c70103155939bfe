//! The thread that searches ledgers too large to be searched between two pictures.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::app::{Msg, SearchRequest};
use crate::search::{Corpus, search};
use crate::terminal::Wake;

/// Ledgers up to this many items are searched at once: it takes less than a millisecond.
const ITEMS_AT_ONCE: usize = 2_000;

/// Answers searches; the newest one wins.
pub struct Searcher {
    wakes: Sender<Wake>,
    /// The corpus of a small ledger, searched here.
    corpus: Corpus,
    /// The thread for large ones, started when it is first needed.
    thread: Option<Sender<SearchRequest>>,
    newest: Arc<AtomicU64>,
}

impl Searcher {
    pub fn new(wakes: Sender<Wake>) -> Self {
        Self {
            wakes,
            corpus: Corpus::default(),
            thread: None,
            newest: Arc::default(),
        }
    }

    /// Answers a small search at once; a large one comes as a wake.
    pub fn ask(&mut self, request: SearchRequest) -> Option<Msg> {
        if request.ledger.items.len() <= ITEMS_AT_ONCE {
            return answer(&mut self.corpus, &request, &|| true);
        }
        self.newest.store(request.number, Ordering::Relaxed);
        let (wakes, newest) = (&self.wakes, &self.newest);
        let thread = self
            .thread
            .get_or_insert_with(|| start(wakes.clone(), Arc::clone(newest)));
        // The thread ends only with the program; there is nobody to answer then.
        let _ = thread.send(request);
        None
    }
}

fn start(wakes: Sender<Wake>, newest: Arc<AtomicU64>) -> Sender<SearchRequest> {
    let (sender, requests) = channel();
    thread::spawn(move || work(&requests, &wakes, &newest));
    sender
}

fn work(requests: &Receiver<SearchRequest>, wakes: &Sender<Wake>, newest: &AtomicU64) {
    let mut corpus = Corpus::default();
    while let Ok(request) = requests.recv() {
        let is_newest = || newest.load(Ordering::Relaxed) == request.number;
        let Some(msg) = answer(&mut corpus, &request, &is_newest) else {
            continue;
        };
        if wakes.send(Wake::Answer(msg)).is_err() {
            return;
        }
    }
}

fn answer(
    corpus: &mut Corpus,
    request: &SearchRequest,
    keep_going: &dyn Fn() -> bool,
) -> Option<Msg> {
    if !keep_going() {
        return None;
    }
    corpus.refresh(&request.ledger);
    let hits = search(corpus, &request.query, request.scope, keep_going)?;
    Some(Msg::Found {
        number: request.number,
        hits,
    })
}
