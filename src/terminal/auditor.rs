//! Looking through a ledger for what does not add up: at once, or by a thread where that would be felt.

use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use crate::app::{AuditRequest, Msg};
use crate::ledger::{Audit, judge_all};
use crate::terminal::Wake;

/// Ledgers up to this many items are looked through at once: it takes some milliseconds.
const ITEMS_AT_ONCE: usize = 500;

/// Looks through a small ledger at once; what is found in a large one comes as a wake.
pub fn audit(request: AuditRequest, wakes: &Sender<Wake>) -> Option<Msg> {
    if request.ledger.items.len() <= ITEMS_AT_ONCE {
        return Some(found(&request));
    }
    let wakes = Sender::clone(wakes);
    thread::spawn(move || {
        // Nobody waits for it where the program ends meanwhile.
        let _ = wakes.send(Wake::Answer(found(&request)));
    });
    None
}

fn found(request: &AuditRequest) -> Msg {
    let ledger = Arc::clone(&request.ledger);
    let verdicts = judge_all(&ledger);
    Msg::Audited {
        number: request.number,
        audit: Audit::of(&ledger, &verdicts),
    }
}
