CREATE TABLE `statistics_quarter` (
	`quarter` text PRIMARY KEY NOT NULL,
	`disputes` text NOT NULL,
	`petitions` text NOT NULL,
	`published_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
-- Published figures (docs/adr/0056-public-statistics.md): none is changed, removed, replaced or added for a quarter that is past.
CREATE TRIGGER `statistics_quarter_no_update` BEFORE UPDATE ON `statistics_quarter`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `statistics_quarter_no_delete` BEFORE DELETE ON `statistics_quarter`
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
--> statement-breakpoint
CREATE TRIGGER `statistics_quarter_forward` BEFORE INSERT ON `statistics_quarter`
WHEN EXISTS (SELECT 1 FROM `statistics_quarter` WHERE `quarter` >= NEW.`quarter`)
BEGIN
	SELECT RAISE(ABORT, 'E_APPEND_ONLY');
END;
