CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`scope` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_file_due` ON `case_file` (`due_at`);--> statement-breakpoint
CREATE INDEX `case_file_person` ON `case_file` (`case_id`,`scope`);