-- What waits, open or ended, in the orders of its lists (docs/adr/0064-order-of-what-waits.md). The index that is replaced had
-- every row of every list, and the order of none that has ended cases too.
DROP INDEX `case_listing_waits`;--> statement-breakpoint
CREATE INDEX `case_listing_waits_due` ON `case_listing` (`scope`,`waits`,`due_at`,`case_id`) WHERE "case_listing"."waits" <> '';--> statement-breakpoint
CREATE INDEX `case_listing_waits_first` ON `case_listing` (`scope`,`waits`,`due_at`,`waits_since`,`filed_at`,`case_id`) WHERE "case_listing"."waits" <> '';--> statement-breakpoint
CREATE INDEX `case_listing_waits_since` ON `case_listing` (`scope`,`waits`,`waits_since`,`filed_at`,`case_id`) WHERE "case_listing"."waits" <> '';
