//! Places in a save where a test lets a system call fail. Outside of tests there is nothing to fail.

/// A step of a save, before which it can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
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
    /// Keeping copies of both versions.
    Copies,
    /// Writing over the old file, of which only a part is done.
    Overwrite,
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests it can fail")]
pub const fn reach(_: Step) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub use planned::{fail_at, reach};

#[cfg(test)]
mod planned {
    use std::cell::Cell;
    use std::io;

    use super::Step;

    thread_local! {
        /// The step that fails next on this thread.
        static PLAN: Cell<Option<Step>> = const { Cell::new(None) };
    }

    /// Lets the next save on this thread fail at a step; with `None`, none.
    pub fn fail_at(step: Option<Step>) {
        PLAN.set(step);
    }

    pub fn reach(step: Step) -> io::Result<()> {
        if PLAN.get() == Some(step) {
            PLAN.set(None);
            return Err(io::Error::other("a planned fault"));
        }
        Ok(())
    }
}
