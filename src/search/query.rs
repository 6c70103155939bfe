//! What was typed, understood.

use crate::search::filter::{Asked, Filter, FilterKind, Sort, asked};
use crate::text::folded;

/// Where to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// In promises and notes.
    #[default]
    All,
    /// In promises only.
    Titles,
    /// In notes only.
    Notes,
}

impl Scope {
    /// The scope after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::All => Self::Titles,
            Self::Titles => Self::Notes,
            Self::Notes => Self::All,
        }
    }

    /// Whether promises are looked at.
    pub const fn has_titles(self) -> bool {
        !matches!(self, Self::Notes)
    }

    /// Whether notes are looked at.
    pub const fn has_notes(self) -> bool {
        !matches!(self, Self::Titles)
    }
}

/// A query: words and filters separated by blanks, all of which must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words; none of them empty.
    pub words: Vec<Word>,
    /// The words as one phrase, folded, with single blanks between them; empty where one of them must be missing.
    pub phrase: String,
    /// What the items must be beside their words.
    pub filters: Vec<Filter>,
    /// `排序:滞后`, `sort:behind`: the order of the list, where another than that of the hits is asked for.
    pub sort: Option<Sort>,
    /// The item number that the whole query could be.
    pub number: Option<String>,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What to look for, folded.
    pub text: String,
    /// `'word`: to the letter, not by its sound or nearly.
    pub is_exact: bool,
    /// `!word`: must not be there.
    pub is_not: bool,
}

impl Query {
    /// Understands what was typed. Full-width signs and blanks count as half-width ones.
    pub fn new(typed: &str) -> Self {
        let text: String = typed.chars().map(folded).collect();
        let mut query = Self::default();
        for part in text.split_whitespace() {
            query.take(part);
        }
        let is_plain = |word: &Word| !word.is_not && !word.is_exact;
        if let ([only], true, None) = (
            query.words.as_slice(),
            query.filters.is_empty(),
            &query.number,
        ) && is_plain(only)
        {
            query.number = Some(only.text.clone());
        }
        if !query.words.iter().any(|word| word.is_not) {
            let texts: Vec<&str> = query.words.iter().map(|word| word.text.as_str()).collect();
            query.phrase = texts.join(" ");
        }
        query
    }

    fn take(&mut self, part: &str) {
        let (is_not, rest) = part
            .strip_prefix('!')
            .map_or((false, part), |rest| (true, rest));
        if let Some(number) = rest.strip_prefix('#') {
            // The sign alone is the beginning of a number that is still being typed.
            if !number.is_empty() {
                let kind = FilterKind::Number(number.to_owned());
                self.filters.push(Filter { kind, is_not });
            }
            return;
        }
        if let Some((key, value)) = rest.split_once(':')
            && let Some(asked) = asked(key, value)
        {
            match asked {
                Asked::For(kind) => self.filters.push(Filter { kind, is_not }),
                Asked::InOrder(sort) => self.sort = sort.or(self.sort),
            }
            return;
        }
        let (is_exact, rest) = rest
            .strip_prefix('\'')
            .map_or((false, rest), |rest| (true, rest));
        // A sign alone is the beginning of a word that is still being typed.
        if !rest.is_empty() {
            self.words.push(Word {
                text: rest.to_owned(),
                is_exact,
                is_not,
            });
        }
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
            && self.filters.is_empty()
            && self.sort.is_none()
            && self.number.as_ref().is_none_or(String::is_empty)
    }

    /// The words that must be there.
    pub fn wanted(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| !word.is_not)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Status;
    use crate::search::filter::Key;

    fn word(text: &str) -> Word {
        Word {
            text: text.into(),
            is_exact: false,
            is_not: false,
        }
    }

    #[test]
    fn words_are_folded_and_split_at_any_blank() {
        let query = Query::new("  海洋　投資 ＧＤＰ ");
        assert_eq!(query.words, ["海洋", "投资", "gdp"].map(word));
        assert_eq!(query.phrase, "海洋 投资 gdp");
        assert_eq!(query.number, None);
    }

    #[test]
    fn a_number_is_asked_for_with_its_sign_or_alone() {
        let sign = Query::new("＃３４");
        let filter = Filter {
            kind: FilterKind::Number("34".into()),
            is_not: false,
        };
        assert_eq!(
            (sign.words.len(), sign.filters.as_slice()),
            (0, [filter].as_slice())
        );
        assert!(
            Query::new("!#34")
                .filters
                .iter()
                .all(|filter| filter.is_not)
        );
        let bare = Query::new("34");
        assert_eq!((bare.words.len(), bare.number.as_deref()), (1, Some("34")));
        assert!(Query::new("  ").is_empty() && Query::new("#").is_empty());
        assert!(Query::new("!").is_empty() && Query::new("'").is_empty());
    }

    #[test]
    fn words_can_be_exact_or_unwanted() {
        let query = Query::new("'dt !海洋");
        let [exact, not] = query.words.as_slice() else {
            panic!("{query:?}")
        };
        assert!(exact.is_exact && exact.text == "dt" && !exact.is_not);
        assert!(not.is_not && not.text == "海洋");
        assert_eq!(query.phrase, "");
        assert_eq!(query.wanted().count(), 1);
    }

    #[test]
    fn filters_are_told_from_words() {
        let one = |typed: &str| Query::new(typed).filters.into_iter().next();
        let status = |list: &[Status]| Some(FilterKind::Status(list.to_vec()));
        for typed in [
            "状态:滞后",
            "状态：滞",
            "is:behind",
            "STATUS:behind",
            "狀態:滯後",
        ] {
            assert_eq!(
                one(typed).map(|it| it.kind),
                status(&[Status::Behind]),
                "{typed}"
            );
        }
        assert_eq!(one("is:").map(|it| it.kind), status(&Status::ALL));
        let two = status(&[Status::Behind, Status::Slipping]);
        assert_eq!(one("is:behind,slipping").map(|it| it.kind), two);
        assert_eq!(one("状态：滞后、趋缓").map(|it| it.kind), two);
        assert_eq!(
            one("单位:科技局").map(|it| it.kind),
            Some(FilterKind::Lead("科技局".into()))
        );
        assert!(one("!tag:重点").is_some_and(|filter| filter.is_not));
        assert_eq!(one("比例3:7"), None);
        assert_eq!(Query::new("比例3:7").words, [word("比例3:7")]);
    }

    #[test]
    fn what_else_can_be_asked_for_has_names_in_both_languages() {
        let one = |typed: &str| Query::new(typed).filters.into_iter().next();
        for (typed, kind) in [
            ("is:silent", FilterKind::Silent),
            ("状态:未报", FilterKind::Silent),
            ("is:star", FilterKind::Starred),
            ("状态：标星", FilterKind::Starred),
            ("has:findings", FilterKind::Findings),
            ("核对:有", FilterKind::Findings),
            ("has:verdict", FilterKind::ByPerson),
            ("判定:人工", FilterKind::ByPerson),
            ("有:交办", FilterKind::Ordered),
            ("is:ordered", FilterKind::Ordered),
            ("has:orders", FilterKind::Ordered),
            ("类别:民生", FilterKind::Category("民生".into())),
            ("CAT:民生", FilterKind::Category("民生".into())),
            ("has:", FilterKind::Status(Status::ALL.to_vec())),
            ("is:perfect", FilterKind::Unknown(Key::Is)),
            ("核对:无", FilterKind::Unknown(Key::Has)),
            ("sort:backwards", FilterKind::Unknown(Key::Sort)),
        ] {
            assert_eq!(one(typed).map(|it| it.kind), Some(kind), "{typed}");
        }
    }

    #[test]
    fn an_order_is_asked_for_beside_words() {
        for sort in Sort::ALL {
            let [chinese, english] = sort.names();
            let typed = [format!("排序:{chinese}"), format!("sort:{english}")];
            for typed in typed {
                assert_eq!(Query::new(&typed).sort, Some(sort));
            }
        }
        let query = Query::new("海洋 sort:b");
        assert_eq!((query.sort, query.words.len()), (Some(Sort::Behind), 1));
        assert!(!Query::new("sort:behind").is_empty());
        assert!(Query::new("sort:").is_empty(), "still to be typed");
    }
}
