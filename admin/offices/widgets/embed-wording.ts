import en from '../../texts/en/embed.json'
import id from '../../texts/id/embed.json'
import { inBoth } from '../../wording/wording.ts'

/** The words of this page come with it: nobody waits for them elsewhere. */
export const embedWording = inBoth({ id, en })
