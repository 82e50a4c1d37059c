import type { today as todayId, views as viewsId } from '../id/views.ts'

export const views: typeof viewsId = {
  list: 'Saved views',
  save: 'Save this view',
  manage: 'Arrange views',
  name: 'Name of the view',
  nameHint: 'For example: Levies that are not verified yet',
  share: 'For all staff of the unit',
  shareHint: 'Each person sees only the cases that they may see.',
  ofUnit: 'Views of the unit',
  own: 'My views',
  none: 'None yet.',
  nameOf: (name) => `Name of the view ${name}`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  remove: (name) => `Remove ${name}`,
  taken: 'There is a view of that name already.',
  tooMany: (most) => `At most ${most} views. Remove some that nobody uses.`,
  partial: 'With only some of the words',
  onlyPartial: 'None has all of the words; these have some',
}

export const today: typeof todayId = {
  heading: 'Today',
}
