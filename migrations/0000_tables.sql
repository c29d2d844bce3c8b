CREATE TABLE `blind_index` (
	`field` text NOT NULL,
	`hash` text NOT NULL,
	`case_id` text NOT NULL,
	`scope` text NOT NULL,
	PRIMARY KEY(`field`, `hash`, `case_id`, `scope`)
);
--> statement-breakpoint
CREATE INDEX `blind_index_person` ON `blind_index` (`case_id`,`scope`);--> statement-breakpoint
CREATE TABLE `case_event` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`unit` text NOT NULL,
	`data` text NOT NULL,
	`scope` text NOT NULL,
	`sealed` blob,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`case_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `case_key` (
	`case_id` text NOT NULL,
	`scope` text NOT NULL,
	`wrapped` blob NOT NULL,
	`master_id` integer NOT NULL,
	PRIMARY KEY(`case_id`, `scope`)
);
--> statement-breakpoint
CREATE TABLE `case_year` (
	`year` text PRIMARY KEY NOT NULL,
	`filed` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`code_hash` text,
	`pepper_id` integer NOT NULL,
	`track` text NOT NULL,
	`category` text NOT NULL,
	`region` text NOT NULL,
	`status` text NOT NULL,
	`level` text NOT NULL,
	`unit` text NOT NULL,
	`about` text NOT NULL,
	`danger` integer NOT NULL,
	`subject` text,
	`filed_at` integer NOT NULL,
	`head_seq` integer NOT NULL,
	`head_hash` text NOT NULL,
	`next_change_at` integer,
	`first_followed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_code_hash` ON `cases` (`code_hash`);--> statement-breakpoint
CREATE INDEX `cases_next_change` ON `cases` (`next_change_at`);--> statement-breakpoint
CREATE TABLE `filing_receipt` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`body_mac` text NOT NULL,
	`case_id` text NOT NULL,
	`answer` blob,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `filing_receipt_expiry` ON `filing_receipt` (`expires_at`);--> statement-breakpoint
CREATE TABLE `guess_mark` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `guess_mark_expiry` ON `guess_mark` (`expires_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `seq`)
);
