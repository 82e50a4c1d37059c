import type { LetterWriter } from '../../service/notices/channels/deliverer.ts'

/** A house whose units do not write letters. */
export const noLetters: LetterWriter = {
  isOn: async () => false,
  draft: async () => {
    throw new Error('Nobody writes letters here.')
  },
}
