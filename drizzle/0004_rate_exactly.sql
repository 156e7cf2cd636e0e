ALTER TABLE "ballots" ADD COLUMN "rating" integer;--> statement-breakpoint
ALTER TABLE "meeting_rules" ADD COLUMN "scale" text DEFAULT 'stances' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_rules" ADD COLUMN "weights" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "rules_by_round" integer[] DEFAULT '{}'::integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "pre_ballots" ADD COLUMN "rating" integer;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_rating_in_stance" CHECK ("ballots"."rating" is null or case "ballots"."stance" when 'support' then "ballots"."rating" between 7 and 9
        when 'acceptable' then "ballots"."rating" between 4 and 6 when 'oppose' then "ballots"."rating" between 1 and 3
        else false end);--> statement-breakpoint
ALTER TABLE "meeting_rules" ADD CONSTRAINT "meeting_rules_scale_known" CHECK ("meeting_rules"."scale" in ('stances', 'ratings'));--> statement-breakpoint
ALTER TABLE "pre_ballots" ADD CONSTRAINT "pre_ballots_rating_in_stance" CHECK ("pre_ballots"."rating" is null or case "pre_ballots"."stance" when 'support' then "pre_ballots"."rating" between 7 and 9
        when 'acceptable' then "pre_ballots"."rating" between 4 and 6 when 'oppose' then "pre_ballots"."rating" between 1 and 3
        else false end);--> statement-breakpoint
GRANT UPDATE (rating) ON pre_ballots TO spineboard_app;
-- A round keeps the version of the rules that the board had when it opened: written here at the opening and nowhere else, so that
-- no later change of the rules alters how a round is rated or weighed. Whoever opens a vote sees the rules of the board.
CREATE FUNCTION keep_rules_of_rounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.rules_by_round := OLD.rules_by_round;
  IF NEW.stage = 'voting' AND OLD.stage <> 'voting' THEN
    NEW.rules_by_round := coalesce((SELECT array_agg(coalesce(OLD.rules_by_round[n], 0) ORDER BY n) FROM generate_series(1, NEW.round - 1) n), '{}')
      || coalesce((SELECT max(r.version) FROM meeting_rules r WHERE r.board_id = NEW.board_id), 0);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agenda_items_keep_rules BEFORE UPDATE ON agenda_items FOR EACH ROW EXECUTE FUNCTION keep_rules_of_rounds();
