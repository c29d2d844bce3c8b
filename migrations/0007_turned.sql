ALTER TABLE `case_listing` ADD `turned_at` integer;--> statement-breakpoint
CREATE INDEX `case_listing_turned` ON `case_listing` (`scope`,`open`,`turned_at`,`case_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `colour` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `turned_at` integer;