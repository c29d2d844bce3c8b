CREATE TABLE `case_listing` (
	`case_id` text NOT NULL,
	`scope` text NOT NULL,
	`open` integer NOT NULL,
	`due_at` integer NOT NULL,
	`colour` integer NOT NULL,
	`waits` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `scope`)
);
--> statement-breakpoint
CREATE INDEX `case_listing_due` ON `case_listing` (`scope`,`open`,`due_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_listing_waits` ON `case_listing` (`scope`,`open`,`waits`,`due_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_listing_colour` ON `case_listing` (`scope`,`open`,`colour`,`due_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_listing_changed` ON `case_listing` (`scope`,`changed_at`,`case_id`);--> statement-breakpoint
CREATE TABLE `read_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`staff` text NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `read_log_case` ON `read_log` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `read_log_staff` ON `read_log` (`staff`,`id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `people` integer;