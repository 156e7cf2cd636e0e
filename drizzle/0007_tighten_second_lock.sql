ALTER TABLE "safety_objections" ADD COLUMN "opened_at" timestamp (3) with time zone;--> statement-breakpoint
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
--> statement-breakpoint
--> statement-breakpoint
-- What was shown of a sealed vote is never hidden again: an objection opens once, when its vote ends in whatever way.
UPDATE safety_objections o SET opened_at = coalesce(i.revealed_at, i.presented_at, o.raised_at) FROM agenda_items i
  WHERE i.id = o.item_id AND o.sealed AND (i.stage <> 'voting' OR i.round > o.round);
CREATE FUNCTION open_objections() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE safety_objections SET opened_at = now() WHERE item_id = NEW.id AND sealed AND opened_at IS NULL;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION open_objections() FROM PUBLIC;
CREATE TRIGGER agenda_items_open_objections AFTER UPDATE ON agenda_items FOR EACH ROW
  WHEN (OLD.stage = 'voting' AND NEW.stage <> 'voting') EXECUTE FUNCTION open_objections();
DROP POLICY objections_read ON safety_objections;
CREATE POLICY objections_read ON safety_objections FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (raised_by = app_user() OR NOT sealed OR opened_at IS NOT NULL));
DROP POLICY objections_raise ON safety_objections;
CREATE POLICY objections_raise ON safety_objections FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND raised_by = app_user() AND answer IS NULL
    AND opened_at IS NULL AND sealed = app_item_voting(item_id, round));
-- The ledger tells of one as long as it names it; a row from before that goes by its round, as it did.
CREATE FUNCTION app_objection_opened(objection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM safety_objections o WHERE o.id = objection AND (NOT o.sealed OR o.opened_at IS NOT NULL))
$$;
REVOKE EXECUTE ON FUNCTION app_objection_opened(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_objection_opened(uuid) TO spineboard_app;
DROP POLICY ledger_read ON ledger_entries;
CREATE POLICY ledger_read ON ledger_entries FOR SELECT TO spineboard_app
  USING (actor_id = app_user() OR (board_id IS NOT NULL AND board_id = ANY (ARRAY(SELECT app_boards()))
    AND (case_id IS NULL OR board_id = ANY (ARRAY(SELECT app_patient_boards())))
    AND (CASE kind WHEN 'ballot.cast' THEN app_round_revealed(about_id, coalesce((details ->> 'round')::integer, 1))
      WHEN 'objection.raised' THEN CASE WHEN details ? 'objection' THEN app_objection_opened((details ->> 'objection')::uuid)
        ELSE app_objection_shown(about_id, (details ->> 'round')::integer, (details ->> 'sealed')::boolean) END
      WHEN 'survival.estimated' THEN app_round_revealed(about_id, 1)
      WHEN 'ballot.prepared' THEN false ELSE true END)));
