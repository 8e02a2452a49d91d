ALTER TABLE "runs" ALTER COLUMN "stored_bytes" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "runs" ALTER COLUMN "stored_bytes" DROP NOT NULL;--> statement-breakpoint
-- What was counted until now was 0 for runs of before, or not what is stored: it is measured again, a few at a time.
UPDATE "runs" SET "stored_bytes" = NULL;