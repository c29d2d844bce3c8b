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
CREATE TABLE `staff_invite` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `staff_invite_user` ON `staff_invite` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_log_user` ON `staff_log` (`user_id`,`at`);--> statement-breakpoint
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
CREATE INDEX `staff_verification_identifier` ON `staff_verification` (`identifier`);