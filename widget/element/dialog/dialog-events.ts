import { WidgetEvent } from '../events.ts'

/** The dialog was opened. */
export class AduanOpened extends WidgetEvent<null> {
  constructor() {
    super('aduan-opened', null)
  }
}

/** The dialog was closed, in any way. */
export class AduanClosed extends WidgetEvent<null> {
  constructor() {
    super('aduan-closed', null)
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'aduan-opened': AduanOpened
    'aduan-closed': AduanClosed
  }
}
