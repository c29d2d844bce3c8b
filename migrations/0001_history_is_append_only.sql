-- The history of a case is append only (docs/adr/0004-history.md). INSERT OR REPLACE fires no DELETE trigger while
-- recursive_triggers is off, so the insert trigger must refuse what exists, gaps and a broken chain by itself.
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
CREATE TRIGGER `case_event_chain` BEFORE INSERT ON `case_event`
BEGIN
	SELECT RAISE(ABORT, 'E_CHAIN')
	WHERE NEW.`seq` IS NOT 1 + coalesce((SELECT `seq` FROM `case_event` WHERE `case_id` = NEW.`case_id` ORDER BY `seq` DESC LIMIT 1), 0)
		OR NEW.`prev` IS NOT coalesce((SELECT `hash` FROM `case_event` WHERE `case_id` = NEW.`case_id` ORDER BY `seq` DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
		OR length(NEW.`hash`) IS NOT 64;
END;
