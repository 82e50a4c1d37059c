import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()

describe('a fault of the service', () => {
  it('tells its caller a request id and no word of what went wrong, which stands in the log alone', async () => {
    const folder = join(service.running.folder, 'evidence')
    await rm(folder, { recursive: true, force: true })
    await writeFile(folder, 'A file stands where the folder of evidence was.')

    const answer = await service.unit().upload('loket.png', aPng)
    expect(answer.status).toBe(500)
    const problem = await problemOf(answer)
    expect(problem).toEqual({
      type: 'urn:aduan:service/fault',
      title: expect.any(String),
      status: 500,
      code: 'service/fault',
      detail: expect.not.stringMatching(/ENOTDIR|EEXIST|not a directory|evidence|open/i),
      requestId: answer.headers.get('x-request-id'),
    })
    expect(JSON.stringify([problem, ...answer.headers])).not.toContain(service.running.folder)
    await expect.poll(() => service.running.output()).toContain(problem.requestId)
  })
})
