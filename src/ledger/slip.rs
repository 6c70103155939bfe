//! Slips of people who edit a ledger by hand, as values: what breaks the grammar of TOML, by its usual cause. The words
//! for them are chosen where they are shown.

/// What somebody wrote where TOML wants something else. Texts are those of the file, or what should stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxSlip {
    // Days.
    /// A day in another form, `2025-6-30` or `2025年6月30日`.
    DateForm {
        /// The same as TOML has it.
        fixed: String,
    },
    /// A day without its year or its day of the month.
    DateIncomplete,
    /// A day that no month has, `2025-02-30`.
    NoSuchDay {
        /// The month.
        month: i8,
        /// Its last day in that year.
        last: i8,
    },
    /// A month that no year has.
    NoSuchMonth {
        /// The month.
        month: String,
    },
    /// Something else where a day must be.
    NotADate {
        /// What there is.
        text: String,
    },
    // Numbers.
    /// Digits in groups, `2,450`.
    GroupedDigits {
        /// The same without, where it is clear what is meant.
        fixed: Option<String>,
    },
    /// Full-width digits or signs, `２４５０`.
    FullWidthDigits {
        /// The same in half width.
        fixed: String,
    },
    /// A unit at the number, `2450亿元`.
    UnitAtNumber {
        /// The number.
        number: String,
        /// The unit.
        unit: String,
    },
    /// Something else at the number, `2025年`, `5]`.
    BehindNumber {
        /// The number.
        number: String,
        /// What is behind it.
        text: String,
    },
    /// `约5`, `≥5`: how to compare is a key of its own.
    CompareAtNumber {
        /// The number.
        number: String,
        /// The word or sign.
        word: String,
    },
    /// No digit before the point, `.5`.
    LeadingDot {
        /// With a zero.
        fixed: String,
    },
    /// No digit behind the point, `5.`.
    TrailingDot {
        /// Without the point.
        fixed: String,
    },
    /// Zeros at the beginning, `007`.
    LeadingZeros {
        /// Without them.
        fixed: String,
    },
    /// An exponent without its number, `1e`.
    HalfExponent,
    /// A fraction or a range, `3/4`, `5-6`.
    TwoNumbers,
    /// A number in words, `二十`.
    NumberInWords {
        /// The word.
        text: String,
    },
    /// More digits than a number can have.
    NumberTooLarge,
    /// A word for what is not known, `无`, `-`, `null`.
    Placeholder {
        /// The word.
        text: String,
    },
    /// Something else where a number must be.
    NotANumber {
        /// What there is.
        text: String,
    },
    /// `是`, `True`: another word for true or false.
    TruthWord {
        /// What it should be; `None` where that is not clear.
        fixed: Option<bool>,
    },
    // Any value.
    /// Nothing behind the equals sign.
    NoValue,
    /// A comma, semicolon or full stop at the end of the line.
    TrailingMark {
        /// The mark.
        mark: char,
    },
    /// A comment with another sign than `#`.
    CommentSign {
        /// The sign.
        sign: &'static str,
    },
    /// A second key in the same line.
    TwoInALine,
    /// A text without quotes.
    NoQuotes {
        /// The text.
        text: String,
    },
    // Texts.
    /// Quotes of print or in full width, `“`.
    CurlyQuotes {
        /// The quote.
        quote: char,
    },
    /// A text that begins with one kind of quote and ends with another.
    MixedQuotes {
        /// The quote at the beginning.
        opens: char,
        /// The quote at the end.
        closes: char,
    },
    /// Quotes inside a text that end it.
    InnerQuotes,
    /// Something behind the closing quote.
    BehindQuotes {
        /// What there is.
        text: String,
    },
    /// A text whose closing quote is missing.
    MissingQuote,
    /// A text in single quotes that goes over several lines.
    LineBreak,
    /// A text in three quotes that never ends; it begins here.
    UnclosedText,
    /// Three quotes that close nothing.
    StrayQuotes,
    /// A backslash that begins no escape sequence.
    Backslash,
    /// A control character.
    ControlCharacter {
        /// Its code.
        code: u32,
    },
    /// A character that nobody sees.
    InvisibleCharacter {
        /// Its code.
        code: u32,
    },
    /// A blank of another kind.
    WideBlank {
        /// Its code.
        code: u32,
    },
    // Keys.
    /// `:` where `=` should be.
    ColonForEquals,
    /// `＝`.
    FullWidthEquals,
    /// `==`, `:=`, `=>`.
    OddEquals {
        /// The sign.
        sign: String,
    },
    /// No `=` behind a key.
    MissingEquals {
        /// The key.
        key: String,
    },
    /// A key that is no word of Latin letters.
    BadKey {
        /// The key.
        key: String,
        /// The known key that was perhaps meant.
        near: Option<&'static str>,
    },
    /// A value without a key.
    MissingKey,
    /// A line that is no key with a value.
    NotAPair {
        /// How it begins.
        text: String,
    },
    // Tables.
    /// Brackets in full width, `【`.
    FullWidthBrackets {
        /// The line as it should be, where that is clear.
        fixed: Option<String>,
    },
    /// A bracket is missing, one is too much, or there is a blank between two.
    UnevenBrackets {
        /// The line as it should be, where that is clear.
        fixed: Option<String>,
    },
    /// A table whose name cannot be one.
    BadTableName {
        /// The name.
        name: String,
        /// The line as it should be, where a known table was perhaps meant.
        near: Option<&'static str>,
    },
    /// Something behind the name of a table.
    BehindTable,
    /// One table where a list of tables is meant: `[item]` a second time.
    SingleBrackets {
        /// The table as it should be written.
        header: &'static str,
    },
    /// `[[ledger]]`: a list where there is one table.
    DoubleBrackets {
        /// The table as it should be written.
        header: &'static str,
    },
    /// `[[item.indicator]]` before any `[[item]]`.
    BeforeItem {
        /// The table.
        header: &'static str,
    },
    // Lists.
    /// A list or an inline table without its end; it begins here.
    UnclosedList {
        /// What is missing.
        bracket: char,
    },
    /// `，` or `、` in a list.
    FullWidthComma {
        /// The mark.
        mark: char,
    },
    /// Several texts where a list must be, without its brackets.
    ListWithoutBrackets {
        /// The list as it should be.
        fixed: String,
    },
    /// No comma between two values of a list.
    MissingComma,
    // The file.
    /// A key that its table has already.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line of the first.
        first_line: usize,
    },
    /// A second `id` in an item: most likely `[[item]]` is missing before it.
    MissingItem {
        /// The line of the first.
        first_line: usize,
    },
    /// A table that is there already.
    DuplicateTable {
        /// The table.
        name: String,
        /// The line of the first.
        first_line: usize,
    },
    /// What a merge left behind.
    ConflictMarker {
        /// The line where the conflict ends, where that can be told.
        last_line: Option<usize>,
    },
    /// A file that is something else.
    NotALedger(FileForm),
    /// Anything else.
    Other {
        /// What stands there.
        text: String,
    },
}

/// Forms of files that are taken for ledgers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileForm {
    /// A document of Word, WPS or Excel, or any other ZIP archive.
    Office,
    /// An older document of Word, WPS or Excel.
    OldOffice,
    /// PDF.
    Pdf,
    /// RTF.
    RichText,
    /// A picture.
    Picture,
    /// A web page, or anything else in XML.
    Html,
    /// JSON.
    Json,
    /// YAML.
    Yaml,
    /// Rows of values parted by commas or tabs.
    Table,
    /// Lines of text.
    Text,
}
