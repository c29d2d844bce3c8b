CREATE TABLE `case_session` (
	`case_id` text NOT NULL,
	`session` integer NOT NULL,
	`unit` text NOT NULL,
	`staff` text NOT NULL,
	`room` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `session`)
);
--> statement-breakpoint
CREATE INDEX `case_session_unit` ON `case_session` (`unit`,`start_at`);--> statement-breakpoint
CREATE INDEX `case_session_staff` ON `case_session` (`staff`,`start_at`);--> statement-breakpoint
-- A mediator and a room have one meeting at a time (docs/adr/0043-sessions.md). No meeting takes more than eight hours, so
-- that the index bounds what is read.
CREATE TRIGGER `case_session_staff_free` BEFORE INSERT ON `case_session`
WHEN NEW.`staff` <> '' AND EXISTS (SELECT 1 FROM `case_session` WHERE `staff` = NEW.`staff`
	AND `start_at` > NEW.`start_at` - 28800000 AND `start_at` < NEW.`end_at` AND `end_at` > NEW.`start_at`)
BEGIN
	SELECT RAISE(ABORT, 'E_BOOKED_STAFF');
END;
--> statement-breakpoint
CREATE TRIGGER `case_session_room_free` BEFORE INSERT ON `case_session`
WHEN NEW.`room` <> '' AND EXISTS (SELECT 1 FROM `case_session` WHERE `unit` = NEW.`unit` AND `room` = NEW.`room`
	AND `start_at` > NEW.`start_at` - 28800000 AND `start_at` < NEW.`end_at` AND `end_at` > NEW.`start_at`)
BEGIN
	SELECT RAISE(ABORT, 'E_BOOKED_ROOM');
END;
