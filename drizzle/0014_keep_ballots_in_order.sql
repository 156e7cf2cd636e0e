-- A ballot’s revisions count on by one from what the same member cast on that option in the same round.
CREATE FUNCTION keep_ballots_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT row_security_active(TG_RELID) THEN RETURN NEW; END IF;
  IF NEW.revision <> 1 + coalesce((SELECT max(b.revision) FROM ballots b
      WHERE b.option_id = NEW.option_id AND b.voter_id = NEW.voter_id AND b.round = NEW.round), 0)
  THEN RAISE EXCEPTION 'a ballot does not follow the one before' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballots_in_order BEFORE INSERT ON ballots FOR EACH ROW EXECUTE FUNCTION keep_ballots_in_order();
