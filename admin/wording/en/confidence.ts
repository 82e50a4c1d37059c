import type { confidence as id } from '../id/confidence.ts'

export const confidence: typeof id = {
  reason: 'Why is it to be confidential?',
  hint: 'For example: the reported person knows the reporter.',
  follows: ['The reporter’s name and contact can be opened only through a custodian.', 'This cannot be taken back.'],
}
