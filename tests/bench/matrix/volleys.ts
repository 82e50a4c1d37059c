import { whenAndWhere } from '../../support/a-told-story.ts'
import { aFiling, unitAt } from '../../support/an-office.ts'
import { aPictureOf } from '../../support/some-files.ts'
import { aStory } from '../a-story.ts'
import { type Question, registerQuestions, searchQuestions } from '../desk-questions.ts'
import type { Shot } from '../fire.ts'
import { bigUnit } from '../million-folder.ts'
import type { Subject } from './cells.ts'

/** What a subject is measured by: what a client sends, over so many connections at once. */
export interface Load {
  readonly shots: readonly Shot[]
  readonly connections: number
}

const STORIES = 200
const FOLLOWED = 20
const QUESTIONS = 40
/** The size of an evidence file: a phone made the photo smaller. */
export const FILE_BYTES = 1_000_000
const api = `/api/v1/tenants/${bigUnit}`
const json = { 'Content-Type': 'application/json' }

/** Those of the questions that lie evenly among all that the screen can ask. */
const some = (questions: readonly Question[]): readonly Question[] =>
  Array.from({ length: QUESTIONS }, (_, at) => questions[Math.floor((at * questions.length) / QUESTIONS)]).filter(
    (question) => question !== undefined,
  )

const filings: readonly Shot[] = Array.from({ length: STORIES }, (_, seed) => ({
  path: `${api}/complaints`,
  method: 'POST',
  headers: json,
  body: JSON.stringify(aFiling({ chronology: aStory(seed + 1), ...whenAndWhere })),
  newKey: true,
}))

async function asked(url: string, questions: readonly Question[]): Promise<readonly Shot[]> {
  const { headers } = await unitAt(url, bigUnit).signIn('verifikator')
  return some(questions).map(({ path }) => ({ path, headers }))
}

async function followUps(url: string): Promise<readonly Shot[]> {
  const office = unitAt(url, bigUnit)
  const shots: Shot[] = []
  for (let seed = 1; seed <= FOLLOWED; seed++) {
    const { number, trackingCode } = await office.file({ chronology: aStory(seed) })
    shots.push({ path: `${api}/complaints/${number}`, headers: { Authorization: `Bearer ${trackingCode}` } })
  }
  return shots
}

function uploads(): readonly Shot[] {
  const boundary = 'batas-unggahan'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="loket.png"\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), aPictureOf(FILE_BYTES), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  return [{ path: `${api}/evidence`, method: 'POST', headers, body }]
}

/** Made at the service that is measured: cases to follow are filed, officers sign in. */
export const loadOf = {
  filing: async () => ({ shots: filings, connections: 50 }),
  'follow-up': async (url) => ({ shots: await followUps(url), connections: 20 }),
  register: async (url) => ({
    shots: await asked(url, registerQuestions(bigUnit, ['illegal_levy'], [])),
    connections: 8,
  }),
  search: async (url) => ({ shots: await asked(url, searchQuestions(bigUnit, ['illegal_levy'])), connections: 8 }),
  evidence: async () => ({ shots: uploads(), connections: 8 }),
  notices: async () => ({ shots: filings, connections: 20 }),
} satisfies Readonly<Record<Subject, (url: string) => Promise<Load>>>
