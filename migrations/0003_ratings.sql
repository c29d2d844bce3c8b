CREATE TABLE `case_rating` (
	`case_id` text NOT NULL,
	`ended_seq` integer NOT NULL,
	`period` text NOT NULL,
	`unit` text NOT NULL,
	`registered` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`result` text NOT NULL,
	`treated` integer NOT NULL,
	`sealed` blob,
	`answered_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `ended_seq`, `period`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rating_start` (
	`at` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
INSERT INTO `rating_start` VALUES (unixepoch() * 1000);--> statement-breakpoint
CREATE TABLE `rating_task` (
	`case_id` text NOT NULL,
	`ended_seq` integer NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`units` text NOT NULL,
	`desk` text NOT NULL,
	`opens_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	`done_unit` text,
	`reason` blob,
	PRIMARY KEY(`case_id`, `ended_seq`, `period`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `rating_task_open` ON `rating_task` (`opens_at`) WHERE `rating_task`.`done_at` is null;--> statement-breakpoint
-- Ratings (docs/adr/0038-ratings.md): no statement removes one, puts another in its place, or names
-- a time of change after the seventh day in Asia/Shanghai. The triggers do not know what time it is.
CREATE TRIGGER `case_rating_no_delete` BEFORE DELETE ON `case_rating`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `case_rating_no_replace` BEFORE INSERT ON `case_rating`
WHEN EXISTS (SELECT 1 FROM `case_rating` WHERE `case_id` = NEW.`case_id` AND `ended_seq` = NEW.`ended_seq` AND `period` = NEW.`period`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `case_rating_final` BEFORE UPDATE ON `case_rating`
WHEN NEW.`changed_at` < OLD.`changed_at` OR NEW.`changed_at` >= ((OLD.`answered_at` + 604800000 + 28800000) / 86400000 + 1) * 86400000 - 28800000
	OR NEW.`case_id` IS NOT OLD.`case_id` OR NEW.`ended_seq` IS NOT OLD.`ended_seq` OR NEW.`period` IS NOT OLD.`period`
	OR NEW.`unit` IS NOT OLD.`unit` OR NEW.`registered` IS NOT OLD.`registered`
	OR NEW.`asked_at` IS NOT OLD.`asked_at` OR NEW.`answered_at` IS NOT OLD.`answered_at`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- A task stays: only a look goes again, whose rating is low no more. Set aside once, it is not changed.
CREATE TRIGGER `rating_task_no_delete` BEFORE DELETE ON `rating_task`
WHEN OLD.`kind` <> 'look' OR OLD.`done_at` IS NOT NULL OR EXISTS (
	SELECT 1 FROM `case_rating` WHERE `case_id` = OLD.`case_id` AND `ended_seq` = OLD.`ended_seq` AND `period` = OLD.`period`
		AND (`result` = 'not' OR `treated` <= 2))
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_no_replace` BEFORE INSERT ON `rating_task`
WHEN EXISTS (SELECT 1 FROM `rating_task` WHERE `case_id` = NEW.`case_id` AND `ended_seq` = NEW.`ended_seq` AND `period` = NEW.`period` AND `kind` = NEW.`kind`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_task_final` BEFORE UPDATE ON `rating_task`
WHEN OLD.`done_at` IS NOT NULL OR NEW.`done_at` IS NULL OR NEW.`done_by` IS NULL OR NEW.`done_unit` IS NULL OR NEW.`done_at` < OLD.`opens_at`
	OR NEW.`case_id` IS NOT OLD.`case_id` OR NEW.`ended_seq` IS NOT OLD.`ended_seq` OR NEW.`period` IS NOT OLD.`period`
	OR NEW.`kind` IS NOT OLD.`kind` OR NEW.`units` IS NOT OLD.`units` OR NEW.`desk` IS NOT OLD.`desk`
	OR NEW.`opens_at` IS NOT OLD.`opens_at`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
