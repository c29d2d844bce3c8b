-- Who read what stays: the log refuses changes and removals (docs/adr/0009-who-sees-what.md).
CREATE TRIGGER `read_log_no_update` BEFORE UPDATE ON `read_log`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `read_log_no_delete` BEFORE DELETE ON `read_log`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `read_log_no_replace` BEFORE INSERT ON `read_log`
WHEN NEW.`id` IS NOT NULL AND EXISTS (SELECT 1 FROM `read_log` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
