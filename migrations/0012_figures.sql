CREATE TABLE `closed_name` (
	`day` text NOT NULL,
	`staff` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`day`, `staff`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `figure` (
	`period` text NOT NULL,
	`dim` text NOT NULL,
	`unit` text NOT NULL,
	`about` text NOT NULL,
	`measure` text NOT NULL,
	`key` text NOT NULL,
	`value` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`period`, `dim`, `unit`, `about`, `measure`, `key`, `value`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `figure_late` ON `figure` (`value`,`unit`) WHERE "figure"."measure" = 'late';--> statement-breakpoint
CREATE TABLE `figure_closed` (
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`rows` integer NOT NULL,
	PRIMARY KEY(`kind`, `period`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `figure_look` (
	`day` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`day`, `case_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `case_code_first_use` ON `case_code` (`first_used_at`) WHERE "case_code"."first_used_at" is not null;
--> statement-breakpoint
-- Figures of closed periods (docs/adr/0052-figures.md): none is changed, removed, replaced, or added once its period is closed.
CREATE TRIGGER `figure_no_update` BEFORE UPDATE ON `figure`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `figure_no_delete` BEFORE DELETE ON `figure`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `figure_open` BEFORE INSERT ON `figure`
WHEN EXISTS (SELECT 1 FROM `figure_closed` WHERE `kind` IN ('day', 'month', 'quarter', 'year') AND `period` = NEW.`period`)
	OR EXISTS (
		SELECT 1 FROM `figure` WHERE `period` = NEW.`period` AND `dim` = NEW.`dim` AND `unit` = NEW.`unit` AND `about` = NEW.`about`
			AND `measure` = NEW.`measure` AND `key` = NEW.`key` AND `value` = NEW.`value`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `figure_closed_no_update` BEFORE UPDATE ON `figure_closed`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `figure_closed_no_delete` BEFORE DELETE ON `figure_closed`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
-- Periods of a kind close in their order.
CREATE TRIGGER `figure_closed_forward` BEFORE INSERT ON `figure_closed`
WHEN EXISTS (SELECT 1 FROM `figure_closed` WHERE `kind` = NEW.`kind` AND `period` >= NEW.`period`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `closed_name_no_update` BEFORE UPDATE ON `closed_name`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `closed_name_no_delete` BEFORE DELETE ON `closed_name`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `closed_name_open` BEFORE INSERT ON `closed_name`
WHEN EXISTS (SELECT 1 FROM `figure_closed` WHERE `kind` = 'day' AND `period` = NEW.`day`)
	OR EXISTS (SELECT 1 FROM `closed_name` WHERE `day` = NEW.`day` AND `staff` = NEW.`staff`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
