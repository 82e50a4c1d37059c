import { push as en } from './en/push.ts'
import { push as id } from './id/push.ts'
import type { Wording } from './wording.ts'

/** Wording about browsers that are woken. It comes with the account. */
export const pushWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
