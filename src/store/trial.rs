//! Places in a save where a test lets a system call fail, or lets somebody else act. Outside of tests there is nothing to
//! fail.

/// A step of a save or of reading, before which it can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading a ledger that is open by now.
    Read,
    /// Taking the lock.
    Lock,
    /// Making the new file.
    Create,
    /// Writing it.
    Write,
    /// Giving it owner and permissions.
    Attributes,
    /// Bringing it to the disk.
    Sync,
    /// Putting it in the place of the old one.
    Exchange,
    /// Putting back what was somebody else's version.
    ExchangeBack,
    /// Keeping copies of both versions.
    Copies,
    /// Opening the old file to write over it.
    Open,
    /// Writing over the old file, of which only a part is done.
    Overwrite,
    /// Looking whether the name still leads to the file that was written over.
    Confirm,
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests it can fail")]
pub const fn reach(_: Step) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub use planned::{at, fail_at, reach};

#[cfg(test)]
mod planned {
    use std::cell::RefCell;
    use std::io;

    use super::Step;

    /// What happens at a step.
    enum Plan {
        Fail(Step),
        Act(Step, Box<dyn FnOnce()>),
    }

    thread_local! {
        /// What happens next on this thread.
        static PLAN: RefCell<Option<Plan>> = const { RefCell::new(None) };
    }

    /// Lets the next save on this thread fail at a step; with `None`, none.
    pub fn fail_at(step: Option<Step>) {
        PLAN.set(step.map(Plan::Fail));
    }

    /// Lets somebody else act just before a step of the next save on this thread.
    pub fn at(step: Step, act: impl FnOnce() + 'static) {
        PLAN.set(Some(Plan::Act(step, Box::new(act))));
    }

    pub fn reach(step: Step) -> io::Result<()> {
        let is_here = PLAN.with_borrow(|plan| match plan {
            Some(Plan::Fail(at) | Plan::Act(at, _)) => *at == step,
            None => false,
        });
        match PLAN.take() {
            Some(Plan::Fail(_)) if is_here => Err(io::Error::other("a planned fault")),
            Some(Plan::Act(_, act)) if is_here => {
                act();
                Ok(())
            }
            plan => {
                PLAN.set(plan);
                Ok(())
            }
        }
    }
}
