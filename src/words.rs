//! The words of the interface, in Chinese and English.
//!
//! Owns every sentence a user reads. Each language is one value of [`Words`]: a missing translation is a missing field,
//! and does not compile. It must never decide anything; it only says what others have found.

pub mod beginning;
pub mod commands;
pub mod copying;
pub mod doctor;
mod en;
pub mod handing;
pub mod menus;
pub mod notices;
pub mod options;
pub mod orders;
pub mod presentation;
pub mod problems;
pub mod reasons;
pub mod remembering;
pub mod restoring;
pub mod say;
pub mod settings;
pub mod themes;
pub mod usage;
mod zh;

use crate::app::Action;
use crate::app::merging::Choice;
use crate::app::mode::Answer;
use crate::keys::Context;
use crate::ledger::{
    FileForm, Gap, IoCause, Ledger, ReadOnly, Severity, Slot, Status, SyntaxSlip, Trouble,
    UnreadKey,
};
use crate::search::{Advice, Scope};
use crate::text::wrap::is_han;

pub use beginning::BeginningWords;
pub use commands::CommandWords;
pub use copying::CopyingWords;
pub use doctor::DoctorWords;
pub use en::EN;
pub use handing::HandingWords;
pub use notices::NoticeWords;
pub use options::OptionWords;
pub use orders::OrderWords;
pub use presentation::PresentationWords;
pub use problems::ProblemWords;
pub use reasons::ReasonWords;
pub use remembering::RememberingWords;
pub use restoring::RestoringWords;
pub use settings::SettingsWords;
pub use themes::ThemeWords;
pub use usage::UsageWords;
pub use zh::ZH;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// 中文
    #[default]
    Chinese,
    /// English
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The language of a locale name such as `zh_CN.UTF-8` or `en-GB`; `None` where the name tells none, as `C` does.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let code = locale
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        match code.as_str() {
            "zh" => Some(Self::Chinese),
            "" | "c" | "posix" => None,
            // There are only two: whoever has set a third can read English rather than Chinese.
            _ => Some(Self::English),
        }
    }

    /// The language that a ledger is written in, as far as it says: English, where its title and its items have no Han
    /// character.
    pub fn of_ledger(ledger: &Ledger) -> Self {
        let is_chinese = |text: &str| text.chars().any(is_han);
        let mut items = ledger.items.iter();
        if is_chinese(&ledger.heading.title)
            || items.any(|item| is_chinese(&item.title) || is_chinese(&item.progress))
        {
            Self::Chinese
        } else {
            Self::English
        }
    }

    /// Its words.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::Chinese => &ZH,
            Self::English => &EN,
        }
    }
}

/// All the words of one language. Functions take the parts of a sentence in the order of their names.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct Words {
    // Names of things.
    pub ledger: &'static str,
    pub list: &'static str,
    pub detail: &'static str,
    pub gauges: &'static str,
    pub note: &'static str,
    pub problem: &'static str,
    pub next: &'static str,
    pub help: &'static str,
    pub status: fn(Status) -> &'static str,
    pub scope: fn(Scope) -> &'static str,
    pub slot: fn(&Slot) -> &'static str,
    pub action: fn(Action) -> &'static str,
    pub context: fn(Context) -> &'static str,
    pub beginning: BeginningWords,
    pub doctor: DoctorWords,
    pub presentation: PresentationWords,
    pub orders: OrderWords,
    pub copying: CopyingWords,
    pub commands: CommandWords,
    pub themes: ThemeWords,
    pub remembering: RememberingWords,
    pub notices: NoticeWords,
    pub reasons: ReasonWords,
    pub settings: SettingsWords,
    pub problems: ProblemWords,
    /// What breaks the grammar of a file, and what to do.
    pub slip: fn(&SyntaxSlip) -> String,
    /// What stands in a file and was not read, without its place.
    pub unread: fn(&UnreadKey) -> String,
    /// How many such keys there are, how many of them are told, and how many are promises.
    pub unread_count: fn(usize, usize, usize) -> String,
    /// The first, how many there are, and how many of them are promises.
    pub unread_notice: fn(&UnreadKey, usize, usize) -> String,
    /// What a file is that is no ledger.
    pub file_form: fn(FileForm) -> &'static str,
    /// Why the system refused, and the way out.
    pub io_cause: fn(IoCause) -> String,
    // The head of the window.
    pub as_of: fn(&str) -> String,
    pub time_line: fn(&str) -> String,
    pub read_only: fn(ReadOnly) -> &'static str,
    pub read_only_mark: &'static str,
    pub unreadable_mark: &'static str,
    pub all: &'static str,
    pub of_total: fn(usize, usize) -> String,
    // One item.
    pub item_number: fn(&str) -> String,
    pub lead: fn(&str) -> String,
    pub with: fn(&str) -> String,
    pub period_of_item: fn(&str, &str) -> String,
    pub set_by_person: fn(&str, &str) -> String,
    pub no_measure: &'static str,
    /// Why there is no verdict, in a word or two.
    pub gap: fn(Gap) -> &'static str,
    pub more_chars: fn(usize) -> String,
    pub empty_note: &'static str,
    // Gauges.
    pub target: fn(&str) -> String,
    pub at_most: fn(&str) -> String,
    pub about: fn(&str) -> String,
    pub underway: fn(&str) -> String,
    pub reported: fn(&str) -> String,
    pub context_only: &'static str,
    pub evidence_missing: &'static str,
    pub line_mark: fn(&str) -> String,
    pub target_mark: &'static str,
    pub rate_short: &'static str,
    // Searching.
    pub status_count: fn(Status, usize) -> String,
    /// The computed verdict and the person's reason; what the figures say follows.
    pub by_person: fn(&str, &str) -> String,
    pub type_number: &'static str,
    pub type_han: &'static str,
    pub search_hint: &'static str,
    pub searching: &'static str,
    /// While a large ledger is read; the name of the file follows.
    pub opening: &'static str,
    /// How not to wait for it.
    pub opening_keys: &'static str,
    pub hits: fn(usize, usize) -> String,
    pub nothing_found: fn(&str) -> String,
    /// Where there are so many problems that nobody went on counting.
    pub counting_stopped: &'static str,
    pub other_scope: &'static str,
    pub clear_search: &'static str,
    /// What to try instead.
    pub advice: fn(&Advice) -> String,
    /// Filters and orders.
    pub menus: menus::Menus,
    pub empty_ledger: &'static str,
    pub go_to: fn(&str) -> String,
    // Editing.
    pub note_before: &'static str,
    pub editing: fn(&str) -> String,
    pub editing_fields: fn(&str) -> String,
    pub in_unit: fn(&str) -> String,
    pub between_names: &'static str,
    pub as_computed: &'static str,
    pub not_filled: &'static str,
    pub unsaved: &'static str,
    pub saved_mark: &'static str,
    pub chars: fn(usize) -> String,
    pub selecting: &'static str,
    pub merging: fn(&str, &str) -> String,
    pub conflict_of: fn(usize, usize) -> String,
    pub text_before: &'static str,
    pub merged_text: &'static str,
    pub their_text: &'static str,
    pub our_text: &'static str,
    pub empty_text: &'static str,
    pub choice: fn(Choice) -> &'static str,
    pub leaving_title: &'static str,
    pub leaving: fn(&str) -> String,
    pub recovered_title: &'static str,
    pub recovered: fn(&str, &str) -> String,
    pub other_item_title: &'static str,
    /// What a text was written for, and what has its number now.
    pub other_item: fn(&str, &str) -> String,
    /// The same behind a sentence on a text that was found.
    pub recovered_other_item: fn(&str, &str) -> String,
    pub recovered_item_gone: fn(&str) -> String,
    pub answer: fn(Answer) -> &'static str,
    // What does not add up.
    pub severity: fn(Severity) -> &'static str,
    /// One or two columns that stand for it in a list.
    pub severity_sign: fn(Severity) -> &'static str,
    pub finding: fn(&Trouble) -> String,
    /// Errors, warnings, and what the ledger says is known.
    pub finding_count: fn(usize, usize, usize) -> String,
    /// File, item, code, severity, words, explanation.
    pub finding_columns: [&'static str; 6],
    pub proposals_title: fn(&str) -> String,
    /// A measure, which of its figures, what it was, what it would be.
    pub proposal: fn(&str, &str, &str, &str) -> String,
    /// A measure with its target, and what the note says of it.
    pub proposed_measure: fn(&str, &str) -> String,
    pub nothing_to_propose: &'static str,
    pub read_from_text: &'static str,
    /// Beside it, where the key is.
    pub how_to_take: &'static str,
    pub offers_told: &'static str,
    pub auditing: &'static str,
    pub nothing_found_wrong: &'static str,
    pub whole_ledger: &'static str,
    pub known: &'static str,
    pub known_finding: fn(&str) -> String,
    // The command line.
    pub options: OptionWords,
    pub usage: UsageWords,
    /// The paragraph of a bulletin: all items, and what is said of each verdict.
    pub paragraph: fn(usize, &[String]) -> String,
    pub count_in_paragraph: fn(Status, usize, &str) -> String,
    /// How many verdicts a person set, and what would be said of each verdict by the figures alone.
    pub counts_by_person: fn(usize, &[String]) -> String,
    /// Items below the line, items that miss a rate.
    pub summary_lists: [&'static str; 2],
    /// Number, promise, lead unit, points, reason.
    pub summary_columns: [&'static str; 5],
    pub by_lead: &'static str,
    pub by_category: &'static str,
    /// For items that name no unit or category.
    pub no_name: &'static str,
    /// A unit or category, how many items it has, and how many of them are late.
    pub group: fn(&str, usize, usize) -> String,
    pub heads: [&'static str; 5],
    pub no_state_folder: &'static str,
    pub no_versions: &'static str,
    pub no_such_version: fn(usize, usize) -> String,
    pub restoring: RestoringWords,
    pub handing: HandingWords,
    pub not_restored: &'static str,
    pub how_to_restore: fn(&str) -> String,
    pub cannot_compare: &'static str,
    pub different_items: fn(usize, &str) -> String,
    pub panic_report: fn(&str) -> String,
    pub terminal_failed: fn(&str) -> String,
}
