CREATE TABLE programmes (
  id       TEXT PRIMARY KEY,
  year     INTEGER NOT NULL,            -- the fiscal year, as in `about`; for the order of lists
  position INTEGER NOT NULL,            -- the order in which they were made; likewise
  about    TEXT NOT NULL                -- what is said of it, as JSON
) WITHOUT ROWID, STRICT;

ALTER TABLE sessions ADD COLUMN programme TEXT REFERENCES programmes (id);
-- The order in which a programme's sessions were made.
ALTER TABLE sessions ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sessions_of_programmes ON sessions (programme);

-- Answers that came by other ways than a session's form. A file comes in parts; it counts when all are there.
CREATE TABLE batches (
  session TEXT NOT NULL REFERENCES sessions (code),
  id      BLOB NOT NULL,                -- SHA-256 of a file; 256 random bits of a paper tally
  kind    TEXT NOT NULL CHECK (kind IN ('file', 'paper')),
  name    TEXT NOT NULL,
  parts   INTEGER NOT NULL,             -- of how many it consists
  ballots INTEGER NOT NULL,             -- in the parts that are there
  tally   TEXT,                         -- of all parts, like that of a standing; NULL until all are there
  PRIMARY KEY (session, id)
) WITHOUT ROWID, STRICT;

-- What is there of batches that are not whole yet.
CREATE TABLE batch_parts (
  session TEXT NOT NULL,
  batch   BLOB NOT NULL,
  number  INTEGER NOT NULL,             -- from 0
  tally   TEXT NOT NULL,
  PRIMARY KEY (session, batch, number),
  FOREIGN KEY (session, batch) REFERENCES batches (session, id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;

-- The batch that a text came with; NULL for the session's own form.
ALTER TABLE remarks ADD COLUMN batch BLOB;
-- Whether the report shows it.
ALTER TABLE remarks ADD COLUMN picked INTEGER NOT NULL DEFAULT 0;

-- Which texts of ballots the report shows, before sealing makes remarks of them: a hash of the ballot's own and the text.
CREATE TABLE picks (
  session TEXT NOT NULL REFERENCES sessions (code),
  id      BLOB NOT NULL,
  PRIMARY KEY (session, id)
) WITHOUT ROWID, STRICT;
