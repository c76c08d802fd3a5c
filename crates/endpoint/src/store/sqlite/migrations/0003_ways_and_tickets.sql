-- How a ballot came, and how often its phone had corrected it: an earlier copy does not replace a later one.
ALTER TABLE ballots ADD COLUMN way TEXT NOT NULL DEFAULT 'form' CHECK (way IN ('form', 'kiosk', 'ticket'));
ALTER TABLE ballots ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- How the ballots came: [form, kiosk, ticket] as JSON; NULL where nothing but the form was there when it was written.
ALTER TABLE standings ADD COLUMN sources TEXT;

-- What opens the session's tickets, once it was asked for.
ALTER TABLE sessions ADD COLUMN ticket_secret BLOB;

-- How often something was edited: where two archives are merged, the later edition stays.
ALTER TABLE programmes ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;  -- of what is said of it
ALTER TABLE sessions ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;    -- of its state
ALTER TABLE sessions ADD COLUMN keys INTEGER NOT NULL DEFAULT 0;     -- of its facilitator's key
ALTER TABLE batches ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
-- A batch that was removed keeps its place, so that an older archive does not bring it back.
ALTER TABLE batches ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
