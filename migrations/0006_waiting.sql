ALTER TABLE `case_listing` ADD `waits_since` integer;--> statement-breakpoint
ALTER TABLE `case_listing` ADD `call_asked` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `case_listing` SET `waits_since` = `changed_at` WHERE `waits` <> '';
