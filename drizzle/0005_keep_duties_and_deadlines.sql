CREATE TABLE "call_tellings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"told_by" uuid NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"specialty" text NOT NULL,
	"user_id" uuid NOT NULL,
	"telephone" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"replaces_id" uuid,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "duties_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "duties_specialty_known" CHECK ("duties"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation')),
	CONSTRAINT "duties_end_after_start" CHECK ("duties"."ends_at" > "duties"."starts_at"),
	CONSTRAINT "duties_have_number" CHECK (length(trim("duties"."telephone")) > 0),
	CONSTRAINT "duties_removed_by_somebody" CHECK (("duties"."removed_at" is null) = ("duties"."removed_by" is null))
);
--> statement-breakpoint
ALTER TABLE "call_tellings" ADD CONSTRAINT "call_tellings_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_tellings" ADD CONSTRAINT "call_tellings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_tellings" ADD CONSTRAINT "call_tellings_told_by_users_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_tellings" ADD CONSTRAINT "call_tellings_call_of_board" FOREIGN KEY ("call_id","board_id") REFERENCES "public"."calls"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_replaced_of_board" FOREIGN KEY ("replaces_id","board_id") REFERENCES "public"."duties"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_tellings_by_call" ON "call_tellings" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "duties_by_end" ON "duties" USING btree ("board_id","ends_at");--> statement-breakpoint
-- The duty list: read by whoever may see patients, kept by coordinator and chair, never reworded: an entry is taken off once.
ALTER TABLE duties ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (removed_by, removed_at) ON duties TO spineboard_app;
CREATE POLICY duties_read ON duties FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY duties_enter ON duties FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['coordinator','chair']) AND entered_by = app_user() AND removed_at IS NULL);
CREATE POLICY duties_remove ON duties FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['coordinator','chair']) AND removed_at IS NULL)
  WITH CHECK (app_holds(board_id, ARRAY['coordinator','chair']) AND removed_by = app_user());
-- Who was told of a call by telephone: by whoever treats, in their own name, of somebody whom the call names.
ALTER TABLE call_tellings ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON call_tellings TO spineboard_app;
CREATE POLICY call_tellings_read ON call_tellings FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY call_tellings_give ON call_tellings FOR INSERT TO spineboard_app
  WITH CHECK (app_treats(board_id) AND told_by = app_user()
    AND EXISTS (SELECT 1 FROM calls c WHERE c.id = call_id AND c.ladder ? user_id::text));
--> statement-breakpoint
-- A board without a meeting is ended by its chair once its deadline has passed, also before the vote and without a ballot.
CREATE FUNCTION app_overdue(meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM meetings m WHERE m.id = meeting AND m.kind = 'asynchronous' AND m.answer_by <= now()
    AND app_sees_patients(m.board_id))
$$;
REVOKE EXECUTE ON FUNCTION app_overdue(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_overdue(uuid) TO spineboard_app;
CREATE OR REPLACE FUNCTION app_item_may_move(item agenda_items, next_stage text, next_round integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (app_holds(item.board_id, ARRAY['chair'])
      OR item.stage = 'presenting' AND next_stage = 'voting' AND app_called(item.meeting_id)) AND next_round - item.round = CASE item.stage || ' to ' || next_stage
    WHEN 'revealed to voting' THEN 1
    WHEN 'voting to revealed' THEN CASE WHEN item.round > 1 AND app_ballots_cast(item.id) = 0 THEN -1 ELSE 0 END
    ELSE 0
  END AND CASE item.stage || ' to ' || next_stage
    WHEN 'queued to presenting' THEN true
    WHEN 'presenting to queued' THEN true
    WHEN 'presenting to voting' THEN true
    WHEN 'presenting to revealed' THEN app_overdue(item.meeting_id)
    WHEN 'voting to queued' THEN item.round = 1 AND app_ballots_cast(item.id) = 0
    WHEN 'voting to revealed' THEN item.round > 1 OR app_ballots_cast(item.id) > 0 OR app_overdue(item.meeting_id)
    WHEN 'revealed to voting' THEN true
    WHEN 'revealed to concluded' THEN true
    ELSE false
  END
$$;
--> statement-breakpoint
-- A specialty has answered a board without a meeting once somebody has cast who takes part in the case: a recused member's ballot is no answer.
CREATE OR REPLACE FUNCTION app_reveal_answered(item uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
      JOIN ballots b ON b.item_id = i.id AND b.round = i.round AND b.voter_id = app_user()
      WHERE i.id = item AND i.stage = 'voting' AND m.kind = 'asynchronous' AND app_holds(i.board_id, ARRAY['core-member']))
    OR EXISTS (SELECT 1 FROM calls c JOIN agenda_items i ON i.meeting_id = c.meeting_id WHERE i.id = item
      AND NOT EXISTS (SELECT 1 FROM ballots b WHERE b.item_id = item AND b.round = i.round AND b.specialty = c.specialty
        AND NOT EXISTS (SELECT 1 FROM conflicts f WHERE f.case_id = i.case_id AND f.user_id = b.voter_id AND f.withdrawn_at IS NULL)))
  THEN RETURN false;
  END IF;
  UPDATE agenda_items SET stage = 'revealed', revealed_at = at WHERE id = item;
  INSERT INTO attendances (board_id, meeting_id, user_id, specialty, remote, came_at)
    SELECT DISTINCT ON (b.voter_id) i.board_id, i.meeting_id, b.voter_id, b.specialty, true, b.cast_at
    FROM ballots b JOIN agenda_items i ON i.id = b.item_id WHERE b.item_id = item ORDER BY b.voter_id, b.cast_at
    ON CONFLICT DO NOTHING;
  RETURN true;
END $$;
