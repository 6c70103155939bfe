//! What does not add up, on screen, and the way from a finding to its words.

use std::sync::Arc;

use crate::app::layout::ListingLayout;
use crate::app::window::Window;
use crate::app::{Action, App, AuditRequest, Effect, Mode};
use crate::ledger::compare::Succession;
use crate::ledger::{Audit, Finding};

/// The findings on screen.
#[derive(Debug, Default)]
pub struct Findings {
    /// What was found; `None` while the ledger is looked through.
    pub audit: Option<Audit>,
    /// The finding under the cursor and the first on screen.
    pub list: Window,
    /// Whether the ledger is still to be looked through, for the first time or again after it changed.
    is_wanted: bool,
}

impl Findings {
    /// The finding under the cursor.
    pub fn selected(&self) -> Option<&Finding> {
        self.audit.as_ref()?.findings.get(self.list.cursor)
    }

    /// How many findings there are.
    pub fn count(&self) -> usize {
        self.audit.as_ref().map_or(0, |audit| audit.findings.len())
    }

    /// Another version of the ledger follows: what was found goes with its items until it is looked for again.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        let Some(audit) = &mut self.audit else { return };
        audit.findings.retain_mut(|finding| {
            let Some(position) = &mut finding.position else {
                return true;
            };
            let now = succession.of_position(*position);
            now.map(|now| *position = now).is_ok()
        });
    }

    /// The ledger has changed: what was found may not be so any more.
    pub(super) fn look_again(&mut self) {
        self.is_wanted = true;
    }
}

impl App {
    /// Shows what does not add up, from the finding that was looked at last.
    pub(super) fn open_findings(&mut self) {
        let findings = Findings {
            list: self.last_findings,
            is_wanted: true,
            ..Findings::default()
        };
        self.mode = Mode::Findings(Box::new(findings));
    }

    /// Has the ledger looked through where that is wanted and not under way.
    pub(super) fn ask_for_audit(&mut self) -> Option<Effect> {
        let is_wanted = match self.mode.beneath_mut() {
            Mode::Findings(findings) => std::mem::take(&mut findings.is_wanted),
            _ => false,
        };
        (self.takes_to_audit() || is_wanted).then(|| {
            self.newest_audit += 1;
            Effect::Audit(AuditRequest {
                number: self.newest_audit,
                ledger: Arc::clone(&self.ledger),
            })
        })
    }

    /// Takes what was found; an answer about a ledger that has changed since is dropped.
    pub(super) fn audited(&mut self, number: u64, audit: Audit) {
        if number != self.newest_audit {
            return;
        }
        self.take_flags(&audit);
        if let Mode::Findings(findings) = self.mode.beneath_mut() {
            findings.audit = Some(audit);
        }
    }

    pub(super) fn act_in_findings(&mut self, action: Action) -> Option<Effect> {
        let page = ListingLayout::of(self.size).page();
        let Mode::Findings(findings) = &mut self.mode else {
            return None;
        };
        let count = findings.count();
        match action {
            Action::Up => findings.list.step(-1, count),
            Action::Down => findings.list.step(1, count),
            Action::PageUp => findings.list.step(-page, count),
            Action::PageDown => findings.list.step(page, count),
            Action::First => findings.list.step(isize::MIN, count),
            Action::Last => findings.list.step(isize::MAX, count),
            Action::Open => self.go_to_finding(),
            Action::Copy => self.open_copying(),
            Action::Back => self.leave_findings(),
            Action::Quit => return Some(Effect::Quit),
            _ => {}
        }
        None
    }

    /// Goes to the item of the finding under the cursor, with its words marked in the note.
    fn go_to_finding(&mut self) {
        let Mode::Findings(findings) = &self.mode else {
            return;
        };
        let place = findings.selected().and_then(|finding| {
            let item = self.ledger.items.get(finding.position?)?;
            let words = finding.words.clone();
            let words = words.and_then(|words| item.progress.get(words));
            Some((item.id.clone(), words.map(str::to_owned)))
        });
        // What is wrong with the ledger as a whole has no place in the list.
        let Some((id, words)) = place else { return };
        self.leave_findings();
        self.select_anywhere(&id);
        self.point_at(words);
    }

    fn leave_findings(&mut self) {
        if let Mode::Findings(findings) = std::mem::replace(&mut self.mode, Mode::Browse) {
            self.last_findings = findings.list;
        }
    }
}
