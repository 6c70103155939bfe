//! A draft as its file has it: TOML, to be read by a person, too.
//!
//! Newer programs may know more fields than this one. What is known is read, and the rest is named; nothing of a draft
//! goes because a part of it makes no sense here.

use toml::{Table, Value};

use crate::ledger::{Draft, IndicatorKey, Item, ItemId, ItemKey, ItemRef, Ledger, Slot, Unsaved};
use crate::store::drafts::origin::Origin;

/// The format of the file: from 2 on, the last line says that it is whole.
const FORMAT: i64 = 2;
const WHOLE: &str = "whole";
/// Names the file of the draft that this one supersedes.
const CONTINUES: &str = "continues";

/// What is written of a draft beside its fields.
pub struct Beside<'b> {
    /// The ledger it is for.
    pub origin: &'b Origin,
    /// What a save that is under way puts into a field, where it does.
    pub saving: &'b dyn Fn(&Slot) -> Option<String>,
    /// The field that an editor of the user's choice has, what it had then, and the name of its file.
    pub handed: Option<(&'b Slot, &'b str, &'b str)>,
    /// The file name of the recovered draft that this one continues, until that one is removed.
    pub continues: Option<&'b str>,
}

/// A draft as it was read.
pub struct Read {
    /// All of the file.
    pub table: Table,
    /// What is known of it.
    pub draft: Draft,
    /// The names of the fields that are not known, and whatever else makes no sense.
    pub unread: Vec<String>,
    /// The field that an editor had.
    pub handed: Option<HandedField>,
    /// The file name of the draft that this one supersedes.
    pub continues: Option<String>,
}

/// A field that an editor of the user's choice had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedField {
    /// Its index among the fields.
    pub index: usize,
    /// What was in it.
    pub text: String,
    /// The name of the file.
    pub file: String,
}

/// The text of the file.
pub fn text(draft: &Draft, beside: &Beside<'_>) -> Result<String, toml::ser::Error> {
    let mut table = Table::new();
    let mut put = |key: &str, value: Value| drop(table.insert(key.to_owned(), value));
    put("format", FORMAT.into());
    match draft.item.id() {
        // TOML has no number above this.
        ItemId::Number(number) => put(
            "number",
            i64::try_from(*number).map_or_else(|_| number.to_string().into(), Value::from),
        ),
        ItemId::Text(name) => put("name", name.clone().into()),
    }
    put("title", draft.item.title().into());
    let fields = draft.fields.iter().map(|field| written(field, beside));
    put("field", Value::Array(fields.collect()));
    beside.origin.write(&mut table);
    if let Some(file) = beside.continues {
        table.insert(CONTINUES.to_owned(), file.into());
    }
    Ok(format!("{}\n[{WHOLE}]\n", toml::to_string(&table)?))
}

fn written(field: &Unsaved, beside: &Beside<'_>) -> Value {
    let mut table = Table::new();
    let mut put = |key: &str, text: &str| drop(table.insert(key.to_owned(), text.into()));
    put("key", field.slot.key());
    if let Some(indicator) = field.slot.indicator() {
        put("indicator", &indicator.name);
    }
    put("text", &field.text);
    put("base", &field.base);
    if let Some(saving) = (beside.saving)(&field.slot).filter(|saving| *saving != field.base) {
        put("saving", &saving);
    }
    if let Some((_, text, file)) = beside.handed.filter(|(slot, ..)| **slot == field.slot) {
        put("edited_in", file);
        put("edited_from", text);
    }
    let nth = field.slot.indicator().map_or(0, |key| key.nth);
    if let Ok(nth @ 1..) = i64::try_from(nth) {
        table.insert("nth".to_owned(), nth.into());
    }
    Value::Table(table)
}

/// Reads the text of a file; `None` where it is not whole, or is no draft at all.
pub fn read(text: &str, ledger: &Ledger) -> Option<Read> {
    let table: Table = text.parse().ok()?;
    let format = table.get("format").and_then(Value::as_integer);
    if format.is_some_and(|format| format >= FORMAT) && !table.contains_key(WHOLE) {
        return None;
    }
    let number = table.get("number").and_then(|number| match number {
        Value::Integer(number) => u64::try_from(*number).ok(),
        Value::String(number) => number.parse().ok(),
        _ => None,
    });
    let name = table.get("name").and_then(Value::as_str);
    let id = number
        .map(ItemId::Number)
        .or_else(|| name.map(|name| ItemId::Text(name.to_owned())))?;
    // Older programs kept no title: then it is not sure which item is meant.
    let title = table.get("title").and_then(Value::as_str);
    let title = title.unwrap_or_default().to_owned();
    let item = ItemRef::of_key(&ItemKey { id, title });
    let position = ledger.resolve(&item).ok();
    let now = position.and_then(|position| ledger.items.get(position));
    let (mut fields, mut unread, mut handed) = (Vec::new(), Vec::new(), None);
    for value in table.get("field").and_then(Value::as_array)? {
        match field(value, now.map(AsRef::as_ref)) {
            Ok(field) => {
                let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
                if let Some(file) = text("edited_in") {
                    handed = Some(HandedField {
                        index: fields.len(),
                        text: text("edited_from").unwrap_or_else(|| field.text.clone()),
                        file,
                    });
                }
                fields.push(field);
            }
            Err(name) => unread.push(name),
        }
    }
    let draft = Draft { item, fields };
    let continues = table.get(CONTINUES).and_then(Value::as_str);
    let continues = continues.map(str::to_owned);
    (!draft.fields.is_empty() || !unread.is_empty()).then_some(Read {
        table,
        draft,
        unread,
        handed,
        continues,
    })
}

/// A field of an item as it is now; or the name of one that is not known.
fn field(value: &Value, item: Option<&Item>) -> Result<Unsaved, String> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let key = text("key").unwrap_or_default();
    let name = text("indicator");
    let nth = value.get("nth").and_then(Value::as_integer).unwrap_or(0);
    let nth = usize::try_from(nth).unwrap_or(usize::MAX);
    let indicator = name.clone().map(|name| IndicatorKey { name, nth });
    let unknown = || match &name {
        Some(name) => format!("{name}·{key}"),
        None => key.clone(),
    };
    let slot = Slot::of_key(&key, indicator).ok_or_else(unknown)?;
    let written = text("text").ok_or_else(unknown)?;
    let mut base = text("base").unwrap_or_default();
    // A save that was under way came into the file: what was typed since goes on from there.
    let now = item
        .and_then(|item| item.value(&slot))
        .map(|it| it.to_string());
    if let Some(saving) = text("saving").filter(|saving| now.as_ref() == Some(saving)) {
        base = saving;
    }
    Ok(Unsaved {
        slot,
        base,
        text: written,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn ledger() -> Ledger {
        let text = "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = 1\ntitle = \"乙\"\nprogress = \"新\"\n";
        crate::store::parse(text).expect("a ledger")
    }

    fn draft(title: &str, fields: &[(Slot, &str, &str)]) -> Draft {
        let fields = fields.iter().map(|(slot, base, text)| Unsaved {
            slot: slot.clone(),
            base: (*base).to_owned(),
            text: (*text).to_owned(),
        });
        Draft {
            item: ItemRef::of_key(&ItemKey {
                id: ItemId::Number(1),
                title: title.to_owned(),
            }),
            fields: fields.collect(),
        }
    }

    fn written(draft: &Draft) -> String {
        let origin = Origin::of(Path::new("/l.toml"), "甲");
        let beside = Beside {
            origin: &origin,
            saving: &|slot| (*slot == Slot::Progress).then(|| "新".to_owned()),
            handed: Some((&Slot::Problem, "问", "draft-x.txt")),
            continues: None,
        };
        text(draft, &beside).expect("written")
    }

    #[test]
    fn every_field_is_read_as_it_was_written() {
        let indicator = IndicatorKey {
            name: "指标 \"一\"".to_owned(),
            nth: 2,
        };
        let actual = Slot::of_key("actual", Some(indicator)).expect("a slot");
        let all = draft(
            "乙",
            &[
                (Slot::Progress, "旧", "新的一段\n'''\"\"\"\\\u{1B}\r\n末 "),
                (Slot::Problem, "", "问题"),
                (actual, "174", ""),
            ],
        );
        let read = read(&written(&all), &ledger()).expect("a draft");
        assert_eq!(read.unread, [""; 0]);
        let handed = HandedField {
            index: 1,
            text: "问".to_owned(),
            file: "draft-x.txt".to_owned(),
        };
        assert_eq!(read.handed, Some(handed));
        let mut expected = all;
        // The save that was under way is in the file.
        "新".clone_into(&mut expected.fields[0].base);
        assert_eq!(read.draft, expected);
    }

    #[test]
    fn a_part_of_a_file_is_no_draft() {
        let whole = written(&draft(
            "乙",
            &[(Slot::Progress, "旧", "一"), (Slot::Next, "", "二")],
        ));
        for end in 0..whole.len() - 2 {
            if let Some(part) = whole.get(..end) {
                assert!(read(part, &ledger()).is_none(), "{part}");
            }
        }
        assert!(read(&whole, &ledger()).is_some());
    }

    #[test]
    fn what_is_not_known_is_named_and_the_rest_is_read() {
        let text = "ledger = \"/l.toml\"\nnumber = 1\nlater = 3\n\
            [[field]]\nkey = \"progress\"\nnth = 0\ntext = \"一\"\nbase = \"旧\"\n\
            [[field]]\nkey = \"将来\"\nnth = 0\ntext = \"二\"\nbase = \"\"\n\
            [[field]]\nkey = \"mood\"\nindicator = \"指标\"\nnth = 0\ntext = \"三\"\nbase = \"\"\n\
            [[field]]\nkey = \"next\"\ntext = 4\nbase = \"\"\n";
        let read = read(text, &ledger()).expect("a draft");
        assert_eq!(read.draft, draft("", &[(Slot::Progress, "旧", "一")]));
        assert_eq!(read.unread, ["将来", "指标·mood", "next"]);
    }
}
