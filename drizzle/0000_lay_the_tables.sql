CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"study" uuid,
	"level" text,
	"caption" text NOT NULL,
	"position" integer NOT NULL,
	"file_name" text NOT NULL,
	"sent_sha256" text NOT NULL,
	"sha256" text NOT NULL,
	"small_sha256" text,
	"width" integer,
	"height" integer,
	"pages" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_because" text,
	CONSTRAINT "attachments_kind_known" CHECK ("attachments"."kind" in ('key-image', 'referral', 'report', 'photo')),
	CONSTRAINT "attachments_level_known" CHECK ("attachments"."level" in ('C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'L1', 'L2', 'L3', 'L4', 'L5', 'S1', 'S2', 'S3', 'S4', 'S5')),
	CONSTRAINT "attachments_withdrawn_with_reason" CHECK (("attachments"."withdrawn_at" is null) = ("attachments"."withdrawn_because" is null) and ("attachments"."withdrawn_at" is null) = ("attachments"."withdrawn_by" is null))
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"board_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_length" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "stored_files_board_id_sha256_pk" PRIMARY KEY("board_id","sha256"),
	CONSTRAINT "stored_files_type_known" CHECK ("stored_files"."media_type" in ('image/png', 'image/jpeg', 'application/pdf')),
	CONSTRAINT "stored_files_length_told" CHECK ("stored_files"."byte_length" = length("stored_files"."content")),
	CONSTRAINT "stored_files_named_by_content" CHECK ("stored_files"."sha256" = encode(sha256("stored_files"."content"), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"photos_shown" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "call_answers_answer_known" CHECK ("call_answers"."answer" in ('seen', 'cannot'))
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"specialty" text NOT NULL,
	"ladder" jsonb NOT NULL,
	"next_after_minutes" integer NOT NULL,
	"called_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calls_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "calls_specialty_known" CHECK ("calls"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation'))
);
--> statement-breakpoint
CREATE TABLE "case_standings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"act" text NOT NULL,
	"because" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_standings_act_known" CHECK ("case_standings"."act" in ('withdrawn', 'restored'))
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"code" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"question" text NOT NULL,
	"primary_tumour" text,
	"levels" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"presenter_id" uuid NOT NULL,
	"handed_in_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cases_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "cases_state_known" CHECK ("cases"."state" in ('draft', 'handed-in', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"section" text NOT NULL,
	"item" text DEFAULT '' NOT NULL,
	"field" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"value" jsonb,
	"unit" text,
	"refers_on" text,
	"confirmed_from" uuid,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "facts_state_known" CHECK ("facts"."state" in ('known', 'not-assessed', 'pending', 'not-applicable', 'withdrawn')),
	CONSTRAINT "facts_refers_on_is_day" CHECK ("facts"."refers_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "patient_contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"telephone" text,
	"kin_name" text,
	"kin_relation" text,
	"kin_telephone" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patient_identifiers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"value" text NOT NULL,
	"key" text GENERATED ALWAYS AS (case when lower(regexp_replace(issuer, '[[:space:][:punct:]]', '', 'g')) in ('nhs', 'nhsnumber', 'nhsnum', 'nhsnr', 'nhsidentifier', 'nationalhealthservicenumber') then 'nhsno' when lower(regexp_replace(issuer, '[[:space:][:punct:]]', '', 'g')) in ('bsnnumber', 'bsnno', 'bsnnr', 'bsnnummer', 'burgerservicenummer') then 'bsn' else lower(regexp_replace(issuer, '[[:space:][:punct:]]', '', 'g')) end || ' ' || lower(regexp_replace(value, '[[:space:][:punct:]]', '', 'g'))) STORED NOT NULL,
	"position" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "patient_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"identity" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"family_name" text NOT NULL,
	"given_name" text,
	"title" text,
	"suffix" text,
	"preferred_name" text,
	"born_on" text,
	"sex" text NOT NULL,
	"gender" text,
	"identifier" text,
	"identifier_issuer" text,
	"identifier_key" text GENERATED ALWAYS AS (case when lower(regexp_replace(identifier_issuer, '[[:space:][:punct:]]', '', 'g')) in ('nhs', 'nhsnumber', 'nhsnum', 'nhsnr', 'nhsidentifier', 'nationalhealthservicenumber') then 'nhsno' when lower(regexp_replace(identifier_issuer, '[[:space:][:punct:]]', '', 'g')) in ('bsnnumber', 'bsnno', 'bsnnr', 'bsnnummer', 'burgerservicenummer') then 'bsn' else lower(regexp_replace(identifier_issuer, '[[:space:][:punct:]]', '', 'g')) end || ' ' || lower(regexp_replace(identifier, '[[:space:][:punct:]]', '', 'g'))) STORED,
	"searched_as" text NOT NULL,
	"died_on" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "patients_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "patients_sex_known" CHECK ("patients"."sex" in ('female', 'male', 'other', 'not-known')),
	CONSTRAINT "patients_born_on_is_day" CHECK ("patients"."born_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
	CONSTRAINT "patients_died_on_is_day" CHECK ("patients"."died_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "preparation_times" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seconds" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "preparation_times_some_seconds" CHECK ("preparation_times"."seconds" between 1 and 3600)
);
--> statement-breakpoint
CREATE TABLE "rival_settlements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"rival_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"because" text NOT NULL,
	"settled_by" uuid NOT NULL,
	"settled_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rival_settlements_outcome_known" CHECK ("rival_settlements"."outcome" in ('counts', 'set-aside', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "rival_values" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"section" text NOT NULL,
	"item" text DEFAULT '' NOT NULL,
	"field" text NOT NULL,
	"value" jsonb NOT NULL,
	"unit" text,
	"source" text NOT NULL,
	"refers_on" text,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rival_values_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "rival_values_refers_on_is_day" CHECK ("rival_values"."refers_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"specialty" text,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_because" text,
	CONSTRAINT "conflicts_have_words" CHECK (length(trim("conflicts"."words")) > 0),
	CONSTRAINT "conflicts_withdrawn_with_reason" CHECK (("conflicts"."withdrawn_at" is null) = ("conflicts"."withdrawn_because" is null)),
	CONSTRAINT "conflicts_kind_known" CHECK ("conflicts"."kind" in ('personal', 'own-treatment', 'financial', 'research', 'other')),
	CONSTRAINT "conflicts_specialty_known" CHECK ("conflicts"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation'))
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"specialty" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"revision" integer NOT NULL,
	"stance" text NOT NULL,
	"reason" text,
	"cast_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballots_stance_known" CHECK ("ballots"."stance" in ('support', 'acceptable', 'oppose', 'abstain', 'recused', 'need-information')),
	CONSTRAINT "ballots_specialty_known" CHECK ("ballots"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation')),
	CONSTRAINT "ballots_reason_given" CHECK ("ballots"."stance" not in ('oppose', 'recused', 'need-information') or length(trim("ballots"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "conclusions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"answers" jsonb NOT NULL,
	"rationale" text NOT NULL,
	"goals_considered" text NOT NULL,
	"goals_gate" jsonb NOT NULL,
	"needs" jsonb NOT NULL,
	"sequence" jsonb NOT NULL,
	"dissent" text NOT NULL,
	"change_reason" text,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp (3) with time zone,
	"snapshot" jsonb,
	"snapshot_sha256" text,
	"ranks_as" text,
	CONSTRAINT "conclusions_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "conclusions_state_known" CHECK ("conclusions"."state" in ('draft', 'signed', 'superseded')),
	CONSTRAINT "conclusions_signed_is_whole" CHECK ("conclusions"."state" = 'draft' or ("conclusions"."signed_by" is not null and "conclusions"."signed_at" is not null and "conclusions"."snapshot" is not null and "conclusions"."snapshot_sha256" is not null and length(trim("conclusions"."rationale")) > 0 and length(trim("conclusions"."goals_considered")) > 0)),
	CONSTRAINT "conclusions_rank_known" CHECK ("conclusions"."ranks_as" in ('decision', 'advice')),
	CONSTRAINT "conclusions_signed_has_rank" CHECK (("conclusions"."state" = 'draft') = ("conclusions"."ranks_as" is null)),
	CONSTRAINT "conclusions_change_has_reason" CHECK ("conclusions"."version" = 1 or length(trim("conclusions"."change_reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "plan_options" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"modality" text NOT NULL,
	"letter" text NOT NULL,
	"plan" jsonb NOT NULL,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_because" text,
	CONSTRAINT "plan_options_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "plan_options_of_item" UNIQUE("id","item_id"),
	CONSTRAINT "plan_options_withdrawn_with_reason" CHECK (("plan_options"."withdrawn_at" is null) = ("plan_options"."withdrawn_because" is null)),
	CONSTRAINT "plan_options_modality_known" CHECK ("plan_options"."modality" in ('radiation', 'surgery', 'systemic', 'pain', 'supportive'))
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"conclusion_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"modality" text NOT NULL,
	"outcome" text NOT NULL,
	"option_id" uuid,
	"because" text,
	"missing" text,
	"condition" text,
	"owner_id" uuid,
	"due_on" text,
	"same_as_id" uuid,
	CONSTRAINT "recommendations_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "recommendations_modality_known" CHECK ("recommendations"."modality" in ('radiation', 'surgery', 'systemic', 'pain', 'supportive')),
	CONSTRAINT "recommendations_outcome_known" CHECK ("recommendations"."outcome" in ('recommended', 'none', 'deferred')),
	CONSTRAINT "recommendations_are_whole" CHECK (case "recommendations"."outcome"
        when 'recommended' then "recommendations"."option_id" is not null and "recommendations"."owner_id" is not null and "recommendations"."due_on" is not null
        when 'none' then length(trim("recommendations"."because")) > 0
        else length(trim("recommendations"."missing")) > 0 and "recommendations"."owner_id" is not null and "recommendations"."due_on" is not null
      end)
);
--> statement-breakpoint
CREATE TABLE "dispatches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"conclusion_id" uuid,
	"meeting_id" uuid,
	"document_version" integer NOT NULL,
	"recipient" text NOT NULL,
	"way" text NOT NULL,
	"wish" text,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dispatches_kind_known" CHECK ("dispatches"."kind" in ('patient', 'referrer', 'plan', 'minutes')),
	CONSTRAINT "dispatches_way_known" CHECK ("dispatches"."way" in ('printed', 'secure-mail', 'ehr')),
	CONSTRAINT "dispatches_named_by_content" CHECK ("dispatches"."sha256" = encode(sha256("dispatches"."content"), 'hex')),
	CONSTRAINT "dispatches_recipient_given" CHECK (length(trim("dispatches"."recipient")) > 0),
	CONSTRAINT "dispatches_of_one_thing" CHECK (case "dispatches"."kind" when 'minutes' then "dispatches"."meeting_id" is not null and "dispatches"."conclusion_id" is null and "dispatches"."case_id" is null
        else "dispatches"."meeting_id" is null and "dispatches"."conclusion_id" is not null and "dispatches"."case_id" is not null end)
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"conclusion_id" uuid,
	"meeting_id" uuid,
	"version" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"generated" jsonb,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_versions_kind_known" CHECK ("document_versions"."kind" in ('patient', 'referrer', 'plan', 'minutes')),
	CONSTRAINT "document_versions_of_one_thing" CHECK (case "document_versions"."kind" when 'minutes' then "document_versions"."meeting_id" is not null and "document_versions"."conclusion_id" is null and "document_versions"."case_id" is null
        else "document_versions"."meeting_id" is null and "document_versions"."conclusion_id" is not null and "document_versions"."case_id" is not null end),
	CONSTRAINT "document_versions_begin_from_record" CHECK ("document_versions"."version" > 1 or "document_versions"."generated" is not null)
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"modality" text NOT NULL,
	"title" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"closed_on" date,
	"shortfall_reason" text,
	"shortfall_text" text,
	"replaced_by_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tasks_replaced_by_version" CHECK (("tasks"."state" = 'replaced') = ("tasks"."replaced_by_id" is not null)),
	CONSTRAINT "tasks_modality_known" CHECK ("tasks"."modality" in ('radiation', 'surgery', 'systemic', 'pain', 'supportive')),
	CONSTRAINT "tasks_state_known" CHECK ("tasks"."state" in ('open', 'done', 'partly', 'not-done', 'replaced')),
	CONSTRAINT "tasks_reason_known" CHECK ("tasks"."shortfall_reason" in ('patients-wish', 'condition-changed', 'died', 'not-available', 'plan-changed', 'treated-elsewhere', 'other')),
	CONSTRAINT "tasks_closed_is_whole" CHECK ("tasks"."state" in ('open', 'replaced') or ("tasks"."closed_on" is not null and ("tasks"."state" = 'done' or "tasks"."shortfall_reason" is not null)))
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"seen_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"input_hash" text NOT NULL,
	"board_id" uuid,
	"output" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board_id" uuid,
	"meeting_id" uuid,
	"sequence" integer,
	"actor_id" uuid,
	"kind" text NOT NULL,
	"about_id" uuid,
	"case_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_replies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"reply" text NOT NULL,
	"replied_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_replies_reply_known" CHECK ("meeting_replies"."reply" in ('coming', 'remote', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "meeting_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"quorum" jsonb NOT NULL,
	"because" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"minutes" integer NOT NULL,
	"stage" text DEFAULT 'queued' NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"presented_at" timestamp (3) with time zone,
	"voting_at" timestamp (3) with time zone,
	"revealed_at" timestamp (3) with time zone,
	"concluded_at" timestamp (3) with time zone,
	"added_by" uuid NOT NULL,
	"admitted_because" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "agenda_items_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "agenda_items_stage_known" CHECK ("agenda_items"."stage" in ('queued', 'presenting', 'voting', 'revealed', 'concluded')),
	CONSTRAINT "agenda_items_admitted_with_reason" CHECK ("agenda_items"."admitted_because" <> ''),
	CONSTRAINT "agenda_items_round_counted" CHECK ("agenda_items"."round" >= 1),
	CONSTRAINT "agenda_items_minutes_possible" CHECK ("agenda_items"."minutes" between 1 and 240)
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"specialty" text,
	"remote" boolean DEFAULT false NOT NULL,
	"came_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "attendances_specialty_known" CHECK ("attendances"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation'))
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"title" text NOT NULL,
	"place" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"kind" text DEFAULT 'live' NOT NULL,
	"answer_by" timestamp (3) with time zone,
	"state" text DEFAULT 'planned' NOT NULL,
	"presenting_item_id" uuid,
	"sequence" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"untouched_because" text,
	CONSTRAINT "meetings_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "meetings_state_known" CHECK ("meetings"."state" in ('planned', 'running', 'closed')),
	CONSTRAINT "meetings_kind_known" CHECK ("meetings"."kind" in ('live', 'asynchronous')),
	CONSTRAINT "meetings_deadline_of_asynchronous" CHECK (("meetings"."kind" = 'asynchronous') = ("meetings"."answer_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "safety_objections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"option_id" uuid,
	"round" integer NOT NULL,
	"sealed" boolean NOT NULL,
	"words" text NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"addressed_to" uuid,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "safety_objections_has_words" CHECK (length(trim("safety_objections"."words")) > 0),
	CONSTRAINT "safety_objections_answered_whole" CHECK (("safety_objections"."answer" is null) = ("safety_objections"."answered_by" is null) and ("safety_objections"."answer" is null) = ("safety_objections"."answered_at" is null)),
	CONSTRAINT "safety_objections_answered_by_another" CHECK ("safety_objections"."answered_by" <> "safety_objections"."raised_by"),
	CONSTRAINT "safety_objections_addressed_to_another" CHECK ("safety_objections"."addressed_to" <> "safety_objections"."raised_by")
);
--> statement-breakpoint
CREATE TABLE "rule_exceptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "rule_exceptions_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"rule_version" integer NOT NULL,
	"option_id" uuid,
	"packs" jsonb NOT NULL,
	"kind" text NOT NULL,
	"says" text NOT NULL,
	"facts" jsonb NOT NULL,
	"because" text NOT NULL,
	"on_goals" boolean NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rule_exceptions_kind_known" CHECK ("rule_exceptions"."kind" in ('stop', 'clock', 'warning')),
	CONSTRAINT "rule_exceptions_reason_given" CHECK (("rule_exceptions"."because" = '') = ("rule_exceptions"."kind" = 'warning'))
);
--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sign_offs_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"version" integer NOT NULL,
	"act" text NOT NULL,
	"words" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_offs_kind_known" CHECK ("sign_offs"."kind" in ('instrument', 'rule', 'pack', 'option')),
	CONSTRAINT "sign_offs_act_known" CHECK ("sign_offs"."act" in ('signed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid,
	"token_hash" text NOT NULL,
	"first_administrator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"specialty" text,
	"since" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('presenter', 'core-member', 'chair', 'coordinator', 'administrator', 'observer')),
	CONSTRAINT "memberships_specialty_known" CHECK ("memberships"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation')),
	CONSTRAINT "memberships_voter_has_specialty" CHECK ("memberships"."role" <> 'core-member' or "memberships"."specialty" is not null)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"proof_hash" text,
	"proof_by" text,
	"proof_ends_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_key_once" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"has_password" boolean GENERATED ALWAYS AS (password_hash is not null) STORED NOT NULL,
	"oidc_issuer" text,
	"oidc_subject" text,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shadow_vote_shares" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"shadow_vote_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"shared_with" uuid NOT NULL,
	"shared_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "shadow_vote_shares_with_another" CHECK ("shadow_vote_shares"."shared_with" <> "shadow_vote_shares"."voter_id")
);
--> statement-breakpoint
CREATE TABLE "shadow_votes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"conclusion_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"ratings" jsonb NOT NULL,
	"reasons" text NOT NULL,
	"rated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shadow_votes_of_voter" UNIQUE("id","board_id","voter_id"),
	CONSTRAINT "shadow_votes_rate_something" CHECK (jsonb_array_length("shadow_votes"."ratings") > 0)
);
--> statement-breakpoint
CREATE TABLE "pre_ballots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"stance" text,
	"reason" text,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pre_ballots_stance_known" CHECK ("pre_ballots"."stance" in ('support', 'acceptable', 'oppose', 'abstain', 'recused', 'need-information')),
	CONSTRAINT "pre_ballots_round_counted" CHECK ("pre_ballots"."round" >= 1)
);
--> statement-breakpoint
CREATE TABLE "gap_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "gap_requests_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"section" text NOT NULL,
	"item" text DEFAULT '' NOT NULL,
	"field" text NOT NULL,
	"owner_id" uuid,
	"due_on" date,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gap_requests_owner_with_day" CHECK (("gap_requests"."owner_id" is null) = ("gap_requests"."due_on" is null))
);
--> statement-breakpoint
CREATE TABLE "minimum_datasets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"lead_days" integer NOT NULL,
	"entries" jsonb NOT NULL,
	"because" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pathway_choices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"packs" jsonb NOT NULL,
	"because" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"reply_to_id" uuid,
	"addressed_to" text,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"specialty" text,
	"written_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_because" text,
	CONSTRAINT "remarks_of_item" UNIQUE("id","item_id"),
	CONSTRAINT "remarks_have_words" CHECK (length(trim("remarks"."text")) > 0),
	CONSTRAINT "remarks_withdrawn_with_reason" CHECK (("remarks"."withdrawn_at" is null) = ("remarks"."withdrawn_because" is null)),
	CONSTRAINT "remarks_addressed_to_known" CHECK ("remarks"."addressed_to" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation')),
	CONSTRAINT "remarks_specialty_known" CHECK ("remarks"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation'))
);
--> statement-breakpoint
CREATE TABLE "decision_stands" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"conclusion_id" uuid NOT NULL,
	"keys" jsonb NOT NULL,
	"on_goals" boolean NOT NULL,
	"because" text NOT NULL,
	"let_by" uuid NOT NULL,
	"let_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decision_stands_has_reason" CHECK (length(trim("decision_stands"."because")) > 0)
);
--> statement-breakpoint
CREATE TABLE "revotes" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid NOT NULL,
	"conclusion_id" uuid NOT NULL,
	"modalities" jsonb NOT NULL,
	"because" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revotes_has_reason" CHECK (length(trim("revotes"."because")) > 0)
);
--> statement-breakpoint
CREATE TABLE "survival_estimates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"specialty" text NOT NULL,
	"band" text NOT NULL,
	"estimated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survival_estimates_band_known" CHECK ("survival_estimates"."band" in ('under-3', '3-to-6', '6-to-12', 'over-12', 'cannot-say')),
	CONSTRAINT "survival_estimates_specialty_known" CHECK ("survival_estimates"."specialty" in ('spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology', 'pathology', 'palliative-pain', 'rehabilitation'))
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_bytes_of_board" FOREIGN KEY ("board_id","sha256") REFERENCES "public"."stored_files"("board_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_small_of_board" FOREIGN KEY ("board_id","small_sha256") REFERENCES "public"."stored_files"("board_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_answers" ADD CONSTRAINT "call_answers_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_answers" ADD CONSTRAINT "call_answers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_answers" ADD CONSTRAINT "call_answers_call_of_board" FOREIGN KEY ("call_id","board_id") REFERENCES "public"."calls"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_meeting_of_board" FOREIGN KEY ("meeting_id","board_id") REFERENCES "public"."meetings"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_standings" ADD CONSTRAINT "case_standings_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_standings" ADD CONSTRAINT "case_standings_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_standings" ADD CONSTRAINT "case_standings_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_presenter_id_users_id_fk" FOREIGN KEY ("presenter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_patient_of_board" FOREIGN KEY ("patient_id","board_id") REFERENCES "public"."patients"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_origin_of_board" FOREIGN KEY ("confirmed_from","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_contacts" ADD CONSTRAINT "patient_contacts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_contacts" ADD CONSTRAINT "patient_contacts_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_contacts" ADD CONSTRAINT "patient_contacts_patient_of_board" FOREIGN KEY ("patient_id","board_id") REFERENCES "public"."patients"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_identifiers" ADD CONSTRAINT "patient_identifiers_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_identifiers" ADD CONSTRAINT "patient_identifiers_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_identifiers" ADD CONSTRAINT "patient_identifiers_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_identifiers" ADD CONSTRAINT "patient_identifiers_patient_of_board" FOREIGN KEY ("patient_id","board_id") REFERENCES "public"."patients"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_versions" ADD CONSTRAINT "patient_versions_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_versions" ADD CONSTRAINT "patient_versions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_versions" ADD CONSTRAINT "patient_versions_patient_of_board" FOREIGN KEY ("patient_id","board_id") REFERENCES "public"."patients"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_times" ADD CONSTRAINT "preparation_times_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_times" ADD CONSTRAINT "preparation_times_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_times" ADD CONSTRAINT "preparation_times_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rival_settlements" ADD CONSTRAINT "rival_settlements_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rival_settlements" ADD CONSTRAINT "rival_settlements_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rival_settlements" ADD CONSTRAINT "rival_settlements_rival_of_board" FOREIGN KEY ("rival_id","board_id") REFERENCES "public"."rival_values"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rival_values" ADD CONSTRAINT "rival_values_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rival_values" ADD CONSTRAINT "rival_values_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rival_values" ADD CONSTRAINT "rival_values_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_voter_id_users_id_fk" FOREIGN KEY ("voter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_option_of_item" FOREIGN KEY ("option_id","item_id") REFERENCES "public"."plan_options"("id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_drafted_by_users_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_options" ADD CONSTRAINT "plan_options_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_options" ADD CONSTRAINT "plan_options_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_options" ADD CONSTRAINT "plan_options_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_conclusion_of_board" FOREIGN KEY ("conclusion_id","board_id") REFERENCES "public"."conclusions"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_option_of_board" FOREIGN KEY ("option_id","board_id") REFERENCES "public"."plan_options"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_same_on_board" FOREIGN KEY ("same_as_id","board_id") REFERENCES "public"."recommendations"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_conclusion_of_board" FOREIGN KEY ("conclusion_id","board_id") REFERENCES "public"."conclusions"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_meeting_of_board" FOREIGN KEY ("meeting_id","board_id") REFERENCES "public"."meetings"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_conclusion_of_board" FOREIGN KEY ("conclusion_id","board_id") REFERENCES "public"."conclusions"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_meeting_of_board" FOREIGN KEY ("meeting_id","board_id") REFERENCES "public"."meetings"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_recommendation_of_board" FOREIGN KEY ("recommendation_id","board_id") REFERENCES "public"."recommendations"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_replaced_on_board" FOREIGN KEY ("replaced_by_id","board_id") REFERENCES "public"."conclusions"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_replies" ADD CONSTRAINT "meeting_replies_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_replies" ADD CONSTRAINT "meeting_replies_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_replies" ADD CONSTRAINT "meeting_replies_meeting_of_board" FOREIGN KEY ("meeting_id","board_id") REFERENCES "public"."meetings"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_rules" ADD CONSTRAINT "meeting_rules_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_rules" ADD CONSTRAINT "meeting_rules_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_of_board" FOREIGN KEY ("meeting_id","board_id") REFERENCES "public"."meetings"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_meeting_of_board" FOREIGN KEY ("meeting_id","board_id") REFERENCES "public"."meetings"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_objections" ADD CONSTRAINT "safety_objections_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_objections" ADD CONSTRAINT "safety_objections_raised_by_users_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_objections" ADD CONSTRAINT "safety_objections_addressed_to_users_id_fk" FOREIGN KEY ("addressed_to") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_objections" ADD CONSTRAINT "safety_objections_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_objections" ADD CONSTRAINT "safety_objections_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_objections" ADD CONSTRAINT "safety_objections_option_of_item" FOREIGN KEY ("option_id","item_id") REFERENCES "public"."plan_options"("id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_exceptions" ADD CONSTRAINT "rule_exceptions_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_exceptions" ADD CONSTRAINT "rule_exceptions_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_exceptions" ADD CONSTRAINT "rule_exceptions_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_exceptions" ADD CONSTRAINT "rule_exceptions_option_of_board" FOREIGN KEY ("option_id","board_id") REFERENCES "public"."plan_options"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_vote_shares" ADD CONSTRAINT "shadow_vote_shares_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_vote_shares" ADD CONSTRAINT "shadow_vote_shares_voter_id_users_id_fk" FOREIGN KEY ("voter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_vote_shares" ADD CONSTRAINT "shadow_vote_shares_shared_with_users_id_fk" FOREIGN KEY ("shared_with") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_vote_shares" ADD CONSTRAINT "shadow_vote_shares_of_voter" FOREIGN KEY ("shadow_vote_id","board_id","voter_id") REFERENCES "public"."shadow_votes"("id","board_id","voter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_votes" ADD CONSTRAINT "shadow_votes_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_votes" ADD CONSTRAINT "shadow_votes_voter_id_users_id_fk" FOREIGN KEY ("voter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_votes" ADD CONSTRAINT "shadow_votes_conclusion_of_board" FOREIGN KEY ("conclusion_id","board_id") REFERENCES "public"."conclusions"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_ballots" ADD CONSTRAINT "pre_ballots_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_ballots" ADD CONSTRAINT "pre_ballots_voter_id_users_id_fk" FOREIGN KEY ("voter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_ballots" ADD CONSTRAINT "pre_ballots_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_ballots" ADD CONSTRAINT "pre_ballots_option_of_item" FOREIGN KEY ("option_id","item_id") REFERENCES "public"."plan_options"("id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_requests" ADD CONSTRAINT "gap_requests_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_requests" ADD CONSTRAINT "gap_requests_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_requests" ADD CONSTRAINT "gap_requests_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_requests" ADD CONSTRAINT "gap_requests_case_of_board" FOREIGN KEY ("case_id","board_id") REFERENCES "public"."cases"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minimum_datasets" ADD CONSTRAINT "minimum_datasets_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minimum_datasets" ADD CONSTRAINT "minimum_datasets_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_choices" ADD CONSTRAINT "pathway_choices_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_choices" ADD CONSTRAINT "pathway_choices_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_reply_on_item" FOREIGN KEY ("reply_to_id","item_id") REFERENCES "public"."remarks"("id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_stands" ADD CONSTRAINT "decision_stands_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_stands" ADD CONSTRAINT "decision_stands_let_by_users_id_fk" FOREIGN KEY ("let_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_stands" ADD CONSTRAINT "decision_stands_conclusion_of_board" FOREIGN KEY ("conclusion_id","board_id") REFERENCES "public"."conclusions"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revotes" ADD CONSTRAINT "revotes_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revotes" ADD CONSTRAINT "revotes_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revotes" ADD CONSTRAINT "revotes_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revotes" ADD CONSTRAINT "revotes_conclusion_of_board" FOREIGN KEY ("conclusion_id","board_id") REFERENCES "public"."conclusions"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survival_estimates" ADD CONSTRAINT "survival_estimates_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survival_estimates" ADD CONSTRAINT "survival_estimates_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survival_estimates" ADD CONSTRAINT "survival_estimates_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_by_case" ON "attachments" USING btree ("case_id","kind","position");--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_once" ON "attachments" USING btree ("case_id","kind","sent_sha256") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "call_answers_once" ON "call_answers" USING btree ("call_id","user_id","answer");--> statement-breakpoint
CREATE INDEX "call_answers_by_call" ON "call_answers" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_specialty_once" ON "calls" USING btree ("meeting_id","specialty");--> statement-breakpoint
CREATE INDEX "case_standings_by_case" ON "case_standings" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_code_once" ON "cases" USING btree ("board_id","code");--> statement-breakpoint
CREATE INDEX "cases_by_patient" ON "cases" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "cases_by_change" ON "cases" USING btree ("board_id","changed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "facts_version_once" ON "facts" USING btree ("case_id","section","item","field","version");--> statement-breakpoint
CREATE INDEX "patient_contacts_by_patient" ON "patient_contacts" USING btree ("patient_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_identifiers_once" ON "patient_identifiers" USING btree ("board_id","key") WHERE "patient_identifiers"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "patient_identifiers_by_patient" ON "patient_identifiers" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_versions_once" ON "patient_versions" USING btree ("patient_id","version");--> statement-breakpoint
CREATE INDEX "patients_by_identifier" ON "patients" USING btree ("board_id","identifier_key");--> statement-breakpoint
CREATE INDEX "patients_by_name" ON "patients" USING btree ("board_id","family_name");--> statement-breakpoint
CREATE UNIQUE INDEX "patients_identifier_once" ON "patients" USING btree ("board_id","identifier_issuer","identifier");--> statement-breakpoint
CREATE INDEX "preparation_times_by_case" ON "preparation_times" USING btree ("case_id","user_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rival_settlements_once" ON "rival_settlements" USING btree ("rival_id");--> statement-breakpoint
CREATE INDEX "rival_values_by_case" ON "rival_values" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conflicts_once" ON "conflicts" USING btree ("case_id","user_id") WHERE "conflicts"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "conflicts_by_case" ON "conflicts" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_revision_once" ON "ballots" USING btree ("option_id","voter_id","round","revision");--> statement-breakpoint
CREATE INDEX "ballots_by_item" ON "ballots" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conclusions_version_once" ON "conclusions" USING btree ("item_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "conclusions_one_draft" ON "conclusions" USING btree ("item_id") WHERE "conclusions"."state" = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "conclusions_one_in_force" ON "conclusions" USING btree ("item_id") WHERE "conclusions"."state" = 'signed';--> statement-breakpoint
CREATE INDEX "conclusions_by_case" ON "conclusions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "conclusions_by_code" ON "conclusions" USING btree (left("snapshot_sha256", 20));--> statement-breakpoint
CREATE UNIQUE INDEX "plan_options_letter_once" ON "plan_options" USING btree ("item_id","modality","letter");--> statement-breakpoint
CREATE UNIQUE INDEX "recommendations_option_once" ON "recommendations" USING btree ("conclusion_id","modality","option_id");--> statement-breakpoint
CREATE INDEX "dispatches_by_case" ON "dispatches" USING btree ("case_id","sent_at");--> statement-breakpoint
CREATE INDEX "dispatches_by_meeting" ON "dispatches" USING btree ("meeting_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_once" ON "document_versions" USING btree ("conclusion_id","kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_of_meeting_once" ON "document_versions" USING btree ("meeting_id","kind","version");--> statement-breakpoint
CREATE INDEX "tasks_by_due" ON "tasks" USING btree ("board_id","due_on","id");--> statement-breakpoint
CREATE INDEX "tasks_by_case" ON "tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "visits_by_case" ON "visits" USING btree ("case_id","seen_on");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_in_order" ON "ledger_entries" USING btree ("meeting_id","sequence");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_case" ON "ledger_entries" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_replies_once" ON "meeting_replies" USING btree ("meeting_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_rules_version_once" ON "meeting_rules" USING btree ("board_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_case_once" ON "agenda_items" USING btree ("meeting_id","case_id") WHERE "agenda_items"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "agenda_items_by_case" ON "agenda_items" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_once" ON "attendances" USING btree ("meeting_id","user_id");--> statement-breakpoint
CREATE INDEX "meetings_by_start" ON "meetings" USING btree ("board_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "safety_objections_by_item" ON "safety_objections" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "rule_exceptions_by_case" ON "rule_exceptions" USING btree ("case_id","number");--> statement-breakpoint
CREATE INDEX "sign_offs_by_board" ON "sign_offs" USING btree ("board_id","kind","subject_id","version","number");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_held_once" ON "memberships" USING btree ("board_id","user_id","role") WHERE "memberships"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sign_in_attempts_by_end" ON "sign_in_attempts" USING btree ("ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_once" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "users_subject_once" ON "users" USING btree ("oidc_issuer","oidc_subject");--> statement-breakpoint
CREATE UNIQUE INDEX "shadow_vote_shares_once" ON "shadow_vote_shares" USING btree ("shadow_vote_id","shared_with") WHERE "shadow_vote_shares"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "shadow_vote_shares_with" ON "shadow_vote_shares" USING btree ("shared_with");--> statement-breakpoint
CREATE UNIQUE INDEX "shadow_votes_once" ON "shadow_votes" USING btree ("conclusion_id","voter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pre_ballots_once" ON "pre_ballots" USING btree ("item_id","voter_id","round","option_id");--> statement-breakpoint
CREATE INDEX "gap_requests_by_case" ON "gap_requests" USING btree ("case_id","number");--> statement-breakpoint
CREATE INDEX "gap_requests_by_owner" ON "gap_requests" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minimum_datasets_version_once" ON "minimum_datasets" USING btree ("board_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "pathway_choices_version_once" ON "pathway_choices" USING btree ("board_id","version");--> statement-breakpoint
CREATE INDEX "remarks_by_item" ON "remarks" USING btree ("item_id","written_at");--> statement-breakpoint
CREATE INDEX "decision_stands_by_conclusion" ON "decision_stands" USING btree ("conclusion_id","let_at");--> statement-breakpoint
CREATE INDEX "revotes_by_conclusion" ON "revotes" USING btree ("conclusion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survival_estimates_once" ON "survival_estimates" USING btree ("item_id","member_id");