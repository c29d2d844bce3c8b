-- The baseline: made by drizzle-kit from functions/store/*schema.ts, then WITHOUT ROWID added by hand, which it does not
-- know, to every table of ours (docs/adr/0016-schema.md). The library's tables stay as it makes them. From here on
-- migrations only add.
CREATE TABLE `blind_index` (
	`field` text NOT NULL,
	`hash` text NOT NULL,
	`case_id` text NOT NULL,
	`scope` text NOT NULL,
	PRIMARY KEY(`field`, `hash`, `case_id`, `scope`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `blind_index_person` ON `blind_index` (`case_id`,`scope`);--> statement-breakpoint
CREATE TABLE `case_code` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`party` integer NOT NULL,
	`pepper` integer NOT NULL,
	`epoch` integer NOT NULL,
	`staff_saw` integer NOT NULL,
	`first_used_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_code_holder` ON `case_code` (`case_id`,`party`);--> statement-breakpoint
CREATE TABLE `case_event` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`unit` text NOT NULL,
	`acting` text NOT NULL,
	`data` text NOT NULL,
	`scope` text NOT NULL,
	`sealed` blob,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`case_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `case_event_figures` ON `case_event` (`unit`,`kind`,`at`);--> statement-breakpoint
CREATE TABLE `case_key` (
	`case_id` text NOT NULL,
	`scope` text NOT NULL,
	`wrapped` blob NOT NULL,
	`master_id` integer NOT NULL,
	PRIMARY KEY(`case_id`, `scope`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `case_listing` (
	`case_id` text NOT NULL,
	`scope` text NOT NULL,
	`open` integer NOT NULL,
	`due_at` integer NOT NULL,
	`colour` integer NOT NULL,
	`waits` text NOT NULL,
	`changed_at` integer NOT NULL,
	`turned_at` integer,
	PRIMARY KEY(`case_id`, `scope`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `case_listing_turned` ON `case_listing` (`scope`,`open`,`turned_at`,`case_id`) WHERE "case_listing"."turned_at" is not null;--> statement-breakpoint
CREATE INDEX `case_listing_due` ON `case_listing` (`scope`,`open`,`due_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_listing_waits` ON `case_listing` (`scope`,`open`,`waits`,`due_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_listing_colour` ON `case_listing` (`scope`,`open`,`colour`,`due_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_listing_changed` ON `case_listing` (`scope`,`changed_at`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_year` (
	`year` text PRIMARY KEY NOT NULL,
	`filed` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`track` text NOT NULL,
	`category` text NOT NULL,
	`region` text NOT NULL,
	`status` text NOT NULL,
	`level` text NOT NULL,
	`unit` text NOT NULL,
	`about` text NOT NULL,
	`danger` integer NOT NULL,
	`people` integer,
	`subject` text,
	`filed_at` integer NOT NULL,
	`head_seq` integer NOT NULL,
	`head_hash` text NOT NULL,
	`next_change_at` integer,
	`colour` integer NOT NULL,
	`turned_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE INDEX `cases_next_change` ON `cases` (`next_change_at`);--> statement-breakpoint
CREATE TABLE `filing_receipt` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`body_mac` text NOT NULL,
	`case_id` text NOT NULL,
	`answer` blob,
	`expires_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `filing_receipt_expiry` ON `filing_receipt` (`expires_at`);--> statement-breakpoint
CREATE TABLE `guess_mark` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`expires_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `guess_mark_expiry` ON `guess_mark` (`expires_at`);--> statement-breakpoint
CREATE TABLE `read_log` (
	`case_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`staff` text NOT NULL,
	`acting` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`case_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `read_log_staff` ON `read_log` (`staff`,`id`);--> statement-breakpoint
CREATE INDEX `read_log_at` ON `read_log` (`at`);--> statement-breakpoint
CREATE TABLE `desk_log` (
	`subject` text NOT NULL,
	`id` text NOT NULL,
	`actor` text NOT NULL,
	`unit` text NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text,
	`mark` text,
	`data` text NOT NULL,
	PRIMARY KEY(`subject`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `desk_log_time` ON `desk_log` (`id`,`place`);--> statement-breakpoint
CREATE TABLE `staff_account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_account_user` ON `staff_account` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_factor_request` (
	`user_id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `staff_invite` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `staff_invite_user` ON `staff_invite` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_mark` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_mark_expiry` ON `staff_mark` (`expires_at`);--> statement-breakpoint
CREATE TABLE `staff_session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_session_token` ON `staff_session` (`token`);--> statement-breakpoint
CREATE INDEX `staff_session_user` ON `staff_session` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` integer
);
--> statement-breakpoint
CREATE INDEX `staff_two_factor_user` ON `staff_two_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`username` text NOT NULL,
	`two_factor_enabled` integer DEFAULT false,
	`unit` text NOT NULL,
	`role` text NOT NULL,
	`published_name` text,
	`deactivated_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_user_email` ON `staff_user` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_user_username` ON `staff_user` (`username`);--> statement-breakpoint
CREATE INDEX `staff_user_unit` ON `staff_user` (`unit`,`username`);--> statement-breakpoint
CREATE TABLE `staff_verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_verification_expiry` ON `staff_verification` (`expires_at`);--> statement-breakpoint
CREATE INDEX `staff_verification_identifier` ON `staff_verification` (`identifier`);--> statement-breakpoint
CREATE INDEX `staff_verification_value` ON `staff_verification` (`value`);
