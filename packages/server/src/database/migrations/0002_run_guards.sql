ALTER TABLE "fits" ADD COLUMN "stalled" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "request_sha256" text;