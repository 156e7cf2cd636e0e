DROP INDEX "attendances_once";--> statement-breakpoint
ALTER TABLE "attendances" ALTER COLUMN "remote" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "attendances" ALTER COLUMN "remote" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "roles" text[];--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "by_ballot" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_one_open" ON "attendances" USING btree ("meeting_id","user_id") WHERE "attendances"."left_at" is null;--> statement-breakpoint
CREATE INDEX "attendances_by_meeting" ON "attendances" USING btree ("meeting_id");--> statement-breakpoint
-- Whoever voted without having entered has no row in the ledger, and was there by the ballot alone.
UPDATE attendances SET by_ballot = true, left_at = came_at WHERE left_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM ledger_entries l WHERE l.meeting_id = attendances.meeting_id AND l.about_id = attendances.user_id AND l.kind = 'meeting.attended');
-- A stay ends once, its person, place in time and seat stay, and after the closing nothing of it changes.
REVOKE UPDATE ON attendances FROM spineboard_app;
GRANT UPDATE (remote, left_at, by_ballot) ON attendances TO spineboard_app;
CREATE FUNCTION app_meeting_open(meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM meetings m WHERE m.id = meeting AND m.state <> 'closed' AND app_sees_patients(m.board_id))
$$;
REVOKE EXECUTE ON FUNCTION app_meeting_open(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_meeting_open(uuid) TO spineboard_app;
DROP POLICY attendances_write ON attendances;
CREATE POLICY attendances_write ON attendances FOR INSERT TO spineboard_app
  WITH CHECK (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator','chair']))
    AND app_meeting_open(meeting_id));
DROP POLICY attendances_change ON attendances;
CREATE POLICY attendances_change ON attendances FOR UPDATE TO spineboard_app
  USING (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator']))
    AND (left_at IS NULL OR by_ballot) AND app_meeting_open(meeting_id))
  WITH CHECK (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator'])));
-- A specialty has answered a board without a meeting once somebody has cast who takes part in the case. A recused member's ballot is no
-- answer, nor is what a conflict of interest made of it, known by its instant, once the conflict is taken back. Whoever cast was there by the ballot.
CREATE OR REPLACE FUNCTION app_reveal_answered(item uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
      JOIN ballots b ON b.item_id = i.id AND b.round = i.round AND b.voter_id = app_user()
      WHERE i.id = item AND i.stage = 'voting' AND m.kind = 'asynchronous' AND app_holds(i.board_id, ARRAY['core-member']))
    OR EXISTS (SELECT 1 FROM calls c JOIN agenda_items i ON i.meeting_id = c.meeting_id WHERE i.id = item
      AND NOT EXISTS (SELECT 1 FROM ballots b WHERE b.item_id = item AND b.round = i.round AND b.specialty = c.specialty
        AND NOT EXISTS (SELECT 1 FROM ballots later WHERE later.option_id = b.option_id AND later.voter_id = b.voter_id
          AND later.round = b.round AND later.revision > b.revision)
        AND NOT EXISTS (SELECT 1 FROM conflicts f WHERE f.case_id = i.case_id AND f.user_id = b.voter_id
          AND (f.withdrawn_at IS NULL OR f.declared_at = b.cast_at))))
  THEN RETURN false;
  END IF;
  UPDATE agenda_items SET stage = 'revealed', revealed_at = at WHERE id = item;
  INSERT INTO attendances (board_id, meeting_id, user_id, specialty, roles, remote, came_at, left_at, by_ballot)
    SELECT DISTINCT ON (b.voter_id) i.board_id, i.meeting_id, b.voter_id, b.specialty,
      (SELECT array_agg(h.role ORDER BY h.role) FROM memberships h
        WHERE h.board_id = i.board_id AND h.user_id = b.voter_id AND h.ended_at IS NULL),
      true, b.cast_at, b.cast_at, true
    FROM ballots b JOIN agenda_items i ON i.id = b.item_id
    WHERE b.item_id = item AND NOT EXISTS (SELECT 1 FROM attendances a WHERE a.meeting_id = i.meeting_id AND a.user_id = b.voter_id)
    ORDER BY b.voter_id, b.cast_at;
  RETURN true;
END $$;
