//! A thread that does jobs one after the other, and that is left behind where it is stuck: in a disk that does not
//! answer, or behind another program.

use std::convert::Infallible;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// The way to such a thread.
pub struct Worker<J> {
    jobs: Sender<J>,
    /// Nothing ever comes; it is closed when the thread has ended.
    ended: Receiver<Infallible>,
}

impl<J: Send + 'static> Worker<J> {
    /// Starts the thread. It ends with the work, which should end when no more jobs can come.
    pub fn start(work: impl FnOnce(Receiver<J>) + Send + 'static) -> Self {
        let (jobs, receiver) = channel();
        let (end, ended) = channel();
        thread::spawn(move || {
            let _end: Sender<Infallible> = end;
            work(receiver);
        });
        Self { jobs, ended }
    }

    /// Another way to it. As long as there is one, more jobs can come.
    pub fn sender(&self) -> Sender<J> {
        self.jobs.clone()
    }

    /// Hands a job over. The thread ends only with the program.
    pub fn send(&self, job: J) {
        let _ = self.jobs.send(job);
    }

    /// Waits until all jobs are done, but no longer than this. Says whether they are.
    pub fn close(self, patience: Duration) -> bool {
        drop(self.jobs);
        // A thread that panicked has said so itself.
        !matches!(
            self.ended.recv_timeout(patience),
            Err(RecvTimeoutError::Timeout)
        )
    }
}
