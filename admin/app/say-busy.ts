import { say } from '../ui/say.ts'
import { busyWords } from '../wording/busy-wording.ts'

/** Comes only when it is needed, because most desks never say it. */
export const sayBusy = (desk: HTMLElement): boolean =>
  say(desk, document.documentElement.lang === 'en' ? busyWords.en : busyWords.id)
