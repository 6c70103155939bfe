//! English: the usual slips of editing a ledger by hand, a sentence a slip, the cause first, then what to do.

use crate::ledger::slip::{FileForm, SyntaxSlip};
use crate::words::say::quoted;

#[expect(
    clippy::too_many_lines,
    reason = "one arm a slip: one that is missing does not compile"
)]
pub fn slip(slip: &SyntaxSlip) -> String {
    match slip {
        SyntaxSlip::DateForm { fixed } => format!(
            "a date is four digits, two digits, two digits, without quotes; write {}",
            quoted(fixed)
        ),
        SyntaxSlip::DateIncomplete => {
            "a date needs year, month and day; write it like 2025-06-30, or remove the line".to_owned()
        }
        SyntaxSlip::NoSuchDay { month, last } => {
            format!("month {month} has no such day (its last is {last}); correct the date")
        }
        SyntaxSlip::NoSuchMonth { month } => {
            format!("there is no month {}; correct the date", quoted(month))
        }
        SyntaxSlip::NotADate { text } => format!(
            "this must be a date, and “{}” is none; write it like 2025-06-30, or remove the line",
            quoted(text)
        ),
        SyntaxSlip::GroupedDigits { fixed: Some(fixed) } => format!(
            "a number has no commas or blanks in it; write {}",
            quoted(fixed)
        ),
        SyntaxSlip::GroupedDigits { fixed: None } => {
            "a number has no commas or blanks in it; write its digits together, with a point before decimals".to_owned()
        }
        SyntaxSlip::FullWidthDigits { fixed } => format!(
            "digits and signs must be half-width and together; write {}",
            quoted(fixed)
        ),
        SyntaxSlip::UnitAtNumber { number, unit } => format!(
            "a number has no unit or word behind it; write {} here and “{}” as the unit",
            quoted(number),
            quoted(unit)
        ),
        SyntaxSlip::BehindNumber { number, text } => format!(
            "there is “{}” behind the number; write {}",
            quoted(text),
            quoted(number)
        ),
        SyntaxSlip::CompareAtNumber { number, word } => format!(
            "a number has no “{}” at it; write {} here, and how to compare as compare",
            quoted(word),
            quoted(number)
        ),
        SyntaxSlip::LeadingDot { fixed } => {
            format!("a number needs a 0 before its point; write {}", quoted(fixed))
        }
        SyntaxSlip::TrailingDot { fixed } => {
            format!("there is no digit behind the point; write {}", quoted(fixed))
        }
        SyntaxSlip::LeadingZeros { fixed } => format!(
            "a number does not begin with extra zeros; write {}, or put an id in quotes to keep them",
            quoted(fixed)
        ),
        SyntaxSlip::HalfExponent => {
            "the number ends with a letter, it is not complete; write the whole number".to_owned()
        }
        SyntaxSlip::TwoNumbers => {
            "only one number can be here, no fraction or range; write the result, and the words in progress".to_owned()
        }
        SyntaxSlip::NumberInWords { text } => format!(
            "numbers are written in digits, not as “{}”; write the digits",
            quoted(text)
        ),
        SyntaxSlip::NumberTooLarge => {
            "the number has too many digits; check it, or take a larger unit".to_owned()
        }
        SyntaxSlip::Placeholder { text } => format!(
            "“{}” is no number; remove the line if there is none: missing is not 0",
            quoted(text)
        ),
        SyntaxSlip::NotANumber { text } => format!(
            "this must be a number, and “{}” is none; write one, or remove the line if there is none",
            quoted(text)
        ),
        SyntaxSlip::TruthWord { fixed: Some(true) } => {
            "yes and no are written in small letters; write true".to_owned()
        }
        SyntaxSlip::TruthWord { fixed: Some(false) } => {
            "yes and no are written in small letters; write false".to_owned()
        }
        SyntaxSlip::TruthWord { fixed: None } => {
            "only true or false can be here; write one of them".to_owned()
        }
        SyntaxSlip::NoValue => {
            "nothing stands behind the equals sign; fill it in, or remove the line".to_owned()
        }
        SyntaxSlip::TrailingMark { mark } => {
            format!("there is a “{mark}” too much; remove it")
        }
        SyntaxSlip::CommentSign { sign } => {
            format!("a comment begins with #, not with {sign}; write #")
        }
        SyntaxSlip::TwoInALine => "a line has only one key; begin a new line here".to_owned(),
        SyntaxSlip::NoQuotes { text } => {
            format!("a text needs straight quotes; write \"{}\"", quoted(text))
        }
        SyntaxSlip::CurlyQuotes { quote } => {
            format!("the quote {quote} is no straight quote; write \" on both sides of the text")
        }
        SyntaxSlip::MixedQuotes { opens, closes } => format!(
            "the text begins with {opens} and ends with {closes}; write the straight quote \" on both sides"
        ),
        SyntaxSlip::InnerQuotes => {
            "the text ends at this quote; write quotes inside a text as \\\", or use “ and ”".to_owned()
        }
        SyntaxSlip::BehindQuotes { text } => format!(
            "there is “{}” too much here; remove it, or move it inside the quotes",
            quoted(text)
        ),
        SyntaxSlip::MissingQuote => {
            "the closing quote of the text is missing; add \" at its end".to_owned()
        }
        SyntaxSlip::LineBreak => {
            "the text goes over several lines, a single quote holds only one; put three quotes \"\"\" on both sides".to_owned()
        }
        SyntaxSlip::UnclosedText => {
            "the text that begins here never ends; add the three quotes it begins with at its end".to_owned()
        }
        SyntaxSlip::StrayQuotes => {
            "these three quotes end nothing; remove them, or add three where the text begins".to_owned()
        }
        SyntaxSlip::Backslash => {
            "a backslash in quotes has another meaning; write two for one: \\\\".to_owned()
        }
        SyntaxSlip::ControlCharacter { code } => format!(
            "there is a control character here that nobody sees (U+{code:04X}); remove it and type this place anew"
        ),
        SyntaxSlip::InvisibleCharacter { code } => format!(
            "there is a character here that nobody sees (U+{code:04X}), most likely copied from elsewhere; remove it and type this place anew"
        ),
        SyntaxSlip::WideBlank { code } => format!(
            "this is no ordinary blank (U+{code:04X}); remove it and type a blank"
        ),
        SyntaxSlip::ColonForEquals => {
            "between a key and its value stands an equals sign, no colon; write =".to_owned()
        }
        SyntaxSlip::FullWidthEquals => "the equals sign is full-width; write =".to_owned(),
        SyntaxSlip::OddEquals { sign } => format!(
            "between a key and its value stands one equals sign, not {}; write =",
            quoted(sign)
        ),
        SyntaxSlip::MissingEquals { key } => {
            format!("the equals sign behind {} is missing; add =", quoted(key))
        }
        SyntaxSlip::BadKey { key, near: Some(near) } => format!(
            "there is no key “{}”; is it {near}? Then write that",
            quoted(key)
        ),
        SyntaxSlip::BadKey { key, near: None } => format!(
            "“{}” can be no key, keys are small Latin letters and underscores; put things of your own into extra",
            quoted(key)
        ),
        SyntaxSlip::MissingKey => {
            "here is a value without a key; write the key and = before it".to_owned()
        }
        SyntaxSlip::NotAPair { text } => format!(
            "this line (“{}”) is no key with a value; move it into the quotes of the text above, or make it a comment with #",
            quoted(text)
        ),
        SyntaxSlip::FullWidthBrackets { fixed: Some(fixed) } => {
            format!("the brackets are full-width; write {fixed}")
        }
        SyntaxSlip::FullWidthBrackets { fixed: None } => {
            "the brackets are full-width; write [ and ]".to_owned()
        }
        SyntaxSlip::UnevenBrackets { fixed: Some(fixed) } => format!(
            "a bracket is missing, too much, or parted by a blank; write {fixed}"
        ),
        SyntaxSlip::UnevenBrackets { fixed: None } => {
            "a bracket is missing, too much, or parted by a blank; write as many on the right as on the left".to_owned()
        }
        SyntaxSlip::BadTableName { name, near: Some(near) } => format!(
            "there is no table “{}”; is it {near}? Then write that",
            quoted(name)
        ),
        SyntaxSlip::BadTableName { name, near: None } => format!(
            "“{}” can be no table, names are Latin letters; write it like [[item]]",
            quoted(name)
        ),
        SyntaxSlip::BehindTable => {
            "something stands behind the table; begin a new line here, or remove it".to_owned()
        }
        SyntaxSlip::SingleBrackets { header } => {
            format!("this needs one bracket more on each side; write {header}")
        }
        SyntaxSlip::DoubleBrackets { header } => {
            format!("this has one bracket too much on each side; write {header}")
        }
        SyntaxSlip::BeforeItem { header } => {
            format!("there is no item yet before {header}; write [[item]] with id, title and progress first")
        }
        SyntaxSlip::UnclosedList { bracket } => {
            format!("the list that begins here never ends; add {bracket} at its end")
        }
        SyntaxSlip::FullWidthComma { mark } => {
            format!("the values of a list are parted by commas, not by “{mark}”; write ,")
        }
        SyntaxSlip::ListWithoutBrackets { fixed } => {
            format!("this must be a list in brackets, each name in straight quotes; write {}", quoted(fixed))
        }
        SyntaxSlip::MissingComma => {
            "there is no comma between two values of a list; add one behind the first".to_owned()
        }
        SyntaxSlip::DuplicateKey { key, first_line } => format!(
            "{} is here twice, line {first_line} has it already; remove one",
            quoted(key)
        ),
        SyntaxSlip::MissingItem { first_line } => format!(
            "this item has two ids, line {first_line} has one already; most likely a line [[item]] is missing before, add it"
        ),
        SyntaxSlip::DuplicateTable { name, first_line } => format!(
            "[{}] is here twice, line {first_line} has it already; make one of the two",
            quoted(name)
        ),
        SyntaxSlip::ConflictMarker { last_line: Some(line) } => format!(
            "there are conflict markers of a merge (down to line {line}); keep the text you want and remove the lines of the markers"
        ),
        SyntaxSlip::ConflictMarker { last_line: None } => {
            "there are conflict markers of a merge; keep the text you want and remove the lines of the markers".to_owned()
        }
        SyntaxSlip::NotALedger(form) => file_form(*form).to_owned(),
        SyntaxSlip::Other { text } => format!(
            "this makes no sense here (“{}”); check that quotes, brackets and equals signs are in pairs",
            quoted(text)
        ),
    }
}

/// What the file is.
pub const fn file_form(form: FileForm) -> &'static str {
    match form {
        FileForm::Office => {
            "this is a document of Word, WPS or Excel, no ledger; a ledger is plain text: name a .toml file, or begin one with taizhang new"
        }
        FileForm::OldOffice => {
            "this is an older document of Word, WPS or Excel, no ledger; a ledger is plain text: name a .toml file, or begin one with taizhang new"
        }
        FileForm::Pdf => {
            "this is a PDF file, no ledger; name a .toml file, or begin one with taizhang new"
        }
        FileForm::RichText => {
            "this is an RTF document, no ledger; save it as plain text (UTF-8), or restore a backup"
        }
        FileForm::Picture => {
            "this is a picture, no ledger; name a .toml file, or begin one with taizhang new"
        }
        FileForm::Html => {
            "this is a web page or XML, no ledger; if a word processor made it, save it as plain text (UTF-8), or restore a backup"
        }
        FileForm::Json => {
            "this is JSON, no ledger; name a .toml file, or begin one with taizhang new"
        }
        FileForm::Yaml => {
            "this is written like YAML, no ledger; write key = value in every line, tables as [ledger] and [[item]]; taizhang new shows how"
        }
        FileForm::Table => {
            "these are rows parted by commas or tabs, no ledger; name a .toml file, or begin one with taizhang new"
        }
        FileForm::Text => {
            "this is plain text, no ledger; write key = value in every line, texts in straight quotes; taizhang new shows how"
        }
    }
}
