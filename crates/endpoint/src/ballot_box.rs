//! The ballot box: one task collects the ballots that wait and hands them to the store together, many in one transaction.
//! While a commit runs the next batch gathers, so the busier it is the more share a commit. Nobody is answered before
//! their ballot is on disk.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::live::Rooms;
use crate::problem::Problem;
use crate::store::{Sent, Store, StoreError, Taken};

/// The most ballots in one transaction: bounds how long a commit keeps the others waiting.
const BATCH: usize = 512;
/// The most ballots that wait; more wait outside, in their requests.
const WAITING: usize = 4096;

/// Where ballots are put in.
#[derive(Clone)]
pub(crate) enum BallotBox {
    /// A task empties it.
    Emptied(mpsc::Sender<Waiting>),
    /// Each ballot goes to the store by itself: where there is one person at a time.
    Direct(Arc<dyn Store>),
}

pub(crate) struct Waiting {
    sent: Sent,
    answer: oneshot::Sender<Result<Taken, StoreError>>,
}

impl BallotBox {
    /// Starts the task. When `closing` is cancelled it takes no more, stores those that wait, and ends.
    pub(crate) fn start(
        store: Arc<dyn Store>,
        rooms: Rooms,
        closing: CancellationToken,
    ) -> (Self, JoinHandle<()>) {
        let (slot, waiting) = mpsc::channel(WAITING);
        (Self::Emptied(slot), tokio::spawn(empty(waiting, store, rooms, closing)))
    }

    /// A box without a task.
    pub(crate) fn direct(store: Arc<dyn Store>) -> Self {
        Self::Direct(store)
    }

    /// Puts a ballot in and waits until it is on disk, or until it is clear that it is not.
    pub(crate) async fn put(&self, sent: Sent) -> Result<Taken, Problem> {
        let slot = match self {
            Self::Emptied(slot) => slot,
            Self::Direct(store) => {
                return store.put_ballots(vec![sent]).await?.pop().ok_or(Problem::Stopping);
            }
        };
        let (answer, answered) = oneshot::channel();
        slot.send(Waiting { sent, answer }).await.map_err(|_| Problem::Stopping)?;
        Ok(answered.await.map_err(|_| Problem::Stopping)??)
    }
}

async fn empty(
    mut slot: mpsc::Receiver<Waiting>,
    store: Arc<dyn Store>,
    rooms: Rooms,
    closing: CancellationToken,
) {
    let mut waiting = Vec::with_capacity(BATCH);
    loop {
        tokio::select! {
            taken = slot.recv_many(&mut waiting, BATCH) => if taken == 0 { return },
            () = closing.cancelled(), if !slot.is_closed() => slot.close(),
        }
        if !waiting.is_empty() {
            commit(&mut waiting, store.as_ref(), &rooms).await;
        }
    }
}

async fn commit(waiting: &mut Vec<Waiting>, store: &dyn Store, rooms: &Rooms) {
    let (batch, answers): (Vec<_>, Vec<_>) =
        waiting.drain(..).map(|Waiting { sent, answer }| (sent, answer)).unzip();
    match store.put_ballots(batch).await {
        Ok(taken) => {
            for (taken, answer) in taken.into_iter().zip(answers) {
                if let Taken::Stored { session, .. } = &taken {
                    rooms.touch(session.code);
                }
                // The phone may have gone; its ballot counts all the same.
                let _ = answer.send(Ok(taken));
            }
        }
        Err(error) => {
            for answer in answers {
                let _ = answer.send(Err(error.clone()));
            }
        }
    }
}
