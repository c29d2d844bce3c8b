CREATE TABLE `rating_group` (
	`quarter` text NOT NULL,
	`area` text NOT NULL,
	`groups` text NOT NULL,
	PRIMARY KEY(`quarter`, `area`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Groups of the answers of a final quarter (docs/adr/0063-figures-by-row.md): counted once, never changed.
CREATE TRIGGER `rating_group_no_update` BEFORE UPDATE ON `rating_group`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_group_no_delete` BEFORE DELETE ON `rating_group`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `rating_group_no_replace` BEFORE INSERT ON `rating_group`
WHEN EXISTS (SELECT 1 FROM `rating_group` WHERE `quarter` = NEW.`quarter` AND `area` = NEW.`area`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
