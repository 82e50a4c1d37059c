import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clamdScanner } from '../../../service/adapters/clamd/clamd-scanner.ts'
import { aFolder } from '../../support/a-folder.ts'
import { type ClamdMood, eicar, type StandInClamd, startStandInClamd } from '../../support/stand-in-clamd.ts'

let clamd: StandInClamd

beforeEach(async () => {
  clamd = await startStandInClamd()
})
afterEach(() => clamd.close())

async function* piecesOf(...pieces: string[]) {
  for (const piece of pieces) yield Buffer.from(piece, 'latin1')
}

const nobodyStops = new AbortController().signal
const patience = { connecting: 500, sending: 500, answering: 500 }
const ask = (pieces: AsyncIterable<Uint8Array>, signal = nobodyStops, address = clamd.address) =>
  clamdScanner(address, patience).scan(pieces, signal)

describe('a file shown to clamd', () => {
  it('is clean when clamd says so, and clamd saw every byte of it', async () => {
    const megabyte = 'x'.repeat(1_048_576)
    expect(await ask(piecesOf('awal ', '', megabyte, ' akhir'))).toEqual({ kind: 'clean' })
    expect(clamd.seen).toEqual([`awal ${megabyte} akhir`])
  })

  it('is infected when clamd finds something, under the name that clamd gives', async () => {
    expect(await ask(piecesOf(eicar.slice(0, 20), eicar.slice(20)))).toEqual({
      kind: 'infected',
      signature: 'Eicar-Test-Signature',
    })
  })

  it('is judged through a socket of this machine just as well', async () => {
    const local = await startStandInClamd({ path: join(await aFolder(), 'clamd.sock') })
    expect(await ask(piecesOf(eicar), nobodyStops, local.address)).toMatchObject({ kind: 'infected' })
    await local.close()
  })

  it('is judged when the answer comes letter by letter', async () => {
    clamd.mood = 'answers_in_pieces'
    expect(await ask(piecesOf('surat'))).toEqual({ kind: 'clean' })
  })

  it('bears a plain and short name of what was found, whatever clamd sends', async () => {
    clamd.mood = 'names_monsters'
    const answer = await ask(piecesOf('surat'))
    expect(answer).toMatchObject({ kind: 'infected', signature: expect.stringMatching(/^[\w.:()-]{120}$/) })
  })

  it.each<[ClamdMood, string]>([
    ['refuses_size', 'too_large'],
    ['cuts_at_once', 'unclear'],
    ['cuts_half_way', 'unclear'],
    ['cuts_its_answer', 'unclear'],
    ['errs', 'unclear'],
    ['talks_nonsense', 'unclear'],
    ['talks_without_end', 'unclear'],
    ['hangs', 'unclear'],
  ])('has no verdict when clamd %s', async (mood, kind) => {
    clamd.mood = mood
    expect(await ask(piecesOf('satu', 'dua', 'tiga'))).toEqual({ kind })
  })

  it('is not sent to the end once clamd has refused its size', async () => {
    clamd.mood = 'refuses_size'
    let sent = 0
    async function* endless() {
      for (;;) {
        sent++
        yield Buffer.alloc(64 * 1024)
      }
    }
    const answer = await ask(endless())
    expect(['too_large', 'unclear']).toContain(answer.kind)
    expect(sent).toBeGreaterThan(0)
  })

  it('that breaks while it is read fails as what it is, not as a word of clamd', async () => {
    async function* broken() {
      yield Buffer.from('awal')
      throw new Error('The sealed file is cut off.')
    }
    await expect(ask(broken())).rejects.toThrow('The sealed file is cut off.')
    expect(clamd.seen).toEqual([])
  })

  it('waits no longer when the service stops', async () => {
    clamd.mood = 'hangs'
    const stopping = new AbortController()
    const asked = clamdScanner(clamd.address).scan(piecesOf('a'), stopping.signal)
    asked.catch(() => {})
    await expect.poll(() => clamd.seen).toEqual(['a'])
    stopping.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  })
})

it('nobody who listens is no word about the file', async () => {
  await clamd.close()
  const unread = piecesOf('surat')
  expect(await ask(unread)).toEqual({ kind: 'unreachable' })
  expect(await ask(unread, nobodyStops, { path: join(await aFolder(), 'nobody.sock') })).toEqual({
    kind: 'unreachable',
  })
  clamd = await startStandInClamd()
})
