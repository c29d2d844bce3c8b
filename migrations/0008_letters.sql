CREATE TABLE `letter_number` (
	`hash` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`party` integer NOT NULL,
	`seq` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `letter_number_person` ON `letter_number` (`case_id`,`party`);--> statement-breakpoint
CREATE INDEX `letter_number_expiry` ON `letter_number` (`expires_at`);