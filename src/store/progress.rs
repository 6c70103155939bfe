//! How far the reading of a file is, told while it goes on.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How far the reading of a file is. Shared between who reads and who shows.
#[derive(Debug, Default)]
pub struct Progress {
    bytes: AtomicUsize,
    all_bytes: AtomicUsize,
}

impl Progress {
    /// Says how much there is to read.
    pub fn begin(&self, all_bytes: usize) {
        self.bytes.store(0, Ordering::Relaxed);
        self.all_bytes.store(all_bytes, Ordering::Relaxed);
    }

    /// Says that so much more was read.
    pub fn advance(&self, bytes: usize) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// How much was read, in whole percent; `None` before it is known how much there is.
    pub fn percent(&self) -> Option<usize> {
        let all = self.all_bytes.load(Ordering::Relaxed);
        let done = self.bytes.load(Ordering::Relaxed).min(all);
        (done * 100).checked_div(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_a_share_of_what_there_is() {
        let progress = Progress::default();
        assert_eq!(progress.percent(), None);
        progress.begin(200);
        progress.advance(50);
        assert_eq!(progress.percent(), Some(25));
        progress.advance(500);
        assert_eq!(progress.percent(), Some(100));
        progress.begin(10);
        assert_eq!(progress.percent(), Some(0));
    }
}
