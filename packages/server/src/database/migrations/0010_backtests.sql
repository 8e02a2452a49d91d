ALTER TABLE "fits" DROP CONSTRAINT "fits_purpose";--> statement-breakpoint
ALTER TABLE "fits" ADD COLUMN "fold" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "fits" ADD COLUMN "forecaster" text DEFAULT 'model' NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "backtest" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "backtest_result" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "backtest_key" text;--> statement-breakpoint
ALTER TABLE "fits" ADD CONSTRAINT "fits_purpose" UNIQUE("run_id","purpose","fold","forecaster");