import type { confidence as id } from '../id/confidence.ts'

export const confidence: typeof id = {
  reason: 'Why is it to be confidential?',
  hint: 'For example: the reported person knows the reporter.',
  always: 'Identities are always confidential',
  alwaysHint:
    'For new complaints in this category, also where the reporter does not ask for it. Reporters read so before they file.',
  follows: ['The reporter’s name and contact can be opened only through a custodian.', 'This cannot be taken back.'],
}
