//! Figures of another time, place or owner than the promise is about.

use crate::ledger::lexicon::{List, Occurrences, ends_with_any, starts_with_any};
use crate::ledger::passage::{Mention, Passage, Stretch};
use crate::ledger::reading::note::Note;
use crate::text::wrap::is_han;

/// What the name of a place or an owner ends in.
const PLACES: [&str; 7] = ["县", "区", "镇", "乡", "街道", "公司", "集团"];

/// The most characters of a place's name at the head of a clause.
pub const PLACE_CHARS: usize = 8;

/// Whether a text ends like the name of a place or an owner.
pub fn ends_with_place(text: &str) -> bool {
    ends_with_any(text, &PLACES)
}

/// Whether a quantity is of another time, place or owner.
pub fn is_elsewhere(note: &Note<'_>, mention: &Mention<'_>) -> bool {
    let before = note.passage.clause_before(mention);
    let sentence = note
        .passage
        .said_before(mention.clause, mention.quantity.bytes.start);
    // A rate is held against the same time of last year as a matter of course.
    let other_times = if mention.quantity.is_percent() {
        &note.other_times_of_rates
    } else {
        &note.other_times
    };
    is_other_time(note, sentence, other_times)
        || is_other_time(note, before, other_times)
        || before.has(List::OtherMeasures)
        || is_other_place(note, mention)
        || note.years.is_earlier(sentence)
        || sentence.has_of(&note.seasons)
}

/// From the last word of the reported period on nothing may lead to another one.
fn is_other_time(note: &Note<'_>, said: Stretch<'_>, other_times: &Occurrences) -> bool {
    let this_year = note.passage.all(List::ThisYear);
    let this_year = this_year.within(said.bytes()).next_back();
    let said = this_year.map_or(said, |it| said.from(it.start));
    said.has_of(other_times)
        || said.has_of(&note.since)
        || ends_a_year(note, said)
        || is_one_month(note.passage, said)
}

/// `截至2024年底`, `截至上年底`: a stock from before.
fn ends_a_year(note: &Note<'_>, said: Stretch<'_>) -> bool {
    note.year_ends.iter().any(|ends| {
        let first = ends.within(said.bytes()).next();
        first.is_some_and(|it| {
            let before = said.up_to(it.start).text();
            before.ends_with(|c: char| c.is_ascii_digit())
        })
    })
}

/// `6月份`, but not `1-6月份`, which is all of them.
fn is_one_month(passage: &Passage<'_>, said: Stretch<'_>) -> bool {
    /// More digits than a month has, even one that is written wrong.
    const DIGITS: usize = 8;
    let Some(month) = passage.all(List::OfMonth).within(said.bytes()).next() else {
        return false;
    };
    let before = said.up_to(month.start);
    let digits = before.text().bytes().rev().take(DIGITS);
    let digits = digits.take_while(u8::is_ascii_digit).count();
    let rest = before.up_to(before.end - digits).text();
    digits > 0 && !ends_with_any(rest, &["-", "－", "–", "—", "~", "～", "至"])
}

/// Whether a clause is about a place or an owner: the country, a county, a company.
fn is_other_place(note: &Note<'_>, mention: &Mention<'_>) -> bool {
    let before = note.passage.clause_before(mention);
    let head = before.from(mention.clause.head).text();
    let names_lower = || !note.passage.all(List::OwnPlaces).all().is_empty();
    let is_wider = head.starts_with("全国") || (head.starts_with("全省") && names_lower());
    // 对东盟增长: to one partner of all.
    if is_wider || head.starts_with('对') {
        return true;
    }
    if starts_with_any(head, &["全", "我", "各", "本", "该", "辖"]) {
        return false;
    }
    let chars = head.char_indices().take(PLACE_CHARS);
    // The name of a place has more than one character.
    let ends = chars
        .take_while(|(_, c)| is_han(*c))
        .skip(1)
        .map(|(at, c)| at + c.len_utf8());
    for end in ends {
        let (name, behind) = head.split_at(end);
        // 县级 and 区域 are no places.
        let is_name = !starts_with_any(behind, &["级", "域", "内", "以上"]);
        if ends_with_place(name) && is_name && !note.title.names_place(name) {
            return true;
        }
    }
    false
}

/// Whether an amount is a difference to another time: `较年初新增`, `比上年同期多`.
pub fn is_compared(passage: &Passage<'_>, before: Stretch<'_>) -> bool {
    let times = [
        "上年",
        "去年",
        "年初",
        "同期",
        "上月",
        "一季度",
        "2",
        "增",
        "多",
        "新增",
    ];
    let than = passage.all(List::Than).last_in(before.bytes());
    than.is_some_and(|than| starts_with_any(before.from(than.end).text(), &times))
}

/// The years that a note names.
#[derive(Debug)]
pub struct Years {
    /// Where each stands, and the latest of its sentence up to there.
    named: Vec<(usize, u16)>,
    latest: Option<u16>,
}

impl Years {
    /// The years of a note.
    pub fn of(passage: &Passage<'_>) -> Self {
        let mut named: Vec<(usize, u16)> = Vec::new();
        let mut latest = None;
        let mut clauses = passage.clauses.iter().peekable();
        let mut sentence = None;
        let mut of_sentence = 0;
        for (at, sign) in passage.text.match_indices('年') {
            let end = at + sign.len();
            while clauses.next_if(|it| it.bytes.end < end).is_some() {}
            let own = clauses.peek().map(|it| it.sentence);
            if own != sentence {
                (sentence, of_sentence) = (own, 0);
            }
            if let Some(year) = year_before(passage.text, at) {
                of_sentence = of_sentence.max(year);
                latest = latest.max(Some(year));
                named.push((end, of_sentence));
            }
        }
        Self { named, latest }
    }

    /// Whether a sentence names, up to here, a year before another one that the note names.
    fn is_earlier(&self, sentence: Stretch<'_>) -> bool {
        let behind = self.named.partition_point(|(end, _)| *end <= sentence.end);
        let last = behind.checked_sub(1).and_then(|at| self.named.get(at));
        let last = last.filter(|(end, _)| *end > sentence.start);
        last.is_some_and(|(_, year)| self.latest > Some(*year))
    }
}

/// The number right before a byte, where it is that of a year.
fn year_before(text: &str, end: usize) -> Option<u16> {
    let year = text.get(end.checked_sub(4)?..end)?.parse().ok()?;
    (1900..2200).contains(&year).then_some(year)
}
