import { accounts as en } from './en/accounts.ts'
import { accounts as id } from './id/accounts.ts'
import type { Wording } from './wording.ts'

/** Wording of the accounts under which a unit sends. It comes with the pages that say it. */
export const accountsWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
