import type { FormLanguage } from '../../../service/complaints/vocabulary.ts'
import { en } from './en.ts'
import { type FollowMessages, id } from './id.ts'
import { jv } from './jv.ts'

/** All languages come with the follow-up: it is fetched apart from the form, and rarely. */
export const followMessages: Readonly<Record<FormLanguage, FollowMessages>> = { id, en, jv }
