//! Rows of an item's lists, its indicators and its orders, as they come and go: always at the end of the list, so that
//! no other row ever changes its place. An order is also rewritten where it stands.

use crate::ledger::{Indicator, Item, Order};

/// One row of a list of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// Of `[[item.indicator]]`.
    Indicator(Box<Indicator>),
    /// Of `[[item.order]]`.
    Order(Order),
}

/// A row that comes or goes, each the inverse of the other, or is rewritten.
#[derive(Clone, Debug, PartialEq)]
pub enum RowChange {
    /// The row is put in at the end of its list.
    Append(Row),
    /// The row is taken away; only where it is the last of its list, and exactly this one.
    RemoveLast(Row),
    /// An order says something else; only where this very one stands at its place.
    Rewrite {
        /// Its place among the orders of the item.
        place: usize,
        /// What it says.
        before: Order,
        /// What it will say.
        after: Order,
    },
}

impl RowChange {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Append(row) => Self::RemoveLast(row.clone()),
            Self::RemoveLast(row) => Self::Append(row.clone()),
            Self::Rewrite {
                place,
                before,
                after,
            } => Self::Rewrite {
                place: *place,
                before: after.clone(),
                after: before.clone(),
            },
        }
    }

    /// Makes the change to an item, and says whether it could be made; where not, the item is as it was.
    pub(super) fn make(&self, item: &mut Item) -> bool {
        match self {
            Self::Append(Row::Indicator(row)) => append(&mut item.indicators, row, is_whole),
            Self::Append(Row::Order(row)) => append(&mut item.orders, row, says_something),
            Self::RemoveLast(Row::Indicator(row)) => remove_last(&mut item.indicators, row),
            Self::RemoveLast(Row::Order(row)) => remove_last(&mut item.orders, row),
            Self::Rewrite {
                place,
                before,
                after,
            } => rewrite(item.orders.get_mut(*place), before, after),
        }
    }
}

fn append<T: Clone>(list: &mut Vec<T>, row: &T, is_fine: fn(&T) -> bool) -> bool {
    let is_fine = is_fine(row);
    if is_fine {
        list.push(row.clone());
    }
    is_fine
}

fn remove_last<T: PartialEq>(list: &mut Vec<T>, row: &T) -> bool {
    list.pop_if(|last| last == row).is_some()
}

fn rewrite(order: Option<&mut Order>, before: &Order, after: &Order) -> bool {
    let order = order.filter(|order| *order == before && says_something(after));
    order.map(|order| order.clone_from(after)).is_some()
}

/// Whether a file with this indicator could be read: it has a name, finite figures, and a stage of its own.
fn is_whole(indicator: &Indicator) -> bool {
    let figures = [
        indicator.target,
        indicator.actual,
        indicator.underway,
        indicator.reported,
        indicator.baseline,
    ];
    let is_named = !indicator.name.trim().is_empty();
    let is_finite = figures.into_iter().flatten().all(f64::is_finite);
    let knows_its_stage = indicator.stage.is_none() || indicator.stages_reached().is_some();
    is_named && is_finite && knows_its_stage
}

/// Whether a file with this order could be read.
fn says_something(order: &Order) -> bool {
    !order.text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{ItemId, Kind};

    fn indicator(name: &str) -> Indicator {
        Indicator::new(name, Kind::Amount)
    }

    fn order(text: &str) -> Row {
        Row::Order(Order {
            date: None,
            text: text.to_owned(),
            owner: None,
            due: None,
            done: false,
        })
    }

    fn item() -> Item {
        let mut item = Item::new(ItemId::Number(1), "题", "文");
        item.indicators = vec![indicator("甲")];
        item
    }

    #[test]
    fn a_row_comes_at_the_end_and_goes_from_there() {
        let rows = [
            Row::Indicator(Box::new(indicator("甲"))),
            order("8月底前开工"),
        ];
        for row in rows {
            let mut changed = item();
            let append = RowChange::Append(row);
            assert!(append.make(&mut changed));
            assert_ne!(changed, item());
            assert_eq!((changed.indicators.len() + changed.orders.len()), 2);
            assert!(append.inverse().make(&mut changed));
            assert_eq!(changed, item());
            assert_eq!(append.inverse().inverse(), append);
        }
    }

    #[test]
    fn only_the_very_last_row_goes() {
        let first = RowChange::RemoveLast(Row::Indicator(Box::new(indicator("甲"))));
        let mut two = item();
        two.indicators.push(indicator("乙"));
        let before = two.clone();
        assert!(!first.make(&mut two), "another one stands behind it");
        assert_eq!(two, before);
        let mut other = item();
        other.indicators[0].actual = Some(0.0);
        assert!(!first.make(&mut other), "zero is not missing");
        assert!(!RowChange::RemoveLast(order("无")).make(&mut other));
    }

    #[test]
    fn an_order_is_rewritten_only_where_it_stands() {
        let (Row::Order(before), Row::Order(after)) = (order("开工"), order("完工")) else {
            return;
        };
        let mut item = item();
        item.orders = vec![after.clone(), before.clone()];
        let at = |place, after: &Order| RowChange::Rewrite {
            place,
            before: before.clone(),
            after: after.clone(),
        };
        let unchanged = item.clone();
        let empty = Order {
            text: " ".to_owned(),
            ..after.clone()
        };
        for refused in [at(0, &after), at(2, &after), at(1, &empty)] {
            assert!(!refused.make(&mut item), "{refused:?}");
            assert_eq!(item, unchanged);
        }
        assert!(at(1, &after).make(&mut item));
        assert_eq!(item.orders, [after.clone(), after.clone()]);
        assert!(at(1, &after).inverse().make(&mut item));
        assert_eq!(item, unchanged);
    }

    #[test]
    fn a_row_that_no_file_could_hold_is_refused() {
        let figure = |part: fn(&mut Indicator) -> &mut Option<f64>, figure| {
            let mut row = indicator("甲");
            *part(&mut row) = Some(figure);
            row
        };
        let staged = |stage: &str| Indicator {
            stages: vec!["遴选".into()],
            stage: Some(stage.into()),
            ..Indicator::new("甲", Kind::Stage)
        };
        let refused = [
            indicator(""),
            indicator(" \n"),
            figure(|row| &mut row.target, f64::NAN),
            figure(|row| &mut row.actual, f64::INFINITY),
            figure(|row| &mut row.underway, f64::NEG_INFINITY),
            figure(|row| &mut row.reported, f64::NAN),
            figure(|row| &mut row.baseline, f64::NAN),
            staged("公示"),
        ];
        for row in refused {
            let mut item = item();
            let append = RowChange::Append(Row::Indicator(Box::new(row)));
            assert!(!append.make(&mut item), "{append:?}");
            assert_eq!(item, self::item());
        }
        for row in [
            staged(""),
            staged("遴选"),
            figure(|row| &mut row.actual, -1.0),
        ] {
            assert!(RowChange::Append(Row::Indicator(Box::new(row))).make(&mut item()));
        }
        for text in ["", " \t"] {
            assert!(!RowChange::Append(order(text)).make(&mut item()));
        }
    }
}
