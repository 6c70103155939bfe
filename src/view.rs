//! Floor 3, the picture: what an [`App`] looks like.
//!
//! One file a pane. Drawing reads the app and writes cells; it must never change the app, ask a file or a clock, or
//! decide anything about the matter. Everything that comes from a ledger passes through [`crate::text`] on its way to a
//! cell, so nothing in a file can act on the terminal.

pub mod bar;
pub mod beginning;
mod chips;
mod copying;
mod detail;
mod dialog;
mod editor;
mod findings;
mod footer;
mod form;
mod gauges;
mod glance;
mod going;
mod header;
mod help;
mod list;
mod listing;
pub mod loading;
mod menu;
mod merge;
mod naming;
mod notices;
mod ordered;
mod orders;
mod overview;
mod paint;
mod presenting;
mod proposals;
mod prose;
mod spots;
mod statusbar;
pub mod theme;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::app::layout::Area;
use crate::app::{App, Editor, Measures, Mode, Pane};
use crate::keys::Keys;
use crate::text::Ruler;
use crate::words::Words;

pub use bar::Glyphs;
pub use spots::spot;
pub use theme::{Abilities, Depth, Theme};

/// How to draw: in which language, in which colours, with which signs, with which keys to tell.
#[derive(Clone, Copy)]
pub struct Look {
    /// The words.
    pub words: &'static Words,
    /// The colours: what the terminal can show, in the theme that the program starts with. The app knows which one is
    /// chosen by now.
    pub theme: Theme,
    /// The signs of the bars.
    pub glyphs: Glyphs,
    /// The keys that work, which are those to tell.
    pub keys: &'static Keys,
}

impl Look {
    /// What text is measured with.
    pub const fn ruler(self) -> Ruler {
        self.glyphs.ruler()
    }

    /// How many columns pieces of a line take.
    fn cols_of(self, spans: &[Span<'_>]) -> usize {
        let cols = |span: &Span<'_>| self.ruler().cols_of(&span.content);
        spans.iter().map(cols).sum()
    }
}

/// Draws the whole window.
pub fn draw(app: &App, look: Look, frame: &mut Frame<'_>) {
    let look = Look {
        theme: look.theme.named(app.theme()),
        ..look
    };
    draw_mode(app, app.mode(), look, frame);
    paint::ground(frame.buffer_mut(), look.theme);
}

fn draw_mode(app: &App, mode: &Mode, look: Look, frame: &mut Frame<'_>) {
    match mode {
        Mode::Browse | Mode::Search(_) | Mode::NameSearch(_) => draw_panes(app, look, frame),
        Mode::Edit(editor) => draw_editor(app, editor, look, frame),
        Mode::Merge(merging) => merge::draw(app, merging, look, frame),
        Mode::Overview(shown) => overview::draw(app, shown, look, frame),
        Mode::Propose(shown) => {
            match app.presenting() {
                Some(presenting) => presenting::draw(app, presenting, look, frame),
                None => draw_panes(app, look, frame),
            }
            proposals::draw(app, shown, look, frame);
        }
        Mode::Present(shown) => presenting::draw(app, shown, look, frame),
        Mode::Orders(shown) => orders::draw(app, shown, look, frame),
        Mode::Menu(shown) => {
            draw_panes(app, look, frame);
            menu::draw(app, shown, look, frame);
        }
        Mode::Findings(shown) => findings::draw(app, shown, look, frame),
        Mode::Ask(question, editor) => {
            draw_editor(app, editor, look, frame);
            dialog::draw(*question, editor, look, frame);
        }
        Mode::Copy(shown) => {
            draw_mode(app, &shown.behind, look, frame);
            copying::draw(app, shown, look, frame);
        }
        Mode::Palette(shown) => {
            draw_mode(app, &shown.behind, look, frame);
            menu::draw(app, &shown.menu, look, frame);
        }
        Mode::Help(shown) => help::draw(app.mode(), shown, look, frame),
    }
}

fn draw_editor(app: &App, editor: &Editor, look: Look, frame: &mut Frame<'_>) {
    if editor.is_form() {
        form::draw(app, editor, look, frame);
    } else {
        editor::draw(app, editor, look, frame);
    }
}

fn draw_panes(app: &App, look: Look, frame: &mut Frame<'_>) {
    let layout = app.layout();
    header::draw(app, look, rect(layout.header), frame.buffer_mut());
    for (pane, area) in [
        (Pane::List, layout.list),
        (Pane::Detail, layout.detail),
        (Pane::Gauges, layout.gauges),
    ] {
        let Some(area) = area else { continue };
        if layout.bordered {
            let title = pane_title(app, look, pane);
            paint::border(
                frame.buffer_mut(),
                rect(area),
                &title,
                app.pane() == pane,
                look,
            );
        }
        let inside = rect(layout.content(pane, area));
        match pane {
            Pane::List => list::draw(app, look, inside, frame.buffer_mut()),
            Pane::Detail => detail::draw(app, look, inside, frame.buffer_mut()),
            Pane::Gauges => gauges::draw(app, look, inside, frame.buffer_mut()),
        }
        if layout.bordered {
            let (top, rows) = scrolled(app, pane);
            let in_sight = match pane {
                Pane::List => app.items_in_sight(),
                Pane::Detail | Pane::Gauges => usize::from(inside.height),
            };
            let below = rows.saturating_sub(top + in_sight);
            paint::hidden_rows(frame.buffer_mut(), rect(area), top, below, look);
        }
    }
    if let Some(area) = layout.glance {
        glance::draw(app, look, rect(area), frame.buffer_mut());
    }
    footer::draw(app, look, rect(layout.footer), frame.buffer_mut());
    statusbar::draw(app, look, rect(layout.bar), frame);
    let feet = [rect(layout.bar), rect(layout.footer)];
    notices::draw(app, look, feet, frame.buffer_mut());
}

/// The first row in sight of a pane, and how many it has.
fn scrolled(app: &App, pane: Pane) -> (usize, usize) {
    match pane {
        Pane::List => (app.list().top, app.shown().len()),
        Pane::Detail => (app.detail_top(), app.measures().detail_rows),
        Pane::Gauges => (app.gauges_top(), app.measures().gauges_rows),
    }
}

fn pane_title(app: &App, look: Look, pane: Pane) -> String {
    let words = look.words;
    match pane {
        Pane::List => words.list.to_owned(),
        Pane::Detail => {
            let id = app
                .item()
                .map(|item| item.id.to_string())
                .unwrap_or_default();
            format!("{} {}", words.detail, look.ruler().fit(&id, 12))
        }
        Pane::Gauges => words.gauges.to_owned(),
    }
}

/// How many rows the scrolling panes have to show at the widths they have now.
pub fn measure(app: &App, look: Look) -> Measures {
    let layout = app.layout();
    let (detail, evidence_rows) = match (layout.detail, layout.glance) {
        (Some(area), _) => detail::lines(
            app,
            look,
            usize::from(layout.content(Pane::Detail, area).cols),
        ),
        (None, Some(area)) => glance::lines(app, look, usize::from(area.cols)),
        (None, None) => (Vec::new(), None),
    };
    let (gauges, looked_rows) = layout.gauges.map_or((Vec::new(), None), |area| {
        gauges::pane_lines(app, look, layout.content(Pane::Gauges, area))
    });
    Measures {
        notices_shown: Some(notices::shown(app, look)),
        detail_rows: detail.len(),
        first_marked_row: app.kept().and_then(|_| detail::first_marked(&detail, look)),
        evidence_rows,
        gauges_rows: gauges.len(),
        looked_rows,
        // Also while something stands in front of it.
        presented_below: match app.mode().beneath() {
            Mode::Present(_) => presenting::rows_below(app, look),
            _ => 0,
        },
        help_rows: match app.mode() {
            Mode::Help(shown) => help::lines(shown, look, usize::from(app.size().cols)).len(),
            _ => 0,
        },
        merge_rows: match app.mode() {
            Mode::Merge(merging) => merge::rows(merging, look, app.size()),
            _ => 0,
        },
        first_different_row: match app.mode() {
            Mode::Merge(merging) if merging.seeks_difference => {
                merge::first_different_row(merging, look, app.size())
            }
            _ => None,
        },
    }
}

const fn rect(area: Area) -> Rect {
    Rect {
        x: area.x,
        y: area.y,
        width: area.cols,
        height: area.rows,
    }
}
