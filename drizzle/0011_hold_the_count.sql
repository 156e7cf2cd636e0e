ALTER TABLE "conflicts" ADD COLUMN "ballots_cast" integer;--> statement-breakpoint
-- From the first conflict declared in a vote that runs on, unless nobody had cast by then, the number of ballots stands still until the reveal
-- or until the conflict is taken back: what is cast afterwards would tell whether the recused member had cast. Null while it does not.
CREATE FUNCTION app_count_held(item uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT min(f.ballots_cast) FROM conflicts f JOIN agenda_items i ON i.id = f.item_id
  WHERE f.item_id = item AND f.withdrawn_at IS NULL AND f.ballots_cast > 0 AND i.stage = 'voting' AND f.declared_at >= i.voting_at
    AND app_sees_patients(f.board_id)
$$;
REVOKE EXECUTE ON FUNCTION app_count_held(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_count_held(uuid) TO spineboard_app;
-- How many members have cast in the round that runs or ran last, as far as anybody may know: the one thing that may be known of a sealed vote.
CREATE OR REPLACE FUNCTION app_ballots_cast(item uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT coalesce(app_count_held(item), (SELECT count(DISTINCT b.voter_id)::integer FROM ballots b
    JOIN agenda_items i ON i.id = b.item_id AND i.round = b.round WHERE b.item_id = item AND app_sees_patients(b.board_id)))
$$;
