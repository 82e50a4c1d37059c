import { optionalFields } from '../../../service/case/shape/story-fields.ts'
import { serviceNow } from '../../api/service-clock.ts'
import type { Brought, BroughtFile } from './brought.ts'
import type { Colleague } from './intake-draft.ts'

/** What stands in a form of a complaint that is not filed. */
export interface TypedIntake extends Omit<Brought, 'chosen'> {
  readonly chosen: NonNullable<Brought['chosen']>
  /** Names of files that are on their way, or could not be uploaded. */
  readonly underway: readonly string[]
}

interface KeptIntake extends Brought {
  /** Names of files that must be picked again. */
  readonly lost: readonly string[]
}

/** The service holds a file of no complaint for a day (`HELD_FOR`); what is filed must still find it. The unit is milliseconds. */
const HELD_FOR = 86_400_000
const TIME_TO_FILE = 3_600_000

const ofReporter = (name: string) => name.startsWith('reporter.')

/** The texts of a form. A subject that nobody wrote is left out, because it follows the story. */
export function textsOf(written: FormData, identity: Brought['texts'], subject: string | null): Brought['texts'] {
  const names = ['receivedOn', 'letterNumber', 'chronology', ...optionalFields.map(({ name }) => name)]
  return {
    ...Object.fromEntries(names.map((name) => [name, String(written.get(name) ?? '')])),
    ...Object.fromEntries(Object.entries(identity).filter(([name]) => ofReporter(name))),
    ...(subject !== null && { subject }),
  }
}

const answerName = 'answer '

/** Writes what was typed as names and texts, which is what the service keeps. A list is a name more than once. */
export function fieldsOfIntake(typed: TypedIntake): FormData {
  const { privacy, category, texts, answers, files, spoken, underway, chosen } = typed
  const fields = new FormData()
  const add = (name: string, value: string | undefined) => value && fields.append(name, value)
  add('privacy', privacy)
  add('category', category)
  for (const [name, text] of Object.entries(texts)) add(`text ${name}`, text)
  for (const [code, answer] of Object.entries(answers))
    for (const text of answer?.texts ?? []) add(answerName + code, text)
  for (const { id, name, at } of files) add('file', JSON.stringify({ id, name, at }))
  for (const name of underway) add('underway', name)
  if (spoken) add('spoken', JSON.stringify(spoken))
  add('channel', chosen.channel)
  if (chosen.channels) for (const channel of ['', ...chosen.channels]) add('to', channel || '-')
  for (const colleague of chosen.reportedStaff) add('staff', JSON.stringify(colleague))
  for (const id of chosen.leftOut) add('leftOut', id)
  add('answersSender', chosen.answersSender ? 'on' : 'off')
  return fields
}

/** Reads it again. What was uploaded too long ago is named, because the service holds it no longer. @param now in milliseconds */
export function readKeptIntake(fields: FormData, now = serviceNow()): KeptIntake {
  const [one, all] = [(name: string) => all(name)[0] ?? '', (name: string) => fields.getAll(name).map(String)]
  const named = (start: string) =>
    [...new Set(fields.keys())].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length))
  const held = ({ at }: BroughtFile) => at === undefined || Date.parse(at) + HELD_FOR - TIME_TO_FILE > now
  const files = all('file').map((json): BroughtFile => JSON.parse(json))
  const recording: Brought['spoken'] = one('spoken') ? JSON.parse(one('spoken')) : null
  const spoken = recording && held(recording) ? recording : null
  const to = all('to')
  return {
    privacy: one('privacy'),
    category: one('category'),
    texts: Object.fromEntries(named('text ').map((name) => [name, one(`text ${name}`)])),
    answers: Object.fromEntries(named(answerName).map((code) => [code, { texts: all(answerName + code) }])),
    files: files.filter(held),
    spoken,
    chosen: {
      channel: one('channel'),
      channels: to.length > 0 ? to.slice(1) : null,
      reportedStaff: all('staff').map((json): Colleague => JSON.parse(json)),
      leftOut: all('leftOut'),
      answersSender: one('answersSender') !== 'off',
    },
    lost: [
      ...all('underway'),
      ...files.filter((file) => !held(file)).map(({ name }) => name),
      ...(recording && !spoken ? [recording.name] : []),
    ],
  }
}
