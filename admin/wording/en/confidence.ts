import type { confidence as id } from '../id/confidence.ts'

export const confidence: typeof id = {
  always: 'Identities are always confidential',
  alwaysHint:
    'For new complaints in this category, also where the reporter does not ask for it. Reporters read so before they file.',
}
