import type { TemplateResult } from 'lit'
import type { InboundView } from '../../../service/contract/inbound.ts'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import { checksField } from '../../ui/field.ts'
import type { Wording } from '../../wording/wording.ts'
import type { Colleague } from './intake-draft.ts'
import type { WrittenAnswers } from './question-fields.ts'

export interface BroughtFile extends Pick<HeldEvidenceView, 'id' | 'name'> {
  /** When an officer uploaded it; left out for what came with a message. */
  readonly at?: string | undefined
}

/** What stands in the form before an officer writes: of a message, or of a draft that the reporter began elsewhere. */
export interface Brought {
  readonly privacy: string
  readonly category: string
  /** What was brought, by the names of the fields. */
  readonly texts: Readonly<Record<string, string | undefined>>
  readonly answers: WrittenAnswers
  readonly files: readonly BroughtFile[]
  /** A recording tells the story. */
  readonly spoken: (BroughtFile & { readonly disguised: boolean }) | null
  /** What an officer chose beside the fields; left out where nobody chose yet. */
  readonly chosen?: Chosen
}

/** What the form holds beside its fields. */
export interface Chosen {
  readonly channel: string
  /** `null`: all that can be served. */
  readonly channels: readonly string[] | null
  readonly reportedStaff: readonly Colleague[]
  readonly leftOut: readonly string[]
  readonly answersSender: boolean
}

export const broughtBy = ({ subject, text, fromName, files }: InboundView): Brought => ({
  ...{ privacy: '', category: '', answers: {}, files, spoken: null },
  texts: { subject, chronology: text, 'reporter.name': fromName ?? undefined },
})

/** Reads a draft as the widget wrote it. The person who sealed it may have written anything, so only texts are taken. */
export function readCarried(json: unknown): Brought {
  const draft = isRecord(json) ? json : {}
  const texts = Object.entries(isRecord(draft.texts) ? draft.texts : {})
  const files = Array.isArray(draft.evidence) ? draft.evidence : []
  const brought = files.filter(isRecord).map(({ id, name }) => ({ id: textOf(id), name: textOf(name) }))
  const recording = isRecord(draft.spoken) && brought.find(({ name }) => name.startsWith('cerita-lisan'))
  return {
    privacy: textOf(draft.privacy),
    category: textOf(draft.category),
    texts: Object.fromEntries(texts.map(([name, text]) => [name, textOf(text)])),
    answers: {},
    files: brought.filter((file) => file !== recording),
    spoken: recording ? { ...recording, disguised: isRecord(draft.spoken) && draft.spoken.disguised === true } : null,
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface Files {
  readonly files: readonly BroughtFile[]
  readonly leftOut: readonly string[]
  readonly label: string
  leaveOut(ids: readonly string[]): void
}

/** The files that came along, each to be left out. */
export function broughtFiles({ files, leftOut, label, leaveOut }: Files, { common }: Wording): TemplateResult {
  const ids = files.map(({ id }) => id)
  return checksField({
    ...{ name: 'broughtFiles', label, optional: common.optional },
    values: ids.filter((id) => !leftOut.includes(id)),
    options: files.map(({ id, name }) => ({ value: id, label: name })),
    chosen: (kept) => leaveOut(ids.filter((id) => !kept.includes(id))),
  })
}
