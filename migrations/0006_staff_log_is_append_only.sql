-- What was done to accounts stays: the log refuses changes, removals and replacement (docs/adr/0008-staff-sign-in.md).
CREATE TRIGGER `staff_log_no_update` BEFORE UPDATE ON `staff_log`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `staff_log_no_delete` BEFORE DELETE ON `staff_log`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `staff_log_no_replace` BEFORE INSERT ON `staff_log`
WHEN EXISTS (SELECT 1 FROM `staff_log` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
