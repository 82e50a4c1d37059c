import type { Language, RuleEffect, RuleOutcome } from '../../offices/vocabulary.ts'

interface RuleWording {
  /** `who` is a name, or `null` for the heads; `until` a date. */
  readonly effects: Readonly<
    Record<RuleEffect, (about: { readonly who: string | null; readonly until: string }) => string>
  >
  readonly because: Readonly<Record<Exclude<RuleOutcome, 'done'>, string>>
  notDone(what: string, because: string): string
}

/** What a rule of the unit did, as staff read it in the history of a case. */
export const ruleWordings: Readonly<Record<Language, RuleWording>> = {
  id: {
    effects: {
      assign: ({ who }) => `menugaskan kepada ${who}`,
      alert: ({ who }) => `memberi tahu ${who ?? 'pimpinan'}`,
      note: () => 'menulis catatan',
      template: ({ who }) => `mengusulkan templat “${who}”`,
      label: ({ who }) => `memasang label “${who}”`,
      deadline: ({ until }) => `memajukan batas penanganan menjadi ${until}`,
    },
    because: {
      cannot: 'tidak dapat menerima pengaduan ini',
      away: 'sedang tidak bertugas',
      full: 'sudah memegang pengaduan sebanyak yang diperbolehkan unit',
    },
    notDone: (what, because) => `tidak ${what}, karena ${because}`,
  },
  en: {
    effects: {
      assign: ({ who }) => `assign it to ${who}`,
      alert: ({ who }) => `alert ${who ?? 'the heads'}`,
      note: () => 'write a note',
      template: ({ who }) => `suggest the template “${who}”`,
      label: ({ who }) => `set the label “${who}”`,
      deadline: ({ until }) => `bring the date of handling forward to ${until}`,
    },
    because: {
      cannot: 'they cannot have this complaint',
      away: 'they are away',
      full: 'they have as many cases as the unit allows',
    },
    notDone: (what, because) => `did not ${what}, because ${because}`,
  },
}
