//! A thread that owns one connection and runs jobs on it, one after the other.

use std::sync::{Mutex, PoisonError, mpsc};
use std::{fmt, io, thread};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::super::StoreError;
use super::row;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// The thread, seen from outside.
pub(super) struct Worker {
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    ended: Mutex<Option<oneshot::Receiver<()>>>,
}

impl Worker {
    /// Starts the thread. It ends, and closes the connection, when the worker is closed or dropped.
    pub(super) fn start(name: &str, mut connection: Connection) -> io::Result<Self> {
        let (jobs, waiting) = mpsc::channel::<Job>();
        let (ending, ended) = oneshot::channel();
        thread::Builder::new().name(name.to_owned()).stack_size(1 << 20).spawn(move || {
            for job in waiting {
                job(&mut connection);
            }
            drop(connection);
            // Nobody may be waiting for it.
            let _ = ending.send(());
        })?;
        Ok(Self { jobs: Mutex::new(Some(jobs)), ended: Mutex::new(Some(ended)) })
    }

    /// Runs a job and waits for what it returns.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        doing: &'static str,
        job: impl FnOnce(&mut Connection) -> row::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // Whoever asked may have gone away; the job is done all the same.
            let _ = answer.send(job(connection));
        });
        let closed = || StoreError::new(doing, "the database is closed");
        let sent = {
            let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
            jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok())
        };
        if !sent {
            return Err(closed());
        }
        match answered.await {
            Ok(result) => result.map_err(|cause| StoreError::new(doing, cause)),
            Err(_) => Err(closed()),
        }
    }

    /// Lets the jobs that wait finish, and waits until the connection is closed.
    pub(super) async fn close(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(ended) = ended {
            // An error means that the thread is gone already.
            let _ = ended.await;
        }
    }
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Worker")
    }
}
