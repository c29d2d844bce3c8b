-- Cases that are due on one day are in the order of filing, in each index by due day (docs/adr/0067-order-of-one-due-day.md):
-- new cases are next to each other there, instead of each on a page of its own.
DROP INDEX `case_listing_marks`;--> statement-breakpoint
DROP INDEX `case_listing_waits_due`;--> statement-breakpoint
DROP INDEX `case_listing_due`;--> statement-breakpoint
DROP INDEX `case_listing_colour`;--> statement-breakpoint
CREATE INDEX `case_listing_marks` ON `case_listing` (`scope`,`marks`,`due_at`,`filed_at`,`case_id`) WHERE "case_listing"."marks" <> 0;--> statement-breakpoint
CREATE INDEX `case_listing_waits_due` ON `case_listing` (`scope`,`waits`,`due_at`,`filed_at`,`case_id`) WHERE "case_listing"."waits" <> '';--> statement-breakpoint
CREATE INDEX `case_listing_due` ON `case_listing` (`scope`,`open`,`due_at`,`filed_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_listing_colour` ON `case_listing` (`scope`,`open`,`colour`,`due_at`,`filed_at`,`case_id`);