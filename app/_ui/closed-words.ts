import type { ClosedReason } from '@/lib/foundation/result'

/** What happened, and what it means or what to do next: the title and the body of a `Notice`. */
export type RefusalWords = { title: string; next: string }

/** Why something is not open now, for every code that a command can refuse with. */
export const closedWords: Readonly<Record<ClosedReason, RefusalWords>> = {
  'vote-not-open': { title: 'The vote is not open.', next: 'The chair opens it. Your words are still here.' },
  'vote-open': { title: 'The vote is open.', next: 'Wait until the chair has revealed it, then try again.' },
  'vote-not-revealed': { title: 'The vote is still sealed.', next: 'The chair reveals it first.' },
  'vote-revealed': { title: 'The vote is revealed.', next: 'Stances can no longer be changed.' },
  'seen-since': { title: 'This person has been seen since.', next: 'Their screen follows the meeting again.' },
  'no-ballots': {
    title: 'Nobody has voted yet.',
    next: 'Reveal once a ballot is cast, or set the case aside.',
  },
  'deadline-not-passed': {
    title: 'The deadline has not passed.',
    next: 'The chair can reveal once a ballot is cast, or end the vote after the deadline.',
  },
  'not-presented': { title: 'This case is not being presented.', next: 'The chair opens it in the meeting first.' },
  'already-concluded': { title: 'This item is concluded.', next: 'Load the page again to see the conclusion.' },
  'not-concluded': { title: 'This item has no conclusion yet.', next: 'Conclude it first.' },
  'already-signed': {
    title: 'This is signed.',
    next: 'A signed record stays as it is. Make a new version to change it.',
  },
  'concluded-since': {
    title: 'This case was concluded again since, on another agenda.',
    next: 'That conclusion is in force. Make a new version of it, or have the case voted on again.',
  },
  'meeting-closed': { title: 'The meeting is closed.', next: 'Its record can be read, not changed.' },
  'meeting-not-running': { title: 'The meeting is not running.', next: 'The coordinator or the chair starts it.' },
  'meeting-started': { title: 'The meeting has started.', next: 'Its plan can no longer be changed here.' },
  'called-for-one-case': {
    title: 'This board was called without a meeting, for one case only.',
    next: 'Put the case on the agenda of a meeting.',
  },
  'agenda-changed': {
    title: 'The agenda has changed meanwhile.',
    next: 'Somebody moved, added or took off a case. Open the proposal again to see the order from there.',
  },
  'in-lane': {
    title: 'This case is listed by a protocol, not to be discussed.',
    next: 'Anybody of the team can pull it back to the discussion on the agenda.',
  },
  'not-in-lane': {
    title: 'This case is to be discussed already.',
    next: 'Somebody has pulled it back. Load the page again to see who.',
  },
  'item-discussed': { title: 'This case was discussed already.', next: 'Its place on the agenda stays.' },
  recused: {
    title: 'You are recused from this case.',
    next: 'You declared a conflict of interest. Before the reveal you can take it back, with a reason.',
  },
  'photos-off': {
    title: 'This board shows no photos of patients.',
    next: 'Its administrator can change that under People.',
  },
  'case-withdrawn': { title: 'This case was withdrawn.', next: 'It can be read, not changed.' },
  'case-not-withdrawn': {
    title: 'This case is not withdrawn.',
    next: 'Somebody has restored it. Load the page again to see it.',
  },
  'nothing-to-contest': {
    title: 'No value is recorded here.',
    next: 'Record the first value, then add what the other source says.',
  },
  'carried-over': {
    title: 'This kind of treatment is not voted on anew.',
    next: 'It is carried over as it was signed. Open another re-vote on it from the board sheet.',
  },
  'facts-changed': {
    title: 'The facts changed once more meanwhile.',
    next: 'Load the page again and look at what changed since the signing.',
  },
  'sources-changed': {
    title: 'What the sources say has changed meanwhile.',
    next: 'Somebody settled it or added a source. Load the page again to see it.',
  },
  'rule-says-otherwise': {
    title: 'The rule says something else now.',
    next: 'Somebody changed what it looks at, or its time has come. Load the page again to see what it says.',
  },
  'not-signed-off': {
    title: 'This version is not signed off.',
    next: 'Somebody took the signature back. Load the page again to see it.',
  },
  'answer-not-owed': {
    title: 'This answer is no longer owed.',
    next: 'Somebody has recorded it. Load the page again to see it.',
  },
  'case-before-board': {
    title: 'The board is discussing this case now.',
    next: 'Ask the chair to conclude it or to set it aside. Then withdraw it.',
  },
  'case-not-handed-in': { title: 'This case is still a draft.', next: 'Its presenter hands it in first.' },
  'case-blocked': {
    title: 'This case is blocked: a required answer is open.',
    next: 'The chair can put it on the agenda with a reason. Its board sheet says what is missing and who owes it.',
  },
  'task-closed': { title: 'This task is closed.', next: 'Reopen it to change it.' },
  'task-dropped': {
    title: 'The recommendation in force does not ask for this task.',
    next: 'It stays as it was recorded. Go on with the tasks of the latest version.',
  },
  'no-options': { title: 'There is no plan option yet.', next: 'Propose at least one, then open the vote.' },
  'option-withdrawn': { title: 'This option was withdrawn.', next: 'Choose another option.' },
  'already-there': { title: 'This is there already.', next: 'Load the page again to see it.' },
  'link-used': { title: 'This link no longer works.', next: 'Ask the administrator of your board for a new one.' },
  'not-accepted-yet': {
    title: 'Another board has invited this person, who has not set a password yet.',
    next: 'Ask the person to follow that link first. Then invite again.',
  },
  'shared-account': {
    title: 'This person also sits on a board that you do not administer.',
    next: 'You can change or take away the roles on your board. The account belongs to both boards.',
  },
  'last-administrator': {
    title: 'This is the last administrator of the board.',
    next: 'Make another person administrator first.',
  },
  'meeting-not-closed': {
    title: 'The meeting of this case is not closed yet.',
    next: 'It can be practised on afterwards.',
  },
  'already-rated': {
    title: 'You have rated this case.',
    next: 'Load the page again to see your ratings beside those of the board.',
  },
}
