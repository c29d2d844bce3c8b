CREATE TABLE `listing_count` (
	`scope` text NOT NULL,
	`under` text NOT NULL,
	`measure` text NOT NULL,
	`value` integer NOT NULL,
	`place` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`scope`, `under`, `measure`, `value`, `place`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `case_listing` ADD `marks` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `case_listing` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `case_listing_marks` ON `case_listing` (`scope`,`marks`,`due_at`,`case_id`) WHERE "case_listing"."marks" <> 0;--> statement-breakpoint
-- What each row of a list counts as, once for all: triggers add and take away these rows, verification compares them.
-- Days are those of Asia/Shanghai since 1970; what is due at midnight was due on the day before (domain/desk/below.ts).
CREATE VIEW `listing_measure` AS
SELECT l.`case_id`, l.`scope`,
	iif(d.`column1`, substr(l.`place`, 1, instr(l.`place`, '/') - 1), '') AS `under`,
	iif(d.`column1`, l.`place`, substr(l.`place`, 1, instr(l.`place` || '/', '/') - 1)) AS `place`,
	CASE m.`column1` WHEN 'waits' THEN l.`waits` ELSE m.`column1` END AS `measure`,
	CASE m.`column1`
		WHEN 'colour' THEN iif(l.`open`, l.`colour`, NULL)
		WHEN 'due' THEN iif(l.`open` AND l.`due_at` < 8640000000000000, (l.`due_at` - 1 + 28800000) / 86400000, NULL)
		WHEN 'filed' THEN iif(l.`scope` GLOB 'below:*', ((SELECT `filed_at` FROM `cases` WHERE `id` = l.`case_id`) + 28800000) / 86400000, NULL)
		WHEN 'waits' THEN iif(l.`waits` IN ('approve', 'revisit') OR (l.`waits` <> '' AND l.`scope` GLOB 'staff:*'), (coalesce(l.`waits_since`, l.`changed_at`) + 28800000) / 86400000, NULL)
		WHEN 'urged' THEN iif(l.`marks` & 1, 0, NULL)
		WHEN 'bounced' THEN iif(l.`marks` & 2, 0, NULL)
		WHEN 'supervised' THEN iif(l.`marks` & 4, 0, NULL)
	END AS `value`
FROM `case_listing` l
	JOIN (VALUES (0), (1)) d ON NOT d.`column1` OR instr(l.`place`, '/') > 0
	JOIN (VALUES ('colour'), ('due'), ('filed'), ('waits'), ('urged'), ('bounced'), ('supervised')) m
WHERE l.`place` <> '' AND `value` IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `case_listing_counted` AFTER INSERT ON `case_listing` WHEN NEW.`place` <> ''
BEGIN
	INSERT INTO `listing_count` SELECT `scope`, `under`, `measure`, `value`, `place`, 1 FROM `listing_measure`
		WHERE `case_id` = NEW.`case_id` AND `scope` = NEW.`scope`
		ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `case_listing_uncounted` BEFORE DELETE ON `case_listing` WHEN OLD.`place` <> ''
BEGIN
	INSERT INTO `listing_count` SELECT `scope`, `under`, `measure`, `value`, `place`, -1 FROM `listing_measure`
		WHERE `case_id` = OLD.`case_id` AND `scope` = OLD.`scope`
		ON CONFLICT DO UPDATE SET `count` = `count` - 1;
END;
--> statement-breakpoint
CREATE TRIGGER `case_listing_before` BEFORE UPDATE ON `case_listing` WHEN OLD.`place` <> ''
BEGIN
	INSERT INTO `listing_count` SELECT `scope`, `under`, `measure`, `value`, `place`, -1 FROM `listing_measure`
		WHERE `case_id` = OLD.`case_id` AND `scope` = OLD.`scope`
		ON CONFLICT DO UPDATE SET `count` = `count` - 1;
END;
--> statement-breakpoint
CREATE TRIGGER `case_listing_after` AFTER UPDATE ON `case_listing` WHEN NEW.`place` <> ''
BEGIN
	INSERT INTO `listing_count` SELECT `scope`, `under`, `measure`, `value`, `place`, 1 FROM `listing_measure`
		WHERE `case_id` = NEW.`case_id` AND `scope` = NEW.`scope`
		ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
-- What no case counts as any more takes no room.
CREATE TRIGGER `listing_count_empty` AFTER UPDATE ON `listing_count` WHEN NEW.`count` = 0
BEGIN
	DELETE FROM `listing_count` WHERE `scope` = NEW.`scope` AND `under` = NEW.`under` AND `measure` = NEW.`measure` AND `value` = NEW.`value` AND `place` = NEW.`place`;
END;
--> statement-breakpoint
-- Rows that were written before have no place yet: each open case is written anew by the next runs of the scheduler.
UPDATE `cases` SET `next_change_at` = 0 WHERE `id` IN (SELECT `case_id` FROM `case_listing` WHERE `open` OR `waits` <> '');
