import type { LetterWriter } from '../../service/case/notices/deliverer.ts'

/** A house whose units do not write letters. */
export const noLetters: LetterWriter = {
  isOn: async () => false,
  draft: async () => {
    throw new Error('Nobody writes letters here.')
  },
}
