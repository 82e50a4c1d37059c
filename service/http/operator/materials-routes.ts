import { type BillOfMaterials, billOfMaterials } from '../../contract/bill-of-materials.ts'
import { answers, cookie, newApi, route } from '../openapi.ts'

const show = route.get('/', {
  summary: 'What this installation consists of: every package with its version, licence and checksum',
  security: cookie,
  responses: answers(200, billOfMaterials, 'A bill of materials in CycloneDX 1.6'),
})

export interface MaterialsPorts {
  readonly billOfMaterials: BillOfMaterials
}

export const materialsRoutes = (ports: MaterialsPorts) =>
  newApi().openapi(show, (c) => {
    c.header('Content-Disposition', 'attachment; filename="aduan-bom.cdx.json"')
    return c.json(ports.billOfMaterials, 200)
  })
