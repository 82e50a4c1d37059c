import { loggedActNames } from '../../../service/offices/logged-act-names.ts'
import type { accessLog as accessLogId } from '../id/access-log.ts'

export const accessLog: typeof accessLogId = {
  heading: 'Access log',
  intro:
    'Each time staff read or change something, one line is written here. It holds nothing about a reporter: only who, when, the act, and a number.',
  promise: '“Verify the chain” finds lines that were changed, cut out or moved afterwards.',
  acts: loggedActNames.en,
  decisions: { granted: 'granted', refused: 'refused' },
  search: 'with a search',
  revision: (revision) => `to version ${revision}`,
  head: (day: string) =>
    `Digest of this log as of ${day}: keep it outside this service. With it one can check later that nothing was cut off.`,
  system: 'System',
  table: 'Access log of this unit, the latest first',
  columns: { at: 'When', by: 'Who', what: 'What', subject: 'Complaint' },
  account: (id) => `account ${id}`,
  loading: 'Loading the access log…',
  emptyHeading: 'No lines yet',
  emptyText: 'The first line is written as soon as staff read or change something.',
  rows: (rows) => `${rows} rows`,
  files: { csv: 'CSV', xlsx: 'Excel' },
  folded: (times, from, to) => `${times} times, ${from}–${to}`,
  noneHeading: 'Nothing fits',
  noneText: 'Change or clear the filter.',
  filters: {
    by: 'Who',
    act: 'What',
    everybody: 'Everybody',
    everything: 'Every act',
    found: 'Acts that were searched',
    from: 'From',
    to: 'To',
    search: 'Search',
    searchHint: 'The number of a complaint or its tail, or the name of an act.',
    show: 'Show',
    clear: 'Clear the filter',
  },
  chain: {
    verify: 'Verify the chain',
    reached: (day) => `Verifying… whole until ${day}.`,
    whole: (from, to) => `The chain is whole from ${from} to ${to}.`,
    broken: (fault, day) =>
      `The chain is broken at a line dated ${day}: ${fault}. Tell the operator, and change nothing.`,
    faults: {
      changed: 'it was changed',
      cut: 'lines are missing',
      reordered: 'the order was changed',
      'head-forged': 'the signature of a head is not genuine',
      'head-missing': 'a signed head is missing',
      'not-as-outside': 'it differs from a copy kept elsewhere',
    },
  },
  times: (times) => (times === '1' ? 'once' : `${times} times`),
}
