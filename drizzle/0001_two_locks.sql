-- The second lock. Row-level security answers who may see and write a row, whatever the application asks for.
-- The application connects as a member of spineboard_app, which owns nothing and cannot bypass these policies.

DO $$ BEGIN
  CREATE ROLE spineboard_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO spineboard_app;
--> statement-breakpoint
-- Who asks, told by the application at the start of each transaction and forgotten at its end.
CREATE FUNCTION app_user() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint
-- True only at the door: signing in, following a one-time link. No patient table has a policy that reads it.
CREATE FUNCTION app_at_door() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.door', true), '') = 'open' $$;
--> statement-breakpoint
CREATE FUNCTION app_holds(board uuid, any_of text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.board_id = board AND m.user_id = app_user() AND m.ended_at IS NULL AND u.disabled_at IS NULL
      AND m.role = ANY (any_of))
$$;
--> statement-breakpoint
CREATE FUNCTION app_on_board(board uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT app_holds(board, ARRAY['presenter','core-member','chair','coordinator','administrator','observer']) $$;
--> statement-breakpoint
CREATE FUNCTION app_sees_patients(board uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT app_holds(board, ARRAY['presenter','core-member','chair','coordinator','observer']) $$;
--> statement-breakpoint
CREATE FUNCTION app_treats(board uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT app_holds(board, ARRAY['presenter','core-member','chair','coordinator']) $$;
--> statement-breakpoint
-- The same as sets: a policy for reading asks for them once in a statement, where the functions above would run for each row.
CREATE FUNCTION app_boards_held(any_of text[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT m.board_id FROM memberships m JOIN users u ON u.id = m.user_id
  WHERE m.user_id = app_user() AND m.ended_at IS NULL AND u.disabled_at IS NULL AND m.role = ANY (any_of)
$$;
--> statement-breakpoint
CREATE FUNCTION app_boards() RETURNS SETOF uuid LANGUAGE sql STABLE AS
  $$ SELECT app_boards_held(ARRAY['presenter','core-member','chair','coordinator','administrator','observer']) $$;
--> statement-breakpoint
CREATE FUNCTION app_patient_boards() RETURNS SETOF uuid LANGUAGE sql STABLE AS
  $$ SELECT app_boards_held(ARRAY['presenter','core-member','chair','coordinator','observer']) $$;
--> statement-breakpoint
CREATE FUNCTION app_treated_boards() RETURNS SETOF uuid LANGUAGE sql STABLE AS
  $$ SELECT app_boards_held(ARRAY['presenter','core-member','chair','coordinator']) $$;
--> statement-breakpoint
CREATE FUNCTION app_shares_board(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = person AND app_on_board(m.board_id))
$$;
--> statement-breakpoint
-- Each round of a vote is sealed by itself: what was revealed stays so while the next round runs.
CREATE FUNCTION app_round_revealed(item uuid, in_round integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i
    WHERE i.id = item AND (i.round > in_round OR i.round = in_round AND i.stage IN ('revealed', 'concluded')))
$$;
--> statement-breakpoint
-- A safety objection that was raised while a vote was sealed is as hidden as the ballots of its round.
CREATE FUNCTION app_objection_shown(item uuid, in_round integer, was_sealed boolean) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT was_sealed OR EXISTS (SELECT 1 FROM agenda_items i WHERE i.id = item AND (i.stage <> 'voting' OR i.round > in_round))
$$;
CREATE FUNCTION app_item_voting(item uuid, in_round integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i
    WHERE i.id = item AND i.stage = 'voting' AND i.round = in_round AND i.removed_at IS NULL)
$$;
--> statement-breakpoint
-- Options come and go only before the vote.
CREATE FUNCTION app_item_takes_options(item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i WHERE i.id = item AND i.stage IN ('queued', 'presenting') AND i.removed_at IS NULL)
$$;
--> statement-breakpoint
-- Members fill in their ballot from the agenda on until the round that it is for is revealed.
CREATE FUNCTION app_item_prepares(item uuid, in_round integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
    WHERE i.id = item AND i.stage IN ('queued', 'presenting', 'voting') AND i.round = in_round AND i.removed_at IS NULL
      AND m.state <> 'closed')
$$;
--> statement-breakpoint
-- How many members have cast in the round that runs or ran last, and nothing else: the one thing that may be known of a sealed vote.
CREATE FUNCTION app_ballots_cast(item uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT count(DISTINCT b.voter_id)::integer FROM ballots b JOIN agenda_items i ON i.id = b.item_id AND i.round = b.round
  WHERE b.item_id = item AND app_sees_patients(b.board_id)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION app_holds(uuid, text[]), app_boards_held(text[]), app_shares_board(uuid),
  app_round_revealed(uuid, integer), app_objection_shown(uuid, integer, boolean), app_item_voting(uuid, integer), app_item_takes_options(uuid),
  app_item_prepares(uuid, integer), app_ballots_cast(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_user(), app_at_door(), app_holds(uuid, text[]), app_on_board(uuid), app_sees_patients(uuid), app_treats(uuid),
  app_boards_held(text[]), app_boards(), app_patient_boards(), app_treated_boards(),
  app_shares_board(uuid), app_round_revealed(uuid, integer), app_objection_shown(uuid, integer, boolean), app_item_voting(uuid, integer), app_item_takes_options(uuid),
  app_item_prepares(uuid, integer), app_ballots_cast(uuid) TO spineboard_app;
--> statement-breakpoint

-- People
ALTER TABLE boards ENABLE ROW LEVEL SECURITY;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON boards TO spineboard_app;
GRANT UPDATE (photos_shown) ON boards TO spineboard_app;
GRANT SELECT, INSERT, UPDATE ON memberships, sessions, invitations TO spineboard_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempts TO spineboard_app;
-- A password's hash can be written and never be read: whoever has it can guess at it elsewhere, without anybody noticing.
GRANT INSERT, UPDATE ON users TO spineboard_app;
GRANT SELECT (id, name, email, has_password, oidc_issuer, oidc_subject, disabled_at, created_at) ON users TO spineboard_app;
CREATE FUNCTION app_account_at_door(address text) RETURNS TABLE (id uuid, name text, email text, password_hash text, disabled boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.name, u.email, u.password_hash, u.disabled_at IS NOT NULL FROM users u
  WHERE app_at_door() AND lower(u.email) = lower(address)
$$;
REVOKE EXECUTE ON FUNCTION app_account_at_door(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_account_at_door(text) TO spineboard_app;
CREATE FUNCTION app_administers(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = person AND m.ended_at IS NULL
    AND app_holds(m.board_id, ARRAY['administrator']))
$$;
CREATE FUNCTION app_administers_any() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.user_id = app_user() AND m.role = 'administrator' AND m.ended_at IS NULL AND u.disabled_at IS NULL)
$$;
-- Whoever could set a person's password could become that person: on every board where the person sits.
CREATE FUNCTION app_administers_wholly(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = person AND m.ended_at IS NULL
    AND NOT app_holds(m.board_id, ARRAY['administrator'])) AND app_administers_any()
$$;
CREATE FUNCTION app_board_is_empty(board uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT NOT EXISTS (SELECT 1 FROM memberships m WHERE m.board_id = board) $$;
REVOKE EXECUTE ON FUNCTION app_administers(uuid), app_administers_any(), app_administers_wholly(uuid), app_board_is_empty(uuid)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_administers(uuid), app_administers_any(), app_administers_wholly(uuid), app_board_is_empty(uuid)
  TO spineboard_app;
CREATE POLICY boards_read ON boards FOR SELECT TO spineboard_app
  USING (id = ANY (ARRAY(SELECT app_boards())) OR app_at_door() OR app_board_is_empty(id));
CREATE POLICY boards_found ON boards FOR INSERT TO spineboard_app WITH CHECK (app_at_door() OR app_administers_any());
CREATE POLICY boards_set ON boards FOR UPDATE TO spineboard_app
  USING (app_holds(id, ARRAY['administrator'])) WITH CHECK (app_holds(id, ARRAY['administrator']));
CREATE POLICY users_read ON users FOR SELECT TO spineboard_app
  USING (id = app_user() OR app_shares_board(id) OR app_at_door() OR app_administers_any());
CREATE POLICY users_invite ON users FOR INSERT TO spineboard_app WITH CHECK (app_at_door() OR app_administers_any());
CREATE POLICY users_change ON users FOR UPDATE TO spineboard_app
  USING (app_at_door() OR app_administers_wholly(id)) WITH CHECK (app_at_door() OR app_administers_wholly(id));
CREATE POLICY memberships_read ON memberships FOR SELECT TO spineboard_app
  USING (user_id = app_user() OR board_id = ANY (ARRAY(SELECT app_boards())) OR app_at_door());
CREATE POLICY memberships_grant ON memberships FOR INSERT TO spineboard_app
  WITH CHECK (app_at_door() OR app_holds(board_id, ARRAY['administrator'])
    OR (user_id = app_user() AND role = 'administrator' AND app_board_is_empty(board_id) AND app_administers_any()));
CREATE POLICY memberships_end ON memberships FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['administrator'])) WITH CHECK (app_holds(board_id, ARRAY['administrator']));
CREATE POLICY sessions_own ON sessions FOR SELECT TO spineboard_app
  USING (user_id = app_user() OR app_at_door() OR app_administers(user_id));
CREATE POLICY sessions_open ON sessions FOR INSERT TO spineboard_app WITH CHECK (app_at_door());
CREATE POLICY sessions_touch ON sessions FOR UPDATE TO spineboard_app
  USING (user_id = app_user() OR app_at_door() OR app_administers(user_id));
CREATE POLICY invitations_read ON invitations FOR SELECT TO spineboard_app USING (app_at_door() OR app_administers_any());
CREATE POLICY invitations_write ON invitations FOR INSERT TO spineboard_app
  WITH CHECK (user_id IS NOT NULL AND app_administers_wholly(user_id));
-- Seating a person ends the links that others made for them: whoever kept one could otherwise sit down in their place.
CREATE POLICY invitations_use ON invitations FOR UPDATE TO spineboard_app
  USING (app_at_door() OR (user_id IS NOT NULL AND app_administers(user_id)));
CREATE POLICY attempts_at_door ON sign_in_attempts TO spineboard_app USING (app_at_door()) WITH CHECK (app_at_door());
--> statement-breakpoint

-- Ledger: append-only
ALTER TABLE ledger_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON ledger_entries TO spineboard_app;
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO spineboard_app;
-- Who cast a ballot, and when, stays as hidden as the ballot until the reveal; what somebody filled in and did not cast is theirs for good.
CREATE POLICY ledger_read ON ledger_entries FOR SELECT TO spineboard_app
  USING (actor_id = app_user() OR (board_id IS NOT NULL AND board_id = ANY (ARRAY(SELECT app_boards()))
    AND (case_id IS NULL OR board_id = ANY (ARRAY(SELECT app_patient_boards())))
    AND (CASE kind WHEN 'ballot.cast' THEN app_round_revealed(about_id, coalesce((details ->> 'round')::integer, 1))
      WHEN 'objection.raised' THEN app_objection_shown(about_id, (details ->> 'round')::integer, (details ->> 'sealed')::boolean)
      WHEN 'survival.estimated' THEN app_round_revealed(about_id, 1)
      WHEN 'ballot.prepared' THEN false ELSE true END)));
CREATE POLICY ledger_append ON ledger_entries FOR INSERT TO spineboard_app
  WITH CHECK ((actor_id = app_user() AND (board_id IS NULL OR app_on_board(board_id))) OR app_at_door());
CREATE POLICY idempotency_own ON idempotency_keys TO spineboard_app
  USING (user_id = app_user()) WITH CHECK (user_id = app_user());
-- Kept answers and counters that are over: nobody's to read, and gone when the next person signs in.
CREATE FUNCTION app_forget_expired() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours';
  DELETE FROM sign_in_attempts WHERE ends_at < now();
$$;
REVOKE EXECUTE ON FUNCTION app_forget_expired() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_forget_expired() TO spineboard_app;
--> statement-breakpoint

-- Cases
ALTER TABLE patients ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_identifiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_standings ENABLE ROW LEVEL SECURITY;
ALTER TABLE preparation_times ENABLE ROW LEVEL SECURITY;
ALTER TABLE facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE rival_values ENABLE ROW LEVEL SECURITY;
ALTER TABLE rival_settlements ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON patients, cases TO spineboard_app;
GRANT SELECT, INSERT ON facts, case_standings, preparation_times, patient_identifiers, patient_contacts, patient_versions
  TO spineboard_app;
GRANT SELECT, INSERT ON rival_values, rival_settlements TO spineboard_app;
-- An identifier is taken away, never reworded: a wrong one stays in the record with the time at which it ended.
GRANT UPDATE (removed_by, removed_at) ON patient_identifiers TO spineboard_app;
CREATE FUNCTION app_writes_cases(board uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT app_holds(board, ARRAY['presenter','core-member','coordinator']) $$;
CREATE POLICY patients_read ON patients FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY patients_write ON patients FOR INSERT TO spineboard_app WITH CHECK (app_writes_cases(board_id));
CREATE POLICY patients_change ON patients FOR UPDATE TO spineboard_app
  USING (app_writes_cases(board_id)) WITH CHECK (app_writes_cases(board_id));
CREATE POLICY patient_identifiers_read ON patient_identifiers FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY patient_identifiers_add ON patient_identifiers FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND added_by = app_user() AND removed_at IS NULL);
CREATE POLICY patient_identifiers_remove ON patient_identifiers FOR UPDATE TO spineboard_app
  USING (app_writes_cases(board_id)) WITH CHECK (app_writes_cases(board_id) AND removed_by = app_user());
-- Who the patient was said to be before is for whoever sees the patient, and nobody rewrites it.
CREATE POLICY patient_versions_read ON patient_versions FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY patient_versions_record ON patient_versions FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND recorded_by = app_user());
-- Whom to telephone is for those who treat: an observer sees the patient without it.
CREATE POLICY patient_contacts_read ON patient_contacts FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_treated_boards())));
CREATE POLICY patient_contacts_record ON patient_contacts FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND recorded_by = app_user());
CREATE POLICY cases_read ON cases FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY cases_write ON cases FOR INSERT TO spineboard_app WITH CHECK (app_writes_cases(board_id));
CREATE POLICY cases_change ON cases FOR UPDATE TO spineboard_app USING (app_writes_cases(board_id)) WITH CHECK (app_writes_cases(board_id));
-- What a patient says of goals and fears stays with the treating team: an observer sees the case without it.
CREATE POLICY facts_read ON facts FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (section <> 'goals' OR board_id = ANY (ARRAY(SELECT app_treated_boards()))));
-- What another source says belongs to the value that it contests, and is seen by whom sees that. A clinician settles it; whoever
-- entered it may take it back.
CREATE POLICY rival_values_read ON rival_values FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (section <> 'goals' OR board_id = ANY (ARRAY(SELECT app_treated_boards()))));
CREATE POLICY rival_values_state ON rival_values FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND entered_by = app_user());
CREATE POLICY rival_settlements_read ON rival_settlements FOR SELECT TO spineboard_app
  USING (EXISTS (SELECT FROM rival_values r WHERE r.id = rival_id));
CREATE POLICY rival_settlements_record ON rival_settlements FOR INSERT TO spineboard_app
  WITH CHECK (settled_by = app_user() AND (app_holds(board_id, ARRAY['presenter','core-member'])
    OR (outcome = 'withdrawn' AND app_writes_cases(board_id)
      AND EXISTS (SELECT FROM rival_values r WHERE r.id = rival_id AND r.entered_by = app_user()))));
CREATE POLICY case_standings_read ON case_standings FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY case_standings_record ON case_standings FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND recorded_by = app_user());
CREATE POLICY preparation_times_read ON preparation_times FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY preparation_times_count ON preparation_times FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND user_id = app_user());
CREATE POLICY facts_record ON facts FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND entered_by = app_user());
--> statement-breakpoint

-- Files: the bytes are written once and never change; of an attachment changes what is said of it, never what it is
ALTER TABLE stored_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
-- Pictures and PDFs are packed already: packing them again would only keep slices from being read one by one.
ALTER TABLE stored_files ALTER COLUMN content SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON stored_files, attachments TO spineboard_app;
GRANT UPDATE (study, level, caption, position, version, withdrawn_by, withdrawn_at, withdrawn_because)
  ON attachments TO spineboard_app;
-- A photo is for the treating team: whoever is not of it reads the bytes of such files only as an attachment of theirs names.
CREATE POLICY stored_files_read ON stored_files FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_treated_boards())) OR (board_id = ANY (ARRAY(SELECT app_patient_boards()))
    AND EXISTS (SELECT 1 FROM attachments a WHERE a.board_id = stored_files.board_id
      AND stored_files.sha256 IN (a.sha256, a.small_sha256))));
CREATE POLICY stored_files_keep ON stored_files FOR INSERT TO spineboard_app WITH CHECK (app_writes_cases(board_id));
CREATE POLICY attachments_read ON attachments FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (kind <> 'photo' OR board_id = ANY (ARRAY(SELECT app_treated_boards()))));
CREATE POLICY attachments_add ON attachments FOR INSERT TO spineboard_app
  WITH CHECK (app_writes_cases(board_id) AND added_by = app_user() AND withdrawn_at IS NULL);
CREATE POLICY attachments_change ON attachments FOR UPDATE TO spineboard_app USING (app_writes_cases(board_id))
  WITH CHECK (app_writes_cases(board_id) AND (withdrawn_by IS NULL OR withdrawn_by = app_user()));
--> statement-breakpoint

-- Meetings
ALTER TABLE meetings ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenda_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendances ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON attendances TO spineboard_app;
GRANT SELECT, INSERT ON meetings, agenda_items TO spineboard_app;
GRANT UPDATE (position, minutes, removed_at, stage, round, presented_at, voting_at, revealed_at, concluded_at)
  ON agenda_items TO spineboard_app;
GRANT UPDATE (state, started_at, closed_at, untouched_because, presenting_item_id) ON meetings TO spineboard_app;
CREATE POLICY meetings_read ON meetings FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
-- A meeting is the coordinator's to make; a board without one is called by whoever treats, in their own name.
CREATE POLICY meetings_plan ON meetings FOR INSERT TO spineboard_app WITH CHECK (app_holds(board_id, ARRAY['coordinator'])
  OR kind = 'asynchronous' AND app_treats(board_id) AND created_by = app_user());
CREATE FUNCTION app_called(meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM meetings m WHERE m.id = meeting AND m.kind = 'asynchronous' AND m.created_by = app_user()
    AND app_treats(m.board_id))
$$;
REVOKE EXECUTE ON FUNCTION app_called(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_called(uuid) TO spineboard_app;
CREATE POLICY meetings_change ON meetings FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['coordinator','chair'])) WITH CHECK (app_holds(board_id, ARRAY['coordinator','chair']));
-- Every member's act holds the meeting and counts it up by one. Members may do these two things and no other.
CREATE FUNCTION app_hold_meeting(meeting uuid) RETURNS SETOF meetings LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = public, pg_temp AS
  $$ SELECT m.* FROM meetings m WHERE m.id = meeting AND app_sees_patients(m.board_id) FOR NO KEY UPDATE $$;
CREATE FUNCTION app_count_act(meeting uuid) RETURNS integer LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  UPDATE meetings SET sequence = sequence + 1 WHERE id = meeting AND app_sees_patients(board_id) RETURNING sequence
$$;
-- Who still listens to which meeting, and how far it has come: one question for all streams of a process. Sessions are looked
-- up at the door alone; a session that ended, a disabled person and one without a role on the board get no row. The first
-- ballot of somebody else is no reason to look again, the own one is.
CREATE FUNCTION app_listeners(pairs jsonb, at timestamptz, idle_since timestamptz)
  RETURNS TABLE (session_id uuid, meeting_id uuid, board_id uuid, user_id uuid, roles text[], sequence integer, room_sequence integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, m.id, m.board_id, s.user_id,
    (SELECT array_agg(h.role) FROM memberships h WHERE h.user_id = s.user_id AND h.board_id = m.board_id AND h.ended_at IS NULL),
    m.sequence,
    coalesce((SELECT l.sequence FROM ledger_entries l
      WHERE l.meeting_id = m.id AND l.sequence <= m.sequence AND (l.kind <> 'ballot.cast' OR l.actor_id = s.user_id)
      ORDER BY l.sequence DESC LIMIT 1), 0)
  FROM (SELECT DISTINCT session, meeting FROM jsonb_to_recordset(pairs) AS p(session uuid, meeting uuid)) f
    JOIN sessions s ON s.id = f.session AND s.ended_at IS NULL AND s.ends_at > at AND s.seen_at > idle_since
    JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
    JOIN meetings m ON m.id = f.meeting
  WHERE app_at_door()
    AND EXISTS (SELECT 1 FROM memberships h WHERE h.user_id = s.user_id AND h.board_id = m.board_id AND h.ended_at IS NULL)
$$;
REVOKE EXECUTE ON FUNCTION app_hold_meeting(uuid), app_count_act(uuid), app_listeners(jsonb, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_hold_meeting(uuid), app_count_act(uuid), app_listeners(jsonb, timestamptz, timestamptz) TO spineboard_app;
CREATE POLICY items_read ON agenda_items FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
-- The coordinator builds the agenda; a blocked case comes on it with the chair's reason alone.
CREATE POLICY items_add ON agenda_items FOR INSERT TO spineboard_app
  WITH CHECK (stage = 'queued' AND CASE WHEN admitted_because IS NULL
    THEN app_holds(board_id, ARRAY['coordinator']) ELSE app_holds(board_id, ARRAY['chair']) END
    OR stage = 'presenting' AND app_called(meeting_id));
CREATE POLICY items_change ON agenda_items FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['coordinator','chair']) OR app_called(meeting_id))
  WITH CHECK (app_holds(board_id, ARRAY['coordinator','chair']) OR app_called(meeting_id));
-- A stage opens ballots, so the database knows its ways too: the chair alone moves an item, a sealed vote opens only with a
-- ballot in it, what was revealed stays revealed: voting again is another round, which ends without a ballot only when it is
-- called off. The coordinator plans, and takes off only what nobody has presented.
CREATE FUNCTION app_item_may_move(item agenda_items, next_stage text, next_round integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (app_holds(item.board_id, ARRAY['chair'])
      OR item.stage = 'presenting' AND next_stage = 'voting' AND app_called(item.meeting_id)) AND next_round - item.round = CASE item.stage || ' to ' || next_stage
    WHEN 'revealed to voting' THEN 1
    WHEN 'voting to revealed' THEN CASE WHEN item.round > 1 AND app_ballots_cast(item.id) = 0 THEN -1 ELSE 0 END
    ELSE 0
  END AND CASE item.stage || ' to ' || next_stage
    WHEN 'queued to presenting' THEN true
    WHEN 'presenting to queued' THEN true
    WHEN 'presenting to voting' THEN true
    WHEN 'voting to queued' THEN item.round = 1 AND app_ballots_cast(item.id) = 0
    WHEN 'voting to revealed' THEN item.round > 1 OR app_ballots_cast(item.id) > 0
    WHEN 'revealed to voting' THEN true
    WHEN 'revealed to concluded' THEN true
    ELSE false
  END
$$;
REVOKE EXECUTE ON FUNCTION app_item_may_move(agenda_items, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_item_may_move(agenda_items, text, integer) TO spineboard_app;
CREATE FUNCTION keep_item_stages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_planned CONSTANT boolean := (NEW.position, NEW.minutes, NEW.removed_at)
    IS DISTINCT FROM (OLD.position, OLD.minutes, OLD.removed_at);
  is_restamped CONSTANT boolean := (NEW.round, NEW.presented_at, NEW.voting_at, NEW.revealed_at, NEW.concluded_at)
    IS DISTINCT FROM (OLD.round, OLD.presented_at, OLD.voting_at, OLD.revealed_at, OLD.concluded_at);
BEGIN
  -- Whom no policy binds, the owner, is not bound here either.
  IF NOT row_security_active(TG_RELID) THEN RETURN NEW; END IF;
  IF is_planned AND NOT app_holds(OLD.board_id, ARRAY['coordinator'])
    OR NEW.removed_at IS DISTINCT FROM OLD.removed_at AND OLD.stage <> 'queued'
    OR NEW.stage = OLD.stage AND is_restamped
    OR NEW.stage <> OLD.stage AND NOT app_item_may_move(OLD, NEW.stage, NEW.round)
  THEN RAISE EXCEPTION 'an agenda item does not change in this way' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agenda_items_keep_stages BEFORE UPDATE ON agenda_items FOR EACH ROW EXECUTE FUNCTION keep_item_stages();
CREATE POLICY attendances_read ON attendances FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
-- The chair's reveal records the voters who had not joined: at their ballot it would have told who cast.
CREATE POLICY attendances_write ON attendances FOR INSERT TO spineboard_app
  WITH CHECK (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator','chair'])));
CREATE POLICY attendances_change ON attendances FOR UPDATE TO spineboard_app
  USING (app_sees_patients(board_id) AND (user_id = app_user() OR app_holds(board_id, ARRAY['coordinator'])));
-- Calls of an asynchronous board: made by who calls it, answered by who is named, never changed.
ALTER TABLE calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_answers ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON calls, call_answers TO spineboard_app;
CREATE POLICY calls_read ON calls FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY calls_make ON calls FOR INSERT TO spineboard_app WITH CHECK (app_called(meeting_id));
CREATE POLICY call_answers_read ON call_answers FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY call_answers_give ON call_answers FOR INSERT TO spineboard_app
  WITH CHECK (app_treats(board_id) AND user_id = app_user()
    AND EXISTS (SELECT 1 FROM calls c WHERE c.id = call_id AND c.ladder ? app_user()::text));
-- Who means to come: everybody answers for themselves, the last word counts.
ALTER TABLE meeting_replies ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (reply, replied_at) ON meeting_replies TO spineboard_app;
CREATE POLICY meeting_replies_read ON meeting_replies FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY meeting_replies_give ON meeting_replies FOR INSERT TO spineboard_app
  WITH CHECK (app_sees_patients(board_id) AND user_id = app_user());
CREATE POLICY meeting_replies_change ON meeting_replies FOR UPDATE TO spineboard_app
  USING (app_sees_patients(board_id) AND user_id = app_user());
-- How the board meets: the chair's to say, each change a version.
ALTER TABLE meeting_rules ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON meeting_rules TO spineboard_app;
CREATE POLICY meeting_rules_read ON meeting_rules FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY meeting_rules_set ON meeting_rules FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND set_by = app_user());
--> statement-breakpoint

-- Deliberation
ALTER TABLE plan_options ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballots ENABLE ROW LEVEL SECURITY;
ALTER TABLE conclusions ENABLE ROW LEVEL SECURITY;
ALTER TABLE recommendations ENABLE ROW LEVEL SECURITY;
GRANT INSERT, UPDATE ON conclusions TO spineboard_app;
-- What was signed holds the goals of care too. It is handed out by a function, to an observer without them; so is what the board
-- wrote on how it considered them, signed or drafted.
GRANT SELECT (id, board_id, item_id, case_id, version, state, answers, needs, sequence, rationale, dissent, change_reason,
  draft_version, drafted_by, drafted_at, signed_by, signed_at, snapshot_sha256, ranks_as) ON conclusions TO spineboard_app;
CREATE FUNCTION app_signed_snapshot(conclusion uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN app_treats(c.board_id) THEN c.snapshot ELSE c.snapshot #- '{case,facts,goals}' #- '{conclusion,goalsConsidered}'
    #- '{conclusion,goalsGate}' #- '{conclusion,stopsOnGoals}' END
  FROM conclusions c WHERE c.id = conclusion AND app_sees_patients(c.board_id)
$$;
CREATE FUNCTION app_goals_considered(conclusion uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT c.goals_considered FROM conclusions c WHERE c.id = conclusion AND app_treats(c.board_id)
$$;
CREATE FUNCTION app_goals_gate(conclusion uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT c.goals_gate FROM conclusions c WHERE c.id = conclusion AND app_treats(c.board_id)
$$;
-- Whether the day of a conversation was known at the signing, and nothing of what was said.
CREATE FUNCTION app_conversation_on_record(conclusion uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_or(jsonb_path_exists(c.snapshot, '$.case.facts.goals.*.spokenOn ? (@.state == "known")')), false)
  FROM conclusions c WHERE c.id = conclusion AND app_sees_patients(c.board_id)
$$;
REVOKE EXECUTE ON FUNCTION app_signed_snapshot(uuid), app_goals_considered(uuid), app_goals_gate(uuid), app_conversation_on_record(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_signed_snapshot(uuid), app_goals_considered(uuid), app_goals_gate(uuid), app_conversation_on_record(uuid) TO spineboard_app;
-- What a printed code belongs to. Whoever asks learns nothing about a patient; the ids lead only those who may see the case.
CREATE FUNCTION app_signature_of_code(code text) RETURNS TABLE (conclusion_id uuid, case_id uuid, board_id uuid, time_zone text,
    version int, state text, signed_at text, newer int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.case_id, c.board_id, b.time_zone, c.version, c.state, to_json(c.signed_at) #>> '{}',
    (SELECT f.version FROM conclusions f WHERE f.item_id = c.item_id AND f.state = 'signed' AND f.id <> c.id)
  FROM conclusions c JOIN boards b ON b.id = c.board_id
  WHERE app_at_door() AND left(c.snapshot_sha256, 20) = code AND length(code) = 20 AND c.state <> 'draft'
$$;
REVOKE EXECUTE ON FUNCTION app_signature_of_code(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_signature_of_code(text) TO spineboard_app;
GRANT SELECT, INSERT ON plan_options, ballots, recommendations TO spineboard_app;
-- What was proposed stays as it was: an option can only be withdrawn.
GRANT UPDATE (withdrawn_at, withdrawn_because) ON plan_options TO spineboard_app;
CREATE FUNCTION app_conclusion_is_draft(conclusion uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT 1 FROM conclusions c WHERE c.id = conclusion AND c.state = 'draft') $$;
REVOKE EXECUTE ON FUNCTION app_conclusion_is_draft(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_conclusion_is_draft(uuid) TO spineboard_app;
CREATE POLICY options_read ON plan_options FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
-- Whoever declared a conflict of interest in a case takes no part in it, whichever meeting it comes to.
CREATE FUNCTION app_recused(item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i JOIN conflicts c ON c.case_id = i.case_id
    WHERE i.id = item AND c.user_id = app_user() AND c.withdrawn_at IS NULL)
$$;
-- Whether a case has an item whose first vote is not revealed.
CREATE FUNCTION app_case_undecided(of_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i WHERE i.case_id = of_case AND i.removed_at IS NULL AND i.round = 1
    AND i.stage IN ('queued', 'presenting', 'voting'))
$$;
CREATE FUNCTION app_item_open(item uuid, of_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_items i WHERE i.id = item AND i.case_id = of_case AND i.removed_at IS NULL
    AND i.stage <> 'concluded')
$$;
REVOKE EXECUTE ON FUNCTION app_recused(uuid), app_case_undecided(uuid), app_item_open(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_recused(uuid), app_case_undecided(uuid), app_item_open(uuid, uuid) TO spineboard_app;
ALTER TABLE conflicts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_because) ON conflicts TO spineboard_app;
CREATE POLICY conflicts_read ON conflicts FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY conflicts_declare ON conflicts FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND user_id = app_user() AND withdrawn_at IS NULL
    AND app_item_open(item_id, case_id));
CREATE POLICY conflicts_withdraw ON conflicts FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND user_id = app_user() AND app_case_undecided(case_id));
CREATE POLICY options_propose ON plan_options FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND proposed_by = app_user()
    AND app_item_takes_options(item_id) AND NOT app_recused(item_id));
CREATE POLICY options_withdraw ON plan_options FOR UPDATE TO spineboard_app
  USING (((proposed_by = app_user() AND app_sees_patients(board_id)) OR app_holds(board_id, ARRAY['chair']))
    AND app_item_takes_options(item_id));
-- Nobody, the chair and the administrator included, reads another member's ballot before the reveal.
CREATE POLICY ballots_read ON ballots FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (voter_id = app_user() OR app_round_revealed(item_id, round)));
CREATE POLICY ballots_cast ON ballots FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['core-member']) AND voter_id = app_user() AND app_item_voting(item_id, round)
    AND NOT app_recused(item_id)
    AND EXISTS (SELECT 1 FROM plan_options o WHERE o.id = ballots.option_id AND o.withdrawn_at IS NULL));
-- What a member has filled in and not cast: nobody else’s to read, not after the reveal either.
ALTER TABLE pre_ballots ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON pre_ballots TO spineboard_app;
GRANT UPDATE (stance, reason, saved_at) ON pre_ballots TO spineboard_app;
CREATE POLICY pre_ballots_own ON pre_ballots FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND voter_id = app_user());
CREATE POLICY pre_ballots_keep ON pre_ballots FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['core-member']) AND voter_id = app_user() AND app_item_prepares(item_id, round));
CREATE POLICY pre_ballots_change ON pre_ballots FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['core-member']) AND voter_id = app_user() AND app_item_prepares(item_id, round));
-- How long a member expects the patient to live: said once, and sealed until the first round is revealed.
ALTER TABLE survival_estimates ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON survival_estimates TO spineboard_app;
CREATE POLICY survival_estimates_read ON survival_estimates FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (member_id = app_user() OR app_round_revealed(item_id, 1)));
CREATE POLICY survival_estimates_give ON survival_estimates FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['core-member']) AND member_id = app_user() AND app_item_prepares(item_id, 1));
-- An asynchronous board reveals by its agreed rule: when every specialty that was called has cast in this round. Whoever cast is recorded as
-- having been there, as the chair's reveal does. Called beside a ballot of one's own; it tells nothing while anybody is missing.
CREATE FUNCTION app_reveal_answered(item uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
      JOIN ballots b ON b.item_id = i.id AND b.round = i.round AND b.voter_id = app_user()
      WHERE i.id = item AND i.stage = 'voting' AND m.kind = 'asynchronous' AND app_holds(i.board_id, ARRAY['core-member']))
    OR EXISTS (SELECT 1 FROM calls c JOIN agenda_items i ON i.meeting_id = c.meeting_id WHERE i.id = item
      AND NOT EXISTS (SELECT 1 FROM ballots b WHERE b.item_id = item AND b.round = i.round AND b.specialty = c.specialty))
  THEN RETURN false;
  END IF;
  UPDATE agenda_items SET stage = 'revealed', revealed_at = at WHERE id = item;
  INSERT INTO attendances (board_id, meeting_id, user_id, specialty, remote, came_at)
    SELECT DISTINCT ON (b.voter_id) i.board_id, i.meeting_id, b.voter_id, b.specialty, true, b.cast_at
    FROM ballots b JOIN agenda_items i ON i.id = b.item_id WHERE b.item_id = item ORDER BY b.voter_id, b.cast_at
    ON CONFLICT DO NOTHING;
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION app_reveal_answered(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_reveal_answered(uuid, timestamptz) TO spineboard_app;
-- Safety objections: in one's own name, of a sealed vote marked as such; answered once, by the chair or whom it is addressed to,
-- and never by the objector.
ALTER TABLE safety_objections ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON safety_objections TO spineboard_app;
GRANT UPDATE (answer, answered_by, answered_at) ON safety_objections TO spineboard_app;
CREATE POLICY objections_read ON safety_objections FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards()))
    AND (raised_by = app_user() OR app_objection_shown(item_id, round, sealed)));
CREATE POLICY objections_raise ON safety_objections FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND raised_by = app_user() AND answer IS NULL
    AND sealed = app_item_voting(item_id, round));
CREATE POLICY objections_answer ON safety_objections FOR UPDATE TO spineboard_app
  USING (answer IS NULL AND raised_by <> app_user()
    AND (app_holds(board_id, ARRAY['chair']) OR (addressed_to = app_user() AND app_sees_patients(board_id))))
  WITH CHECK (answered_by = app_user());
CREATE POLICY conclusions_read ON conclusions FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY conclusions_draft ON conclusions FOR INSERT TO spineboard_app WITH CHECK (app_holds(board_id, ARRAY['chair']));
-- A signed conclusion is frozen: the only change it can take is to be marked as superseded.
CREATE POLICY conclusions_change ON conclusions FOR UPDATE TO spineboard_app USING (app_holds(board_id, ARRAY['chair']));
CREATE POLICY recommendations_read ON recommendations FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY recommendations_write ON recommendations FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND app_conclusion_is_draft(conclusion_id));
CREATE FUNCTION keep_signed_conclusions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state' OR NEW.state = 'draft') THEN
    RAISE EXCEPTION 'a signed conclusion does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conclusions_stay_signed BEFORE UPDATE ON conclusions FOR EACH ROW EXECUTE FUNCTION keep_signed_conclusions();
--> statement-breakpoint

-- Follow-up
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON tasks TO spineboard_app;
GRANT SELECT, INSERT ON visits TO spineboard_app;
CREATE POLICY tasks_read ON tasks FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
-- An observer watches: owns nothing. A task whose owner lost the roles meanwhile can still be closed, not given to such a person.
CREATE FUNCTION app_may_own_task(board uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.board_id = board AND m.user_id = person AND m.ended_at IS NULL AND u.disabled_at IS NULL
      AND m.role IN ('presenter', 'core-member', 'chair', 'coordinator'))
$$;
CREATE FUNCTION app_owns_task(task uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT 1 FROM tasks t WHERE t.id = task AND t.owner_id = person) $$;
REVOKE EXECUTE ON FUNCTION app_may_own_task(uuid, uuid), app_owns_task(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_may_own_task(uuid, uuid), app_owns_task(uuid, uuid) TO spineboard_app;
CREATE POLICY tasks_create ON tasks FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND app_may_own_task(board_id, owner_id));
-- Whoever owns a task may hand it to another person of the board who can carry it.
CREATE POLICY tasks_change ON tasks FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['coordinator','chair']) OR (owner_id = app_user()
    AND app_holds(board_id, ARRAY['presenter','core-member','chair','coordinator'])))
  WITH CHECK (app_sees_patients(board_id) AND (app_owns_task(id, owner_id) OR app_may_own_task(board_id, owner_id)));
CREATE POLICY visits_read ON visits FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY visits_record ON visits FOR INSERT TO spineboard_app WITH CHECK (app_writes_cases(board_id) AND recorded_by = app_user());
--> statement-breakpoint

-- Documents: what is sent out of a signed record. Letters and plan may speak of the goals of care and are for the treating team.
ALTER TABLE document_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatches ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON document_versions, dispatches TO spineboard_app;
CREATE POLICY document_versions_read ON document_versions FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (kind = 'minutes' OR board_id = ANY (ARRAY(SELECT app_treated_boards()))));
CREATE POLICY document_versions_write ON document_versions FOR INSERT TO spineboard_app
  WITH CHECK (app_treats(board_id) AND written_by = app_user() AND NOT coalesce(app_conclusion_is_draft(conclusion_id), false));
CREATE POLICY dispatches_read ON dispatches FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (kind = 'minutes' OR board_id = ANY (ARRAY(SELECT app_treated_boards()))));
CREATE POLICY dispatches_send ON dispatches FOR INSERT TO spineboard_app
  WITH CHECK (app_treats(board_id) AND sent_by = app_user() AND NOT coalesce(app_conclusion_is_draft(conclusion_id), false));
--> statement-breakpoint

-- Readiness: what a board asks of a case, and who was asked for what
ALTER TABLE minimum_datasets ENABLE ROW LEVEL SECURITY;
ALTER TABLE pathway_choices ENABLE ROW LEVEL SECURITY;
ALTER TABLE gap_requests ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON minimum_datasets, pathway_choices, gap_requests TO spineboard_app;
CREATE POLICY pathway_choices_read ON pathway_choices FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY pathway_choices_set ON pathway_choices FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND set_by = app_user());
CREATE POLICY datasets_read ON minimum_datasets FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY datasets_set ON minimum_datasets FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND set_by = app_user());
CREATE POLICY gap_requests_read ON gap_requests FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
-- Whoever can be asked may ask, and nobody can be asked who could not answer.
CREATE POLICY gap_requests_ask ON gap_requests FOR INSERT TO spineboard_app
  WITH CHECK (app_may_own_task(board_id, app_user()) AND asked_by = app_user()
    AND (owner_id IS NULL OR app_may_own_task(board_id, owner_id)));

-- The pathway: reasons to go on despite a stop, or why a limit cannot be kept. What rests on the goals of care is for who treats.
ALTER TABLE rule_exceptions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON rule_exceptions TO spineboard_app;
CREATE POLICY rule_exceptions_read ON rule_exceptions FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (NOT on_goals OR board_id = ANY (ARRAY(SELECT app_treated_boards()))));
CREATE POLICY rule_exceptions_give ON rule_exceptions FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['presenter','core-member','chair']) AND given_by = app_user());
-- Who signed which version of an instrument, rule, pack or option off against its source: the chair, by name.
ALTER TABLE sign_offs ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sign_offs TO spineboard_app;
CREATE POLICY sign_offs_read ON sign_offs FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY sign_offs_sign ON sign_offs FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND signed_by = app_user());
-- The chair let a signed conclusion stand over newer facts. What changed in the goals of care is for who treats.
ALTER TABLE decision_stands ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON decision_stands TO spineboard_app;
CREATE POLICY decision_stands_read ON decision_stands FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (NOT on_goals OR board_id = ANY (ARRAY(SELECT app_treated_boards()))));
CREATE POLICY decision_stands_let ON decision_stands FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND let_by = app_user());
-- A re-vote on some kinds of treatment: opened by the chair, with the item that it is about.
ALTER TABLE revotes ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON revotes TO spineboard_app;
CREATE POLICY revotes_read ON revotes FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY revotes_open ON revotes FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND opened_by = app_user());
-- Remarks in the room: whoever sees the board reads them, one's own are written and withdrawn, no word of one changes.
ALTER TABLE remarks ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_because) ON remarks TO spineboard_app;
CREATE POLICY remarks_read ON remarks FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));
CREATE POLICY remarks_write ON remarks FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['presenter','core-member','chair','coordinator']) AND written_by = app_user());
CREATE POLICY remarks_withdraw ON remarks FOR UPDATE TO spineboard_app
  USING (app_holds(board_id, ARRAY['presenter','core-member','chair','coordinator']) AND written_by = app_user());
--> statement-breakpoint
-- Practice on past cases. Who had a part in any decision on the case knows the answer.
CREATE FUNCTION app_took_part(conclusion uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM conclusions past JOIN agenda_items i ON i.case_id = past.case_id
    WHERE past.id = conclusion AND (
      EXISTS (SELECT 1 FROM ballots b WHERE b.item_id = i.id AND b.voter_id = app_user())
      OR EXISTS (SELECT 1 FROM plan_options o WHERE o.item_id = i.id AND o.proposed_by = app_user())
      OR EXISTS (SELECT 1 FROM conclusions c WHERE c.item_id = i.id AND app_user() IN (c.drafted_by, c.signed_by))))
$$;
-- Shadow votes are seen by who gave them and by whom they are shown to: no role opens them.
CREATE FUNCTION app_shadow_vote_shown(vote uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM shadow_vote_shares s
    WHERE s.shadow_vote_id = vote AND s.shared_with = app_user() AND s.ended_at IS NULL)
$$;
REVOKE EXECUTE ON FUNCTION app_took_part(uuid), app_shadow_vote_shown(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_took_part(uuid), app_shadow_vote_shown(uuid) TO spineboard_app;
ALTER TABLE shadow_votes ENABLE ROW LEVEL SECURITY;
ALTER TABLE shadow_vote_shares ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON shadow_votes, shadow_vote_shares TO spineboard_app;
GRANT UPDATE (ended_at) ON shadow_vote_shares TO spineboard_app;
CREATE POLICY shadow_votes_read ON shadow_votes FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (voter_id = app_user() OR app_shadow_vote_shown(id)));
CREATE POLICY shadow_votes_give ON shadow_votes FOR INSERT TO spineboard_app
  WITH CHECK (app_sees_patients(board_id) AND voter_id = app_user() AND NOT app_took_part(conclusion_id));
CREATE POLICY shadow_vote_shares_read ON shadow_vote_shares FOR SELECT TO spineboard_app
  USING (board_id = ANY (ARRAY(SELECT app_patient_boards())) AND (voter_id = app_user() OR (shared_with = app_user() AND ended_at IS NULL)));
CREATE POLICY shadow_vote_shares_show ON shadow_vote_shares FOR INSERT TO spineboard_app
  WITH CHECK (app_sees_patients(board_id) AND voter_id = app_user());
CREATE POLICY shadow_vote_shares_end ON shadow_vote_shares FOR UPDATE TO spineboard_app
  USING (app_sees_patients(board_id) AND voter_id = app_user());
