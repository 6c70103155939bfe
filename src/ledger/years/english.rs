//! Spans of years in English titles.

use crate::ledger::years::{LONGEST_LEAD_BYTES, LONGEST_YEARS, YearSpan, last, years};

/// `by 2027`, `by March 2026`, `before 2028`, `over the next three years`.
pub fn span(title: &str, this_year: i16) -> Option<YearSpan> {
    let lower = title.to_ascii_lowercase();
    end_year_in_english(&lower, this_year).or_else(|| length_in_english(&lower))
}

fn end_year_in_english(lower: &str, this_year: i16) -> Option<YearSpan> {
    years(lower).into_iter().find_map(|year| {
        let lead = last(lower.get(..year.bytes.start)?, LONGEST_LEAD_BYTES);
        let words: Vec<&str> = lead.split_whitespace().rev().take(6).collect();
        // by, by the end of, by March, by 31 March
        let is_bridge = |word: &&&str| {
            let months = [
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ];
            [
                "the", "end", "of", "year", "early", "late", "mid", "spring", "summer", "autumn",
                "winter",
            ]
            .contains(*word)
                || months.iter().any(|month| word.starts_with(month))
                || word
                    .trim_end_matches(|c: char| c.is_ascii_alphabetic())
                    .parse::<u8>()
                    .is_ok()
        };
        let bridge = words.iter().take_while(is_bridge).count();
        let word = *words.get(bridge)?;
        let to = match word {
            "by" | "until" | "till" | "through" => year.number,
            "before" => year.number - i16::from(bridge == 0),
            _ => return None,
        };
        let start = year.bytes.start - lead.len() + lead.rfind(word)?;
        (to > this_year).then_some(YearSpan {
            bytes: start..year.bytes.end,
            from: None,
            to: Some(to),
            years: None,
        })
    })
}

fn length_in_english(lower: &str) -> Option<YearSpan> {
    const COUNTS: [(&str, i16); 9] = [
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
    ];
    lower.match_indices(" years").find_map(|(at, found)| {
        let lead = last(lower.get(..at)?, LONGEST_LEAD_BYTES);
        let mut words = lead.split_whitespace().rev();
        let count = words.next()?;
        let spelled = COUNTS
            .iter()
            .find(|(word, _)| *word == count)
            .map(|(_, years)| *years);
        let years = spelled
            .or_else(|| count.parse().ok())
            .filter(|it| (2..=LONGEST_YEARS).contains(it))?;
        let leads: Vec<&str> = words.take(3).collect();
        let bridge = leads
            .iter()
            .take_while(|word| ["the", "next", "coming", "following"].contains(*word))
            .count();
        let word = *leads.get(bridge)?;
        let is_ours = ["over", "within", "in", "during", "for"].contains(&word)
            && (bridge > 0 || word != "for");
        is_ours.then(|| YearSpan {
            bytes: at - lead.len() + lead.rfind(word).unwrap_or_default()..at + found.len(),
            from: None,
            to: None,
            years: Some(years),
        })
    })
}
