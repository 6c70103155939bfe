//! The program without a ledger: a screen to begin from.

use std::io;
use std::path::{Path, PathBuf, absolute};

use crate::app::beginning::{Beginning, Start};
use crate::cli::open::{self, Opening};
use crate::cli::{DEFAULT_LEDGER, demo, new, refusal};
use crate::store::{self, Refusal};
use crate::terminal::{self, Style};

/// Lets the user choose until something opens, and runs it to its end. What could not be opened is said on the screen.
pub fn begin(opening: &Opening, mut style: Style) -> io::Result<()> {
    let words = style.look.words;
    let ledgers = store::ledgers_in(Path::new("."));
    let name = |path: &PathBuf| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    };
    let place = absolute(DEFAULT_LEDGER).unwrap_or_else(|_| DEFAULT_LEDGER.into());
    let place = place.to_string_lossy().into_owned();
    let mut beginning = Beginning::new(ledgers.iter().map(name).collect(), place);
    loop {
        let path = match terminal::begin(&mut beginning, &mut style)? {
            Start::Quit => return Ok(()),
            Start::Demo => {
                let shown = demo::show(opening, style)?;
                match shown {
                    Ok(()) => return Ok(()),
                    Err(refused) => beginning.told = Some(refusal::line(&refused, words)),
                }
                continue;
            }
            Start::New => {
                match store::create(
                    Path::new(DEFAULT_LEDGER),
                    words.beginning.template.as_bytes(),
                    false,
                ) {
                    Ok(()) => DEFAULT_LEDGER.into(),
                    Err(error) => {
                        let why = new::why_not(Path::new(DEFAULT_LEDGER), &error, words);
                        beginning.told = Some(why);
                        continue;
                    }
                }
            }
            Start::Ledger(index) => match ledgers.get(index) {
                Some(ledger) => ledger.clone(),
                None => continue,
            },
            Start::Other(typed) => meant(&typed),
        };
        let opening = Opening {
            path,
            ..opening.clone()
        };
        match open::open(opening, style)? {
            Ok(()) => return Ok(()),
            Err(refused) => beginning.told = Some(told(&refused, style)),
        }
    }
}

fn told(refused: &Refusal, style: Style) -> String {
    refusal::line(refused, style.look.words)
}

/// The file that is meant by what was typed or dropped: blanks around it, quotes, and `~` are the shell's habits.
fn meant(typed: &str) -> PathBuf {
    let typed = typed.trim();
    if Path::new(typed).exists() {
        return typed.into();
    }
    let word = match shell_words::split(typed).as_deref() {
        Ok([word]) if !cfg!(windows) => word.clone(),
        _ => typed.trim_matches('"').to_owned(),
    };
    let home = word.strip_prefix("~/").zip(dirs::home_dir());
    home.map_or_else(|| word.clone().into(), |(rest, home)| home.join(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_makes_of_a_dropped_file_is_the_file() {
        assert_eq!(meant("  /a/b.toml "), Path::new("/a/b.toml"));
        if !cfg!(windows) {
            assert_eq!(meant("'/a/我 的.toml'"), Path::new("/a/我 的.toml"));
            assert_eq!(meant("/a/我\\ 的.toml"), Path::new("/a/我 的.toml"));
            let home = dirs::home_dir().unwrap_or_default();
            assert_eq!(meant("~/b.toml"), home.join("b.toml"));
        }
        assert_eq!(meant("两 个.toml"), Path::new("两 个.toml"));
    }
}
