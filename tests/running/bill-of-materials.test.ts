import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  builtIn,
  type LockedPackages,
  shippedPackages,
  writeBillOfMaterials,
} from '../../service/running/built-files.ts'

const root = resolve(import.meta.dirname, '../..')
const locked = async (): Promise<LockedPackages> =>
  JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages

describe('the bill of materials', () => {
  it('names every package that the service runs with, with a licence, a checksum, and what it needs', async () => {
    const packages = await locked()
    const { components, dependencies } = writeBillOfMaterials(packages)
    const running = Object.entries(packages).filter(([path, one]) => path !== '' && !one.dev)
    const references = new Set(components.map((one) => one['bom-ref']))
    for (const [path, { version }] of running) {
      const name = path.slice(path.lastIndexOf('node_modules/') + 13)
      expect(references).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`)
    }
    for (const component of components) {
      expect(component.licenses, component.name).toHaveLength(1)
      expect(component, component.name).toHaveProperty('hashes')
    }
    expect(references.size).toBe(components.length)
    for (const { dependsOn } of dependencies) for (const one of dependsOn) expect(references).toContain(one)
  })

  it('names what is built into scripts of the browser, and all of it is named', async () => {
    const sources = await Promise.all(
      ['widget', 'admin', 'service/sealing'].map(async (folder) =>
        (await readdir(join(root, folder), { recursive: true }))
          .filter((file) => file.endsWith('.ts') && !/^tools|build\.ts$|size-budget/.test(file))
          .map((file) => join(root, folder, file)),
      ),
    )
    const texts = await Promise.all(sources.flat().map((file) => readFile(file, 'utf8')))
    const packages = await locked()
    const imported = texts.flatMap((text) =>
      [...text.matchAll(/ from '((?:@[\w-]+\/)?[a-z][\w-]*)/g)].map(([, one]) => one!),
    )
    const shipped = shippedPackages(packages)
    expect(imported).toEqual(expect.arrayContaining([...builtIn]))
    expect([...new Set(imported)].filter((name) => !shipped.includes(`node_modules/${name}`))).toEqual([])
  })

  it('is not made while the licence of a package is unknown', () => {
    const packages = { '': { dependencies: { x: '1.0.0' } }, 'node_modules/x': { version: '1.0.0' } }
    expect(() => writeBillOfMaterials(packages)).toThrow('Nobody knows the licence of node_modules/x.')
  })

  it('finds the copy of a package that lies inside the one that asks for it', () => {
    const packages = {
      '': { dependencies: { a: '1.0.0', b: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '2.0.0' } },
      'node_modules/a/node_modules/b': { version: '2.0.0', license: 'MIT' },
      'node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/c': { version: '1.0.0', license: 'MIT', dev: true },
    }
    const { components, dependencies } = writeBillOfMaterials(packages)
    expect(components.map(({ purl }) => purl)).toEqual(['pkg:npm/a@1.0.0', 'pkg:npm/b@2.0.0', 'pkg:npm/b@1.0.0'])
    expect(dependencies.find(({ ref }) => ref === 'pkg:npm/a@1.0.0')?.dependsOn).toEqual(['pkg:npm/b@2.0.0'])
  })
})
