CREATE TABLE `published_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`month` text NOT NULL,
	`unit` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `published_answer_caseId_unique` ON `published_answer` (`case_id`);--> statement-breakpoint
CREATE INDEX `published_answer_month` ON `published_answer` (`month`,`id`);