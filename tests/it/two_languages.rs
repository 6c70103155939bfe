//! No word of the interface is left in the other language. That none is missing, the types see to.

use std::fs;
use std::path::{Path, PathBuf};

/// What stands in English sentences in Chinese on purpose: the name of the program, and an example of what can be typed.
const CHINESE_IN_ENGLISH: &[&str] = &["taizhang 台账", "8月31日"];

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

fn files(language: &str) -> Vec<PathBuf> {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words");
    let folder = fs::read_dir(words.join(language)).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.push(words.join(format!("{language}.rs")));
    assert!(files.len() > 10, "{language}");
    files
}

/// The texts in double quotes of a program, without its comments and what is said to the compiler. No word is written
/// in another way.
fn texts(program: &str) -> Vec<String> {
    let is_attribute =
        |line: &&str| line.trim_start().starts_with("#[") || line.contains("reason = ");
    let lines: Vec<&str> = program.lines().filter(|line| !is_attribute(line)).collect();
    let program = lines.join("\n");
    let mut texts = Vec::new();
    let mut rest = &*program;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let found = &rest[at..];
        if let Some(comment) = found.strip_prefix("//") {
            rest = comment.find('\n').map_or("", |end| &comment[end..]);
        } else if let Some(character) = found.strip_prefix("'\"'") {
            rest = character;
        } else if let Some(text) = found.strip_prefix('"') {
            let mut is_escaped = false;
            let ends = |c: char| {
                let ends = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                ends
            };
            let end = text.find(ends).expect("a text that ends");
            texts.push(text[..end].to_owned());
            rest = &text[end + 1..];
        } else {
            rest = &found[1..];
        }
    }
    texts
}

/// Every text of the words of a language, with its file.
fn all_texts(language: &str) -> Vec<(PathBuf, String)> {
    let of = |file: PathBuf| {
        let text = fs::read_to_string(&file).unwrap();
        let is_program = file.extension().is_some_and(|end| end == "rs");
        let texts = if is_program { texts(&text) } else { vec![text] };
        texts.into_iter().map(move |text| (file.clone(), text))
    };
    files(language).into_iter().flat_map(of).collect()
}

/// What a reader sees of a text: not the values that are put in.
fn without_values(text: &str) -> String {
    let pieces = text.split('{').enumerate().map(|(index, piece)| {
        let seen = piece.split_once('}').map_or(piece, |(_, seen)| seen);
        if index == 0 { piece } else { seen }
    });
    pieces.collect()
}

#[test]
fn english_words_are_english() {
    let all = all_texts("en");
    assert!(all.len() > 500, "{}", all.len());
    for (file, text) in all {
        let mut text = text;
        for meant in CHINESE_IN_ENGLISH {
            text = text.replace(meant, "");
        }
        assert!(!text.contains(is_han), "{}: {text}", file.display());
    }
}

#[test]
fn chinese_sentences_are_chinese() {
    let all = all_texts("zh");
    assert!(all.len() > 500, "{}", all.len());
    for (file, text) in all {
        let seen = without_values(&text);
        // What is to be typed, as `taizhang export --orders`, and names, as `JSON`, have no two plain words in a row.
        let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
        let words: Vec<&str> = seen.split_whitespace().collect();
        let in_a_row = words.windows(2).any(|pair| pair.iter().all(&is_word));
        assert!(
            seen.contains(is_han) || !in_a_row,
            "{}: {text}",
            file.display()
        );
    }
}

#[test]
fn the_texts_of_a_program_are_found() {
    let program = "let a = \"甲\\\"{b}\"; // \"no\"\nlet c = '\"'; let d = \"乙\";";
    assert_eq!(texts(program), ["甲\\\"{b}", "乙"]);
    assert_eq!(without_values("a {b} c{d:02}e"), "a  ce");
}
