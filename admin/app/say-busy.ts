import busyWording from '../texts/busy.json'
import { say } from '../ui/say.ts'

const waiting = new Set<Promise<void>>()

async function allServed(): Promise<void> {
  while (waiting.size > 0) await Promise.all(waiting)
}

/** Somebody new hears how much of the unit's cases is compared with their name; all others that the service is busy. */
async function wordsFor(refused: Response): Promise<string> {
  const { code, detail }: { code?: string; detail?: string } = await refused.json().catch(() => ({}))
  if (code === 'staff/being-matched' && detail) return detail
  return busyWording({ language: document.documentElement.lang === 'en' ? 'en' : 'id' }).sentAgain
}

/** Says once why calls wait, for as long as any does. It comes only when it is needed, because most desks never say it. */
export async function sayBusy(desk: EventTarget, over: Promise<void>, refused: Response): Promise<void> {
  waiting.add(over)
  void over.then(() => waiting.delete(over))
  if (waiting.size > 1) return
  say(desk, await wordsFor(refused), allServed())
}
