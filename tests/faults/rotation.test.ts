import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { rotationProgress } from '../../service/keeping/identity/keys.ts'
import { aRotation } from '../support/a-rotation.ts'
import { builtProgram } from '../support/built-program.ts'
import { organisasi } from '../support/two-units.ts'

it('kill -9 in the middle of a rotation loses no case that was filed, and the next process goes on', async () => {
  const house = await aRotation()
  const numbers = await Promise.all(Array.from({ length: 500 }, (_, at) => house.file(`Perkara ${at}`)))
  await house.store.close()

  const key = Buffer.from(house.masterKey).toString('base64')
  const child = spawn(process.execPath, [builtProgram('rotator-process'), house.folder, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let wrapped = 0
  for await (const line of createInterface(child.stdout)) {
    const [verb, what = ''] = line.split(' ')
    if (verb === 'filed') numbers.push(what)
    if (verb === 'wrapped') wrapped += Number(what)
    if (wrapped >= 150 && child.exitCode === null) child.kill('SIGKILL')
  }
  if (child.signalCode === null) await once(child, 'exit')
  expect(numbers.length).toBeGreaterThan(500)

  const again = await aRotation(house)
  const { underWay } = await rotationProgress(again.ports, organisasi)
  expect(underWay?.remaining).toBeGreaterThan(0)
  expect(underWay?.remaining).toBeLessThan(500)
  again.waitMinutes(20)
  expect(await again.goOn()).toBe('finished')
  expect(await again.ring.versions(organisasi)).toMatchObject([{ version: 2 }])
  expect(await rotationProgress(again.ports, organisasi)).toMatchObject({ underWay: null })
  for (const number of numbers) {
    expect((await again.complaints.get(organisasi, number)).dossier.subject).toMatch(/^(Perkara|Selama)/)
  }
})
