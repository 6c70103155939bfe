//! The rules of the house, as tests.

use std::fs;
use std::path::{Path, PathBuf};

/// What each module may import of the others; itself always. The order is that of the floors, lowest first.
const FLOORS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("ledger", &["text"]),
    ("search", &["text", "ledger"]),
    ("app", &["text", "ledger", "search"]),
    ("keys", &["text", "ledger", "search", "app"]),
    ("words", &["text", "ledger", "search", "app", "keys"]),
    (
        "view",
        &["text", "ledger", "search", "app", "keys", "words"],
    ),
    (
        "terminal",
        &["text", "ledger", "search", "app", "keys", "words", "view"],
    ),
    ("store", &["text", "ledger"]),
    ("exchange", &["text", "ledger"]),
    (
        "cli",
        &[
            "text", "ledger", "search", "app", "keys", "words", "view", "terminal", "store",
            "exchange", "settings",
        ],
    ),
    (
        "settings",
        &["text", "ledger", "search", "app", "keys", "words", "store"],
    ),
    ("lib", &[]),
    ("main", &["cli"]),
];

/// Crates and parts of the standard library that only some modules may name: the doors to the outside.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("serde", &["store", "exchange"]),
    ("serde_json", &["exchange"]),
    ("csv", &["exchange"]),
    ("docx_rs", &["exchange"]),
    ("toml", &["store", "settings"]),
    ("tempfile", &["store", "terminal"]),
    ("rustix", &["store", "terminal"]),
    ("notify", &["store"]),
    ("xattr", &["store"]),
    ("encoding_rs", &["store"]),
    ("similar", &["ledger"]),
    ("diffy", &["ledger"]),
    ("clap", &["cli"]),
    ("shell_words", &["cli"]),
    ("std::process", &["cli", "main", "terminal", "store"]),
    ("dirs", &["cli"]),
    ("sys_locale", &["cli"]),
    ("signal_hook", &["terminal"]),
    ("arboard", &["terminal"]),
    ("fuzzy_matcher", &["search"]),
    ("roaring", &["search"]),
    ("rustc_hash", &["search"]),
    ("ratatui", &["keys", "view", "terminal"]),
    ("std::fs", &["store", "terminal"]),
    (
        "std::io",
        &["store", "terminal", "cli", "ledger", "exchange"],
    ),
    ("std::env", &["cli", "main"]),
    // Searches compute with scoped threads; nothing of them lives on.
    ("std::thread", &["terminal", "store", "search"]),
    ("std::time", &["terminal", "store"]),
    ("SystemTime", &["store"]),
    ("Instant", &["terminal"]),
    ("Zoned", &["terminal"]),
];

const LONGEST_LINES: usize = 400;

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    assert!(found.len() > 30, "the walk found the sources");
    found
}

/// The module of the top level that a file belongs to.
fn module(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let first = path
        .strip_prefix(root)
        .unwrap()
        .components()
        .next()
        .unwrap();
    first
        .as_os_str()
        .to_string_lossy()
        .trim_end_matches(".rs")
        .to_owned()
}

/// A source without its comments and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines()
        .map(|line| line.split("//").next().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn imports_run_one_way() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let module = module(&path);
        let (_, allowed) = FLOORS
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{module} has no floor"));
        let code = code(&text);
        for root in ["crate::", "taizhang::"] {
            for (at, _) in code.match_indices(root) {
                let rest = &code[at + root.len()..];
                let named: String = rest
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if named != module && !allowed.contains(&named.as_str()) {
                    faults.push(format!("{} names {root}{named}", path.display()));
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn only_the_doors_know_the_outside() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        if path.ends_with("tests.rs") {
            continue;
        }
        let (module, code) = (module(&path), code(&text));
        for (outside, doors) in OUTSIDE {
            let is_named = code.match_indices(outside).any(|(at, _)| {
                let is_word = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
                is_word(code[..at].chars().next_back())
                    && is_word(code[at + outside.len()..].chars().next())
                    && (code[at + outside.len()..].starts_with("::")
                        || code[..at].ends_with("use ")
                        || code[..at].ends_with("::"))
            });
            if is_named && !doors.contains(&module.as_str()) {
                faults.push(format!("{} names {outside}", path.display()));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn files_are_short_and_say_what_they_own() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(
            lines <= LONGEST_LINES,
            "{} has {lines} lines",
            path.display()
        );
        let is_tests = path.ends_with("tests.rs");
        assert!(
            is_tests || text.starts_with("//!"),
            "{} does not say what it owns",
            path.display()
        );
        assert!(!path.ends_with("mod.rs"), "{}", path.display());
    }
}

#[test]
fn nothing_stops_the_program_on_the_way() {
    for (path, text) in sources() {
        let code = code(&text);
        if path.ends_with("tests.rs") {
            continue;
        }
        for word in [
            ".unwrap()",
            ".expect(",
            "todo!(",
            "unimplemented!(",
            "dbg!(",
            "panic!(",
            "unreachable!(",
        ] {
            assert!(!code.contains(word), "{} has {word}", path.display());
        }
    }
}

#[test]
fn text_reaches_cells_in_one_file_only() {
    for (path, text) in sources() {
        // Documents have paragraphs of their own; no screen is near them.
        let is_door = path.ends_with("view/paint.rs") || module(&path) == "exchange";
        for word in ["set_symbol", "set_string", "set_span", "Paragraph"] {
            assert!(
                is_door || !code(&text).contains(word),
                "{} writes cells by {word}",
                path.display()
            );
        }
    }
}

#[test]
fn text_reaches_the_standard_streams_in_one_file_only() {
    // Pictures and what a terminal is asked are no text: they are made to act.
    let pictures = ["outlet", "asking", "session", "signals"];
    for (path, text) in sources() {
        let code = code(&text);
        let is_door = path.ends_with("terminal/output.rs");
        let draws = module(&path) == "terminal"
            && pictures
                .iter()
                .any(|name| path.ends_with(format!("{name}.rs")));
        for word in [
            "println!",
            "print!",
            "io::stdout",
            "io::stderr",
            "Stdout",
            "Stderr",
            "/dev/tty",
        ] {
            assert!(
                is_door || (draws && word == "io::stdout") || !code.contains(word),
                "{} prints by {word}: use `terminal::output`",
                path.display()
            );
        }
    }
}

#[test]
fn the_view_measures_with_the_ruler_of_its_look() {
    for (path, text) in sources() {
        if module(&path) != "view" || path.ends_with("tests.rs") {
            continue;
        }
        let code = code(&text);
        for word in ["text::cols_of", "Ruler::NARROW"] {
            let is_door = path.ends_with("bar/glyphs.rs") && word == "Ruler::NARROW";
            assert!(
                is_door || !code.contains(word),
                "{} measures by {word}: ask `look.ruler()`",
                path.display()
            );
        }
        let imports = code.split("use crate::text::").skip(1);
        for import in imports.filter_map(|rest| rest.split(';').next()) {
            assert!(
                !import.contains("cols_of") && !import.contains("glyphs"),
                "{}: ask `look.ruler()`",
                path.display()
            );
        }
    }
}

#[test]
fn no_user_hears_the_words_of_the_system() {
    for (path, text) in sources() {
        let speaks = ["app", "cli", "terminal", "view", "words"].contains(&&*module(&path));
        for word in ["error.to_string()", "{error}", "{err}", "{e}"] {
            assert!(
                !speaks || !code(&text).contains(word),
                "{} tells an error by {word}: there are words for every `IoCause`",
                path.display()
            );
        }
    }
}
