//! What does not add up: a line a finding, and below the list the one under the cursor in full, with its words.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, Findings};
use crate::ledger::{Audit, Finding, Item, Severity};
use crate::text::shown;
use crate::view::listing::{Listing, Room};
use crate::view::prose::Prose;
use crate::view::{Look, paint};

/// The columns of an item's number.
const NUMBER_COLS: usize = 6;

pub fn draw(app: &App, findings: &Findings, look: Look, frame: &mut Frame<'_>) {
    let room = Room::of(app, frame.area());
    let listing = Listing {
        count: count(findings, look, room.cols),
        list: list(app, findings, look, room.cols, room.list_rows),
        full: findings
            .selected()
            .map_or_else(Vec::new, |finding| full(app, finding, look, room.full_cols)),
    };
    listing.draw(app, look, frame);
}

/// How much there is, or that it is still being looked for.
fn count(findings: &Findings, look: Look, cols: usize) -> Line<'static> {
    let words = look.words;
    let text = match &findings.audit {
        None => words.auditing.to_owned(),
        Some(Audit { findings, silenced }) if findings.is_empty() && silenced.is_empty() => {
            words.nothing_found_wrong.to_owned()
        }
        Some(audit) => {
            let warnings = audit.findings.len() - audit.errors();
            (words.finding_count)(audit.errors(), warnings, audit.silenced.len())
        }
    };
    let count = findings.count();
    let place = match count {
        0 => String::new(),
        _ => format!("{} ", (words.of_total)(findings.list.cursor + 1, count)),
    };
    paint::between(&format!(" {text}"), &place, cols, look.theme.strong(), look)
}

fn list(
    app: &App,
    findings: &Findings,
    look: Look,
    cols: usize,
    rows: usize,
) -> Vec<Line<'static>> {
    let Some(audit) = &findings.audit else {
        return Vec::new();
    };
    let in_sight = audit.findings.iter().enumerate();
    let in_sight = in_sight.skip(findings.list.top).take(rows);
    let line = |(index, finding)| one(app, finding, index == findings.list.cursor, look, cols);
    in_sight.map(line).collect()
}

/// `› 提 38  已做、在做和剩余的合计6.967万亩，与目标6万亩不合`
fn one(app: &App, finding: &Finding, is_selected: bool, look: Look, cols: usize) -> Line<'static> {
    let pointer = if is_selected { '›' } else { ' ' };
    let style = if is_selected {
        look.theme.strong()
    } else {
        Style::default()
    };
    let severity = finding.trouble.severity();
    let number = item(app, finding).map_or_else(
        || look.words.whole_ledger.to_owned(),
        |item| item.id.to_string(),
    );
    let sentence = shown(&(look.words.finding)(&finding.trouble));
    let sign = (look.words.severity_sign)(severity);
    let mut head_style = severity_style(severity, look);
    if is_selected {
        head_style = head_style.patch(look.theme.selected());
    }
    let head = format!(
        "{pointer}{sign} {} ",
        look.ruler()
            .pad(&look.ruler().fit(&number, NUMBER_COLS), NUMBER_COLS)
    );
    let room = cols.saturating_sub(look.ruler().cols_of(&head));
    Line::from(vec![
        Span::styled(head, head_style),
        Span::styled(look.ruler().fit(&sentence, room), style),
    ])
}

fn severity_style(severity: Severity, look: Look) -> Style {
    match severity {
        Severity::Error => look.theme.warning(),
        Severity::Warning => look.theme.chrome(),
    }
}

/// The finding with nothing cut: its item, its sentence, and the words of the note.
fn full(app: &App, finding: &Finding, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = look.words;
    let item = item(app, finding);
    let head = item.map_or_else(
        || words.whole_ledger.to_owned(),
        |item| {
            format!(
                "{} {}",
                (words.item_number)(&item.id.to_string()),
                item.title
            )
        },
    );
    let head = look.ruler().fit(&head, cols.saturating_sub(4));
    let rule = "─".repeat(cols.saturating_sub(look.ruler().cols_of(&head) + 1));
    let mut lines = vec![Line::styled(format!("{head} {rule}"), look.theme.quiet())];
    let prose = |style| Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    };
    let sentence = (words.finding)(&finding.trouble);
    let sentence = format!("{} [{}]", sentence, finding.trouble.code());
    lines.extend(prose(look.theme.text()).rows(&sentence, cols));
    let said = item.zip(finding.words.clone());
    if let Some(said) = said.and_then(|(item, words)| item.progress.get(words)) {
        lines.extend(prose(look.theme.evidence()).rows(said, cols));
    }
    lines
}

fn item<'a>(app: &'a App, finding: &Finding) -> Option<&'a Item> {
    app.judged(finding.position?).map(|(item, _)| item)
}
