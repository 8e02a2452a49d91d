ALTER TABLE "webhooks" ADD COLUMN "active_since" timestamp with time zone;--> statement-breakpoint
UPDATE "webhooks" SET "active_since" = "created_at";--> statement-breakpoint
ALTER TABLE "webhooks" ALTER COLUMN "active_since" SET NOT NULL;
