ALTER TABLE "meeting_rules" ADD COLUMN "break_rule" jsonb;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "budget_minutes" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "break_after" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "break_minutes" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_budget_possible" CHECK ("meetings"."budget_minutes" between 1 and 1440);--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_break_possible" CHECK (("meetings"."break_after" is null) = ("meetings"."break_minutes" is null) and ("meetings"."break_after" is null or "meetings"."break_after" between 0 and 500 and "meetings"."break_minutes" between 1 and 120));--> statement-breakpoint
GRANT UPDATE (budget_minutes, break_after, break_minutes) ON meetings TO spineboard_app;
