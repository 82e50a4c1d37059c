import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { itInEach } from '../support/in-each.ts'

/** Where a text of several lines is typed. */
const isText =
  /(?<!\w)rows: (?:\d+(?!, heading)|this\.|of ===|name ===|view\.)|<textarea(?=\s)|contenteditable|translated\('\w+', [\w.]+, \d+\)/

const sources = readdirSync('admin', { recursive: true, encoding: 'utf8' })
  .map((file) => `admin/${file}`)
  .filter((file) => file.endsWith('.ts') && !/\/wording\/|\/api\/|ui\/field\.ts|statistics\/reports-page/.test(file))
const read = (file: string) => readFileSync(file, 'utf8')

/** Each file with such texts, and how many lines of it make one. */
const found = new Map(
  sources.flatMap((file) => {
    const lines = read(file)
      .split('\n')
      .filter((line) => isText.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line)).length
    return lines > 0 ? [[file, lines] as const] : []
  }),
)

type Held =
  /** Kept on the service while it is typed: the file itself keeps it, or the one that draws its fields. */
  | { readonly kept: string }
  /** The page asks before it is left, the dialog before it is closed: it stands in the settings or is a short reason. */
  | { readonly guarded: string }

const itself = { kept: '' }
const inPanel = { kept: 'admin/page/form-element.ts' }
const setting = { guarded: 'a setting of the unit, corrected in its place' }
const reason = { guarded: 'a short reason away from any case' }

/**
 * The rule: what is written about a case, and what is written at length for somebody to read, is kept. Settings and short
 * reasons away from any case are guarded: they are one sentence, corrected in their place, and the page, the dialog and the
 * tab ask before they are lost. A secret is neither kept nor shown to anybody.
 */
const held: Readonly<Record<string, readonly [lines: number, Held]>> = {
  'admin/case/carried-out-form.ts': [1, itself],
  'admin/case/case-retention.ts': [1, itself],
  'admin/case/evidence/file-redaction.ts': [1, itself],
  'admin/case/guard/guard-dialog.ts': [1, itself],
  'admin/case/identity/case-requests.ts': [2, itself],
  'admin/case/lapor-entry.ts': [1, itself],
  'admin/case/case-messages.ts': [1, inPanel],
  'admin/case/reminders/case-reminders.ts': [1, itself],
  'admin/desk/acts/answering.ts': [2, inPanel],
  'admin/desk/acts/ask-for-completion.ts': [1, inPanel],
  'admin/desk/acts/copy-for-unit.ts': [2, inPanel],
  'admin/desk/acts/correct.ts': [1, inPanel],
  'admin/desk/acts/dispatch.ts': [1, inPanel],
  'admin/desk/acts/ending.ts': [5, inPanel],
  'admin/desk/acts/forwarding.ts': [3, inPanel],
  'admin/desk/acts/improving.ts': [4, inPanel],
  'admin/desk/acts/merging.ts': [1, inPanel],
  'admin/desk/acts/protecting.ts': [3, inPanel],
  'admin/desk/acts/split.ts': [2, inPanel],
  'admin/desk/acts/time-limits.ts': [1, inPanel],
  'admin/desk/acts/transcribe.ts': [1, inPanel],
  'admin/desk/acts/verify.ts': [1, inPanel],
  'admin/desk/bulk/bulk-forms.ts': [3, { kept: 'admin/desk/bulk/bulk-bar.ts' }],
  'admin/desk/lapor/compare-list.ts': [1, { guarded: 'a list that is pasted and read at once' }],
  'admin/desk/letters/letter-forms.ts': [2, itself],
  'admin/desk/merge/merge-page.ts': [1, itself],
  'admin/desk/papers/paper-fields.ts': [5, { kept: 'admin/desk/papers/paper-page.ts' }],
  'admin/desk/papers/paper-page.ts': [1, itself],
  'admin/desk/templates/template-form.ts': [2, itself],
  'admin/desk/transfers/transfer-card.ts': [1, itself],
  'admin/filing/inbound/message-parts.ts': [1, itself],
  'admin/filing/intake/intake-form.ts': [1, { kept: 'admin/filing/intake/filed-intake.ts' }],
  'admin/filing/intake/question-fields.ts': [1, { kept: 'admin/filing/intake/filed-intake.ts' }],
  'admin/filing/old-books/book-check.ts': [1, reason],
  'admin/following/data-requests/case-data-requests.ts': [1, itself],
  'admin/keeping/approvals/approval-card.ts': [1, reason],
  'admin/keeping/approvals/ask-form.ts': [2, reason],
  'admin/keeping/incidents/incident-sections.ts': [4, itself],
  'admin/keeping/incidents/incident-cases.ts': [1, itself],
  'admin/keeping/incidents/incident-form.ts': [2, itself],
  'admin/keeping/retention/due-list.ts': [1, reason],
  'admin/keeping/sealing/ways.ts': [1, { guarded: 'a secret, which lies nowhere' }],
  'admin/offices/notice-wording/wording-form.ts': [1, setting],
  'admin/offices/rules/rule-form.ts': [1, setting],
  'admin/offices/series/series-form.ts': [2, setting],
  'admin/offices/settings/categories-section.ts': [1, setting],
  'admin/offices/settings/procedures.ts': [3, setting],
  'admin/offices/settings/letters-section.ts': [1, setting],
  'admin/offices/settings/questions-fields.ts': [1, setting],
  'admin/offices/staff/member-forms.ts': [2, reason],
  'admin/offices/units/unit-forms.ts': [2, reason],
  'admin/offices/units/staff-requests.ts': [2, reason],
  'admin/page/leak-check.ts': [1, { kept: 'admin/page/form-element.ts' }],
  'admin/register/evaluations/evaluation-page.ts': [1, itself],
  'admin/telling/announcements/announce-form.ts': [2, setting],
}

describe('a text that somebody types at the desk', () => {
  it('is kept while it is typed, or asked about, in every place where there is one', () => {
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(held).map(([file, [lines]]) => [file, lines])),
    )
  })

  it('is asked about before a form is given up: each button that does so says it by its kind, whatever its word', () => {
    const words = /\b(?:cancel|giveUp|notNow)\}\s*<\/button>/
    const pieces = sources.flatMap((file) =>
      read(file)
        .split(/(?=<button)/)
        .map((piece) => [file, piece.slice(0, piece.indexOf('</button>') + 9)] as const)
        .filter(([, piece]) => words.test(piece)),
    )
    expect(pieces.length).toBeGreaterThan(25)
    expect(pieces.filter(([, piece]) => !piece.startsWith('<button value="cancel"'))).toEqual([])
  })

  itInEach(Object.entries(held), 'is so in each of those places', ([file, [, how]]) => {
    if ('guarded' in how) return expect(read(file)).not.toContain('KeptForm')
    expect(read(how.kept || file)).toMatch(/new KeptForm\(|this\.unsent\.set\(|this\.keeper\.keep\(/)
  })
})
