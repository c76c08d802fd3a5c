-- Which texts the report shows, those of remarks among them: by a remark's key, or by the hash that a ballot's text has. An
-- edition says how often one was picked or taken out again: where two archives are merged, the later one stays.
ALTER TABLE picks ADD COLUMN picked INTEGER NOT NULL DEFAULT 1;
ALTER TABLE picks ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
INSERT INTO picks (session, id) SELECT session, key FROM remarks WHERE picked;
ALTER TABLE remarks DROP COLUMN picked;

-- The part of its batch that a text came with, from 0; NULL for the session's own form, and for what came before this was kept.
ALTER TABLE remarks ADD COLUMN part INTEGER;
