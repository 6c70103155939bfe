//! English: orders of meetings.

use crate::ledger::{OrderPart, OrderState};
use crate::words::OrderWords;

/// The words of orders in English.
pub const WORDS: OrderWords = OrderWords {
    heading: "Orders",
    state: |state| match state {
        OrderState::Overdue(1) => "1 day overdue".to_owned(),
        OrderState::Overdue(days) => format!("{days} days overdue"),
        OrderState::Open => "open".to_owned(),
        OrderState::Done => "done".to_owned(),
    },
    state_short: |state| match state {
        OrderState::Overdue(_) => "late",
        OrderState::Open => "open",
        OrderState::Done => "done",
    },
    day: |day| day.to_string(),
    count: |count, day| {
        let day = day.map(|day| format!(" (as of {day})")).unwrap_or_default();
        match (count.open, count.overdue) {
            (0, _) => format!("{}, all done{day}", count.all),
            (open, 0) => format!("{}, {open} open, none overdue{day}", count.all),
            (open, overdue) => format!("{}, {open} open, {overdue} overdue{day}", count.all),
        }
    },
    more: |orders| format!("{orders} more"),
    sentence: |facts, text| format!("{facts}: {text}"),
    due: |day| format!("(due {day})"),
    owner: |owner| format!("Owner: {owner}"),
    meeting: |day| format!("Meeting of {day}"),
    without_meeting: "Without the date of a meeting",
    none: "No meeting has ordered anything yet.",
    how_to_begin: "Esc goes back to the list; Ctrl-O (or m) there, or in the presentation, records an order.",
    recording: |id| format!("Item {id}: record an order"),
    rewriting: |id| format!("Item {id}: rewrite an order"),
    understood: |day| format!("that is {}", day.strftime("%a %Y-%m-%d")),
    before_meeting: |day| format!("{day}, before meeting"),
    not_understood: "This is no day: write 2025-08-31, 8-31 or 8月31日",
    take_lead: |lead| format!("→ takes the lead unit: {lead}"),
    text_missing: "Write what is ordered; nothing was saved",
    no_day: |field| {
        format!("{field} is no day: write 2025-08-31, 8-31 or 8月31日; nothing was saved")
    },
    changed_by_others: "Not saved: somebody else changed this order. Your text is still here; F2 again records it as another one",
    minutes: "Orders of the meetings",
    columns: ["Item", "Promise", "Order", "Owner", "Due", "State"],
    about_export: "Exports; for now the orders of meetings only (--orders)",
    about_orders: "The orders by meeting, the latest first, what is open first; exit status 1 where there are none",
    about_output: "Write this file; without it, or with -, print",
    about_format: "Format: md, docx, text; without it by the ending of the file, else md",
    about_force: "Write over a file that exists",
    only_orders: "export can export orders only so far; say --orders, as in: taizhang export --orders ledger.toml -o orders.docx",
    unknown_ending: |file| {
        format!(
            "{file}: the name does not tell the format; end it in .md, .docx or .txt, or say --format"
        )
    },
    needs_file: "docx cannot be printed on a screen; name a file with -o, as in -o orders.docx",
    exists: |file| format!("{file}: the file exists, nothing was written; --force writes over it"),
    is_ledger: "-o names the ledger itself, nothing was written; name another file",
    exported: |file, orders| format!("Wrote {file}: {orders} orders"),
};

/// The part of an order, as the form names it.
pub const fn part_of_order(part: OrderPart) -> &'static str {
    match part {
        OrderPart::Text => "Order",
        OrderPart::Owner => "Owner",
        OrderPart::Due => "Due",
        OrderPart::Date => "Meeting",
    }
}
