import * as attachments from './schema/attachments'
import * as boards from './schema/boards'
import * as calls from './schema/calls'
import * as cases from './schema/cases'
import * as conflicts from './schema/conflicts'
import * as deliberation from './schema/deliberation'
import * as documents from './schema/documents'
import * as duties from './schema/duties'
import * as followUp from './schema/follow-up'
import * as ledger from './schema/ledger'
import * as meetingReplies from './schema/meeting-replies'
import * as meetingRules from './schema/meeting-rules'
import * as meetings from './schema/meetings'
import * as pathway from './schema/pathway'
import * as people from './schema/people'
import * as practice from './schema/practice'
import * as preBallots from './schema/pre-ballots'
import * as protocols from './schema/protocols'
import * as readiness from './schema/readiness'
import * as remarks from './schema/remarks'
import * as staleDecisions from './schema/stale-decisions'
import * as survivalEstimates from './schema/survival-estimates'

/** Every table of the house, for the one database client. */
export const schema = {
  ...boards,
  ...people,
  ...ledger,
  ...cases,
  ...attachments,
  ...readiness,
  ...pathway,
  ...meetings,
  ...meetingRules,
  ...protocols,
  ...meetingReplies,
  ...conflicts,
  ...calls,
  ...duties,
  ...deliberation,
  ...preBallots,
  ...survivalEstimates,
  ...documents,
  ...staleDecisions,
  ...remarks,
  ...practice,
  ...followUp,
}
