-- Tables that are only ever added to (docs/adr/0016-schema.md). They are WITHOUT ROWID, so that their primary key is the
-- only one by which REPLACE could remove a row; it fires no DELETE trigger while recursive_triggers is off, so the
-- insert triggers refuse a key that exists.
CREATE TRIGGER `case_event_no_update` BEFORE UPDATE ON `case_event`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `case_event_no_delete` BEFORE DELETE ON `case_event`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- The next number behind the last row, chained to its hash: no replacement, no gap, no fork.
CREATE TRIGGER `case_event_chain` BEFORE INSERT ON `case_event`
BEGIN
	SELECT RAISE(ABORT, 'E_CHAIN')
	WHERE NEW.`seq` IS NOT 1 + coalesce((SELECT `seq` FROM `case_event` WHERE `case_id` = NEW.`case_id` ORDER BY `seq` DESC LIMIT 1), 0)
		OR NEW.`prev` IS NOT coalesce((SELECT `hash` FROM `case_event` WHERE `case_id` = NEW.`case_id` ORDER BY `seq` DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
		OR length(NEW.`hash`) IS NOT 64;
END;
--> statement-breakpoint
-- How full a year is decides how long its next case number is; counted here, in the statement that stores the case.
CREATE TRIGGER `cases_counted` AFTER INSERT ON `cases`
BEGIN
	INSERT INTO `case_year` (`year`, `filed`) VALUES (substr(NEW.`number`, 1, 4), 1)
		ON CONFLICT (`year`) DO UPDATE SET `filed` = `filed` + 1;
END;
--> statement-breakpoint
-- A case keeps its number and its row.
CREATE TRIGGER `cases_identity` BEFORE UPDATE OF `id`, `number`, `filed_at` ON `cases`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- Nor does another row take its place. A number that is in use is refused in the words of its index, by which the store
-- knows that it must draw another.
CREATE TRIGGER `cases_no_replace` BEFORE INSERT ON `cases`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY') WHERE EXISTS (SELECT 1 FROM `cases` WHERE `id` = NEW.`id`);
	SELECT RAISE(ABORT, 'UNIQUE constraint failed: cases.number') WHERE EXISTS (SELECT 1 FROM `cases` WHERE `number` = NEW.`number`);
END;
--> statement-breakpoint
CREATE TRIGGER `cases_no_delete` BEFORE DELETE ON `cases`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- Who read what. A row may go once it is 200 days older than the newest (domain/limits.ts, logLife): the clock is a
-- port of the app, so the table itself is the measure.
CREATE TRIGGER `read_log_no_update` BEFORE UPDATE ON `read_log`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `read_log_no_delete` BEFORE DELETE ON `read_log`
WHEN OLD.`at` > (SELECT max(`at`) FROM `read_log`) - 17280000000
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `read_log_no_replace` BEFORE INSERT ON `read_log`
WHEN EXISTS (SELECT 1 FROM `read_log` WHERE `case_id` = NEW.`case_id` AND `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- Who signed in, who looked, what was done to accounts (docs/adr/0015-desk-log.md).
CREATE TRIGGER `desk_log_no_update` BEFORE UPDATE ON `desk_log`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `desk_log_no_replace` BEFORE INSERT ON `desk_log`
WHEN substr(NEW.`id`, 14, 1) <> '-' OR substr(NEW.`id`, 1, 13) GLOB '*[^0-9]*'
	OR EXISTS (SELECT 1 FROM `desk_log` WHERE `subject` = NEW.`subject` AND `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- An id begins with 13 digits of milliseconds: a row older than 200 days before the newest may go, no other.
CREATE TRIGGER `desk_log_no_delete` BEFORE DELETE ON `desk_log`
WHEN CAST(substr(OLD.`id`, 1, 13) AS INTEGER) >
	(SELECT CAST(substr(max(`id`), 1, 13) AS INTEGER) FROM `desk_log`) - 17280000000
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
