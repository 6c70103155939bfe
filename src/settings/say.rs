//! What is wrong with a file of settings, in words.

use crate::settings::{Fault, Mistake, Wanted};
use crate::text::{Ruler, shown};
use crate::words::Words;

/// The most columns of a file's own text in a message.
const QUOTED_COLS: usize = 40;

/// `LINE:COLUMN: what is wrong, and what to do`.
pub fn mistake(words: &Words, mistake: &Mistake) -> String {
    let place = mistake.place;
    format!(
        "{}:{}: {}",
        place.line,
        place.column,
        fault(words, &mistake.fault)
    )
}

fn fault(words: &Words, fault: &Fault) -> String {
    let says = &words.settings;
    match fault {
        Fault::Syntax(slip) => (words.slip)(slip),
        Fault::UnknownKey { key, near } => (says.unknown_key)(&quoted(key), *near),
        Fault::UnknownWord {
            key,
            word,
            allowed,
            near,
        } => (says.unknown_word)(key, &quoted(word), &allowed.join(", "), *near),
        Fault::WrongType { key, wanted } => (says.wrong_type)(
            &quoted(key),
            match wanted {
                Wanted::Text => says.text,
                Wanted::Truth => says.truth,
                Wanted::Table => says.table,
                Wanted::Keys => says.key_list,
            },
        ),
        Fault::NoKey(name) => (says.no_key)(&quoted(name)),
        Fault::NoKeys(action) => (says.no_keys)(action),
        Fault::IsText { chord, context } => (says.is_text)(chord, context),
        Fault::NeverSent(chord) => (says.never_sent)(chord),
        Fault::Twice { chord, action } => (says.twice)(chord, action),
        Fault::LastKey { chord, action } => (says.last_key)(chord, action),
    }
}

fn quoted(text: &str) -> String {
    Ruler::NARROW.fit(&shown(text), QUOTED_COLS)
}
