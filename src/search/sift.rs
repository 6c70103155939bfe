//! Going through pages one by one, which is what remains to be done where rows alone do not say enough.

use std::hint::black_box;
use std::num::NonZero;
use std::sync::Arc;

use roaring::RoaringBitmap;

use crate::search::corpus::Page;
use crate::search::parts::in_parts;

/// How often a search asks whether it should go on, in pages.
const PAGES_BETWEEN_CHECKS: usize = 512;

/// So many pages are touched before they are read. They lie scattered in memory; waiting for all of them at once takes
/// little longer than waiting for one.
const PAGES_IN_ADVANCE: usize = 16;

/// Fewer pages than this are gone through sooner than a thread starts.
const PAGES_A_THREAD: usize = 4_096;

/// A newer search is wanted; this one ends without a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Superseded;

/// Whether a search should go on.
pub type KeepGoing<'k> = dyn Fn() -> bool + Sync + 'k;

/// Who goes through pages.
#[derive(Clone, Copy)]
pub struct Sieve<'c> {
    pub pages: &'c [Arc<Page>],
    pub threads: NonZero<usize>,
    pub keep_going: &'c KeepGoing<'c>,
}

impl<'c> Sieve<'c> {
    /// What `test` says of the pages at these positions, in their order, without those of which it says nothing.
    pub fn sift<T: Send>(
        &self,
        positions: &RoaringBitmap,
        test: impl Fn(&'c Page) -> Option<T> + Sync,
    ) -> Result<Vec<(u32, T)>, Superseded> {
        let positions: Vec<u32> = positions.iter().collect();
        let parts = in_parts(&positions, self.threads, PAGES_A_THREAD, |part| {
            self.part(part, &test)
        });
        let mut all = Vec::new();
        for part in parts {
            all.extend(part?);
        }
        Ok(all)
    }

    /// The pages of which `test` says yes.
    pub fn having(
        &self,
        positions: &RoaringBitmap,
        test: impl Fn(&'c Page) -> bool + Sync,
    ) -> Result<RoaringBitmap, Superseded> {
        let found = self.sift(positions, |page| test(page).then_some(()))?;
        Ok(found.into_iter().map(|(position, ())| position).collect())
    }

    fn part<T>(
        &self,
        positions: &[u32],
        test: &impl Fn(&'c Page) -> Option<T>,
    ) -> Result<Vec<(u32, T)>, Superseded> {
        let mut found = Vec::new();
        for chunk in positions.chunks(PAGES_BETWEEN_CHECKS) {
            if !(self.keep_going)() {
                return Err(Superseded);
            }
            for few in chunk.chunks(PAGES_IN_ADVANCE) {
                let page = |position: &u32| self.pages.get(usize::try_from(*position).ok()?);
                let ready: usize = few.iter().filter_map(page).map(|it| it.first_bytes()).sum();
                black_box(ready);
                found.extend(
                    few.iter()
                        .filter_map(|position| Some((*position, test(page(position)?)?))),
                );
            }
        }
        Ok(found)
    }
}
