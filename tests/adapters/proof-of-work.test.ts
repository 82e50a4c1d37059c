import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { expect, it } from 'vitest'
import { altchaProofOfWork } from '../../service/adapters/altcha/proof-of-work.ts'

function aGuard() {
  const spent = new Set<string>()
  return altchaProofOfWork('rahasia', Date.now, async (signature) => {
    const isFirst = !spent.has(signature)
    spent.add(signature)
    return isFirst
  })
}

const filing = { purpose: 'filing', subject: 'bagian-organisasi' }

const solve = (challenge: unknown) => solveChallenge({ challenge: challenge as Challenge, deriveKey })

const proofOf = (challenge: unknown, solution: unknown): string =>
  Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')

it('work is taken once, where and for whom it was asked, and up to what it took', async () => {
  const guard = aGuard()
  const challenge = await guard.challenge(filing, 1)
  const proof = proofOf(challenge, await solve(challenge))
  expect(await guard.judge({ ...filing, purpose: 'sign-in' }, 1, proof)).toBe('wrong')
  expect(await guard.judge({ ...filing, subject: 'dinas-contoh' }, 1, proof)).toBe('wrong')
  expect(await guard.judge(filing, 2, proof)).toBe('too-little')
  expect(await guard.judge(filing, 1, proof)).toBe('accepted')
  expect(await guard.judge(filing, 1, proof)).toBe('wrong')
})

it('what a challenge was asked for cannot be changed by who brings it', async () => {
  const guard = aGuard()
  const challenge = (await guard.challenge(filing, 1)) as Challenge
  const solution = await solve(challenge)
  for (const data of [{ ...filing, purpose: 'sign-in', difficulty: 1 }, { ...filing, difficulty: 20 }, undefined]) {
    const { data: _, ...rest } = challenge.parameters
    const changed = { ...challenge, parameters: data ? { ...rest, data } : rest }
    const proof = proofOf(changed, solution)
    expect(await guard.judge({ ...filing, ...(data && { purpose: data.purpose }) }, 1, proof)).toBe('wrong')
  }
  expect(await guard.judge(filing, 1, proofOf(challenge, solution))).toBe('accepted')
})
