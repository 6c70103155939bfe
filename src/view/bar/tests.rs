use super::*;
use proptest::prelude::*;

fn text(cells: Vec<BarCell>) -> String {
    cells.into_iter().map(|cell| cell.0).collect()
}

fn bar(done: f64, underway: Option<f64>, scale: f64) -> String {
    text(
        Bullet {
            done: Some(done),
            underway,
            line: Some(50.0),
            scale,
        }
        .cells(20),
    )
}

#[test]
fn the_fill_stops_where_the_figure_does() {
    assert_eq!(bar(42.0, Some(92.0), 100.0), "████████▍░│░░░░░░░··");
    assert_eq!(bar(87.8, None, 100.0), "██████████│██████▌··");
    assert_eq!(bar(50.0, None, 100.0), "██████████│·········");
    assert_eq!(bar(113.5, None, 150.0), "██████│██████┃█▏····");
    assert_eq!(bar(120.0, None, 100.0), "██████████│████████»");
    assert_eq!(bar(-5.0, None, 100.0), "‹·········│·········");
}

#[test]
fn nothing_is_hidden_and_nothing_looks_finished_too_early() {
    assert_eq!(bar(0.0, None, 100.0), "··········│·········");
    assert_eq!(bar(0.01, None, 100.0), "▏·········│·········");
    assert_eq!(bar(99.99, None, 100.0), "██████████│████████▉");
    assert_eq!(bar(100.0, None, 100.0), "██████████│█████████");
}

#[test]
fn the_line_is_told_apart_inside_the_fill() {
    let part = |done| {
        Bullet {
            done: Some(done),
            underway: None,
            line: Some(50.0),
            scale: 100.0,
        }
        .cells(20)[10]
            .1
    };
    assert_eq!(part(49.0), Part::Line);
    assert_eq!(part(50.0), Part::Line);
    assert_eq!(part(54.0), Part::LineInFill);
}

#[test]
fn the_line_hides_neither_the_first_step_nor_the_last() {
    let bar = |done, line| {
        text(
            Bullet {
                done: Some(done),
                underway: None,
                line: Some(line),
                scale: 100.0,
            }
            .cells(10),
        )
    };
    // The end of the year, and nearly there.
    assert_eq!(bar(99.9, 100.0), "████████│·");
    assert_eq!(bar(100.0, 100.0), "████████│█");
    assert_eq!(bar(96.0, 95.0), "████████│▌");
    assert_eq!(bar(94.0, 95.0), "████████│·", "what is behind ends there");
    // The beginning.
    assert_eq!(bar(0.0, 2.0), "·│········");
    assert_eq!(bar(1.0, 2.0), "▏│········");
    assert_eq!(bar(3.0, 2.0), "█│········", "what is ahead reaches it");
}

#[test]
fn what_is_begun_beyond_the_scale_makes_no_bar_full() {
    assert_eq!(bar(99.9, Some(150.0), 100.0), "██████████│████████▉");
    assert_eq!(bar(42.0, Some(150.0), 100.0), "████████▍░│░░░░░░░░»");
    assert_eq!(bar(0.0, Some(99.9), 100.0), "░░░░░░░░░░│░░░░░░░░·");
}

#[test]
fn a_scale_leaves_some_cells_before_the_target() {
    assert_eq!(bar(99.0, None, 1000.0), "██│▉┃···············");
    assert_eq!(bar(900.0, None, 1000.0), "██│█┃██████████████»");
}

#[test]
fn rates_grow_from_their_zero_to_both_sides() {
    let bar = |actual, target| {
        text(
            RateBar {
                actual: Some(actual),
                target: Some(target),
                low: -15.0,
                high: 10.0,
            }
            .cells(26),
        )
    };
    assert_eq!(bar(-12.4, 8.0), "···████████████0·······┃··");
    assert_eq!(bar(5.0, 8.0), "···············0█████··┃··");
    assert_eq!(bar(9.0, 8.0), "···············0███████┃█·");
    assert_eq!(bar(0.1, 8.0), "···············0█······┃··");
}

#[test]
fn the_scale_grows_in_round_steps() {
    assert_eq!(scale([42.0, f64::NAN].into_iter()), 100.0);
    assert_eq!(scale([42.0, 113.5].into_iter()), 125.0);
    assert_eq!(scale([90_000.0].into_iter()), 1000.0);
}

fn any_number() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        Just(None),
        any::<f64>().prop_map(Some),
        (-500.0..500.0).prop_map(Some)
    ]
}

proptest! {
    #[test]
    fn any_figures_give_exactly_as_many_cells(
        done in any_number(), underway in any_number(), line in any_number(), other in any_number(), cols in 0..80_usize,
    ) {
        let scale = scale(done.into_iter());
        prop_assert_eq!(Bullet { done, underway, line, scale }.cells(cols).len(), cols);
        let low = other.unwrap_or(0.0).min(0.0);
        prop_assert_eq!(RateBar { actual: done, target: line, low, high: 10.0 }.cells(cols).len(), cols);
    }
}
