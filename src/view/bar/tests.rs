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
        .cells(20, Glyphs::Blocks),
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
        .cells(20, Glyphs::Blocks)[10]
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
            .cells(10, Glyphs::Blocks),
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
fn the_marks_stand_where_they_stand_in_every_bar_of_a_scale() {
    let percents = || (0..=130_u32).map(f64::from).chain([99.99, 100.04, 129.9]);
    for (glyphs, cols) in Glyphs::ALL
        .into_iter()
        .flat_map(|glyphs| [3, 4, 8, 9, 10, 21, 44].map(|cols| (glyphs, cols)))
    {
        for (scale, line) in [100.0, 125.0, 150.0]
            .into_iter()
            .flat_map(|scale| [0.0, 8.3, 50.0, 91.7, 99.9, 100.0].map(|line| (scale, line)))
        {
            let marks = |done, underway| {
                let line = Some(line);
                let bullet = Bullet {
                    done,
                    underway,
                    line,
                    scale,
                };
                let cells = bullet.cells(cols, glyphs);
                let at = |sign| cells.iter().position(|cell| cell.0 == sign);
                (at(glyphs.line()), at(glyphs.target()))
            };
            let empty = marks(None, None);
            for done in percents() {
                for underway in [None, Some(done), Some(140.0)] {
                    let about =
                        format!("{done} {underway:?} {line} of {scale} in {cols} {glyphs:?}");
                    assert_eq!(marks(Some(done), underway), empty, "{about}");
                }
            }
        }
    }
}

#[test]
fn what_is_told_as_a_hundred_percent_has_the_bar_of_a_hundred_percent() {
    for done in [100.0, 100.000_000_001, 100.04, 100.099] {
        assert_eq!(scale([done].into_iter()), 100.0, "{done}");
        assert_eq!(bar(done, None, 100.0), bar(100.0, None, 100.0), "{done}");
    }
    assert_eq!(scale([100.1].into_iter()), 125.0);
    assert_eq!(bar(100.1, None, 100.0), "██████████│████████»");
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
            .cells(26, Glyphs::Blocks),
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

fn any_glyphs() -> impl Strategy<Value = Glyphs> {
    proptest::sample::select(Glyphs::ALL.to_vec())
}

/// What a reader without colours can tell from a bar.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    is_empty: bool,
    is_full: bool,
    /// Whether something done stands right of the time line.
    passes_line: bool,
}

/// Reads a drawn bar back, signs only.
fn read(bar: &str, glyphs: Glyphs) -> Told {
    let is_full = |c: char| c == glyphs.full();
    let is_done = |c: char| is_full(c) || glyphs.partial().contains(&c);
    let to_target: Vec<char> = bar.chars().take_while(|&c| c != glyphs.target()).collect();
    let is_marker = |c: char| c == glyphs.line() || c == glyphs.beyond();
    let right = bar.split_once(glyphs.line()).map_or("", |sides| sides.1);
    Told {
        is_empty: !bar.chars().any(is_done),
        is_full: to_target.iter().all(|&c| is_full(c) || is_marker(c)),
        passes_line: right.chars().any(is_done),
    }
}

#[test]
fn one_bar_in_every_set() {
    let bar = |glyphs| {
        let bullet = Bullet {
            done: Some(42.0),
            underway: Some(92.0),
            line: Some(50.0),
            scale: 100.0,
        };
        text(bullet.cells(20, glyphs))
    };
    assert_eq!(bar(Glyphs::Blocks), "████████▍░│░░░░░░░··");
    assert_eq!(bar(Glyphs::Neutral), "⣿⣿⣿⣿⣿⣿⣿⣿░░|░░░░░░░..");
    assert_eq!(bar(Glyphs::Ascii), "########--|-------..");
    let bar = |done, scale, glyphs| {
        let bullet = Bullet {
            done: Some(done),
            underway: None,
            line: Some(50.0),
            scale,
        };
        text(bullet.cells(12, glyphs))
    };
    assert_eq!(bar(96.0, 100.0, Glyphs::Neutral), "⣿⣿⣿⣿⣿⣿|⣿⣿⣿⣿⡇");
    assert_eq!(bar(99.9, 100.0, Glyphs::Ascii), "######|####.");
    assert_eq!(bar(100.0, 100.0, Glyphs::Ascii), "######|#####");
    assert_eq!(bar(0.1, 100.0, Glyphs::Ascii), "#.....|.....");
    assert_eq!(bar(120.0, 100.0, Glyphs::Ascii), "######|####>");
    assert_eq!(bar(-1.0, 100.0, Glyphs::Ascii), "<.....|.....");
    assert_eq!(bar(120.0, 150.0, Glyphs::Neutral), "⣿⣿⣿⣿|⣿⣿⣿!⡇..");
}

#[test]
fn a_rate_in_every_set() {
    let bar = |glyphs| {
        let rate = RateBar {
            actual: Some(-12.4),
            target: Some(8.0),
            low: -15.0,
            high: 10.0,
        };
        text(rate.cells(26, glyphs))
    };
    assert_eq!(bar(Glyphs::Neutral), "...⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿0.......!..");
    assert_eq!(bar(Glyphs::Ascii), "...############0.......!..");
}

proptest! {
    #[test]
    fn any_figures_give_exactly_as_many_cells(
        done in any_number(), underway in any_number(), line in any_number(), other in any_number(),
        any_scale in any::<f64>(), cols in 0..80_usize, glyphs in any_glyphs(),
    ) {
        for scale in [scale(done.into_iter()), any_scale] {
            let bar = text(Bullet { done, underway, line, scale }.cells(cols, glyphs));
            prop_assert_eq!(crate::text::cols_of(&bar), cols);
        }
        let low = other.unwrap_or(0.0).min(0.0);
        let bar = text(RateBar { actual: done, target: line, low, high: 10.0 }.cells(cols, glyphs));
        prop_assert_eq!(crate::text::cols_of(&bar), cols);
    }

    #[test]
    fn a_bar_tells_without_colours_what_matters(
        done in prop_oneof![-5.0..130.0, 99.0..101.0, -0.01..0.01, Just(100.0), 0.0..2000.0],
        underway in prop_oneof![Just(None), (0.0..300.0).prop_map(Some)],
        line in prop_oneof![0.0..=100.0, Just(50.0), Just(100.0), 99.0..100.0, 0.0..1.0],
        on_larger_scale in any::<bool>(), cols in 5..80_usize, glyphs in any_glyphs(),
    ) {
        let scale = if on_larger_scale { scale([done].into_iter().chain(underway)) } else { 100.0 };
        let bullet = Bullet { done: Some(done), underway, line: Some(line), scale };
        let bar = text(bullet.cells(cols, glyphs));
        let told = read(&bar, glyphs);
        prop_assert_eq!(told.is_empty, done <= 0.0, "{}", bar);
        prop_assert_eq!(told.is_full, done >= 100.0, "{}", bar);
        prop_assert!(bar.contains(glyphs.line()), "{}", bar);
        prop_assert!(!told.passes_line || done >= line, "{}", bar);
        let reaches_line = bar.chars().take_while(|&c| c != glyphs.line()).all(|c| c == glyphs.full());
        prop_assert!(reaches_line || done < line || done <= 0.0, "{}", bar);
    }
}
