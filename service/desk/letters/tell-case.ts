import { applyLetterState, type Deliverer, type NoticeQueues } from '../../case/notices/notice-queue.ts'
import type { KeptLetter, LetterStore } from '../../keeping/letters/letter-store.ts'
import { type Clock, plusMilliseconds, SECOND } from '../../shared/instant.ts'

export interface TellPorts {
  readonly letters: Pick<LetterStore, 'behind' | 'markCaseCaughtUp'>
  readonly complaints: Pick<NoticeQueues, 'record'>
  readonly deliverer: Pick<Deliverer, 'wakeUp'>
  readonly now: Clock
}

/**
 * Updates the notice of a letter. The letter is written first, the case second; after a crash in between
 * `followLetters` completes it.
 */
export async function tellCase(
  { letters, complaints, deliverer }: TellPorts,
  letter: Omit<KeptLetter, 'content'>,
): Promise<void> {
  const { tenant, number, noticeId } = letter
  await complaints.record(tenant, number, noticeId, (notice) => applyLetterState(notice, letter))
  await letters.markCaseCaughtUp(letter)
  deliverer.wakeUp()
}

/** It gives the process that changed a letter time to update its case itself. */
const LEFT_ALONE_FOR = 30 * SECOND

/** Completes what a dead process left, across tenants. */
export async function followLetters(ports: TellPorts): Promise<void> {
  const left = await ports.letters.behind(plusMilliseconds(ports.now(), -LEFT_ALONE_FOR), 50)
  for (const letter of left) await tellCase(ports, letter)
}
