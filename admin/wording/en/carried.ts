import type * as model from '../id/carried.ts'

export const carried: typeof model.carried = {
  hasCode: 'The reporter has a code',
  code: 'Code',
  codeHint: 'You will see all that the reporter wrote, their identity too. Open it only together with them.',
  openCode: 'Open',
  opening: 'Opening…',
}
