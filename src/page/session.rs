//! A recorded session that was opened: being read, or listed so that a refused request can be picked.

use std::{cell::Cell, rc::Rc};

use whydenied::{
    intake::{
        Evidence,
        har::{HarReader, Recording},
    },
    jose::Token,
};

use super::source::Origin;

/// As many requests are shown at once.
const PAGE: usize = 100;

/// A recorded session.
#[derive(Clone)]
pub(crate) struct Session {
    /// The file's name; none of a paste.
    pub(crate) name: Option<String>,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// How far it is.
    pub(crate) stage: Stage,
}

/// How far a session is.
#[derive(Clone)]
pub(crate) enum Stage {
    /// It is being read.
    Reading {
        /// The bytes read.
        read: u64,
        /// The refused requests found in them.
        found: usize,
        /// What stops the reading.
        stop: Stop,
    },
    /// The person stopped the reading.
    Stopped,
    /// It was read.
    Listed {
        /// What is in it.
        recording: Rc<Recording>,
        /// The request that was picked.
        picked: Option<Picked>,
        /// How many requests are shown.
        shown: usize,
    },
}

/// The request that was picked, and what it gives.
#[derive(Clone)]
pub(crate) struct Picked {
    /// Its place in the list.
    pub(crate) index: usize,
    /// What it gives.
    pub(crate) evidence: Rc<Evidence>,
}

/// Stops the reading of one session.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop(Rc<Cell<bool>>);

impl Stop {
    /// Stops it: nothing of it is reported any more.
    pub(crate) fn stop(&self) {
        self.0.set(true);
    }

    /// Whether it was stopped.
    pub(crate) fn is_stopped(&self) -> bool {
        self.0.get()
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What happened to a session.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SessionMsg {
    /// Its reading began.
    Began {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// What stops the reading.
        stop: Stop,
    },
    /// A part of it was read.
    Read {
        /// The bytes read so far.
        read: u64,
        /// The refused requests found in them.
        found: usize,
    },
    /// It was read to its end.
    Listed(Rc<Recording>),
    /// The reading is to stop.
    Stopped,
    /// One of its requests was picked.
    Picked(usize),
    /// The token of one of its requests is to be compared with the first.
    Compared(usize),
    /// More of its requests are to be shown.
    AskedForMore,
    /// It is to count no more.
    Removed,
}

/// Takes in what happened; whether something is to be judged that was not before.
pub(crate) fn update(open_session: &mut Option<Session>, msg: SessionMsg) -> bool {
    if let SessionMsg::Began { name, size, stop } = msg {
        let stage = Stage::Reading {
            read: 0,
            found: 0,
            stop,
        };
        let name = Some(name);
        return open(open_session, Session { name, size, stage });
    }
    let Some(session) = open_session else {
        return false;
    };
    match msg {
        SessionMsg::Compared(_) => {}
        SessionMsg::Read { read, found } => session.go_on(read, found),
        SessionMsg::Stopped => session.stop(),
        SessionMsg::AskedForMore => session.show_more(),
        SessionMsg::Listed(recording) => {
            session.list(recording);
            return true;
        }
        SessionMsg::Picked(index) => {
            session.pick(index);
            return true;
        }
        SessionMsg::Removed | SessionMsg::Began { .. } => {
            session.stop();
            *open_session = None;
            return true;
        }
    }
    false
}

/// Puts a session into the place of the one before; whether something is to be judged anew.
pub(crate) fn open(open_session: &mut Option<Session>, session: Session) -> bool {
    if let Some(before) = open_session {
        before.stop();
    }
    *open_session = Some(session);
    true
}

impl Session {
    /// A session that is there as text already.
    pub(crate) fn of(name: Option<String>, text: &str) -> Option<Self> {
        if !HarReader::begins(text.as_bytes()) {
            return None;
        }
        let mut reader = HarReader::default();
        reader.feed(text.as_bytes());
        let mut session = Self {
            name,
            size: text.len() as u64,
            stage: Stage::Stopped,
        };
        session.list(Rc::new(reader.finish()));
        Some(session)
    }

    /// So much was read.
    fn go_on(&mut self, so_far: u64, refused: usize) {
        if let Stage::Reading { read, found, .. } = &mut self.stage {
            *read = so_far;
            *found = refused;
        }
    }

    /// It was read to its end. Where there is one refused request, it is the one.
    fn list(&mut self, recording: Rc<Recording>) {
        self.stage = Stage::Listed {
            recording,
            picked: None,
            shown: PAGE,
        };
        if self.count() == 1 {
            self.pick(0);
        }
    }

    /// It is read no further.
    fn stop(&mut self) {
        if let Stage::Reading { stop, .. } = &self.stage {
            stop.stop();
            self.stage = Stage::Stopped;
        }
    }

    /// More of its requests are shown.
    fn show_more(&mut self) {
        if let Stage::Listed { shown, .. } = &mut self.stage {
            *shown += PAGE;
        }
    }

    /// How many requests can be picked.
    pub(crate) fn count(&self) -> usize {
        match &self.stage {
            Stage::Listed { recording, .. } => recording.exchanges.len(),
            _ => 0,
        }
    }

    /// Picks a request.
    fn pick(&mut self, index: usize) {
        if let Stage::Listed {
            recording, picked, ..
        } = &mut self.stage
            && let Some(exchange) = recording.exchanges.get(index)
        {
            let evidence = Rc::new(recording.evidence(exchange));
            *picked = Some(Picked { index, evidence });
        }
    }

    /// The token of a request, as it was sent.
    pub(crate) fn token(&self, index: usize) -> Option<String> {
        let Stage::Listed { recording, .. } = &self.stage else {
            return None;
        };
        let exchange = recording.exchanges.get(index)?;
        match recording.evidence(exchange).token? {
            Token::Jws(jws) => Some(jws.text),
            _ => None,
        }
    }

    /// The request that is picked, and what it gives.
    pub(crate) fn picked(&self) -> Option<(Origin, Rc<Evidence>)> {
        let Stage::Listed {
            picked: Some(picked),
            ..
        } = &self.stage
        else {
            return None;
        };
        let origin = Origin::Recording {
            name: self.name.clone(),
            index: picked.index,
        };
        Some((origin, Rc::clone(&picked.evidence)))
    }

    /// Picks what was picked before, or nothing.
    pub(crate) fn pick_again(&mut self, index: Option<usize>) {
        if let Stage::Listed { picked, .. } = &mut self.stage {
            *picked = None;
        }
        if let Some(index) = index {
            self.pick(index);
        }
    }
}
