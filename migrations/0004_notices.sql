CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`recipient` text NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`unsure` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_waiting` ON `outbox` (`case_id`,`recipient`,`kind`) WHERE "outbox"."state" IN ('due', 'failed');--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`case_id`,`recipient`,`kind`,`made_at`);--> statement-breakpoint
CREATE INDEX `outbox_made` ON `outbox` (`kind`,`made_at`);