-- The version that took the place of a printed one is that of its case, on whichever item it was signed.
CREATE OR REPLACE FUNCTION app_signature_of_code(code text) RETURNS TABLE (conclusion_id uuid, case_id uuid, board_id uuid, time_zone text,
    version int, state text, signed_at text, newer int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.case_id, c.board_id, b.time_zone, c.version, c.state, to_json(c.signed_at) #>> '{}',
    (SELECT f.version FROM conclusions f WHERE f.case_id = c.case_id AND f.state = 'signed' AND f.id <> c.id)
  FROM conclusions c JOIN boards b ON b.id = c.board_id
  WHERE app_at_door() AND left(c.snapshot_sha256, 20) = code AND length(code) = 20 AND c.state <> 'draft'
$$;
-- A vote that ends before it was opened has the rule of the board at its end.
CREATE OR REPLACE FUNCTION keep_rules_of_rounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.rules_by_round := OLD.rules_by_round;
  IF NEW.stage = 'voting' AND OLD.stage <> 'voting' OR NEW.stage = 'revealed' AND OLD.stage = 'presenting' THEN
    NEW.rules_by_round := coalesce((SELECT array_agg(coalesce(OLD.rules_by_round[n], 0) ORDER BY n) FROM generate_series(1, NEW.round - 1) n), '{}')
      || coalesce((SELECT max(r.version) FROM meeting_rules r WHERE r.board_id = NEW.board_id), 0);
  END IF;
  RETURN NEW;
END $$;
