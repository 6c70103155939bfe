//! Telling why a file cannot be opened: all that is wrong with it at once, each with its place and the way out.

use std::io::Write;

use crate::app::Notice;
use crate::cli::io_cause;
use crate::ledger::{NotSaved, Problem};
use crate::store::{PROBLEMS_KEPT, Refusal, SIZE_LIMIT_BYTES, Unreadable};
use crate::terminal::output::Output;
use crate::text::shown;
use crate::words::{Words, say};

/// The most problems that are listed; nobody reads more at once, and a file that is no ledger has thousands.
const PROBLEMS_TOLD: usize = 50;

/// Writes `error: FILE:LINE:COLUMN: …` for every problem, or one `error: FILE: …`.
pub fn report(refusal: &Refusal, words: &Words) {
    let file = shown(&refusal.path.to_string_lossy());
    match &refusal.why {
        Unreadable::Problems(problems) => {
            for problem in problems.iter().take(PROBLEMS_TOLD) {
                say(&format!("{file}:{}", say::problem(words, problem)));
            }
            add(&count(problems, words));
        }
        why => say(&format!("{file}: {}", reason(why, words))),
    }
}

/// The first thing that is wrong with a file, on one line.
pub fn line(refusal: &Refusal, words: &Words) -> String {
    let file = shown(&refusal.path.to_string_lossy());
    match &refusal.why {
        Unreadable::Problems(problems) if !problems.is_empty() => {
            let first = problems.iter().take(1);
            let first: String = first.map(|problem| say::problem(words, problem)).collect();
            format!("{file}:{first} {}", count(problems, words))
        }
        why => format!("{file}: {}", reason(why, words)),
    }
}

/// Writes one error.
pub fn say(text: &str) {
    add(&format!("error: {text}"));
}

/// Writes one line beside the errors.
pub fn add(text: &str) {
    let mut errors = Output::errors();
    // Nobody is left to tell where even this cannot be written.
    let _ = writeln!(errors, "{text}").and_then(|()| errors.flush());
}

fn count(problems: &[Problem], words: &Words) -> String {
    let text = (words.problems.problem_count)(problems.len(), problems.len().min(PROBLEMS_TOLD));
    if problems.len() < PROBLEMS_KEPT {
        return text;
    }
    text + words.counting_stopped
}

/// Why a file cannot be read, without its place.
pub fn reason(why: &Unreadable, words: &Words) -> String {
    match why {
        Unreadable::Missing => words.problems.missing_file.to_owned(),
        Unreadable::Folder => words.problems.is_folder.to_owned(),
        Unreadable::NotAFile => words.problems.not_a_file.to_owned(),
        Unreadable::TooLarge { bytes } => (words.problems.too_large)(*bytes, SIZE_LIMIT_BYTES),
        Unreadable::AllZeros => words.problems.all_zeros.to_owned(),
        Unreadable::CutOff => words.problems.cut_off.to_owned(),
        Unreadable::BeingWritten => words.problems.being_written.to_owned(),
        Unreadable::Utf16 => words.problems.utf16.to_owned(),
        Unreadable::Foreign(form) => (words.file_form)(*form).to_owned(),
        Unreadable::System(error) => (words.problems.unreadable)(&io_cause(words, error)),
        Unreadable::Problems(problems) => count(problems, words),
    }
}

/// Why a command did not save. There is no key to press here: the way out is another command.
pub fn not_saved(why: NotSaved, words: &Words) -> String {
    match why {
        NotSaved::ChangedElsewhere => words.problems.save_again.to_owned(),
        NotSaved::StaleEdit => words.problems.show_first.to_owned(),
        why => say::notice(words, &Notice::from(why)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{NotKept, ReadOnly};
    use crate::words::{EN, ZH};

    #[test]
    fn a_command_names_no_keys_as_the_way_out() {
        for words in [&ZH, &EN] {
            let whys = [
                NotSaved::ChangedElsewhere,
                NotSaved::Broken(Vec::new()),
                NotSaved::Missing,
                NotSaved::ReadOnly(ReadOnly::File),
                NotSaved::StaleEdit,
                NotSaved::WouldNotReadBack,
                NotSaved::SetAside("l.displaced.toml".into()),
                NotSaved::CopiesNotKept(NotKept::NoFolder),
                NotSaved::System(std::io::ErrorKind::ResourceBusy.into()),
            ];
            for why in whys {
                let said = not_saved(why, words);
                for key in ["Ctrl", "按 ", "R ", "press"] {
                    assert!(!said.contains(key), "{key:?} in {said}");
                }
            }
        }
    }
}
