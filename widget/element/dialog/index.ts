import { register } from '../register.ts'
import { AduanDialog } from './aduan-dialog.ts'

/** Not by itself, because its words may not have come: then the form stands in place of it. */
export const registerDialog = () => register('aduan-dialog', AduanDialog)
