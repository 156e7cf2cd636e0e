ALTER TABLE "meeting_rules" ADD COLUMN "agenda_closes_hours" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "late_because" text;--> statement-breakpoint
ALTER TABLE "meeting_rules" ADD CONSTRAINT "meeting_rules_closing_hours_possible" CHECK ("meeting_rules"."agenda_closes_hours" between 0 and 336);--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_late_with_reason" CHECK ("agenda_items"."late_because" <> '');--> statement-breakpoint
-- A case that comes on an agenda whose meeting runs says why; the reason is never changed.
DROP POLICY items_add ON agenda_items;--> statement-breakpoint
CREATE POLICY items_add ON agenda_items FOR INSERT TO spineboard_app
  WITH CHECK (stage = 'queued' AND CASE WHEN admitted_because IS NULL
    THEN app_holds(board_id, ARRAY['coordinator']) ELSE app_holds(board_id, ARRAY['chair']) END
    AND (late_because IS NOT NULL OR EXISTS (SELECT 1 FROM meetings m WHERE m.id = meeting_id AND m.state = 'planned'))
    OR stage = 'presenting' AND app_called(meeting_id));
