//! The same work on all parts of something, on several threads where it is worth starting them.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// What `work` makes of the parts, in their order. A part has at least `fewest` members.
pub fn in_parts<T: Sync, R: Send>(
    all: &[T],
    threads: NonZero<usize>,
    fewest: usize,
    work: impl Fn(&[T]) -> R + Sync,
) -> Vec<R> {
    let parts = threads.get().min(all.len() / fewest.max(1));
    if parts < 2 {
        return vec![work(all)];
    }
    thread::scope(|scope| {
        let chunks = all.chunks(all.len().div_ceil(parts));
        let started: Vec<_> = chunks.map(|chunk| scope.spawn(|| work(chunk))).collect();
        // A panic goes on where the work was asked for.
        let finish = |part: thread::ScopedJoinHandle<'_, R>| {
            part.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        started.into_iter().map(finish).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_in_their_order() {
        let all: Vec<usize> = (0..1_000).collect();
        for threads in 1..5 {
            for fewest in [0, 1, 300, 5_000] {
                let threads = NonZero::new(threads).unwrap();
                let parts = in_parts(&all, threads, fewest, <[usize]>::to_vec);
                assert!(parts.len() <= threads.get());
                assert_eq!(parts.concat(), all);
            }
        }
        assert_eq!(
            in_parts(&[0_u8; 0], NonZero::<usize>::MIN, 1, <[u8]>::len),
            [0]
        );
    }
}
