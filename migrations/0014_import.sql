CREATE TABLE `ledger_draft` (
	`id` text NOT NULL,
	`part` integer NOT NULL,
	`staff` text NOT NULL,
	`expires_at` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`id`, `part`)
);
--> statement-breakpoint
CREATE INDEX `ledger_draft_expiry` ON `ledger_draft` (`expires_at`);--> statement-breakpoint
CREATE INDEX `ledger_draft_staff` ON `ledger_draft` (`staff`,`part`);--> statement-breakpoint
CREATE TABLE `ledger_like` (
	`like_key` text NOT NULL,
	`row_key` text NOT NULL,
	PRIMARY KEY(`like_key`, `row_key`)
);
--> statement-breakpoint
CREATE INDEX `ledger_like_row` ON `ledger_like` (`row_key`);--> statement-breakpoint
CREATE TABLE `ledger_row` (
	`row_key` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_row_case` ON `ledger_row` (`case_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `imported` integer DEFAULT false NOT NULL;