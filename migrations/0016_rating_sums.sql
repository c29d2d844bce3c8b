CREATE TABLE `rating_quarter` (
	`quarter` text NOT NULL,
	`unit` text NOT NULL,
	`figures` text NOT NULL,
	PRIMARY KEY(`quarter`, `unit`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rating_task_unit` (
	`unit` text NOT NULL,
	`opens_at` integer NOT NULL,
	`case_id` text NOT NULL,
	`ended_seq` integer NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `rating_task_unit_case` ON `rating_task_unit` (`case_id`);
--> statement-breakpoint
CREATE TABLE `rating_task_wide` (
	`case_id` text PRIMARY KEY NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
-- Sums of a final quarter (docs/adr/0057-counted-once.md): counted once, never changed.
CREATE TRIGGER `rating_quarter_no_update` BEFORE UPDATE ON `rating_quarter`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_quarter_no_delete` BEFORE DELETE ON `rating_quarter`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_quarter_no_replace` BEFORE INSERT ON `rating_quarter`
WHEN EXISTS (SELECT 1 FROM `rating_quarter` WHERE `quarter` = NEW.`quarter` AND `unit` = NEW.`unit`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- The units at which an open task can be: all of the task, until the scheduler takes out those below which somebody has it.
-- What can change who has it puts them all back, so that no unit misses a task.
CREATE TRIGGER `rating_task_added` AFTER INSERT ON `rating_task` WHEN NEW.`done_at` IS NULL
BEGIN
	INSERT INTO `rating_task_unit` (`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`, `place`) SELECT u.`value` ->> 'unit', NEW.`opens_at`, NEW.`case_id`, NEW.`ended_seq`, NEW.`period`, NEW.`kind`, u.`key` FROM json_each(NEW.`units`) u
		WHERE true ON CONFLICT DO NOTHING;
	INSERT INTO `rating_task_wide` SELECT NEW.`case_id` WHERE json_array_length(NEW.`units`) > 1 ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_set_aside` AFTER UPDATE OF `done_at` ON `rating_task` WHEN NEW.`done_at` IS NOT NULL
BEGIN
	DELETE FROM `rating_task_unit` WHERE `case_id` = NEW.`case_id` AND `ended_seq` = NEW.`ended_seq` AND `period` = NEW.`period` AND `kind` = NEW.`kind`;
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_gone` AFTER DELETE ON `rating_task`
BEGIN
	DELETE FROM `rating_task_unit` WHERE `case_id` = OLD.`case_id` AND `ended_seq` = OLD.`ended_seq` AND `period` = OLD.`period` AND `kind` = OLD.`kind`;
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_event` AFTER INSERT ON `case_event`
WHEN NEW.`seq` > 1 AND EXISTS (SELECT 1 FROM `rating_task_unit` WHERE `case_id` = NEW.`case_id`)
BEGIN
	INSERT INTO `rating_task_wide` VALUES (NEW.`case_id`) ON CONFLICT DO NOTHING;
	INSERT INTO `rating_task_unit` (`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`, `place`) SELECT u.`value` ->> 'unit', t.`opens_at`, t.`case_id`, t.`ended_seq`, t.`period`, t.`kind`, u.`key` FROM `rating_task` t JOIN json_each(t.`units`) u
		WHERE t.`done_at` IS NULL AND t.`case_id` = NEW.`case_id` ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_staff_new` AFTER INSERT ON `staff_user`
BEGIN
	INSERT INTO `rating_task_wide` SELECT DISTINCT `case_id` FROM `rating_task_unit` WHERE `unit` = NEW.`unit` ON CONFLICT DO NOTHING;
	INSERT INTO `rating_task_unit` (`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`, `place`) SELECT u.`value` ->> 'unit', t.`opens_at`, t.`case_id`, t.`ended_seq`, t.`period`, t.`kind`, u.`key` FROM `rating_task` t JOIN json_each(t.`units`) u
		WHERE t.`done_at` IS NULL AND t.`case_id` IN (SELECT `case_id` FROM `rating_task_unit` WHERE `unit` = NEW.`unit`) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_staff_left` AFTER DELETE ON `staff_user`
BEGIN
	INSERT INTO `rating_task_wide` SELECT DISTINCT `case_id` FROM `rating_task_unit` WHERE `unit` = OLD.`unit` ON CONFLICT DO NOTHING;
	INSERT INTO `rating_task_unit` (`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`, `place`) SELECT u.`value` ->> 'unit', t.`opens_at`, t.`case_id`, t.`ended_seq`, t.`period`, t.`kind`, u.`key` FROM `rating_task` t JOIN json_each(t.`units`) u
		WHERE t.`done_at` IS NULL AND t.`case_id` IN (SELECT `case_id` FROM `rating_task_unit` WHERE `unit` = OLD.`unit`) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_staff` AFTER UPDATE OF `unit`, `role`, `deactivated_at` ON `staff_user` WHEN NEW.`unit` IS NOT OLD.`unit` OR NEW.`role` IS NOT OLD.`role` OR (NEW.`deactivated_at` IS NULL) <> (OLD.`deactivated_at` IS NULL)
BEGIN
	INSERT INTO `rating_task_wide` SELECT DISTINCT `case_id` FROM `rating_task_unit` WHERE `unit` = OLD.`unit` ON CONFLICT DO NOTHING;
	INSERT INTO `rating_task_unit` (`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`, `place`) SELECT u.`value` ->> 'unit', t.`opens_at`, t.`case_id`, t.`ended_seq`, t.`period`, t.`kind`, u.`key` FROM `rating_task` t JOIN json_each(t.`units`) u
		WHERE t.`done_at` IS NULL AND t.`case_id` IN (SELECT `case_id` FROM `rating_task_unit` WHERE `unit` = OLD.`unit`) ON CONFLICT DO NOTHING;
	INSERT INTO `rating_task_wide` SELECT DISTINCT `case_id` FROM `rating_task_unit` WHERE `unit` = NEW.`unit` ON CONFLICT DO NOTHING;
	INSERT INTO `rating_task_unit` (`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`, `place`) SELECT u.`value` ->> 'unit', t.`opens_at`, t.`case_id`, t.`ended_seq`, t.`period`, t.`kind`, u.`key` FROM `rating_task` t JOIN json_each(t.`units`) u
		WHERE t.`done_at` IS NULL AND t.`case_id` IN (SELECT `case_id` FROM `rating_task_unit` WHERE `unit` = NEW.`unit`) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
INSERT INTO `rating_task_unit` (`unit`, `opens_at`, `case_id`, `ended_seq`, `period`, `kind`, `place`) SELECT u.`value` ->> 'unit', t.`opens_at`, t.`case_id`, t.`ended_seq`, t.`period`, t.`kind`, u.`key` FROM `rating_task` t JOIN json_each(t.`units`) u WHERE t.`done_at` IS NULL;
--> statement-breakpoint
INSERT INTO `rating_task_wide` SELECT DISTINCT `case_id` FROM `rating_task_unit`;
