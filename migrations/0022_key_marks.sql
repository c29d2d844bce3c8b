-- With which secrets the database is written (docs/adr/0072-keys-of-a-database.md).
CREATE TABLE `key_mark` (
	`secret` text NOT NULL,
	`id` integer NOT NULL,
	`mark` text NOT NULL,
	PRIMARY KEY(`secret`, `id`)
) WITHOUT ROWID;
