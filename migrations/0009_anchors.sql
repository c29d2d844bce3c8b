CREATE TABLE `anchor_day` (
	`day` text PRIMARY KEY NOT NULL,
	`root` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `anchor_part` (
	`day` text NOT NULL,
	`part` integer NOT NULL,
	`root` text NOT NULL,
	`nodes` blob NOT NULL,
	`leaves` blob NOT NULL,
	PRIMARY KEY(`day`, `part`)
);
--> statement-breakpoint
-- Published roots (docs/adr/0050-published-roots.md): none is changed, removed, replaced or added for a day that is past.
CREATE TRIGGER `anchor_day_no_update` BEFORE UPDATE ON `anchor_day`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `anchor_day_no_delete` BEFORE DELETE ON `anchor_day`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `anchor_day_forward` BEFORE INSERT ON `anchor_day`
WHEN EXISTS (SELECT 1 FROM `anchor_day` WHERE `day` >= NEW.`day`) OR length(NEW.`root`) IS NOT 64
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
