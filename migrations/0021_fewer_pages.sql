-- What a filing writes touches fewer pages (docs/adr/0071-rows-next-to-each-other.md). Rows of receipts are half a kilobyte:
-- by a random key, each went to a page of its own. The table that is replaced stays empty.
CREATE TABLE `post_receipt` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`body_mac` text NOT NULL,
	`case_id` text NOT NULL,
	`answer` blob,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `post_receipt_expiry` ON `post_receipt` (`expires_at`);--> statement-breakpoint
INSERT INTO `post_receipt` (`key_hash`, `body_mac`, `case_id`, `answer`, `expires_at`)
	SELECT `key_hash`, `body_mac`, `case_id`, `answer`, `expires_at` FROM `filing_receipt`;--> statement-breakpoint
DELETE FROM `filing_receipt`;--> statement-breakpoint
-- Nothing that is below a unit is shown in the order of how long it waits.
DROP INDEX `case_listing_waits_first`;--> statement-breakpoint
DROP INDEX `case_listing_waits_since`;--> statement-breakpoint
CREATE INDEX `case_listing_waits_first` ON `case_listing` (`scope`,`waits`,`due_at`,`waits_since`,`filed_at`,`case_id`) WHERE "case_listing"."waits" <> '' AND substr("case_listing"."scope", 1, 6) <> 'below:';--> statement-breakpoint
CREATE INDEX `case_listing_waits_since` ON `case_listing` (`scope`,`waits`,`waits_since`,`filed_at`,`case_id`) WHERE "case_listing"."waits" <> '' AND substr("case_listing"."scope", 1, 6) <> 'below:';
