-- A case from an old ledger stands in lists at the day on which the ledger has it, and counts nowhere as newly filed.
DROP VIEW `listing_measure`;--> statement-breakpoint
-- What each row of a list counts as, once for all: triggers add and take away these rows, verification compares them.
-- Days are those of Asia/Shanghai since 1970; what is due at midnight was due on the day before (domain/desk/head-figures.ts).
CREATE VIEW `listing_measure` AS
SELECT l.`case_id`, l.`scope`,
	iif(d.`column1`, substr(l.`place`, 1, instr(l.`place`, '/') - 1), '') AS `under`,
	iif(d.`column1`, l.`place`, substr(l.`place`, 1, instr(l.`place` || '/', '/') - 1)) AS `place`,
	CASE m.`column1` WHEN 'waits' THEN l.`waits` ELSE m.`column1` END AS `measure`,
	CASE m.`column1`
		WHEN 'colour' THEN iif(l.`open`, l.`colour`, NULL)
		WHEN 'due' THEN iif(l.`open` AND l.`due_at` < 8640000000000000, (l.`due_at` - 1 + 28800000) / 86400000, NULL)
		WHEN 'filed' THEN iif(l.`scope` GLOB 'below:*', (SELECT iif(c.`imported`, NULL, (l.`filed_at` + 28800000) / 86400000) FROM `cases` c WHERE c.`id` = l.`case_id`), NULL)
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
-- Imported cases were listed at the moment of the import, and counted then.
DELETE FROM `listing_count` WHERE `measure` = 'filed';--> statement-breakpoint
INSERT INTO `listing_count` SELECT `scope`, `under`, `measure`, `value`, `place`, count(*) FROM `listing_measure` WHERE `measure` = 'filed' GROUP BY 1, 2, 3, 4, 5;--> statement-breakpoint
UPDATE `case_listing` SET `filed_at` = coalesce((
	SELECT (unixepoch(e.`data` ->> 'registeredOn') - 28800) * 1000 FROM `case_event` e
	WHERE e.`case_id` = `case_listing`.`case_id` AND e.`kind` = 'imported'), 0)
WHERE `case_id` IN (SELECT `id` FROM `cases` WHERE `imported`);
