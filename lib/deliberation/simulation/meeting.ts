import type { Result } from '@/lib/foundation/result'
import type { Happening } from '@/lib/ledger/model'
import type { Act, Moment, Transitions } from './acts'
import { calledStepInvariants } from './called-invariants'
import { calledOf } from './called-opening'
import { isCalledBoard } from './called-tables'
import { transitions as asCommanded } from './conclusion-acts'
import { type Acknowledged, type Step, type Story, stepInvariants, storyInvariants } from './invariants'
import { laneStepInvariants } from './lane-invariants'
import { laterStepInvariants } from './later-invariants'
import { nextAct } from './members'
import { minutesStayAsTheyWere } from './minutes-kept'
import { Agenda, arrivals, calm, type Weather, weatherOf } from './network'
import { openingOf, opensAt } from './opening'
import { toldOfPreparing } from './pre-ballot-acts'
import { type Random, randomFrom } from './random'
import { safetyStepInvariants, toldOfObjecting } from './safety-invariants'
import { serve as asServed, type Database, keyOf, type Request, type Serve } from './server'
import { actorOf, countHeldIn, itemOf, type Store } from './store'
import { followed, type Twin, toldApart, twinsOf } from './twin'
import { look as asQueried, type Look, type Views } from './views'

/** How a board stands when the people come to it. */
type Opening = (random: Random) => Store

/** A board that is called together without a meeting. */
export const openCalled: Opening = (random) => calledOf(random, openingOf(random))

/** A board that meets once more. */
export const openTwice: Opening = (random) => ({ ...openingOf(random), toCome: 1 })

/** One board in five is called together without a meeting. */
const openAny: Opening = (random) => {
  const opening = openingOf(random)
  return random.chance(0.2) ? calledOf(random, opening) : opening
}

/** What runs: the real rules, or with one of them replaced to prove that a defect is found. */
export type Machine = { transitions: Transitions; look: Look; serve: Serve; open: Opening }
export const machine: Machine = { transitions: asCommanded, look: asQueried, serve: asServed, open: openAny }

export type Violation = { invariant: string; message: string }

/** How one simulated meeting went. */
export type Outcome = {
  seed: number
  /** Requests that a server worked on: acts, repeated acts and looks at the room. */
  operations: number
  committed: number
  concluded: number
  /** What the ledger tells. */
  happened: ReadonlySet<Happening>
  violation: Violation | null
}

type Client = {
  userId: string
  /** What was sent and is not answered yet. */
  pending: { request: Request; attempts: number } | null
  seen: { of: Store; views: Views } | null
  /** In simulated milliseconds: until then nothing reaches or leaves this person's device. */
  cutOffUntil: number
}

const meetingLastsMs = 20 * 60_000
const timeoutMs = 4_000

/** Who looks in now and then; everybody else follows. */
const bystanders = new Set(['observer', 'administrator', 'stranger'])

/** One meeting: people at their devices, a network, two app processes with clocks of their own, a database. */
class Meeting {
  private readonly agenda = new Agenda()
  private readonly database: Database
  private readonly clients: Client[]
  private readonly clockErrors: number[]
  private readonly committed: Request[] = []
  private readonly acknowledged: Acknowledged[] = []
  private weather: Weather
  private twins: Twin[] = []
  private keys = 0
  private isOver = false
  operations = 0
  violation: Violation | null = null

  constructor(
    private readonly random: Random,
    private readonly machine: Machine,
    private readonly say: ((line: string) => void) | undefined,
  ) {
    this.weather = weatherOf(random)
    this.database = { store: machine.open(random), kept: new Map() }
    this.clients = this.database.store.people.map(({ userId }) => ({
      userId,
      pending: null,
      seen: null,
      cutOffUntil: 0,
    }))
    this.clockErrors = [random.whole(-2_000, 2_000), random.whole(-2_000, 2_000)]
  }

  get store() {
    return this.database.store
  }

  get commits() {
    return this.committed.length
  }

  /** Runs until the meeting is over and everything sent is answered, or an invariant is broken. */
  run(): void {
    for (const client of this.clients) this.agenda.after(this.random.whole(0, 3_000), () => this.wake(client))
    this.agenda.after(meetingLastsMs * (1 + this.store.toCome), () => this.end())
    while (this.violation === null && this.agenda.step());
    if (this.violation === null) this.checkStory()
  }

  private end(): void {
    this.isOver = true
    this.weather = calm
    for (const client of this.clients) client.cutOffUntil = 0
  }

  private carry(client: Client, deliver: () => void): void {
    if (this.agenda.now < client.cutOffUntil) return
    for (const delay of arrivals(this.random, this.weather)) this.agenda.after(delay, deliver)
  }

  private wake(client: Client): void {
    if (this.store.meeting.state === 'closed' && this.store.toCome === 0) this.end()
    if (this.isOver) return
    if (this.random.chance(0.01)) client.cutOffUntil = this.agenda.now + 30_000
    const pace = bystanders.has(client.userId) ? 6 : 1
    this.agenda.after(pace * this.random.whole(1_000, 10_000), () => this.wake(client))
    if (client.pending) return
    this.carry(client, () => {
      this.operations += 1
      const { store } = this
      const at = this.clock()
      this.carry(client, () => {
        const person = this.store.people.find(({ userId }) => userId === client.userId)
        if (client.pending || this.isOver || !person) return
        const act = nextAct(this.random, person, this.store.people, this.lookAs(client, store), at)
        if (act) this.ask(client, act)
      })
    })
  }

  /** What a screen got of the tables as they were; it asks for the room again only when something has happened since. */
  private lookAs(client: Client, store: Store): Views {
    if (client.seen?.of !== store) client.seen = { of: store, views: this.machine.look(store, client.userId) }
    return client.seen.views
  }

  private viewsOf(store: Store, userId: string): Views {
    const client = this.clients.find((one) => one.userId === userId)
    return client ? this.lookAs(client, store) : this.machine.look(store, userId)
  }

  private ask(client: Client, act: Act): void {
    this.keys += 1
    client.pending = { request: { userId: client.userId, key: `key-${this.keys}`, act }, attempts: 0 }
    this.send(client)
  }

  private send(client: Client): void {
    const { pending } = client
    if (!pending) return
    pending.attempts += 1
    const { request } = pending
    this.carry(client, () => this.serveRequest(client, request))
    this.agenda.after(timeoutMs, () => {
      if (client.pending === pending) this.send(client)
    })
  }

  /** What the clock of one of the processes says. */
  private clock(): Date {
    return new Date(opensAt.getTime() + this.agenda.now + this.random.pick(this.clockErrors))
  }

  private serveRequest(client: Client, request: Request): void {
    this.operations += 1
    const { weather, random, agenda } = this
    const at = this.clock()
    const run = () => this.machine.serve(this.database, request, at, this.machine.transitions)
    if (random.chance(weather.unserializable)) run()
    const { result, commit } = run()
    if (random.chance(weather.rolledBack)) {
      this.say?.(`${told(agenda.now, request)} rolled back`)
      return
    }
    const before = this.store
    if (commit) {
      this.database.store = commit.store
      if (commit.keep) this.database.kept.set(keyOf(request), commit.keep)
      this.committed.push(request)
    }
    this.say?.(`${told(agenda.now, request)} ${said(result)}`)
    if (commit) this.checkStep({ before, after: this.store, ...request, at })
    if (random.chance(weather.killedAfterCommit)) return
    this.carry(client, () => this.hear(client, request, result))
  }

  private hear(client: Client, request: Request, result: Result<unknown>): void {
    if (client.pending?.request !== request) return
    client.pending = null
    if (result.ok) this.acknowledged.push({ ...request, answer: result.value })
  }

  private checkStep(step: Step): void {
    for (const invariant of [
      ...stepInvariants,
      ...safetyStepInvariants,
      ...calledStepInvariants,
      ...laterStepInvariants,
      ...laneStepInvariants,
    ])
      this.note(invariant.name, invariant(step))
    this.note(
      'minutesStayAsTheyWere',
      minutesStayAsTheyWere(step, (store) => this.machine.look(store, 'observer').minutes()),
    )
    if (step.act.kind === 'object')
      this.note('sealedObjectionsAreTheirObjectors', toldOfObjecting(step.after, this.machine.look))
    this.watch(step)
    this.note('nothingInfersASealedBallot', toldOfPreparing(step, this.machine.look))
    if (opensBallots(step)) this.checkStory()
  }

  /** Nobody can tell the vote from one in which everybody else voted otherwise, after whatever happens while it runs. */
  private watch({ before, after, act, userId, at }: Step): void {
    if (act.kind === 'open-vote' || act.kind === 'vote-again') this.twins = twinsOf(after, act.itemId)
    else {
      const moment = { store: before, actor: actorOf(before, userId), at }
      this.twins = this.twins.flatMap((twin) => this.followOn(twin, after, act, moment))
    }
    const seen = (id: string) => this.viewsOf(after, id)
    for (const twin of this.twins) this.note('nothingInfersASealedBallot', toldApart(twin, at, seen, this.machine.look))
  }

  /** The twin after an act of the real meeting; none once its vote is open, or it cannot be told what its people do. */
  private followOn(twin: Twin, after: Store, act: Act, moment: Moment): Twin[] {
    const votes = (store: Store) => itemOf(store, twin.itemId)?.stage === 'voting'
    const item = itemOf(after, twin.itemId)
    // Once a conflict is taken back the number goes on, and may tell that more were left to cast here than there.
    const isToldApart = twin.isBehind && item !== undefined && countHeldIn(after, item) === null
    const next = votes(after) && !isToldApart ? followed(twin, act, moment, this.machine.transitions) : null
    // A called board opens by itself, and the twin's other voters answer for other specialties.
    return next && (votes(next.store) || !isCalledBoard(after)) ? [next] : []
  }

  private checkStory(): void {
    const { store, committed, acknowledged, random } = this
    const story: Story = { store, committed, acknowledged, random, look: this.machine.look }
    for (const invariant of storyInvariants) this.note(invariant.name, invariant(story))
  }

  private note(invariant: string, message: string | null): void {
    if (message === null || this.violation) return
    this.violation = { invariant, message }
    this.say?.(`broken: ${invariant}: ${message}`)
  }
}

const opensBallots = ({ before, after }: Step): boolean =>
  before.items.some(({ itemId, stage }) => stage !== 'revealed' && itemOf(after, itemId)?.stage === 'revealed')

const told = (now: number, { userId, key, act }: Request): string =>
  `${(now / 1_000).toFixed(3).padStart(9)} s  ${userId} ${key} ${JSON.stringify(act)}:`

function said(result: Result<unknown>): string {
  if (result.ok) return `done ${JSON.stringify(result.value)}`
  return `refused ${'why' in result.refusal ? result.refusal.why : result.refusal.code}`
}

/**
 * Plays the meeting of a seed to its end and looks at every invariant on the way. The same seed plays the same meeting. `say`
 * hears every request that a server worked on.
 */
export function simulateMeeting(seed: number, tested = machine, say?: (line: string) => void): Outcome {
  const meeting = new Meeting(randomFrom(seed), tested, say)
  meeting.run()
  const { operations, commits, violation, store } = meeting
  const concluded = [...store.past, ...store.items].filter(({ stage }) => stage === 'concluded').length
  const happened = new Set(store.ledger.map(({ kind }) => kind))
  return { seed, operations, committed: commits, concluded, happened, violation }
}
