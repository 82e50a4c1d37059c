import type { Language } from '../../../service/complaints/vocabulary.ts'
import { en } from './en.ts'
import { type FollowMessages, id } from './id.ts'

/** Both languages come with the follow-up: it is fetched apart from the form, and rarely. */
export const followMessages: Readonly<Record<Language, FollowMessages>> = { id, en }
