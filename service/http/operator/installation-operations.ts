import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as installationWire from '../../contract/installation.ts'
import { invitedOperator, inviteOperator as inviteSchema, operatorList } from '../../contract/staff.ts'
import { beginTenantRotation, changeMasterKey, listTenantKeys, masterState } from '../../keeping/identity/keys.ts'
import { announce, endAnnouncement, listAnnouncements } from '../../offices/announcements/announcements.ts'
import { inviteOperator, listOperators, removeOperator } from '../../offices/managing/operators.ts'
import { countVersions } from '../../offices/widgets/sightings.ts'
import * as widgetVersions from '../../offices/widgets/widget-versions.ts'
import { readOperatorLog } from '../../register/operations/operations.ts'
import { instantOf } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, json, op } from '../operation.ts'

async function all(office: ApiOffice) {
  const [announcements, operators] = await Promise.all([listAnnouncements(office), office.staff.operators()])
  const names = new Map<string, string>(operators.map(({ id, name }) => [id, name]))
  const items = announcements.map(({ id, text, level, from, until, units, madeAt, madeBy }) => {
    return { id, text, level, from, until, units, madeAt, madeBy: names.get(madeBy) ?? madeBy }
  })
  return { items }
}

export const operatorAnnouncementOperations = [
  op('GET /operator/announcements', {
    summary: 'What was and will be announced to staff',
    may: 'session',
    answer: json(installationWire.announcementList, 'The newest first'),
    does: ({ office }) => all(office),
  }),
  op('POST /operator/announcements', {
    summary: 'Announce something to staff of all or some units, for a time',
    may: 'session',
    body: installationWire.announce,
    answer: created(installationWire.announcementList, 'The newest first'),
    does: async ({ office, signedIn, body }) => {
      const { from, until, ...asked } = body
      const time = { from: instantOf(new Date(from)), until: instantOf(new Date(until)) }
      await announce(office, signedIn, { ...asked, ...time })
      return all(office)
    },
  }),
  op('POST /operator/announcements/{id}/end', {
    summary: 'Let nobody read an announcement any more',
    may: 'session',
    params: { id: z.string().max(60) },
    answer: json(installationWire.announcementList, 'The newest first'),
    does: async ({ office, signedIn, params }) => {
      await endAnnouncement(office, signedIn, params.id)
      return all(office)
    },
  }),
]

export const keyOperations = [
  op('GET /operator/keys', {
    summary: 'The age of the secrets that wrap keys, and how far their changes have come',
    may: 'session',
    answer: json(installationWire.keyList, 'Of every unit, of the platform, and of the master key'),
    does: async ({ office }) => {
      const [units, master] = await Promise.all([listTenantKeys(office), masterState(office)])
      return { units, master }
    },
  }),
  op('POST /operator/keys/units/{tenant}/rotation', {
    summary: 'Change the secret that wraps the keys of a unit',
    may: 'session',
    answer: json(installationWire.unitKeysView, 'Begun; it goes on by itself while the service runs'),
    does: ({ office, signedIn, params }) => beginTenantRotation(office, signedIn, params.tenant),
  }),
  op('POST /operator/keys/master/rotation', {
    summary: 'Change the master key: make a new one in the key file, or go over to the one that was given',
    may: 'session',
    answer: json(installationWire.keyList.shape.master, 'All secrets of units are wrapped by the new one'),
    does: ({ office, signedIn }) => changeMasterKey(office, signedIn),
  }),
]

export const operatorLogOperations = [
  op('GET /operator/log', {
    summary: 'What operators did, newest first, and whether the log is as it was written',
    may: 'session',
    query: installationWire.operatorLogQuery,
    answer: json(installationWire.operatorLog, 'A page of the log'),
    does: async ({ office, query }) => {
      const { items, operators, ...rest } = await readOperatorLog(office, query)
      const names = new Map(operators.map(({ id, name }) => [id, name]))
      const lines = items.map(({ at, by, act, subject, detail }) => ({
        at,
        by: names.get(by) ?? by,
        act,
        subject,
        detail,
      }))
      return { ...rest, items: lines, operators }
    },
  }),
]

export const materialsOperations = [
  op('GET /operator/materials', {
    summary: 'What this installation consists of: every package with its version, licence and checksum',
    may: 'session',
    answer: json(installationWire.billOfMaterials, 'A bill of materials in CycloneDX 1.6'),
    does: ({ office, c }) => {
      c.header('Content-Disposition', 'attachment; filename="aduan-bom.cdx.json"')
      return office.billOfMaterials
    },
  }),
]

async function allOperators(office: ApiOffice, c: Context<AppEnv>) {
  const items = (await listOperators(office)).map(({ id, name, email, passwordHash }) => {
    const state: 'active' | 'invited' = passwordHash ? 'active' : 'invited'
    return { id, name, email, state, isSelf: id === c.get('signedIn').account.id }
  })
  return { items }
}

export const operatorOperations = [
  op('GET /operator/operators', {
    summary: 'Who runs this service',
    may: 'session',
    answer: json(operatorList, 'All of them'),
    does: ({ office, c }) => allOperators(office, c),
  }),
  op('POST /operator/operators', {
    summary: 'Invite one more to run this service, or once more who has not come yet',
    may: 'session',
    body: inviteSchema,
    answer: created(invitedOperator, 'All of them; the one-time link is shown here once'),
    does: async ({ office, signedIn, body, c }) => {
      const token = await inviteOperator(office, signedIn, body)
      return { ...(await allOperators(office, c)), setUpUrl: office.links.invitation(token) }
    },
  }),
  op('DELETE /operator/operators/{id}', {
    summary: 'Let somebody else run this service no more',
    may: 'session',
    params: { id: z.string().max(60) },
    answer: json(operatorList, 'All who are left'),
    does: async ({ office, signedIn, params, c }) => {
      await removeOperator(office, signedIn, params.id)
      return allOperators(office, c)
    },
  }),
]

export const taskOperations = [
  op('GET /operator/tasks', {
    summary: 'The machine’s own tasks: when each last ran, how long it took, how it ended, and when it is next',
    may: 'session',
    answer: json(installationWire.taskList, 'Of the process that answers'),
    does: async ({ office }) => {
      const items = office.tasks.list().map(({ everyMilliseconds, ...task }) => ({
        ...task,
        everySeconds: everyMilliseconds / 1_000,
      }))
      const { room, free, reserve } = await office.disk.state()
      const untrustedProxy = office.proxyWatch.isSeen
      const about = {
        isOnDuty: office.isOnDuty(),
        untrustedProxy,
        lacksSecurityContact: office.lacksSecurityContact,
        disk: { room, free, reserve },
      }
      return { ...about, items }
    },
  }),
]

async function withSpread(office: ApiOffice, releases: readonly widgetVersions.ReleaseState[]) {
  const spreads = await countVersions(office)
  return { items: releases.map((release) => ({ ...release, spread: spreads.get(release.version) ?? null })) }
}

export const widgetVersionOperations = [
  op('GET /operator/widget-versions', {
    summary: 'Versions of the widget that pages can name, with what they write into `integrity`',
    may: 'session',
    answer: json(installationWire.widgetVersionList, 'The newest first'),
    does: async ({ office }) => withSpread(office, await widgetVersions.listReleases(office)),
  }),
  op('POST /operator/widget-versions/{version}/withdrawal', {
    summary: 'Let no page show a version of the widget any more',
    may: 'session',
    params: { version: z.string().max(40) },
    body: installationWire.withdrawWidget,
    answer: json(installationWire.widgetVersionList, 'Pages with it show the way to the form at the service'),
    does: async ({ office, signedIn, params, body }) => {
      const asked = { ...params, ...body }
      return withSpread(office, await widgetVersions.withdrawVersion(office, signedIn, asked))
    },
  }),
  op('POST /operator/widget-versions/{version}/return', {
    summary: 'Let pages show a withdrawn version again',
    may: 'session',
    params: { version: z.string().max(40) },
    answer: json(installationWire.widgetVersionList, 'Pages show it again'),
    does: async ({ office, signedIn, params }) =>
      withSpread(office, await widgetVersions.allowVersionAgain(office, signedIn, params.version)),
  }),
]
