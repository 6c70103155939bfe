//! One item: its own fields, its indicators, closed periods and orders.

use toml::{Table, Value};

use crate::ledger::item::Figures;
use crate::ledger::problem::Expected;
use crate::ledger::{
    Compare, Fault, Indicator, Item, ItemId, Kind, Order, Override, Report, Status,
};
use crate::store::field::{Field, Leaf};
use crate::store::translate::reader::Reader;
use crate::store::wire::{Id, IndicatorTable, ItemTable, OrderTable, ReportTable};

/// Translates one item; `None` where it has no usable id.
pub fn item(outer: &mut Reader<'_>, at_byte: usize, table: ItemTable) -> Option<Item> {
    let id = match &table.id {
        Some(Field {
            value: Ok(Id::Number(number)),
            ..
        }) => Some(ItemId::Number(*number)),
        Some(Field {
            value: Ok(Id::Text(text)),
            ..
        }) => Some(ItemId::Text(text.clone())),
        _ => None,
    };
    let mut reader = outer.inside(at_byte, id.as_ref().map(ItemId::to_string));
    check_id(&mut reader, at_byte, table.id);
    if table.progress.is_none() {
        reader.missing("progress", at_byte);
    }
    let (verdict, loose_reason) = verdict(&mut reader, table.status, table.status_reason);
    let item = Item {
        id: id.clone().unwrap_or(ItemId::Number(0)),
        title: reader.required("title", table.title),
        // It may be empty, but it must be there.
        progress: reader.text("progress", table.progress).unwrap_or_default(),
        category: reader.text("category", table.category),
        lead: reader.text("lead", table.lead),
        with: reader.optional("with", table.with).unwrap_or_default(),
        start: reader.optional("start", table.start),
        due: reader.optional("due", table.due),
        tags: reader.optional("tags", table.tags).unwrap_or_default(),
        problem: reader.text("problem", table.problem),
        next: reader.text("next", table.next),
        verdict,
        loose_reason,
        indicators: reader
            .tables("indicator", table.indicator)
            .into_iter()
            .map(|(at_byte, table)| indicator(&mut reader.inside(at_byte, None), table))
            .collect(),
        reports: reader
            .tables("report", table.report)
            .into_iter()
            .map(|(at_byte, table)| report(&mut reader.inside(at_byte, None), table))
            .collect(),
        orders: reader
            .tables("order", table.order)
            .into_iter()
            .map(|(at_byte, table)| order(&mut reader.inside(at_byte, None), table))
            .collect(),
    };
    id.map(|_| item)
}

fn check_id(reader: &mut Reader<'_>, at_byte: usize, field: Option<Field<Id>>) {
    let Some(field) = field else {
        return reader.missing("id", at_byte);
    };
    match field.value {
        Ok(Id::Text(text)) if text.trim().is_empty() => {
            reader.add(field.span.start, Fault::Empty { key: "id" });
        }
        Ok(_) => {}
        Err(found) => reader.wrong_type::<Id>("id", field.span.start, found),
    }
}

/// A person's verdict; or the reason alone, where there is no status for it.
fn verdict(
    reader: &mut Reader<'_>,
    status: Option<Field<String>>,
    reason: Option<Field<String>>,
) -> (Option<Override>, Option<String>) {
    let status_at = status.as_ref().map(|field| field.span.start);
    let status = reader.word("status", status, &Status::ALL, Status::name);
    let reason = reader.text("status_reason", reason);
    let Some(at_byte) = status_at else {
        return (None, reason);
    };
    let Some(reason) = reason.filter(|reason| !reason.trim().is_empty()) else {
        reader.add(at_byte, Fault::OverrideWithoutReason);
        return (None, None);
    };
    (status.map(|status| Override { status, reason }), None)
}

fn indicator(reader: &mut Reader<'_>, table: IndicatorTable) -> Indicator {
    let stage_at = table.stage.as_ref().map_or(0, |field| field.span.start);
    let kind_is_missing = table.kind.is_none();
    let kind = reader.word("kind", table.kind, &Kind::ALL, Kind::name);
    if kind_is_missing {
        reader.missing_here("kind");
    }
    let indicator = Indicator {
        name: reader.required("name", table.name),
        kind: kind.unwrap_or(Kind::Amount),
        target: reader.figure("target", table.target),
        compare: reader
            .word("compare", table.compare, &Compare::ALL, Compare::sign)
            .unwrap_or(Compare::AtLeast),
        unit: reader.text("unit", table.unit).unwrap_or_default(),
        actual: reader.figure("actual", table.actual),
        underway: reader.figure("underway", table.underway),
        reported: reader.figure("reported", table.reported),
        baseline: reader.figure("baseline", table.baseline),
        stages: reader.optional("stages", table.stages).unwrap_or_default(),
        stage: reader.text("stage", table.stage),
        evidence: reader.text("evidence", table.evidence),
    };
    if let Some(stage) = indicator
        .stage
        .as_ref()
        .filter(|_| indicator.stages_reached().is_none())
    {
        reader.add(
            stage_at,
            Fault::UnknownStage {
                word: stage.clone(),
            },
        );
    }
    indicator
}

fn report(reader: &mut Reader<'_>, table: ReportTable) -> Report {
    let figures_at = table.figures.as_ref().map_or(0, |field| field.span.start);
    let figures = reader
        .optional("figures", table.figures)
        .unwrap_or_default();
    Report {
        period: reader.required("period", table.period),
        as_of: reader.optional("as_of", table.as_of),
        progress: reader.text("progress", table.progress),
        figures: figures
            .into_iter()
            .map(|(name, value)| self::figures(reader, figures_at, name, value))
            .collect(),
    }
}

fn figures(reader: &mut Reader<'_>, at_byte: usize, name: String, value: Value) -> Figures {
    let mut table = Table::take(value).unwrap_or_else(|found| {
        reader.add(
            at_byte,
            Fault::WrongType {
                key: "figures",
                expected: Expected::Table,
                found,
            },
        );
        Table::new()
    });
    let mut figure = |key: &'static str| {
        let value = table.remove(key)?;
        let field = Field {
            span: at_byte..at_byte,
            value: f64::take(value),
        };
        reader.figure(key, Some(field))
    };
    Figures {
        actual: figure("actual"),
        underway: figure("underway"),
        reported: figure("reported"),
        name,
    }
}

fn order(reader: &mut Reader<'_>, table: OrderTable) -> Order {
    Order {
        date: reader.optional("date", table.date),
        text: reader.required("text", table.text),
        owner: reader.text("owner", table.owner),
        due: reader.optional("due", table.due),
        done: reader.optional("done", table.done).unwrap_or(false),
    }
}
