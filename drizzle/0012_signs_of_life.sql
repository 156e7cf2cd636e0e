ALTER TABLE "attendances" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
-- That somebody follows a meeting in which they are, by the session that follows it: at the door, with the session as its proof. It makes
-- nobody present and waits for no act that holds a stay: it is written at the next beat.
CREATE FUNCTION app_note_seen(pairs jsonb, at timestamptz) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  WITH due AS (
    SELECT a.id FROM attendances a
    WHERE app_at_door() AND a.left_at IS NULL AND (a.seen_at IS NULL OR a.seen_at < at)
      AND (a.meeting_id, a.user_id) IN (
        SELECT f.meeting, s.user_id FROM jsonb_to_recordset(pairs) AS f(session uuid, meeting uuid)
          JOIN sessions s ON s.id = f.session AND s.ended_at IS NULL
          JOIN meetings m ON m.id = f.meeting AND m.state = 'running')
    FOR UPDATE OF a SKIP LOCKED)
  UPDATE attendances a SET seen_at = at FROM due WHERE a.id = due.id
$$;
REVOKE EXECUTE ON FUNCTION app_note_seen(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_note_seen(jsonb, timestamptz) TO spineboard_app;
-- A sign of life is one's own: whoever records somebody else gives them none. The chair, who answers for the quorum, records others too.
DROP POLICY attendances_write ON attendances;
CREATE POLICY attendances_write ON attendances FOR INSERT TO spineboard_app
  WITH CHECK (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator','chair']))
    AND (seen_at IS NULL OR user_id = app_user()) AND app_meeting_open(meeting_id));
DROP POLICY attendances_change ON attendances;
CREATE POLICY attendances_change ON attendances FOR UPDATE TO spineboard_app
  USING (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator','chair']))
    AND (left_at IS NULL OR by_ballot) AND app_meeting_open(meeting_id))
  WITH CHECK (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator','chair'])));
