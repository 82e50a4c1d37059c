import { z } from '@hono/zod-openapi'
import { widgetVersionList, withdrawWidget } from '../../contract/widget-versions.ts'
import { countVersions } from '../../offices/widgets/sightings.ts'
import {
  allowVersionAgain,
  listReleases,
  type ReleaseState,
  withdrawVersion,
} from '../../offices/widgets/widget-versions.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'

async function withSpread(office: Office, releases: readonly ReleaseState[]) {
  const spreads = await countVersions(office)
  return { items: releases.map((release) => ({ ...release, spread: spreads.get(release.version) ?? null })) }
}

export const widgetVersionOperations = [
  op('GET /operator/widget-versions', {
    summary: 'Versions of the widget that pages can name, with what they write into `integrity`',
    may: 'session',
    answer: json(widgetVersionList, 'The newest first'),
    does: async ({ office }) => withSpread(office, await listReleases(office)),
  }),
  op('POST /operator/widget-versions/{version}/withdrawal', {
    summary: 'Let no page show a version of the widget any more',
    may: 'session',
    params: { version: z.string().max(40) },
    body: withdrawWidget,
    answer: json(widgetVersionList, 'Pages with it show the way to the form at the service'),
    does: async ({ office, signedIn, params, body }) => {
      const asked = { ...params, ...body }
      return withSpread(office, await withdrawVersion(office, signedIn, asked))
    },
  }),
  op('POST /operator/widget-versions/{version}/return', {
    summary: 'Let pages show a withdrawn version again',
    may: 'session',
    params: { version: z.string().max(40) },
    answer: json(widgetVersionList, 'Pages show it again'),
    does: async ({ office, signedIn, params }) =>
      withSpread(office, await allowVersionAgain(office, signedIn, params.version)),
  }),
]
