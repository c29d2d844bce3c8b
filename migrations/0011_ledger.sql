CREATE TABLE `staff_view` (
	`staff` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer NOT NULL,
	PRIMARY KEY(`staff`, `id`)
);
--> statement-breakpoint
ALTER TABLE `case_listing` ADD `filed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `case_listing_filed` ON `case_listing` (`scope`,`filed_at`,`case_id`);--> statement-breakpoint
UPDATE `case_listing` SET `filed_at` = (SELECT `filed_at` FROM `cases` WHERE `cases`.`id` = `case_listing`.`case_id`);
