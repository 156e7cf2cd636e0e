-- A specialty has answered a board without a meeting once somebody has cast who takes part in the case. A recused member's ballot is no
-- answer, nor is what a conflict of interest made of it, known by its instant, once the conflict is taken back.
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
  INSERT INTO attendances (board_id, meeting_id, user_id, specialty, remote, came_at)
    SELECT DISTINCT ON (b.voter_id) i.board_id, i.meeting_id, b.voter_id, b.specialty, true, b.cast_at
    FROM ballots b JOIN agenda_items i ON i.id = b.item_id WHERE b.item_id = item ORDER BY b.voter_id, b.cast_at
    ON CONFLICT DO NOTHING;
  RETURN true;
END $$;
--> statement-breakpoint
--> statement-breakpoint
-- Nobody answers the pathway at an option while it is voted on: it would show how they lean.
CREATE FUNCTION app_option_voted_on(option uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM plan_options o JOIN agenda_items i ON i.id = o.item_id WHERE o.id = option AND i.stage = 'voting')
$$;
REVOKE EXECUTE ON FUNCTION app_option_voted_on(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_option_voted_on(uuid) TO spineboard_app;
DROP POLICY rule_exceptions_give ON rule_exceptions;
CREATE POLICY rule_exceptions_give ON rule_exceptions FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND given_by = app_user()
    AND NOT coalesce(app_option_voted_on(option_id), false));
