ALTER TABLE "conflicts" ALTER COLUMN "ballots_cast" SET DATA TYPE jsonb USING
  CASE WHEN "ballots_cast" IS NULL THEN '{}'::jsonb ELSE jsonb_build_object("item_id"::text, "ballots_cast") END;--> statement-breakpoint
ALTER TABLE "conflicts" ALTER COLUMN "ballots_cast" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "conflicts" ALTER COLUMN "ballots_cast" SET NOT NULL;--> statement-breakpoint
-- The count stands still in every vote on the case that ran when a conflict was declared, at whichever item of it.
CREATE OR REPLACE FUNCTION app_count_held(item uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT min((f.ballots_cast ->> i.id::text)::integer) FROM agenda_items i JOIN conflicts f ON f.case_id = i.case_id
  WHERE i.id = item AND f.withdrawn_at IS NULL AND (f.ballots_cast ->> i.id::text)::integer > 0 AND i.stage = 'voting'
    AND f.declared_at >= i.voting_at AND app_sees_patients(f.board_id)
$$;
-- Whether a vote on the case was revealed that is not concluded yet, on an agenda that is open, other than at one item.
CREATE FUNCTION app_case_revealed(of_case uuid, but_for uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
    WHERE i.case_id = of_case AND i.id IS DISTINCT FROM but_for AND i.removed_at IS NULL AND m.state <> 'closed'
      AND i.stage <> 'concluded' AND (i.stage = 'revealed' OR i.round > 1) AND app_sees_patients(i.board_id))
$$;
REVOKE EXECUTE ON FUNCTION app_case_revealed(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_case_revealed(uuid, uuid) TO spineboard_app;
DROP POLICY conflicts_withdraw ON conflicts;
CREATE POLICY conflicts_withdraw ON conflicts FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND user_id = app_user() AND app_case_undecided(case_id)
    AND NOT app_case_revealed(case_id, NULL));
