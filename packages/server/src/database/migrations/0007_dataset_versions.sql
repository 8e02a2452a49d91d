ALTER TABLE "datasets" ADD COLUMN "first_id" uuid;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "files" jsonb;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
UPDATE "datasets" SET "first_id" = "id", "version" = 1, "files" = jsonb_build_array(jsonb_build_object('fileName', "file_name", 'bytes', "bytes", 'sha256', "sha256", 'objectKey', "object_key"));--> statement-breakpoint
ALTER TABLE "datasets" ALTER COLUMN "first_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ALTER COLUMN "version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ALTER COLUMN "files" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "datasets_workspace" ON "datasets" USING btree ("workspace_id","created_at");--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "object_key";--> statement-breakpoint
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_version" UNIQUE("first_id","version");
