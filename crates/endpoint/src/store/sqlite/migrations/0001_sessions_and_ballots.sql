-- What the endpoint itself keeps: the hash of the organiser's key.
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE sessions (
  code        TEXT PRIMARY KEY,
  facilitator BLOB NOT NULL,            -- SHA-256 of the facilitator's key
  state       TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'sealed')),
  date        TEXT NOT NULL,            -- the first day, as in `about`; for the order of lists
  about       TEXT NOT NULL             -- what is said of it and what is asked, as JSON
) WITHOUT ROWID, STRICT;

-- What was counted. Changed in the same transaction as the ballots, counted anew from them when a session ends.
CREATE TABLE standings (
  session  TEXT PRIMARY KEY REFERENCES sessions (code),
  tally    TEXT NOT NULL,               -- [ballots, [[count, …] per axis]] as JSON
  revealed TEXT                         -- the same of the last tally that may be shown
) WITHOUT ROWID, STRICT;

-- All that is kept of a participant, until the session is sealed. The primary key is a hash, so the rows lie in no order
-- of arrival, and there is no row id and no time.
CREATE TABLE ballots (
  session TEXT NOT NULL REFERENCES sessions (code),
  id_hash BLOB NOT NULL,                -- SHA-256 of the code and the id that the phone made
  choices TEXT NOT NULL,                -- a number or null per axis, as JSON
  reasons TEXT,                         -- a text or null per axis, as JSON; NULL where there is none
  comment TEXT,
  PRIMARY KEY (session, id_hash)
) WITHOUT ROWID, STRICT;

-- What people wrote, once the session is sealed: cut loose from choices and from each other. The key is random, so the
-- rows lie in no order that says anything.
CREATE TABLE remarks (
  session TEXT NOT NULL REFERENCES sessions (code),
  key     BLOB NOT NULL,                -- 128 random bits
  axis    TEXT,                         -- the axis that a reason belongs to; NULL for a comment
  text    TEXT NOT NULL,
  PRIMARY KEY (session, key)
) WITHOUT ROWID, STRICT;
