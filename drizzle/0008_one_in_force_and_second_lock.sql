DROP INDEX "conclusions_one_in_force";--> statement-breakpoint
-- Before this, each item of a case could have a conclusion in force. The one signed last is; those before it gave way.
UPDATE conclusions SET state = 'superseded' WHERE state = 'signed' AND EXISTS (
  SELECT 1 FROM conclusions later WHERE later.case_id = conclusions.case_id AND later.state = 'signed'
    AND (later.signed_at, later.version, later.id) > (conclusions.signed_at, conclusions.version, conclusions.id));--> statement-breakpoint
CREATE UNIQUE INDEX "conclusions_one_in_force" ON "conclusions" USING btree ("case_id") WHERE "conclusions"."state" = 'signed';--> statement-breakpoint
-- What was superseded never comes back into force.
CREATE OR REPLACE FUNCTION keep_signed_conclusions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state' OR NEW.state = 'draft'
      OR OLD.state = 'superseded' AND NEW.state <> 'superseded') THEN
    RAISE EXCEPTION 'a signed conclusion does not change';
  END IF;
  RETURN NEW;
END $$;
-- A vote runs in a meeting that runs, and nowhere else.
CREATE OR REPLACE FUNCTION app_item_voting(item uuid, in_round integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
    WHERE i.id = item AND i.stage = 'voting' AND i.round = in_round AND i.removed_at IS NULL AND m.state = 'running')
$$;
-- A ballot counts for the specialty of the seat from which it is cast.
DROP POLICY ballots_cast ON ballots;
CREATE POLICY ballots_cast ON ballots FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['core-member']) AND voter_id = app_user() AND app_item_voting(item_id, round)
    AND NOT app_recused(item_id)
    AND EXISTS (SELECT 1 FROM memberships m WHERE m.board_id = ballots.board_id AND m.user_id = app_user()
      AND m.role = 'core-member' AND m.specialty = ballots.specialty AND m.ended_at IS NULL)
    AND EXISTS (SELECT 1 FROM plan_options o WHERE o.id = ballots.option_id AND o.withdrawn_at IS NULL));
-- A vote opens and ends in a meeting that runs.
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
  END AND (item.stage <> 'voting' AND next_stage NOT IN ('voting', 'revealed')
    OR EXISTS (SELECT 1 FROM meetings m WHERE m.id = item.meeting_id AND m.state = 'running'))
$$;
-- What was withdrawn stays withdrawn, in the words in which it was.
CREATE FUNCTION keep_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL
    AND (NEW.withdrawn_at, NEW.withdrawn_because) IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_because) THEN
    RAISE EXCEPTION 'what was withdrawn stays withdrawn';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conflicts_stay_withdrawn BEFORE UPDATE ON conflicts FOR EACH ROW EXECUTE FUNCTION keep_withdrawn();
CREATE TRIGGER remarks_stay_withdrawn BEFORE UPDATE ON remarks FOR EACH ROW EXECUTE FUNCTION keep_withdrawn();
CREATE TRIGGER plan_options_stay_withdrawn BEFORE UPDATE ON plan_options FOR EACH ROW EXECUTE FUNCTION keep_withdrawn();
-- A recused member prepares no ballot and gives no estimate.
DROP POLICY pre_ballots_keep ON pre_ballots;
CREATE POLICY pre_ballots_keep ON pre_ballots FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['core-member']) AND voter_id = app_user() AND app_item_prepares(item_id, round)
    AND NOT app_recused(item_id));
DROP POLICY pre_ballots_change ON pre_ballots;
CREATE POLICY pre_ballots_change ON pre_ballots FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['core-member']) AND voter_id = app_user() AND app_item_prepares(item_id, round)
    AND NOT app_recused(item_id));
DROP POLICY survival_estimates_give ON survival_estimates;
CREATE POLICY survival_estimates_give ON survival_estimates FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['core-member']) AND member_id = app_user() AND app_item_prepares(item_id, 1)
    AND NOT app_recused(item_id));
