import { Hono } from 'hono'
import type { KeyListView } from '../../../service/contract/installation.ts'
import { fromNow } from './cases.ts'
import { UNIT } from './office.ts'

/** The keys of a unit and of the platform; a rotation that was begun stays in its middle. */
export function operatorKeys(): Hono {
  const master: KeyListView['master'] = { kept: 'file', behind: 0, canRotate: true }
  let units: KeyListView['units'] = [
    { tenant: UNIT, name: 'Bagian Contoh Sekretariat Daerah', madeAt: fromNow(-1000), rotation: null, sealFaults: [] },
    {
      tenant: '-platform',
      name: null,
      madeAt: fromNow(-1),
      rotation: { remaining: 0, records: 12, settlesAt: fromNow(0.2) },
      sealFaults: [],
    },
  ]
  return new Hono()
    .get('/', (c) => c.json({ units, master }))
    .post('/units/:tenant/rotation', (c) => {
      const rotation = { remaining: 60_000, records: 100_000, settlesAt: fromNow(0.2) }
      units = units.map((one) =>
        one.tenant === c.req.param('tenant') ? { ...one, madeAt: fromNow(0), rotation } : one,
      )
      return c.json(units[0])
    })
    .post('/master/rotation', (c) => c.json(master))
}
