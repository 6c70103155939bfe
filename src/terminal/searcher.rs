//! The threads that search ledgers too large to be searched between two pictures.
//!
//! One thread answers searches. Another builds the index that makes them quick, while the first goes on without it.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::app::{Msg, SearchRequest};
use crate::ledger::Ledger;
use crate::search::index::Index;
use crate::search::{self, Corpus};
use crate::terminal::Wake;

/// Ledgers up to this many items are searched at once: it takes less than a millisecond.
const ITEMS_AT_ONCE: usize = 2_000;

/// More threads than this do not make a search quicker.
const MOST_THREADS: usize = 4;

/// Answers searches; the newest one wins.
pub struct Searcher {
    wakes: Sender<Wake>,
    /// The corpus of a small ledger, searched here.
    corpus: Corpus,
    /// The thread for large ones, started when it is first needed.
    thread: Option<Sender<Order>>,
    newest: Arc<AtomicU64>,
}

/// What the thread is told.
enum Order {
    /// A ledger will be searched.
    Prepare(Arc<Ledger>),
    Search(SearchRequest),
    /// The index was built.
    Built(Box<Index>),
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

    /// Makes ready for searches in a large ledger; a small one needs no preparation.
    pub fn prepare(&mut self, ledger: &Arc<Ledger>) {
        if ledger.items.len() > ITEMS_AT_ONCE {
            // The thread ends only with the program; nobody searches then.
            let _ = self.thread().send(Order::Prepare(Arc::clone(ledger)));
        }
    }

    /// Answers a small search at once; a large one comes as a wake.
    pub fn ask(&mut self, request: SearchRequest) -> Option<Msg> {
        if request.ledger.items.len() <= ITEMS_AT_ONCE {
            return answer(&mut self.corpus, &request, &|| true);
        }
        self.newest.store(request.number, Ordering::Relaxed);
        // As above.
        let _ = self.thread().send(Order::Search(request));
        None
    }

    fn thread(&mut self) -> &Sender<Order> {
        self.thread.get_or_insert_with(|| {
            let (sender, orders) = channel();
            let worker = Worker {
                corpus: Corpus::new(threads()),
                is_building: false,
                wakes: self.wakes.clone(),
                newest: Arc::clone(&self.newest),
                own: sender.clone(),
            };
            thread::spawn(move || worker.work(&orders));
            sender
        })
    }
}

/// At least one, whatever the system says.
fn threads() -> NonZero<usize> {
    let cores = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    cores.min(NonZero::new(MOST_THREADS).unwrap_or(NonZero::<usize>::MIN))
}

/// What the thread has.
struct Worker {
    corpus: Corpus,
    /// An index is on its way.
    is_building: bool,
    wakes: Sender<Wake>,
    newest: Arc<AtomicU64>,
    /// Where to send orders to itself.
    own: Sender<Order>,
}

impl Worker {
    fn work(mut self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            match order {
                Order::Prepare(ledger) => self.corpus.refresh(&ledger),
                Order::Built(index) => {
                    self.is_building = false;
                    self.corpus.take_index(*index);
                }
                Order::Search(request) => {
                    let newest = &self.newest;
                    let is_newest = || newest.load(Ordering::Relaxed) == request.number;
                    let answer = answer(&mut self.corpus, &request, &is_newest);
                    if let Some(msg) = answer
                        && self.wakes.send(Wake::Answer(msg)).is_err()
                    {
                        return;
                    }
                }
            }
            self.build();
        }
    }

    /// Has an index built where there is none and none on its way.
    fn build(&mut self) {
        if self.is_building || self.corpus.index().is_some() || self.corpus.pages().is_empty() {
            return;
        }
        self.is_building = true;
        let (pages, own) = (self.corpus.pages().to_vec(), self.own.clone());
        thread::spawn(move || {
            let index = Index::build(pages, threads());
            // Nobody waits for it where the program ends meanwhile.
            let _ = own.send(Order::Built(Box::new(index)));
        });
    }
}

fn answer(
    corpus: &mut Corpus,
    request: &SearchRequest,
    keep_going: &(dyn Fn() -> bool + Sync),
) -> Option<Msg> {
    if !keep_going() {
        return None;
    }
    corpus.refresh(&request.ledger);
    let answer = search::answer(corpus, &request.query, request.scope, keep_going)?;
    Some(Msg::Found {
        number: request.number,
        answer,
    })
}
