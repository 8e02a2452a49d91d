CREATE TABLE "outgoing_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"letter" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "outgoing_letters_due" ON "outgoing_letters" USING btree ("next_attempt_at");