import type { LetterWriter } from '../../service/case/notices/notice-queue.ts'

/** A house whose units do not write letters. */
export const noLetters: LetterWriter = {
  isOn: async () => false,
  draft: async () => {
    throw new Error('Nobody writes letters here.')
  },
}
