import { expect, it } from 'vitest'
import { aFiling, unitAt } from '../support/an-office.ts'
import { complaintForm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

/** Files from this address until the service asks for a proof. @returns how many it took without one */
async function fileUntilProofIsAsked({ address }: OpenOffice): Promise<number> {
  const unit = unitAt(address)
  for (let taken = 0; taken < 1_000; taken++) {
    const { status } = await unit.send(aFiling())
    if (status === 428) return taken
    expect(status).toBe(201)
  }
  throw new Error('The service never asked for a proof.')
}

it('when many complaints come from one address, the browser proves itself and the visitor still files once', async () => {
  const office = await anOpenOffice()
  const taken = await fileUntilProofIsAsked(office)
  const visitor = await aVisitor(office, { on: phone, errors: [/status of 428/] })
  const answers: number[] = []
  visitor.on('response', (response) => {
    if (response.url().endsWith('/complaints')) answers.push(response.status())
  })
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Maladministrasi')
  await form.tell('Di tengah keramaian')
  await form.skipEvidence()
  await form.next()
  await form.agree()
  await form.send()
  const { number } = await form.receipt()
  expect(Number(number.slice(-6))).toBe(taken + 1)
  expect(answers).toEqual([428, 201])
})
