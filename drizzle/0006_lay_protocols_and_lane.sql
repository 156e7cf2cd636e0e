CREATE TABLE "lane_acts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "lane_acts_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"protocol_version_id" uuid NOT NULL,
	"act" text NOT NULL,
	"words" text,
	"acted_by" uuid NOT NULL,
	"acted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lane_acts_act_known" CHECK ("lane_acts"."act" in ('listed', 'pulled-back', 'confirmed')),
	CONSTRAINT "lane_acts_listed_with_reason" CHECK ("lane_acts"."act" <> 'listed' or "lane_acts"."words" <> '')
);
--> statement-breakpoint
CREATE TABLE "local_protocols" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "local_protocols_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board_id" uuid NOT NULL,
	"protocol_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"act" text NOT NULL,
	"title" text NOT NULL,
	"covers" text NOT NULL,
	"recommendation" text NOT NULL,
	"review_on" date NOT NULL,
	"because" text,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "local_protocols_of_board" UNIQUE("id","board_id"),
	CONSTRAINT "local_protocols_act_once" UNIQUE("board_id","protocol_id","version","act"),
	CONSTRAINT "local_protocols_act_known" CHECK ("local_protocols"."act" in ('signed', 'withdrawn')),
	CONSTRAINT "local_protocols_withdrawn_with_reason" CHECK (("local_protocols"."act" = 'withdrawn') = ("local_protocols"."because" is not null))
);
--> statement-breakpoint
ALTER TABLE "lane_acts" ADD CONSTRAINT "lane_acts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane_acts" ADD CONSTRAINT "lane_acts_acted_by_users_id_fk" FOREIGN KEY ("acted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane_acts" ADD CONSTRAINT "lane_acts_item_of_board" FOREIGN KEY ("item_id","board_id") REFERENCES "public"."agenda_items"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane_acts" ADD CONSTRAINT "lane_acts_protocol_of_board" FOREIGN KEY ("protocol_version_id","board_id") REFERENCES "public"."local_protocols"("id","board_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_protocols" ADD CONSTRAINT "local_protocols_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_protocols" ADD CONSTRAINT "local_protocols_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lane_acts_by_item" ON "lane_acts" USING btree ("item_id","number");--> statement-breakpoint
-- Local protocols: the chair signs them and takes signatures back; no row is changed.
ALTER TABLE local_protocols ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE lane_acts ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON local_protocols, lane_acts TO spineboard_app;--> statement-breakpoint
CREATE POLICY local_protocols_read ON local_protocols FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));--> statement-breakpoint
CREATE POLICY local_protocols_sign ON local_protocols FOR INSERT TO spineboard_app
  WITH CHECK (app_holds(board_id, ARRAY['chair']) AND signed_by = app_user());--> statement-breakpoint
-- The lane: who presents or coordinates lists a case, anybody of the team pulls it back, the chair confirms it, each in their own name.
CREATE POLICY lane_acts_read ON lane_acts FOR SELECT TO spineboard_app USING (board_id = ANY (ARRAY(SELECT app_patient_boards())));--> statement-breakpoint
CREATE POLICY lane_acts_add ON lane_acts FOR INSERT TO spineboard_app
  WITH CHECK (acted_by = app_user() AND CASE act
    WHEN 'listed' THEN app_holds(board_id, ARRAY['presenter','coordinator'])
    WHEN 'pulled-back' THEN app_treats(board_id)
    WHEN 'confirmed' THEN app_holds(board_id, ARRAY['chair'])
    ELSE false END);
